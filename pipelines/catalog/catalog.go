// Package catalog is the one list of all step types, in the order of their
// documentation. A new step is a folder of its own and one line here.
package catalog

import (
	"kartoteka/pipelines"
	"kartoteka/pipelines/assess"
	"kartoteka/pipelines/check"
	"kartoteka/pipelines/cleanse"
	"kartoteka/pipelines/dedupe"
	"kartoteka/pipelines/extract"
	"kartoteka/pipelines/response"
	"kartoteka/pipelines/returns"
	"kartoteka/pipelines/sql"
	"kartoteka/pipelines/suppress"
)

// All lists every step type.
func All() pipelines.Catalog {
	return pipelines.Catalog{
		extract.Spec(),
		cleanse.Spec(),
		dedupe.Spec(),
		returns.Spec(),
		response.Spec(),
		assess.Spec(),
		suppress.Spec(),
		check.Spec(),
		sql.Spec(),
	}
}
