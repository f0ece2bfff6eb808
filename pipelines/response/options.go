package response

import "kartoteka/config"

// Options are the keys of a response step. The defaults are the rules of the
// trade that the step's documentation lists.
type Options struct {
	From  From  `yaml:"from" required:"true" about:"the tables read, by role"`
	Makes Makes `yaml:"makes" about:"names of further tables; none: the last four can be left out, and are when the step reads a table of that name"`

	Rungs    []string        `yaml:"rungs" enum:"code_unique,code_shared,key_code,recency" default:"[code_unique, code_shared, key_code, recency]" about:"the ladder of attribution, first hit wins; what no rung explains is organic"`
	Cells    Cells           `yaml:"cells" about:"how the mail file marks people who were held out"`
	Window   Window          `yaml:"window" about:"when an order can belong to a campaign"`
	Changes  Changes         `yaml:"changes" about:"words of the role changes"`
	Channels []string        `yaml:"channels" default:"[online, phone]" about:"order channels in the order in which they are taken on one day; others come last"`
	Eligible string          `yaml:"eligible" enum:"not_returned,mailed" default:"not_returned" about:"who can respond: people with a piece that did not come back, or everyone mailed"`
	Coupons  Coupons         `yaml:"coupons" about:"rules of coupon codes"`
	KeyCodes KeyCodes        `yaml:"key_codes" about:"rules of key codes that a rep types"`
	Overlap  string          `yaml:"overlap" enum:"latest,priority,equal,decay" default:"latest" about:"rung recency, several campaigns fit: the latest in-home, the first priority (1 before 2), equal shares, or shares that halve with age"`
	HalfLife config.Duration `yaml:"half_life" default:"14d" about:"overlap: decay: age of a campaign at which its share has halved"`

	Find Find `yaml:"find" about:"how orders that neither a reference nor an e-mail, phone or address leads to a contact find theirs"`

	Cuts       []config.Text `yaml:"cuts" default:"[segment]" about:"columns of pieces, contacts or orders by whose values every figure is given too"`
	Confidence float64       `yaml:"confidence" default:"0.95" min:"0.5" max:"0.999" about:"of every interval; the names of the columns keep 95"`
	Floors     Floors        `yaml:"floors" about:"below these a comparison is called too small to say"`
	Lifecycle  Lifecycle     `yaml:"lifecycle" about:"stages of contacts in the table purchases"`
}

// From are the roles of the tables read.
type From struct {
	Campaigns  config.Tables `yaml:"campaigns" required:"true" about:"campaigns as declared: dates, prices, codes"`
	Pieces     config.Tables `yaml:"pieces" required:"true" about:"mail files: one row per mailed or held-out piece"`
	Orders     config.Tables `yaml:"orders" required:"true" about:"orders of every channel"`
	Changes    config.Tables `yaml:"changes" about:"cancellations and returned goods"`
	Contacts   config.Tables `yaml:"contacts" required:"true" about:"one row per contact"`
	Sources    config.Tables `yaml:"sources" default:"contact_sources" about:"source rows with their contact, by which orders and pieces find theirs"`
	Returns    config.Tables `yaml:"returns" about:"corrections: which pieces came back"`
	Objections config.Tables `yaml:"objections" about:"lists of people not to be mailed, with channel and since, also hashed: counts pieces mailed all the same"`
}

// Makes are the names of the tables made beside the main one.
type Makes struct {
	Money       string `yaml:"money" default:"campaign_money" about:"money of each cell by currency"`
	Attribution string `yaml:"attribution" default:"order_attribution" about:"counted orders with their campaign"`
	Curve       string `yaml:"curve" default:"campaign_curve" about:"campaigns by day"`
	Findings    string `yaml:"findings" default:"coupon_findings" about:"odd redemptions"`
	Orders      string `yaml:"orders" default:"orders" about:"orders, once each"`
	Pieces      string `yaml:"pieces" default:"pieces" about:"pieces with their contact"`
	Campaigns   string `yaml:"campaigns" default:"campaigns" about:"campaigns as declared"`
	Purchases   string `yaml:"purchases" default:"contact_purchases" about:"contacts by currency: stage and scores"`
}

// Find are the further ways from an order to its contact.
type Find struct {
	Taught     bool    `yaml:"taught" default:"true" about:"orders with a contact show which phone, e-mail and address are its own, and further orders are found by those"`
	Recipients string  `yaml:"recipients" enum:"code,window,never" default:"code" about:"the one person of the order's whole name among the people mailed: in the campaign whose coupon or key code the order gives, in its window; window: also in every campaign in whose window the order was placed, of which a fifth and more were wrong on labelled firms"`
	RareNames  float64 `yaml:"rare_names" default:"0.03" min:"0" max:"1000000" about:"the one contact of the order's whole name, when chance would give fewer contacts of that name in its country; 0: never. Measured on three labelled firms: none of 598 orders wrong below 0.03, 5 of 874 below 0.05"`
}

// Cells tells mailed rows from held-out rows.
type Cells struct {
	Control []string `yaml:"control" default:"[control]" about:"values of cell that mean held out; every other row was mailed"`
}

// Window is when an order can belong to a campaign.
type Window struct {
	From  string `yaml:"from" enum:"in_home_date,drop_date" default:"in_home_date" about:"date of the campaign on which it opens"`
	Days  int    `yaml:"days" default:"42" min:"1" about:"length where the campaign declares no window_days"`
	Grace int    `yaml:"grace" default:"0" min:"0" about:"days added to every window"`
}

// Changes are the words of order changes.
type Changes struct {
	Cancel []string `yaml:"cancel" default:"[cancel]" about:"kinds that cancel the whole order"`
	Return []string `yaml:"return" default:"[return]" about:"kinds that take their amount off the order"`
}

// Coupons are the rules of coupon codes.
type Coupons struct {
	Uses          int    `yaml:"uses" default:"1" min:"1" about:"orders that one unique code is credited to"`
	PassAlong     string `yaml:"pass_along" enum:"finish,continue" default:"finish" about:"a shared code used by somebody who was not mailed: the order is finished, or goes on to the next rung"`
	ReturnedPiece string `yaml:"returned_piece" enum:"credit,ignore" default:"credit" about:"the unique code of a piece that came back: credited and flagged, or only flagged"`
}

// KeyCodes are the rules of key codes.
type KeyCodes struct {
	Channels []string `yaml:"channels" default:"[phone]" about:"channels whose key codes were typed by a rep"`
	None     []string `yaml:"none" default:"[ORG]" about:"codes that say the caller saw no mailing"`
}

// Floors are the sizes below which nothing is claimed.
type Floors struct {
	Persons int `yaml:"persons" default:"30" min:"1" about:"people in each of the two groups"`
	Buyers  int `yaml:"buyers" default:"5" min:"0" about:"buyers in both groups together"`
}

// Lifecycle are the stages of a contact.
type Lifecycle struct {
	New    config.Duration `yaml:"new" default:"90d" about:"first order within this time: new"`
	Active config.Duration `yaml:"active" default:"365d" about:"last order within this time: active; longer ago: lapsed"`
}
