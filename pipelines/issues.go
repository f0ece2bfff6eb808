package pipelines

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines/duck"
)

// The issue ledger: every record that breaks a rule, night after night.
//
// A record is known by its key. Tonight's failing records are joined with the
// issues of the last snapshot: one that was not there is new, one that was is
// ongoing, one that is there no more is fixed, one that somebody accepted until
// a date is accepted. So the ledger is state of the snapshot: repeating a night
// gives the same ledger, a night that is not published leaves it as it was.
//
// Of one rule the first MostIssues records in the order of their keys have a
// line each; the others share one, whose key is empty. What crosses that border
// is taken for known, never for new, and never for fixed.
//
// A fixed issue stays for a month. When its record fails again within it, the
// issue is new again and keeps its first day.

// MostIssues bounds the records of one rule that have a line each.
const MostIssues = 10_000

// fixedDays is how long a fixed issue stays in the ledger.
const fixedDays = 30

// Words of Issue.State.
const (
	IssueNew      = "new"
	IssueOngoing  = "ongoing"
	IssueFixed    = "fixed"
	IssueAccepted = "accepted"
)

// Issue is a record that breaks a rule, or broke it.
type Issue struct {
	ID                           string
	Check, Rule, Table, Record   string
	Rows                         int64 // failing rows that it stands for
	State                        string
	FirstSeen, LastSeen, FixedOn time.Time
	Nights                       int64
	AcceptedUntil                time.Time
	AcceptedBy, Reason           string
}

// IssueID names an issue in every night alike.
func IssueID(check, rule, record string) string {
	sum := sha256.Sum256([]byte(check + "\x00" + rule + "\x00" + record))
	return "i_" + hex.EncodeToString(sum[:6])
}

// Finding is what one rule found tonight.
type Finding struct {
	Check, Rule, Table string
	Keys               []FailingKey // each record once
	More               int64        // failing rows of records that are not among Keys
	Last               string       // with More: every failing record up to this one is among Keys
}

// FailingKey is a failing record with the rows that it stands for.
type FailingKey struct {
	Record string
	Rows   int64
}

// IssueCounts are the failing rows of a rule by what is known of them. Known
// includes Accepted; Fixed rows fail no more.
type IssueCounts struct{ New, Fixed, Known, Accepted int64 }

// RecordIssues joins what a rule found with what the last snapshot knows. A
// rule that found nothing is recorded too: its issues are fixed.
func (r *Run) RecordIssues(ctx context.Context, f Finding) (IssueCounts, error) {
	if r.issues == nil {
		before, err := readIssues(ctx, r.DB, r.Previous)
		if err != nil {
			return IssueCounts{}, fmt.Errorf("read the issues of the last snapshot: %w", err)
		}
		r.issues = before
	}
	accepted := map[string]config.Acceptance{}
	for _, a := range r.Accepted(f.Check, f.Rule) {
		accepted[a.Record] = a
	}
	s := settling{f: f, asOf: r.AsOf, accepted: accepted, before: map[string]Issue{}}
	for _, i := range r.issues[[2]string{f.Check, f.Rule}] {
		s.before[i.Record] = i
		if i.State == IssueNew || i.State == IssueOngoing {
			s.border = max(s.border, i.Record)
		}
	}
	s.settle()
	r.journal.Issues = append(r.journal.Issues, s.out...)
	return s.counts, nil
}

// Accepted are the acceptances of a rule that hold tonight.
func (r *Run) Accepted(check, rule string) []config.Acceptance {
	var out []config.Acceptance
	for _, a := range r.Project.Accepted {
		if a.Check == check && a.Rule == rule && a.Holds(r.AsOf) {
			out = append(out, a)
		}
	}
	return out
}

// settling is the join of one rule.
type settling struct {
	f        Finding
	asOf     time.Time
	accepted map[string]config.Acceptance
	before   map[string]Issue
	border   string // last record that had a line of its own
	beyond   int64  // tonight's rows beyond that border that had none
	out      []Issue
	counts   IssueCounts
}

// rest is the record of the line that stands for all beyond MostIssues.
const rest = ""

func (s *settling) settle() {
	tonight := map[string]bool{}
	for _, k := range s.f.Keys {
		tonight[k.Record] = true
		s.fails(k)
	}
	restBefore, hadRest := s.before[rest]
	hadRest = hadRest && restBefore.State != IssueFixed
	if s.f.More > 0 {
		tonight[rest] = true
		s.fails(FailingKey{rest, s.f.More})
	} else if gone := restBefore.Rows - s.beyond; hadRest && gone > 0 {
		tonight[rest] = true
		restBefore.Rows = gone
		s.fixed(restBefore)
	}
	var old []Issue
	for _, i := range s.before {
		switch {
		case tonight[i.Record] || i.Record == rest && i.State != IssueFixed:
		case i.State == IssueFixed:
			if s.asOf.Sub(i.FixedOn) < fixedDays*24*time.Hour {
				old = append(old, i)
			}
		case s.f.More > 0 && i.Record > s.f.Last: // one of the rest tonight, or not: nobody looked
		default:
			s.fixed(i)
		}
	}
	s.out = append(s.out, old...)
	slices.SortFunc(s.out, func(a, b Issue) int { return strings.Compare(a.Record, b.Record) })
	s.forget()
}

// fails records a record that breaks the rule tonight.
func (s *settling) fails(k FailingKey) {
	i := Issue{ID: IssueID(s.f.Check, s.f.Rule, k.Record), Check: s.f.Check, Rule: s.f.Rule, Record: k.Record, FirstSeen: s.asOf, State: IssueNew}
	before, known := s.before[k.Record]
	if tail, cut := s.before[rest]; !known && cut && tail.State != IssueFixed && k.Record > s.border {
		before, known = tail, true
		s.beyond += k.Rows
	}
	if known {
		i.FirstSeen, i.Nights = before.FirstSeen, before.Nights
		if before.State != IssueFixed {
			i.State = IssueOngoing
		}
	}
	i.Table, i.Rows, i.LastSeen, i.Nights = s.f.Table, k.Rows, s.asOf, i.Nights+1
	a, ok := s.accepted[k.Record]
	if !ok || k.Record == rest {
		a, ok = s.accepted[config.EveryRecord]
	}
	switch {
	case ok:
		i.State, i.AcceptedUntil, i.AcceptedBy, i.Reason = IssueAccepted, a.Until, a.By, a.Reason
		s.counts.Accepted += i.Rows
		s.counts.Known += i.Rows
	case i.State == IssueNew:
		s.counts.New += i.Rows
	default:
		s.counts.Known += i.Rows
	}
	s.out = append(s.out, i)
}

// fixed records one that breaks it no more.
func (s *settling) fixed(i Issue) {
	i.State, i.FixedOn = IssueFixed, s.asOf
	i.AcceptedUntil, i.AcceptedBy, i.Reason = time.Time{}, "", ""
	s.counts.Fixed += i.Rows
	s.out = append(s.out, i)
}

// forget drops fixed issues beyond MostIssues, the oldest first.
func (s *settling) forget() {
	var fixed []Issue
	for _, i := range s.out {
		if i.State == IssueFixed {
			fixed = append(fixed, i)
		}
	}
	if len(fixed) <= MostIssues {
		return
	}
	slices.SortStableFunc(fixed, func(a, b Issue) int { return b.FixedOn.Compare(a.FixedOn) })
	gone := map[string]bool{}
	for _, i := range fixed[MostIssues:] {
		gone[i.ID] = true
	}
	s.out = slices.DeleteFunc(s.out, func(i Issue) bool { return gone[i.ID] })
}

// readIssues reads the ledger of the last snapshot, by check and rule.
func readIssues(ctx context.Context, db *duck.DB, p Previous) (map[[2]string][]Issue, error) {
	out := map[[2]string][]Issue{}
	path, ok := p.Path(issuesTable)
	if !ok {
		return out, nil
	}
	err := ScanIssues(ctx, db, path, func(i Issue) {
		at := [2]string{i.Check, i.Rule}
		out[at] = append(out[at], i)
	})
	return out, err
}

// ScanIssues reads a Parquet file of the ledger, in the order of its rows.
func ScanIssues(ctx context.Context, db *duck.DB, path string, each func(Issue)) error {
	query, err := duck.Render(statements, "ledger/issues.sql", duck.Args{"file": path})
	if err != nil {
		return err
	}
	return db.Rows(ctx, query, func(scan func(...any) error) error {
		var i Issue
		var fixed, until *time.Time
		err := scan(&i.ID, &i.Check, &i.Rule, &i.Table, &i.Record, &i.Rows, &i.State, &i.FirstSeen, &i.LastSeen, &i.Nights, &fixed, &until, &i.AcceptedBy, &i.Reason)
		if err != nil {
			return err
		}
		if fixed != nil {
			i.FixedOn = *fixed
		}
		if until != nil {
			i.AcceptedUntil = *until
		}
		each(i)
		return nil
	})
}
