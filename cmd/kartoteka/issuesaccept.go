package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"kartoteka/config"
	"kartoteka/jobs"
	"kartoteka/pipelines"
)

// acceptance are the flags of accept.
type acceptance struct {
	issueQuery
	until, by, reason string
	all               bool
}

func (m *Main) issuesAcceptCommand() *cobra.Command {
	var a acceptance
	c := &cobra.Command{
		Use:   "accept {KEY... | --check CHECK --rule RULE} --until DATE --by WHO --reason TEXT",
		Short: "Accept issues until a date: they do not count against thresholds",
		Long: `Accept issues until a date: they do not count against thresholds and stay in the
published table; they are listed as accepted. With --check and --rule all issues
of the rule that are open now are accepted, not those that come later; with --all
every record of the rule is, whatever comes.

The acceptances stand in the project, in ` + config.AcceptedFile + `, one line each, and hold
from the next run on.`,
		Example: "  kartoteka issues accept crm:1042 --until 2026-06-30 --by anna --reason \"asked the branch\"\n" +
			"  kartoteka issues accept --check contacts_are_sound --rule \"not_null email\" --until 2026-12-31 --by anna --reason \"old shop\"",
		RunE: func(c *cobra.Command, args []string) error { return m.acceptIssues(c.Context(), args, a) },
	}
	a.flags(c)
	c.Flags().StringVar(&a.until, "until", "", "last `DATE` on which they are accepted, as yyyy-mm-dd")
	c.Flags().StringVar(&a.by, "by", "", "`WHO` accepts them")
	c.Flags().StringVar(&a.reason, "reason", "", "why, as `TEXT`")
	c.Flags().BoolVar(&a.all, "all", false, "accept every record of the rule, also those that come later")
	return c
}

func (m *Main) issuesReopenCommand() *cobra.Command {
	var q issueQuery
	c := &cobra.Command{
		Use:     "reopen {KEY... | --check CHECK --rule RULE}",
		Short:   "Take acceptances back",
		Long:    "Take acceptances back: the lines go from " + config.AcceptedFile + ", and the issues count again from the next run on.",
		Example: "  kartoteka issues reopen crm:1042",
		RunE:    func(c *cobra.Command, args []string) error { return m.reopenIssues(args, q) },
	}
	q.flags(c)
	return c
}

// oneWay demands either keys or a rule.
func oneWay(keys []string, q issueQuery) error {
	byRule := q.check != "" && q.rule != ""
	if byRule == (len(keys) > 0) || !byRule && q != (issueQuery{}) {
		return usage(errors.New("which issues? write their keys, or --check and --rule"))
	}
	return nil
}

func (m *Main) acceptIssues(ctx context.Context, keys []string, a acceptance) error {
	if err := oneWay(keys, a.issueQuery); err != nil {
		return err
	}
	until, err := time.Parse(time.DateOnly, a.until)
	if err != nil {
		return usage(fmt.Errorf("--until %q is not a date; write it as 2026-03-31", a.until))
	}
	if strings.TrimSpace(a.by) == "" || strings.TrimSpace(a.reason) == "" {
		return usage(errors.New("who accepts it, and why? write --by and --reason"))
	}
	l, err := m.issueLedger(ctx)
	if err != nil {
		return err
	}
	today := jobs.AsOf(m.Now(), l.project.Zone())
	if until.Before(today) {
		return usage(fmt.Errorf("--until %s has passed", a.until))
	}
	records, err := l.toAccept(keys, a)
	if err != nil {
		return err
	}
	var more []config.Acceptance
	for _, i := range records {
		more = append(more, config.Acceptance{Check: i.Check, Rule: i.Rule, Record: i.Record, Until: until, By: a.by, Reason: a.reason, On: today})
	}
	if err := writeAccepted(l.project, config.Accept(l.project.Accepted, more...)); err != nil {
		return err
	}
	fmt.Fprintf(m.Stdout, "%s accepted until %s in %s\nThe next run obeys.\n", plural(int64(len(more)), "issue"), a.until, config.AcceptedFile)
	return nil
}

// toAccept are the issues that are meant, each with the record to write.
func (l *issueLedger) toAccept(keys []string, a acceptance) ([]pipelines.Issue, error) {
	if a.all {
		if len(keys) > 0 {
			return nil, usage(errors.New("--all goes with --check and --rule, not with keys"))
		}
		if err := l.knows(a.issueQuery); err != nil {
			return nil, err
		}
		return []pipelines.Issue{{Check: a.check, Rule: a.rule, Record: config.EveryRecord}}, nil
	}
	found := l.chosen(a.issueQuery)
	if len(keys) > 0 {
		var err error
		if found, err = l.named(keys); err != nil {
			return nil, err
		}
	} else if err := l.knows(a.issueQuery); err != nil {
		return nil, err
	}
	found = slices.DeleteFunc(found, func(i pipelines.Issue) bool { return i.State == pipelines.IssueFixed })
	for _, i := range found {
		if i.Record == "" {
			return nil, usage(fmt.Errorf("%s of %s have no line of their own; accept every record of the rule with --check, --rule and --all", plural(i.Rows, "failing row"), i.Rule))
		}
	}
	if len(found) == 0 {
		return nil, usage(errors.New("nothing to accept: no issue that is meant is open"))
	}
	return found, nil
}

func (m *Main) reopenIssues(keys []string, q issueQuery) error {
	if err := oneWay(keys, q); err != nil {
		return err
	}
	dir, err := m.findProject()
	if err != nil {
		return err
	}
	list, err := config.ReadAccepted(dir)
	if err != nil {
		return err
	}
	n := len(list)
	list = slices.DeleteFunc(list, func(a config.Acceptance) bool {
		return q.check != "" && a.Check == q.check && a.Rule == q.rule ||
			slices.Contains(keys, a.Record) || slices.Contains(keys, pipelines.IssueID(a.Check, a.Rule, a.Record))
	})
	if len(list) == n {
		return usage(errors.New("no acceptance in " + config.AcceptedFile + " is meant"))
	}
	if err := writeAccepted(&config.Project{Dir: dir}, list); err != nil {
		return err
	}
	fmt.Fprintf(m.Stdout, "%s taken back; the next run counts them again\n", plural(int64(n-len(list)), "acceptance"))
	return nil
}

// writeAccepted replaces the list of accepted issues at once.
func writeAccepted(p *config.Project, list []config.Acceptance) error {
	path := filepath.Join(p.Dir, filepath.FromSlash(config.AcceptedFile))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("make the folder of %s: %w", config.AcceptedFile, errors.Unwrap(err))
	}
	if err := renameio.WriteFile(path, config.AcceptedBytes(list), 0o644); err != nil {
		return fmt.Errorf("write %s: %w", config.AcceptedFile, errors.Unwrap(err))
	}
	return nil
}
