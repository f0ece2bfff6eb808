package response

import "kartoteka/pipelines"

// responseColumns are the columns of campaign_response.
func responseColumns() []pipelines.Column {
	return []pipelines.Column{
		{Name: "campaign_id", Type: "VARCHAR", Meaning: "campaign"},
		{Name: "cut", Type: "VARCHAR", Meaning: "column by whose values the figures are given; all: the whole campaign"},
		{Name: "value", Type: "VARCHAR", Meaning: "value of the cut; all for the whole campaign"},
		{Name: "mailed", Type: "BIGINT", Unit: "pieces", Meaning: "mailed pieces; NULL where the cut describes orders"},
		{Name: "mailed_persons", Type: "BIGINT", Unit: "persons", Meaning: "people with at least one mailed piece"},
		{Name: "returned", Type: "BIGINT", Unit: "pieces", Meaning: "pieces that came back"},
		{Name: "delivered", Type: "BIGINT", Unit: "pieces", Meaning: "mailed less returned"},
		{Name: "responders", Type: "BIGINT", Unit: "persons", Meaning: "different people to whom orders are credited"},
		{Name: "orders", Type: "BIGINT", Unit: "orders", Meaning: "orders credited to the campaign"},
		{Name: "orders_online", Type: "BIGINT", Unit: "orders", Meaning: "credited orders of the channel online"},
		{Name: "orders_phone", Type: "BIGINT", Unit: "orders", Meaning: "credited orders of the channel phone"},
		{Name: "orders_by_level_code_unique", Type: "BIGINT", Unit: "orders", Meaning: "credited by the code of one piece"},
		{Name: "orders_by_level_code_shared", Type: "BIGINT", Unit: "orders", Meaning: "credited by a code that the campaign shares"},
		{Name: "orders_by_level_key_code", Type: "BIGINT", Unit: "orders", Meaning: "credited by a key code that a rep typed"},
		{Name: "orders_by_level_recency", Type: "BIGINT", Unit: "orders", Meaning: "credited because the person was reached"},
		{Name: "flags_code_early", Type: "BIGINT", Unit: "orders", Meaning: "credited orders with a coupon before its window"},
		{Name: "flags_code_expired", Type: "BIGINT", Unit: "orders", Meaning: "credited orders with a coupon after its window"},
		{Name: "flags_code_of_returned_piece", Type: "BIGINT", Unit: "orders", Meaning: "credited by the code of a piece that came back"},
		{Name: "flags_code_reused", Type: "BIGINT", Unit: "orders", Meaning: "credited orders with a coupon that was used up"},
		{Name: "flags_code_unknown", Type: "BIGINT", Unit: "orders", Meaning: "credited orders with a coupon that nobody issued"},
		{Name: "flags_holdout_code", Type: "BIGINT", Unit: "orders", Meaning: "credited orders with a coupon of a campaign that held the person out"},
		{Name: "flags_key_not_recipient", Type: "BIGINT", Unit: "orders", Meaning: "credited orders with a key code of a campaign that did not reach the person"},
		{Name: "flags_key_out_of_window", Type: "BIGINT", Unit: "orders", Meaning: "credited orders with a key code outside its window"},
		{Name: "flags_key_unknown", Type: "BIGINT", Unit: "orders", Meaning: "credited orders with a key code that no campaign prints"},
		{Name: "flags_redeemed_by_household", Type: "BIGINT", Unit: "orders", Meaning: "credited by a code that the recipient's household redeemed"},
		{Name: "flags_redeemed_by_other", Type: "BIGINT", Unit: "orders", Meaning: "credited by a code that somebody else redeemed"},
		{Name: "response_rate", Type: "DOUBLE", Unit: "share", Meaning: "responders by mailed"},
		{Name: "response_wilson95_0", Type: "DOUBLE", Unit: "share", Meaning: "lower end of the response rate's interval"},
		{Name: "response_wilson95_1", Type: "DOUBLE", Unit: "share", Meaning: "upper end of the response rate's interval"},
		{Name: "adjusted_response_rate", Type: "DOUBLE", Unit: "share", Meaning: "responders by delivered"},
		{Name: "passalong_orders", Type: "BIGINT", Unit: "orders", Meaning: "orders with the campaign's shared code by people who were not mailed"},
		{Name: "lift_test_persons", Type: "BIGINT", Unit: "persons", Meaning: "people with a mailed row, returned or not"},
		{Name: "lift_control_persons", Type: "BIGINT", Unit: "persons", Meaning: "people held out"},
		{Name: "lift_test_buyers", Type: "BIGINT", Unit: "persons", Meaning: "mailed people with a counted order in the window, whatever it was credited to"},
		{Name: "lift_control_buyers", Type: "BIGINT", Unit: "persons", Meaning: "held-out people with a counted order in the window"},
		{Name: "lift_test_orders", Type: "BIGINT", Unit: "orders", Meaning: "counted orders of the mailed people in the window"},
		{Name: "lift_control_orders", Type: "BIGINT", Unit: "orders", Meaning: "counted orders of the held-out people in the window"},
		{Name: "lift_test_rate", Type: "DOUBLE", Unit: "share", Meaning: "buyers among the mailed people"},
		{Name: "lift_control_rate", Type: "DOUBLE", Unit: "share", Meaning: "buyers among the held-out people"},
		{Name: "lift_diff", Type: "DOUBLE", Unit: "share", Meaning: "test rate less control rate; NULL without a control group"},
		{Name: "lift_newcombe95_0", Type: "DOUBLE", Unit: "share", Meaning: "lower end of the difference's interval"},
		{Name: "lift_newcombe95_1", Type: "DOUBLE", Unit: "share", Meaning: "upper end of the difference's interval"},
		{Name: "lift_relative", Type: "DOUBLE", Unit: "share", Meaning: "test rate by control rate, less 1"},
		{Name: "lift_incremental_buyers", Type: "DOUBLE", Unit: "persons", Meaning: "buyers that the mailing added: mailed people times the difference"},
		{Name: "lift_p", Type: "DOUBLE", Meaning: "p value that the rates do not differ (pooled z)"},
		{Name: "lift_p_holm", Type: "DOUBLE", Meaning: "the same, corrected for all values of the cut"},
		{Name: "lift_detectable", Type: "DOUBLE", Unit: "share", Meaning: "smallest difference that groups of these sizes show four times in five"},
		{Name: "split_p", Type: "DOUBLE", Meaning: "p value that the split is the planned control_share"},
		{Name: "day_of_share_25", Type: "INTEGER", Unit: "days", Meaning: "day since in-home on which 25 % of the orders were in"},
		{Name: "day_of_share_50", Type: "INTEGER", Unit: "days", Meaning: "day since in-home on which 50 % of the orders were in"},
		{Name: "day_of_share_75", Type: "INTEGER", Unit: "days", Meaning: "day since in-home on which 75 % of the orders were in"},
		{Name: "day_of_share_90", Type: "INTEGER", Unit: "days", Meaning: "day since in-home on which 90 % of the orders were in"},
		{Name: "mailed_while_suppressed", Type: "BIGINT", Unit: "pieces", Meaning: "pieces mailed to people who had objected before the drop; NULL without the role objections"},
		{Name: "verdict", Type: "VARCHAR", Meaning: "what the comparison with the control group shows", Values: []string{"no_control_group", "too_small_to_say", "more_buyers", "fewer_buyers", "no_difference_shown"}},
	}
}

// moneyColumns are the columns of campaign_money.
func moneyColumns() []pipelines.Column {
	return []pipelines.Column{
		{Name: "campaign_id", Type: "VARCHAR", Meaning: "campaign"},
		{Name: "cut", Type: "VARCHAR", Meaning: "column by whose values the figures are given; all: the whole campaign"},
		{Name: "value", Type: "VARCHAR", Meaning: "value of the cut"},
		{Name: "currency", Type: "VARCHAR", Meaning: "currency of every amount of the row"},
		{Name: "revenue", Type: "DECIMAL(18,2)", Unit: "currency", Meaning: "net of the credited orders"},
		{Name: "cost", Type: "DECIMAL(18,2)", Unit: "currency", Meaning: "pieces and return fees; NULL in other currencies than the campaign's"},
		{Name: "wasted", Type: "DECIMAL(18,2)", Unit: "currency", Meaning: "price and fee of the pieces that came back"},
		{Name: "profit", Type: "DECIMAL(18,2)", Unit: "currency", Meaning: "margin times revenue less cost"},
		{Name: "per_piece", Type: "DECIMAL(18,2)", Unit: "currency", Meaning: "cost by mailed piece"},
		{Name: "per_responder", Type: "DECIMAL(18,2)", Unit: "currency", Meaning: "cost by responder"},
		{Name: "per_order", Type: "DECIMAL(18,2)", Unit: "currency", Meaning: "cost by credited order"},
		{Name: "aov", Type: "DECIMAL(18,2)", Unit: "currency", Meaning: "average order value: revenue by order of this currency"},
		{Name: "revenue_per_piece", Type: "DECIMAL(18,2)", Unit: "currency", Meaning: "revenue by mailed piece"},
		{Name: "passalong_revenue", Type: "DECIMAL(18,2)", Unit: "currency", Meaning: "net of the orders with a code passed along"},
		{Name: "lift_test_revenue", Type: "DECIMAL(18,2)", Unit: "currency", Meaning: "net of the mailed people's orders in the window"},
		{Name: "lift_control_revenue", Type: "DECIMAL(18,2)", Unit: "currency", Meaning: "net of the held-out people's orders in the window"},
		{Name: "incremental_revenue", Type: "DECIMAL(18,2)", Unit: "currency", Meaning: "revenue that the mailing added; NULL without a control group"},
		{Name: "incremental_revenue_low", Type: "DECIMAL(18,2)", Unit: "currency", Meaning: "lower end of its interval (Welch)"},
		{Name: "incremental_revenue_high", Type: "DECIMAL(18,2)", Unit: "currency", Meaning: "upper end of its interval (Welch)"},
	}
}

// attributionColumns are the columns of order_attribution.
func attributionColumns() []pipelines.Column {
	return []pipelines.Column{
		{Name: "order_id", Type: "VARCHAR", Meaning: "order"},
		{Name: "contact_id", Type: "VARCHAR", Meaning: "contact who ordered"},
		{Name: "campaign_id", Type: "VARCHAR", Meaning: "campaign credited; NULL when none"},
		{Name: "piece_id", Type: "VARCHAR", Meaning: "piece credited"},
		{Name: "rung", Type: "VARCHAR", Meaning: "why", Values: []string{"code_unique", "code_shared", "key_code", "recency", "passalong", "organic"}},
		{Name: "weight", Type: "DOUBLE", Unit: "share", Meaning: "share of the order; the weights of an order sum to 1"},
		{Name: "net", Type: "DECIMAL(18,2)", Unit: "currency", Meaning: "share of the order's net; the shares sum to it"},
		{Name: "currency", Type: "VARCHAR", Meaning: "currency of net"},
		{Name: "ordered_on", Type: "DATE", Meaning: "day of the order"},
		{Name: "day", Type: "INTEGER", Unit: "days", Meaning: "days since the campaign's window opened"},
		{Name: "responder_id", Type: "VARCHAR", Meaning: "person credited: the recipient of the piece"},
		{Name: "passalong_campaign_id", Type: "VARCHAR", Meaning: "campaign whose shared code was passed along"},
		{Name: "flags", Type: "VARCHAR", Meaning: "what is odd about the order's codes, words joined with a space"},
	}
}

// curveColumns are the columns of campaign_curve.
func curveColumns() []pipelines.Column {
	return []pipelines.Column{
		{Name: "campaign_id", Type: "VARCHAR", Meaning: "campaign"},
		{Name: "day", Type: "INTEGER", Unit: "days", Meaning: "days since the window opened"},
		{Name: "date", Type: "DATE", Meaning: "the day"},
		{Name: "responders", Type: "BIGINT", Unit: "persons", Meaning: "people whose first credited order was on this day; NULL after the day of the run"},
		{Name: "orders", Type: "BIGINT", Unit: "orders", Meaning: "credited orders of the day; NULL after the day of the run"},
		{Name: "cumulative_orders", Type: "BIGINT", Unit: "orders", Meaning: "credited orders up to the day"},
		{Name: "cumulative_share", Type: "DOUBLE", Unit: "share", Meaning: "the same, by all credited orders"},
		{Name: "forecast", Type: "DOUBLE", Unit: "orders", Meaning: "expected cumulative orders on a day to come, from finished campaigns of the channel"},
		{Name: "still_open", Type: "BOOLEAN", Meaning: "the window was open on the day of the run"},
	}
}

// findingColumns are the columns of coupon_findings.
func findingColumns() []pipelines.Column {
	return []pipelines.Column{
		{Name: "kind", Type: "VARCHAR", Meaning: "what is odd", Values: []string{"code_early", "code_expired", "code_of_returned_piece", "code_passalong", "code_reused", "code_unknown", "holdout_code", "key_not_recipient", "key_out_of_window", "key_unknown", "redeemed_by_household", "redeemed_by_other"}},
		{Name: "order_id", Type: "VARCHAR", Meaning: "order"},
		{Name: "coupon", Type: "VARCHAR", Meaning: "coupon or key code as written on the order"},
		{Name: "campaign_id", Type: "VARCHAR", Meaning: "campaign of the code; NULL when nobody issued it"},
		{Name: "detail", Type: "VARCHAR", Meaning: "the fact that makes it odd"},
	}
}
