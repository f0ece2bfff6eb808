package history

import (
	"strings"
	"time"
)

// Status says how a run stands or ended.
type Status string

// The statuses. Every planned occurrence ends as one of those from OK on.
const (
	Queued       Status = "queued"
	Running      Status = "running"
	OK           Status = "ok"
	Failed       Status = "failed"
	ChecksFailed Status = "checks_failed"
	Warnings     Status = "warnings" // published, with warnings
	Late         Status = "late"     // an input was missing at its deadline
	Locked       Status = "locked"   // another run held the project
	Cancelled    Status = "cancelled"
	BadProject   Status = "bad_project"
	Interrupted  Status = "interrupted" // the process was killed
	Skipped      Status = "skipped"     // an occurrence that was let go; Reason says why
)

// Published reports whether the run put a new set of tables in place.
func (s Status) Published() bool { return s == OK || s == Warnings }

// Run is one execution of a job. Zero times are absent.
type Run struct {
	ID         string
	Job        string
	Scheduled  time.Time // the schedule's instant; zero when started by hand
	AsOf       time.Time // date at UTC midnight
	Status     Status
	ExitCode   int
	Reason     string // why it failed, was skipped or locked; empty when it went well
	Attempts   int
	Started    time.Time
	Finished   time.Time
	SnapshotID string
}

// Duration is the time from start to end; 0 while it runs.
func (r Run) Duration() time.Duration {
	if r.Started.IsZero() || r.Finished.IsZero() {
		return 0
	}
	return r.Finished.Sub(r.Started)
}

// Details is what a run left behind.
type Details struct {
	Steps    []Step
	Accounts []Account
	Checks   []Check
	Inputs   []Input
	Outputs  []Output
	Warnings []Warning
}

// Step is one step of a run. Row counts are sums over its accounts.
type Step struct {
	Place                                        int // order in the run, from 1
	Pipeline, Type, Name                         string
	In, Added, Out, Rejected, Merged, Suppressed int64
	Duration                                     time.Duration
	PeakBytes                                    int64 // of the process while the step ran; 0: not measured
	Error                                        string
}

// Account is one line of a step's conservation account. Kind is in, added, out,
// rejected, merged, suppressed, changed, decided or warning; Reason is empty for
// totals.
type Account struct {
	Step, Subject, Kind, Reason string
	Rows                        int64
}

// Check is the outcome of one rule: passed, warned or failed.
type Check struct {
	Name, Table, Rule, Status string
	FailingRows, Rows         int64
	Measured                  string // value that the rule measured, when it measures one
	Issues                    Issues
}

// Issues are the failing rows of a rule by what is known of them: they fail
// since this night, or did before (Accepted: and somebody lives with them until a
// date). Fixed rows fail no more.
type Issues struct{ New, Known, Accepted, Fixed int64 }

// Any tells whether there is anything to say.
func (i Issues) Any() bool { return i != Issues{} }

// Plus adds the issues of another rule.
func (i Issues) Plus(o Issues) Issues {
	return Issues{i.New + o.New, i.Known + o.Known, i.Accepted + o.Accepted, i.Fixed + o.Fixed}
}

// Input is a file that was read. File is relative to the project.
type Input struct {
	Source, File, SHA256             string
	Bytes                            int64
	RowsRead, Accepted, RowsRejected int64
}

// Output is a file that was published. File is relative to the published folder.
type Output struct {
	Table, File string
	Rows, Bytes int64
	SHA256      string
}

// Warning is something that the run tells without failing.
type Warning struct {
	Step, Code, Text string
}

// ID derives a run's id from its job and its instant.
func ID(job string, at time.Time) string {
	return job + "-" + at.UTC().Format("20060102T150405Z")
}

const longest = 2000 // bytes of a text from outside

func cut(text string) string {
	if len(text) <= longest {
		return text
	}
	return strings.ToValidUTF8(text[:longest], "") + "…"
}
