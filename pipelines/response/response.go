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
		Options: func() any { return &Options{} },
		New:     newStep,
	}
}

//go:embed example.yaml
var example string

//go:embed fixture.sql
var fixture string
