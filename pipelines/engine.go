package pipelines

import "kartoteka/config"

// engine is the maker of the tables that every run publishes about itself.
const engine = "every run"

// declareEngineTables makes the run's own tables known.
func (b *planner) declareEngineTables() {
	for _, t := range EngineTables() {
		t.Maker, t.At = engine, config.Pos{}
		b.plan.Tables[t.Name] = t
	}
}

// EngineTables are the tables that every run publishes about itself.
func EngineTables() []*Table {
	return []*Table{
		{
			Name: "rejects", About: "source rows that could not be used, with every reason", Restricted: true,
			Sort: []string{"source_file", "source_row"}, Key: []string{"source_file", "source_row"},
			Columns: []Column{
				{Name: "source", Type: "VARCHAR", Meaning: "extract step that read the file"},
				{Name: "source_file", Type: "VARCHAR", Meaning: "file, relative to the project"},
				{Name: "source_row", Type: "BIGINT", Meaning: "data row from 1, header not counted"},
				{Name: "raw", Type: "VARCHAR", Meaning: "the record as read"},
				{Name: "cells", Type: "VARCHAR", Meaning: "the record by column, JSON, as far as it could be cut; after a correction that did not suffice, as corrected"},
				{Name: "reasons", Type: "VARCHAR", Meaning: "every reason, separated by '; '"},
			},
		},
		{
			Name: "run_inputs", About: "input files of the run", Sort: []string{"source", "source_file"}, Key: []string{"source", "source_file"},
			Columns: []Column{
				{Name: "source", Type: "VARCHAR", Meaning: "extract step that read the file"},
				{Name: "source_file", Type: "VARCHAR", Meaning: "file, relative to the project"},
				{Name: "sha256", Type: "VARCHAR", Meaning: "hash of the file's bytes, hex"},
				{Name: "bytes", Type: "BIGINT", Unit: "bytes", Meaning: "size of the file"},
				{Name: "rows_read", Type: "BIGINT", Unit: "rows", Meaning: "records in the file"},
				{Name: "accepted", Type: "BIGINT", Unit: "rows", Meaning: "records that were used"},
				{Name: "rejected", Type: "BIGINT", Unit: "rows", Meaning: "records that were refused"},
			},
		},
		{
			Name: "run_accounts", About: "the conservation ledger: what became of every row, by step", Sort: []string{"position", "subject", "kind", "reason"},
			Key: []string{"position", "subject", "kind", "reason"},
			Columns: []Column{
				{Name: "position", Type: "INTEGER", Meaning: "order of the step in the run, from 1"},
				{Name: "step", Type: "VARCHAR", Meaning: "type and name of the step"},
				{Name: "subject", Type: "VARCHAR", Meaning: "what is counted: a file or a table"},
				{Name: "kind", Type: "VARCHAR", Meaning: "side of the account; the first six balance: in + added = out + rejected + merged + suppressed",
					Values: []string{"in", "added", "out", "rejected", "merged", "suppressed", "changed", "decided", "warning"}},
				{Name: "reason", Type: "VARCHAR", Meaning: "why; empty for the total of a kind"},
				{Name: "rows", Type: "BIGINT", Unit: "rows", Meaning: "rows counted"},
			},
		},
		{
			Name: "run_checks", About: "outcome of every check", Sort: []string{"check_name", "rule"}, Key: []string{"check_name", "rule"},
			Columns: []Column{
				{Name: "check_name", Type: "VARCHAR", Meaning: "check step"},
				{Name: "table_name", Type: "VARCHAR", Meaning: "table that was checked"},
				{Name: "rule", Type: "VARCHAR", Meaning: "rule of the check"},
				{Name: "status", Type: "VARCHAR", Meaning: "outcome", Values: []string{"passed", "warned", "failed"}},
				{Name: "failing", Type: "BIGINT", Unit: "rows", Meaning: "rows that break the rule"},
				{Name: "rows", Type: "BIGINT", Unit: "rows", Meaning: "rows that were looked at"},
				{Name: "measured", Type: "VARCHAR", Meaning: "measured value of the rule"},
				{Name: "new", Type: "BIGINT", Unit: "rows", Meaning: "failing rows that did not fail in the last published night"},
				{Name: "known", Type: "BIGINT", Unit: "rows", Meaning: "failing rows that did, or are accepted"},
				{Name: "accepted", Type: "BIGINT", Unit: "rows", Meaning: "known rows that somebody accepted until a date; they do not count against thresholds"},
				{Name: "fixed", Type: "BIGINT", Unit: "rows", Meaning: "rows that failed in the last published night and fail no more"},
			},
		},
		issueTable(),
		checkHistoryTable(),
	}
}
