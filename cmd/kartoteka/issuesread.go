package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/snapshot"
)

// issueLedger is the ledger of the last run that published, or of a later one
// that its checks stopped.
type issueLedger struct {
	project   *config.Project
	asOf      string
	published bool
	list      []pipelines.Issue
}

func (m *Main) issueLedger(ctx context.Context) (*issueLedger, error) {
	p, problems, err := m.load()
	if err != nil {
		return nil, err
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	l := &issueLedger{project: p}
	path := pipelines.BlockedIssues(p)
	if _, err := os.Stat(path); err != nil {
		to := p.Resolve(p.Settings.Publish.To.Value)
		set, err := snapshot.Current(to)
		if err != nil {
			return nil, err
		}
		if set == nil {
			return nil, errors.New("nothing is published yet; run a job first: kartoteka run")
		}
		l.published, l.asOf = true, set.AsOf
		file, ok := set.Path("run_issues")
		if !ok {
			return l, nil
		}
		path = filepath.Join(to, filepath.FromSlash(file))
	}
	return l, l.read(ctx, path)
}

func (l *issueLedger) read(ctx context.Context, path string) (err error) {
	db, err := duck.Open(ctx, duck.Options{Threads: 1, AllowedPaths: []string{path}})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	err = pipelines.ScanIssues(ctx, db, path, func(i pipelines.Issue) {
		l.list = append(l.list, i)
		if !l.published {
			l.asOf = max(l.asOf, date(i.LastSeen))
		}
	})
	if err != nil {
		return fmt.Errorf("read the issues: %w", err)
	}
	return nil
}

// knows refuses a check or a rule that has no issue.
func (l *issueLedger) knows(q issueQuery) error {
	var checks, rules []string
	for _, pl := range l.project.Pipelines {
		for _, e := range pl.Steps {
			if e.Type == "check" {
				checks = append(checks, e.Name.Value)
			}
		}
	}
	for _, i := range l.list {
		if !slices.Contains(rules, i.Rule) {
			rules = append(rules, i.Rule)
		}
	}
	if q.check != "" && !slices.Contains(checks, q.check) {
		return usage(fmt.Errorf("no check is called %q; %s", q.check, config.DidYouMean(q.check, checks)))
	}
	if q.rule != "" && !slices.Contains(rules, q.rule) {
		return usage(fmt.Errorf("no issue is of a rule %q; %s", q.rule, config.DidYouMean(q.rule, rules)))
	}
	return nil
}

// date writes a day; nothing for the zero time.
func date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

type issuesJSON struct {
	AsOf      string          `json:"as_of"`
	Published bool            `json:"published"`
	Rules     []ruleCountJSON `json:"rules"`
	Issues    []issueJSON     `json:"issues"`
}

type ruleCountJSON struct {
	Check    string `json:"check"`
	Rule     string `json:"rule"`
	Table    string `json:"table"`
	New      int64  `json:"new"`
	Known    int64  `json:"known"`
	Accepted int64  `json:"accepted"`
	Fixed    int64  `json:"fixed"`
}

type issueJSON struct {
	ID     string `json:"issue_id"`
	Check  string `json:"check"`
	Rule   string `json:"rule"`
	Table  string `json:"table"`
	Record string `json:"record"` // empty: all beyond the first 10,000 of the rule
	Rows   int64  `json:"rows"`
	State  string `json:"state"`
	First  string `json:"first_seen"`
	Last   string `json:"last_seen"`
	Nights int64  `json:"nights"`
	Fixed  string `json:"fixed_on,omitempty"`
	Until  string `json:"accepted_until,omitempty"`
	By     string `json:"accepted_by,omitempty"`
	Reason string `json:"reason,omitempty"`
}

func ledgerJSON(l *issueLedger, rules []ruleIssues, list []pipelines.Issue) issuesJSON {
	out := issuesJSON{AsOf: l.asOf, Published: l.published, Rules: []ruleCountJSON{}, Issues: []issueJSON{}}
	for _, r := range rules {
		c := r.counts
		out.Rules = append(out.Rules, ruleCountJSON{r.check, r.rule, r.table, c.New, c.Known, c.Accepted, c.Fixed})
	}
	for _, i := range list {
		out.Issues = append(out.Issues, issueJSON{i.ID, i.Check, i.Rule, i.Table, i.Record, i.Rows, i.State, date(i.FirstSeen), date(i.LastSeen),
			i.Nights, date(i.FixedOn), date(i.AcceptedUntil), i.AcceptedBy, i.Reason})
	}
	return out
}
