package response

import (
	"kartoteka/pipelines"
	"kartoteka/pipelines/resolve"
)

// orderColumns are the columns of the published orders.
func orderColumns() []pipelines.Column {
	return []pipelines.Column{
		{Name: "order_id", Type: "VARCHAR", Meaning: "order"},
		{Name: "contact_id", Type: "VARCHAR", Meaning: "contact who ordered; NULL when nobody knows"},
		{Name: "ordered_on", Type: "DATE", Meaning: "day of the order in the project's zone"},
		{Name: "ordered_at", Type: "TIMESTAMP", Unit: "UTC", Meaning: "time of the order"},
		{Name: "channel", Type: "VARCHAR", Meaning: "channel, lower case"},
		{Name: "rep", Type: "VARCHAR", Meaning: "rep who took the order"},
		{Name: "status", Type: "VARCHAR", Meaning: "what became of it", Values: []string{"counted", "cancelled", "returned", "without_value"}},
		{Name: "gross", Type: "DECIMAL(18,2)", Unit: "currency", Meaning: "amount of the order"},
		{Name: "net", Type: "DECIMAL(18,2)", Unit: "currency", Meaning: "amount less returned goods"},
		{Name: "currency", Type: "VARCHAR", Meaning: "currency; XXX when the order names none"},
		{Name: "coupon", Type: "VARCHAR", Meaning: "coupon as written"},
		{Name: "key_code", Type: "VARCHAR", Meaning: "key code as written"},
		{Name: "resolved_by", Type: "VARCHAR", Meaning: "by what the contact was found; given: the row named it, same_order: by another row of the order", Values: append([]string{"given", "same_order"}, resolve.Rungs()...)},
	}
}

// pieceColumns are the columns of the published pieces.
func pieceColumns() []pipelines.Column {
	return []pipelines.Column{
		{Name: "piece_id", Type: "VARCHAR", Meaning: "piece; NULL for held-out rows"},
		{Name: "campaign_id", Type: "VARCHAR", Meaning: "campaign"},
		{Name: "cell", Type: "VARCHAR", Meaning: "cell as written"},
		{Name: "segment", Type: "VARCHAR", Meaning: "segment"},
		{Name: "contact_id", Type: "VARCHAR", Meaning: "contact selected"},
		{Name: "coupon", Type: "VARCHAR", Meaning: "coupon printed"},
		{Name: "key_code", Type: "VARCHAR", Meaning: "key code printed"},
		{Name: "held_out", Type: "BOOLEAN", Meaning: "a row of the control group"},
		{Name: "returned", Type: "BOOLEAN", Meaning: "the piece came back"},
		{Name: "delivered", Type: "BOOLEAN", Meaning: "mailed and did not come back"},
	}
}

// campaignColumns are the columns of the published campaigns.
func campaignColumns() []pipelines.Column {
	return []pipelines.Column{
		{Name: "campaign_id", Type: "VARCHAR", Meaning: "campaign"},
		{Name: "name", Type: "VARCHAR", Meaning: "name"},
		{Name: "channel", Type: "VARCHAR", Meaning: "postcard, catalogue, email, ..."},
		{Name: "drop_date", Type: "DATE", Meaning: "day of the drop"},
		{Name: "in_home_date", Type: "DATE", Meaning: "day it reaches people"},
		{Name: "window_days", Type: "INTEGER", Unit: "days", Meaning: "days in which orders can belong to it"},
		{Name: "cost_per_piece", Type: "DECIMAL(18,4)", Unit: "currency", Meaning: "price of a piece"},
		{Name: "return_fee", Type: "DECIMAL(18,4)", Unit: "currency", Meaning: "fee of a piece that comes back"},
		{Name: "margin", Type: "DECIMAL(18,4)", Unit: "share", Meaning: "margin of the revenue"},
		{Name: "currency", Type: "VARCHAR", Meaning: "currency of prices"},
		{Name: "coupon_rule", Type: "VARCHAR", Meaning: "unique or shared"},
		{Name: "coupon_code", Type: "VARCHAR", Meaning: "the shared code"},
		{Name: "key_codes", Type: "VARCHAR", Meaning: "codes printed on the pieces"},
		{Name: "priority", Type: "INTEGER", Meaning: "1 before 2, where campaigns overlap"},
	}
}

// purchaseColumns are the columns of contact_purchases.
func purchaseColumns() []pipelines.Column {
	return []pipelines.Column{
		{Name: "contact_id", Type: "VARCHAR", Meaning: "contact"},
		{Name: "currency", Type: "VARCHAR", Meaning: "currency; NULL for a prospect"},
		{Name: "lifecycle", Type: "VARCHAR", Meaning: "stage", Values: []string{"prospect", "new", "active", "lapsed"}},
		{Name: "first_order", Type: "DATE", Meaning: "day of the first counted order"},
		{Name: "last_order", Type: "DATE", Meaning: "day of the last counted order"},
		{Name: "orders", Type: "BIGINT", Unit: "orders", Meaning: "counted orders"},
		{Name: "net_revenue", Type: "DECIMAL(18,2)", Unit: "currency", Meaning: "their net"},
		{Name: "recency_days", Type: "INTEGER", Unit: "days", Meaning: "days from the last order to the day of the run"},
		{Name: "recency", Type: "INTEGER", Unit: "score 1-5", Meaning: "fifth of the buyers by last order, 5 the latest"},
		{Name: "frequency", Type: "INTEGER", Unit: "score 1-5", Meaning: "fifth of the buyers by orders"},
		{Name: "monetary", Type: "INTEGER", Unit: "score 1-5", Meaning: "fifth of the buyers by net"},
	}
}
