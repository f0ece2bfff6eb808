package response

import "kartoteka/pipelines"

// tables are what the step makes, the main one first.
func (s *step) tables() []*pipelines.Table {
	m := s.options.Makes
	cell := []string{"campaign_id", "cut", "value"}
	made := []*pipelines.Table{
		{Name: s.name, About: "what each campaign brought, as a whole and by cuts", Columns: responseColumns(), Sort: cell, Key: cell},
		{Name: m.Money, About: "revenue, cost and lift of each campaign by currency", Columns: moneyColumns(), Sort: append(cell, "currency"), Key: append(cell, "currency")},
		{Name: m.Attribution, About: "counted orders with the campaign they are credited to", Columns: attributionColumns(), Sort: []string{"order_id", "campaign_id"}, Key: []string{"order_id", "campaign_id"}},
		{Name: m.Curve, About: "orders of each campaign by day, with a forecast while it is open", Columns: curveColumns(), Sort: []string{"campaign_id", "day"}, Key: []string{"campaign_id", "day"}},
		{Name: m.Findings, About: "odd redemptions of coupons and key codes", Columns: findingColumns(), Sort: []string{"kind", "order_id"}, Key: []string{"kind", "order_id"}},
	}
	for _, t := range []*pipelines.Table{
		{Name: m.Orders, About: "orders, once each, with what became of them", Columns: orderColumns(), Sort: []string{"order_id"}, Key: []string{"order_id"}},
		{Name: m.Pieces, About: "mailed and held-out pieces with their contact", Columns: pieceColumns(), Sort: []string{"campaign_id", "piece_id"}, Key: []string{"campaign_id", "piece_id"}},
		{Name: m.Campaigns, About: "campaigns as declared", Columns: campaignColumns(), Sort: []string{"campaign_id"}, Key: []string{"campaign_id"}},
		{Name: m.Purchases, About: "what each contact bought, by currency", Columns: purchaseColumns(), Sort: []string{"contact_id", "currency"}, Key: []string{"contact_id", "currency"}},
	} {
		if t.Name != "" {
			made = append(made, t)
		}
	}
	return made
}
