package announce

import (
	"strings"
	"time"

	"kartoteka/jobs/history"
)

// Report is all that is told about one run.
type Report struct {
	Project   string
	Language  string         // en or pl
	PublishTo string         // folder that BI reads, relative to the project
	Zone      *time.Location // of the times in a letter
	Run       history.Run
	Details   history.Details
	Before    history.Run // what this job's earlier run came to; see Before
	Seen      history.Run // the run whose tables BI sees now; zero: none yet
}

// Rehearsal reports whether a run went well and published nothing: a dry run.
func Rehearsal(r history.Run) bool { return r.Status.Published() && r.SnapshotID == "" }

// Before finds the run that came before another of the same job: the last to
// end of those that tell whether the job was well. Runs that were skipped,
// locked out or cancelled, and rehearsals, say nothing. The zero Run: none.
func Before(runs []history.Run, this history.Run) history.Run {
	var before history.Run
	for _, r := range runs {
		if r.Job == this.Job && r.ID != this.ID && (bad(r.Status) || r.Status.Published() && !Rehearsal(r)) && ended(r).After(ended(before)) {
			before = r
		}
	}
	return before
}

// Seen finds the run whose tables BI sees: the last that published.
func Seen(runs []history.Run) history.Run {
	var seen history.Run
	for _, r := range runs {
		if r.Status.Published() && !Rehearsal(r) && ended(r).After(ended(seen)) {
			seen = r
		}
	}
	return seen
}

// ended is when a run ended; the start of one that was killed.
func ended(r history.Run) time.Time {
	if r.Finished.IsZero() {
		return r.Started
	}
	return r.Finished
}

func bad(s history.Status) bool {
	switch s {
	case history.Failed, history.ChecksFailed, history.Late, history.BadProject, history.Interrupted:
		return true
	}
	return false
}

// reminder is after how many days a failure that goes on is told again.
const reminder = 7

// ToldAlready reports whether the runs before one of the same job, newest first,
// failed for the same cause, and that was told within the last week: the first
// night of a streak is told, and every seventh after it.
func ToldAlready(runs []history.Run, this history.Run) bool {
	if !bad(this.Status) {
		return false
	}
	first := this
	for _, r := range runs {
		if r.Job != this.Job || r.ID == this.ID || !ended(r).Before(ended(this)) {
			continue
		}
		switch {
		case !bad(r.Status) && (!r.Status.Published() || Rehearsal(r)):
			continue // says nothing
		case r.Status != this.Status || cause(r) != cause(this):
			return streak(first, this)
		}
		first = r
	}
	return streak(first, this)
}

// streak reports whether a failure since one run is told at another.
func streak(first, this history.Run) bool {
	days := int(ended(this).Sub(ended(first)).Hours()+12) / 24
	return first.ID != this.ID && days%reminder != 0
}

// cause is a reason without its numbers, which differ from night to night.
func cause(r history.Run) string {
	return strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return -1
		}
		return c
	}, r.Reason)
}
