// Package response is the step that works out how campaigns changed buying:
// which order belongs to which mailing, what came of it, and what would have
// come without it.
//
// # Steps
//
//  1. Orders: one per order number. A repeated number is the same order; an
//     order that names another in same_as is that order typed again. Net =
//     amount less returned goods; cancelled orders and those without a net do
//     not count. Currencies are never added together.
//  2. Windows: a campaign's runs from its in-home date for its number of days.
//  3. People: test rows were mailed, control rows held out. A person is
//     eligible with at least one mailed piece that did not come back.
//  4. Attribution: rung by rung of the ladder (rungs:), each over all orders
//     that no earlier rung finished. The rungs other than code_unique judge an
//     order by itself; code_unique credits a code to the first order in turn
//     (date, channel, time, number) among those that reach the rung. Taking
//     the rungs one after another over all orders therefore gives what taking
//     the orders one after another over all rungs would.
//  5. Cuts: every figure for the campaign as a whole (cut all) and for each
//     value of the cuts declared: columns of pieces, contacts or orders.
//  6. Figures: rates with Wilson intervals; lift over the control group,
//     intent to treat, with Newcombe's interval; money in whole cents.
//  7. Proof: the shares of each order sum to its net and its weights to 1, and
//     the revenue of all campaigns is the revenue of the credited orders. A run
//     that breaks it fails.
//
// # Reads and makes
//
// Roles: campaigns, pieces, orders, changes, contacts, sources, returns,
// objections; see Spec. Makes campaign_response, campaign_money,
// order_attribution, campaign_curve, coupon_findings and, unless left out under
// makes:, the tables orders, pieces, campaigns and purchases.
//
// # Not guaranteed
//
// Rung recency says that a mailed person bought, not that the piece was the
// cause; only the lift figures compare with people who were not mailed, and
// only when the control group was drawn at random. Without a control group
// they are NULL with the verdict no_control_group.
//
// # Why
//
// Set-based SQL keeps the whole attribution in the engine, so that its result
// cannot depend on threads or on the order of rows, and each rung is one file
// that can be read beside its rule. Statistics and rounding are Go, over one
// row per cell.
package response
