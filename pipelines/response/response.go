package response

import (
	_ "embed"

	"kartoteka/pipelines"
)

//go:embed response.md
var doc string

// Spec tells everything about the step type.
func Spec() pipelines.Spec {
	return pipelines.Spec{
		Type:    "response",
		Summary: "which orders each campaign brought, what it earned, and what would have come without it",
		Doc:     doc,
		Example: example,
		Fixture: fixture,
		Sides:   []string{"campaign_money", "order_attribution", "campaign_curve", "coupon_findings", "orders", "pieces", "campaigns", "contact_purchases"},
		Options: func() any { return &Options{} },
		New:     newStep,
	}
}

//go:embed example.yaml
var example string

//go:embed fixture.sql
var fixture string
