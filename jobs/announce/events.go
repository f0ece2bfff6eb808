package announce

import (
	"slices"

	"kartoteka/config"
	"kartoteka/jobs/history"
)

// The events that a job's notify: may name.
const (
	eventOK           = "ok"
	eventFailed       = "failed"
	eventChecksFailed = "checks_failed"
	eventWarnings     = "warnings"
	eventLate         = "late"
	eventRecovered    = "recovered" // the first good run after a bad one
	eventCancelled    = "cancelled"
)

// Events are what a run is an instance of, the most telling first. A rehearsal
// is none. A project with mistakes counts as failed: the night did not happen.
func Events(r Report) []string {
	var events []string
	if r.Run.Status.Published() && bad(r.Before.Status) {
		events = append(events, eventRecovered)
	}
	switch r.Run.Status {
	case history.OK:
		events = append(events, eventOK)
	case history.Warnings:
		events = append(events, eventWarnings)
	case history.Failed, history.BadProject:
		events = append(events, eventFailed)
	case history.ChecksFailed:
		events = append(events, eventChecksFailed)
	case history.Late:
		events = append(events, eventLate)
	case history.Cancelled:
		events = append(events, eventCancelled)
	}
	if Rehearsal(r.Run) {
		return nil
	}
	return events
}

// Recipients are the addresses that asked for one of the events, each once, in
// the order of the file.
func Recipients(notify []config.Notify, events []string) []string {
	var all []string
	for _, n := range notify {
		if !slices.ContainsFunc(n.On, func(on string) bool { return slices.Contains(events, on) }) {
			continue
		}
		for _, a := range n.Email {
			if !slices.Contains(all, a.Value) {
				all = append(all, a.Value)
			}
		}
	}
	return all
}
