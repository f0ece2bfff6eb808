package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kartoteka/config"
	"kartoteka/jobs/history"
	"kartoteka/pipelines"
)

// mostIssues bounds the issues that are listed as text.
const mostIssues = 30

func (m *Main) issuesCommand() *cobra.Command {
	var q issueQuery
	c := &cobra.Command{
		Use:   "issues [list | show KEY... | accept KEY... | reopen KEY...]",
		Short: "List the records that break rules, and accept those one lives with",
		Long: `List the records that break the rules of checks: new ones, known ones and fixed
ones, by the last run that published, or by a later one that its checks stopped.

KEY is an issue's id, or the key of its record (source:key, a contact_id).`,
		Example: "  kartoteka issues\n  kartoteka issues list --state new\n  kartoteka issues show i_3f9ab01c77de\n" +
			"  kartoteka issues accept crm:1042 --until 2026-06-30 --by anna --reason \"asked the branch\"",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return m.listIssues(c.Context(), q) },
	}
	m.listFlags(c, &q)
	c.AddCommand(m.issuesListCommand(), m.issuesShowCommand(), m.issuesAcceptCommand(), m.issuesReopenCommand())
	return c
}

func (m *Main) issuesListCommand() *cobra.Command {
	var q issueQuery
	c := &cobra.Command{
		Use:   "list",
		Short: "Count the issues of every rule, and list them newest first",
		Long: `Count the issues of every rule, and list them, newest first: the new ones, or those
of --state, --check and --rule.

With --output json: {"as_of", "published", "rules": [{"check", "rule", "table", "new",
"known", "accepted", "fixed"}], "issues": [{"issue_id", "check", "rule", "table",
"record", "rows", "state", "first_seen", "last_seen", "nights", "fixed_on",
"accepted_until", "accepted_by", "reason"}]}; issues of all states unless --state
names one.`,
		Example: "  kartoteka issues list --check contacts_are_sound --state accepted",
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return m.listIssues(c.Context(), q) },
	}
	m.listFlags(c, &q)
	return c
}

func (m *Main) listFlags(c *cobra.Command, q *issueQuery) {
	c.Flags().StringVar(&q.state, "state", "", "only issues of this `STATE`: new, ongoing, fixed or accepted")
	q.flags(c)
	m.addOutput(c)
}

// issueQuery chooses issues.
type issueQuery struct{ check, rule, state string }

func (q *issueQuery) flags(c *cobra.Command) {
	c.Flags().StringVar(&q.check, "check", "", "only issues of this `CHECK`")
	c.Flags().StringVar(&q.rule, "rule", "", "only issues of this `RULE`, as run_checks names it")
}

func (q issueQuery) takes(i pipelines.Issue) bool {
	return (q.check == "" || q.check == i.Check) && (q.rule == "" || q.rule == i.Rule) && (q.state == "" || q.state == i.State)
}

// states are the words of --state.
func states() []string {
	return []string{pipelines.IssueNew, pipelines.IssueOngoing, pipelines.IssueFixed, pipelines.IssueAccepted}
}

func (m *Main) listIssues(ctx context.Context, q issueQuery) error {
	asJSON, err := m.wantsJSON()
	if err != nil {
		return err
	}
	if q.state != "" && !slices.Contains(states(), q.state) {
		return usage(fmt.Errorf("--state %q: %s", q.state, config.DidYouMean(q.state, states())))
	}
	l, err := m.issueLedger(ctx)
	if err != nil {
		return err
	}
	if err := l.knows(q); err != nil {
		return err
	}
	rules := l.rules(q)
	chosen := l.chosen(q)
	if asJSON {
		return m.printJSON(ledgerJSON(l, rules, chosen))
	}
	if len(rules) == 0 {
		fmt.Fprintf(m.Stdout, "no issues as of %s\n", l.asOf)
		return nil
	}
	if !l.published {
		fmt.Fprintln(m.Stdout, "of a run that was not published: its checks stopped it")
	}
	for _, r := range rules {
		fmt.Fprintf(m.Stdout, "%s: %s: %s\n", r.check, r.rule, issueCounts(r.counts))
	}
	if q == (issueQuery{}) {
		chosen = slices.DeleteFunc(chosen, func(i pipelines.Issue) bool { return i.State != pipelines.IssueNew })
	}
	m.gridOfIssues(chosen)
	return nil
}

// gridOfIssues lists issues, as many as a person reads.
func (m *Main) gridOfIssues(list []pipelines.Issue) {
	if len(list) == 0 {
		return
	}
	var rows [][]string
	for _, i := range list[:min(len(list), mostIssues)] {
		record := i.Record
		if record == "" {
			record = "(all others)"
		}
		rows = append(rows, []string{i.ID, i.State, date(i.FirstSeen), count(i.Rows), record, i.Check + ": " + i.Rule})
	}
	fmt.Fprintln(m.Stdout)
	m.grid(m.Stdout, []string{"issue", "state", "since", "rows ", "record", "rule"}, rows)
	if more := len(list) - mostIssues; more > 0 {
		fmt.Fprintf(m.Stdout, "and %s more; --output json lists all\n", count(int64(more)))
	}
}

func (m *Main) issuesShowCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "show KEY...",
		Short:   "Show issues: since when, how long, accepted by whom",
		Example: "  kartoteka issues show crm:1042",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			l, err := m.issueLedger(c.Context())
			if err != nil {
				return err
			}
			found, err := l.named(args)
			if err != nil {
				return err
			}
			for n, i := range found {
				if n > 0 {
					fmt.Fprintln(m.Stdout)
				}
				m.showIssue(i)
			}
			return nil
		},
	}
	return c
}

func (m *Main) showIssue(i pipelines.Issue) {
	fmt.Fprintf(m.Stdout, "%s  %s\n", m.colors(m.Stdout).bold(i.ID), i.State)
	for _, l := range [][2]string{
		{"check", i.Check}, {"rule", i.Rule}, {"table", i.Table}, {"record", i.Record}, {"rows", count(i.Rows)},
		{"first seen", date(i.FirstSeen)}, {"last seen", date(i.LastSeen)}, {"nights", count(i.Nights)}, {"fixed on", date(i.FixedOn)},
		{"accepted", strings.TrimSpace(label("until", date(i.AcceptedUntil)) + " " + label("by", i.AcceptedBy))}, {"reason", i.Reason},
	} {
		if l[1] != "" {
			fmt.Fprintf(m.Stdout, "  %-10s %s\n", l[0], l[1])
		}
	}
}

// ruleIssues are the issues of one rule, counted.
type ruleIssues struct {
	check, rule, table string
	counts             history.Issues
	newest             string // first day of the newest
}

// rules counts the issues of every rule, the one with the newest issue first.
func (l *issueLedger) rules(q issueQuery) []ruleIssues {
	at := map[[2]string]int{}
	var out []ruleIssues
	for _, i := range l.list {
		if i.State == pipelines.IssueFixed && date(i.FixedOn) != l.asOf || !(issueQuery{q.check, q.rule, ""}).takes(i) {
			continue
		}
		n, known := at[[2]string{i.Check, i.Rule}]
		if !known {
			n = len(out)
			at[[2]string{i.Check, i.Rule}] = n
			out = append(out, ruleIssues{check: i.Check, rule: i.Rule, table: i.Table})
		}
		r := &out[n]
		r.newest = max(r.newest, date(i.FirstSeen))
		switch i.State {
		case pipelines.IssueNew:
			r.counts.New += i.Rows
		case pipelines.IssueFixed:
			r.counts.Fixed += i.Rows
		case pipelines.IssueAccepted:
			r.counts.Accepted += i.Rows
			r.counts.Known += i.Rows
		default:
			r.counts.Known += i.Rows
		}
	}
	slices.SortStableFunc(out, func(a, b ruleIssues) int { return strings.Compare(b.newest, a.newest) })
	return out
}

// chosen are the issues that a query takes, the newest first.
func (l *issueLedger) chosen(q issueQuery) []pipelines.Issue {
	out := []pipelines.Issue{}
	for _, i := range l.list {
		if q.takes(i) {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b pipelines.Issue) int { return b.FirstSeen.Compare(a.FirstSeen) })
	return out
}

// named finds issues by id or record; a key that means none is a mistake.
func (l *issueLedger) named(keys []string) ([]pipelines.Issue, error) {
	var out []pipelines.Issue
	for _, k := range keys {
		n := len(out)
		for _, i := range l.list {
			if i.ID == k || i.Record == k && k != "" {
				out = append(out, i)
			}
		}
		if len(out) == n {
			return nil, usage(errors.New("no issue and no failing record is called " + k + "; kartoteka issues list shows them"))
		}
	}
	return out, nil
}
