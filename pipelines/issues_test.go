package pipelines

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"kartoteka/config"
)

// nights settles one rule over several nights, each with its failing records,
// and gives what the ledger says after the last.
type nights struct {
	before map[string]Issue
	asOf   time.Time
}

func (n *nights) night(t *testing.T, more int64, accepted []config.Acceptance, records ...string) string {
	t.Helper()
	n.asOf = n.asOf.AddDate(0, 0, 1)
	f := Finding{Check: "c", Rule: "r", Table: "t", More: more}
	for _, r := range records {
		f.Keys = append(f.Keys, FailingKey{r, 1})
		f.Last = r
	}
	s := settling{f: f, asOf: n.asOf, accepted: map[string]config.Acceptance{}, before: n.before}
	for _, a := range accepted {
		if a.Holds(n.asOf) {
			s.accepted[a.Record] = a
		}
	}
	for _, i := range s.before {
		if i.State == IssueNew || i.State == IssueOngoing {
			s.border = max(s.border, i.Record)
		}
	}
	s.settle()
	n.before = map[string]Issue{}
	var out strings.Builder
	fmt.Fprintf(&out, "%d new %d fixed %d known %d accepted:", s.counts.New, s.counts.Fixed, s.counts.Known, s.counts.Accepted)
	for _, i := range s.out {
		n.before[i.Record] = i
		fmt.Fprintf(&out, " %s=%s/%d/%d", i.Record, i.State, i.FirstSeen.Day(), i.Nights)
	}
	return out.String()
}

func TestIssuesOverNights(t *testing.T) {
	n := nights{before: map[string]Issue{}, asOf: time.Date(2026, 3, 0, 0, 0, 0, 0, time.UTC)}
	accept := []config.Acceptance{{Record: "a", Until: time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC), By: "x", Reason: "y"}}
	for i, step := range []struct {
		accepted []config.Acceptance
		records  []string
		want     string
	}{
		{nil, []string{"a", "b"}, "2 new 0 fixed 0 known 0 accepted: a=new/1/1 b=new/1/1"},
		{nil, []string{"a", "c"}, "1 new 1 fixed 1 known 0 accepted: a=ongoing/1/2 b=fixed/1/1 c=new/2/1"},
		{accept, []string{"a", "c"}, "0 new 0 fixed 2 known 1 accepted: a=accepted/1/3 b=fixed/1/1 c=ongoing/2/2"},
		{accept, []string{"a", "b"}, "1 new 1 fixed 1 known 1 accepted: a=accepted/1/4 b=new/1/2 c=fixed/2/2"},
		{accept, []string{"a", "b"}, "0 new 0 fixed 2 known 0 accepted: a=ongoing/1/5 b=ongoing/1/3 c=fixed/2/2"}, // expired
		{nil, nil, "0 new 2 fixed 0 known 0 accepted: a=fixed/1/5 b=fixed/1/3 c=fixed/2/2"},
	} {
		if got := n.night(t, 0, step.accepted, step.records...); got != step.want {
			t.Errorf("night %d\n got %s\nwant %s", i+1, got, step.want)
		}
	}
	n.asOf = n.asOf.AddDate(0, 0, fixedDays-2)
	if got := n.night(t, 0, nil); got != "0 new 0 fixed 0 known 0 accepted: a=fixed/1/5 b=fixed/1/3" {
		t.Errorf("a month later: %s", got)
	}
}

// TestIssuesBeyondTheBorder: records that share one line are known, not new,
// and nothing beyond what was looked at is called fixed.
func TestIssuesBeyondTheBorder(t *testing.T) {
	n := nights{before: map[string]Issue{}, asOf: time.Date(2026, 3, 0, 0, 0, 0, 0, time.UTC)}
	for i, step := range []struct {
		more    int64
		records []string
		want    string
	}{
		{7, []string{"a", "b"}, "9 new 0 fixed 0 known 0 accepted: =new/1/1 a=new/1/1 b=new/1/1"},
		{6, []string{"a", "d"}, "0 new 1 fixed 8 known 0 accepted: =ongoing/1/2 a=ongoing/1/2 b=fixed/1/1 d=ongoing/1/2"},
		{7, []string{"0", "a"}, "1 new 0 fixed 8 known 0 accepted: =ongoing/1/3 0=new/3/1 a=ongoing/1/3 b=fixed/1/1"},
		{0, []string{"a", "x", "y"}, "0 new 6 fixed 3 known 0 accepted: =fixed/1/3 0=fixed/3/1 a=ongoing/1/4 b=fixed/1/1 x=ongoing/1/4 y=ongoing/1/4"},
	} {
		if got := n.night(t, step.more, nil, step.records...); got != step.want {
			t.Errorf("night %d\n got %s\nwant %s", i+1, got, step.want)
		}
	}
}

func TestEveryRecordAccepted(t *testing.T) {
	n := nights{before: map[string]Issue{}, asOf: time.Date(2026, 3, 0, 0, 0, 0, 0, time.UTC)}
	all := []config.Acceptance{{Record: config.EveryRecord, Until: time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)}}
	if got := n.night(t, 5, all, "a"); got != "0 new 0 fixed 6 known 6 accepted: =accepted/1/1 a=accepted/1/1" {
		t.Error(got)
	}
}
