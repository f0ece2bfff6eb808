package pipelines

import (
	"context"
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines/duck"
)

//go:embed ledger/*.sql
var statements embed.FS

// Tables that carry checks from night to night.
const (
	issuesTable  = "run_issues"
	historyTable = "run_check_history"
)

// issueTable is the issue ledger as BI sees it.
func issueTable() *Table {
	return &Table{
		Name: issuesTable, About: "every record that breaks a rule of a check, since when, and what was decided about it; fixed ones for a month",
		Sort: []string{"check_name", "rule", "record_key"}, Key: []string{"issue_id"},
		Columns: []Column{
			{Name: "issue_id", Type: "VARCHAR", Meaning: "the issue's name, the same every night"},
			{Name: "check_name", Type: "VARCHAR", Meaning: "check step"},
			{Name: "rule", Type: "VARCHAR", Meaning: "rule of the check"},
			{Name: "table_name", Type: "VARCHAR", Meaning: "table that was checked"},
			{Name: "record_key", Type: "VARCHAR", Meaning: "key of the record, joined by ':'; a hash of the row where the table has no key; the table when the rule is about the whole; empty for all records beyond the first 10,000 of the rule"},
			{Name: "rows", Type: "BIGINT", Unit: "rows", Meaning: "failing rows that this line stands for"},
			{Name: "state", Type: "VARCHAR", Meaning: "new tonight, known already, fails no more, or accepted until a date", Values: []string{IssueNew, IssueOngoing, IssueFixed, IssueAccepted}},
			{Name: "first_seen", Type: "DATE", Meaning: "first night in which the record broke the rule"},
			{Name: "last_seen", Type: "DATE", Meaning: "last night in which it did"},
			{Name: "nights", Type: "BIGINT", Unit: "nights", Meaning: "published nights in which it did"},
			{Name: "fixed_on", Type: "DATE", Meaning: "night in which it did no more; NULL while it does"},
			{Name: "accepted_until", Type: "DATE", Meaning: "last day on which the issue is accepted; NULL when it is not"},
			{Name: "accepted_by", Type: "VARCHAR", Meaning: "who accepted it; empty when nobody did"},
			{Name: "reason", Type: "VARCHAR", Meaning: "why it was accepted; empty when it is not"},
		},
	}
}

// checkHistoryTable keeps what rules measured, for comparison with earlier nights.
func checkHistoryTable() *Table {
	return &Table{
		Name: historyTable, About: "what each rule measured, night by night, the last 400 nights",
		Sort: []string{"check_name", "rule", "night"}, Key: []string{"check_name", "rule", "night"},
		Columns: []Column{
			{Name: "night", Type: "DATE", Meaning: "as_of of the night"},
			{Name: "check_name", Type: "VARCHAR", Meaning: "check step"},
			{Name: "rule", Type: "VARCHAR", Meaning: "rule of the check"},
			{Name: "value", Type: "DOUBLE", Meaning: "measured value: of a rule about rows the failing share, 0-1"},
		},
	}
}

// issueRows are the rows of the issue ledger.
func issueRows(issues []Issue) [][]any {
	var out [][]any
	for _, i := range issues {
		out = append(out, []any{i.ID, i.Check, i.Rule, i.Table, i.Record, i.Rows, i.State, i.FirstSeen, i.LastSeen, i.Nights,
			day(i.FixedOn), day(i.AcceptedUntil), i.AcceptedBy, i.Reason})
	}
	return out
}

// day is a date, or NULL for the zero time.
func day(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t
}

// BlockedIssues is where the issue ledger of the last run stands when its checks
// stopped it: nothing of it is published, and somebody wants to see which
// records were to blame. A run that publishes removes it.
func BlockedIssues(p *config.Project) string {
	return filepath.Join(p.Dir, WorkDir, "issues.parquet")
}

// leaveIssues writes the ledger of a run that its checks stopped.
func (e *execution) leaveIssues(ctx context.Context, export string) error {
	if e.q.Bare != "" {
		return nil
	}
	file := filepath.Join(export, "issues.parquet")
	err := e.db.CopyParquet(ctx, "SELECT *, "+asOfLiteral(e.q.Plan.AsOf)+" AS as_of FROM "+duck.Ident(issuesTable), file)
	if err == nil {
		err = os.Rename(file, BlockedIssues(e.q.Plan.Project))
	}
	if err != nil {
		return fmt.Errorf("keep the issues of a run that is not published: %w", bare(err))
	}
	return nil
}

func asOfLiteral(t time.Time) string { return "DATE " + duck.Quote(t.Format(time.DateOnly)) }
