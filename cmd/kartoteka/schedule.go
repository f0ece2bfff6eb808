package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kartoteka/config"
	"kartoteka/jobs"
	"kartoteka/jobs/schedule"
)

func (m *Main) scheduleCommand() *cobra.Command {
	var from string
	var next int
	c := &cobra.Command{
		Use:   "schedule [JOB]",
		Short: "Show when the jobs run next",
		Long: `Show when the jobs run next, on the clocks of their zones. Occurrences that a
change of clocks touches are marked: a wall time that is left out runs at the
first instant behind the gap (or not at all, with dst: skip), one that comes
twice runs the first time; a job whose hours are * or a step runs at every real
occurrence.

With --output json: [{"job", "at" (UTC), "local", "transition"}], where
transition is "", "gap" or "repeated".`,
		Example:           "  kartoteka schedule\n  kartoteka schedule nightly --next 30\n  kartoteka schedule --from 2026-03-28 --output json",
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: m.completeJob,
		RunE:              func(_ *cobra.Command, args []string) error { return m.schedule(strings.Join(args, ""), from, next) },
	}
	c.Flags().StringVar(&from, "from", "", "look from this `TIME` on, as 2026-03-28, 2026-03-28T02:00 or with an offset (default: now)")
	c.Flags().IntVar(&next, "next", 10, "so many occurrences of each job")
	m.addOutput(c)
	return c
}

// fire is one planned occurrence.
type fire struct {
	Job        string              `json:"job"`
	At         time.Time           `json:"at"`
	Local      time.Time           `json:"local"`
	Transition schedule.Transition `json:"transition"`
}

func (m *Main) schedule(name, from string, next int) error {
	asJSON, err := m.wantsJSON()
	if err != nil {
		return err
	}
	if next < 1 {
		return usage(errors.New("--next: write a number from 1"))
	}
	p, problems, err := m.load()
	if err != nil {
		return err
	}
	if problems = append(problems, jobs.Check(p)...).Sorted(); len(problems) > 0 {
		return m.refuse(p, problems)
	}
	picked := p.Jobs
	if name != "" {
		job, err := pickJob(p, name)
		if err != nil {
			return err
		}
		picked = []*config.Job{job}
	}
	fires := []fire{}
	for _, job := range picked {
		times, err := jobs.ScheduleOf(p, job)
		if err != nil {
			return err
		}
		if times == nil {
			continue
		}
		start, err := m.moment(from, times.Zone())
		if err != nil {
			return err
		}
		for at, n := times.Next(start.Add(-time.Nanosecond)), 0; n < next && !at.IsZero(); n++ {
			fires = append(fires, fire{Job: job.Job.Value, At: at.UTC(), Local: at, Transition: times.Transition(at)})
			at = times.Next(at)
		}
	}
	slices.SortStableFunc(fires, func(a, b fire) int { return a.At.Compare(b.At) })
	if asJSON {
		return m.printJSON(fires)
	}
	m.printFires(fires)
	return nil
}

func (m *Main) printFires(fires []fire) {
	if len(fires) == 0 {
		fmt.Fprintln(m.Stdout, `no job has a schedule; write schedule: {cron: "30 2 * * *"} in a file of jobs/`)
		return
	}
	paint := m.colors(m.Stdout)
	note := map[schedule.Transition]string{
		schedule.Moved:    "clocks go forward: its time is left out, it runs right behind the gap",
		schedule.Repeated: "clocks go back: this time comes twice",
	}
	var rows [][]string
	for _, f := range fires {
		rows = append(rows, []string{f.Job, f.Local.Format("Mon 2006-01-02 15:04 MST"), f.At.Format("2006-01-02 15:04"), paint.yellow(note[f.Transition])})
	}
	m.grid(m.Stdout, []string{"job", "runs at", "UTC", ""}, rows)
}

// moment reads a time given on the command line: now when empty, else an instant
// or a wall time of the zone.
func (m *Main) moment(text string, zone *time.Location) (time.Time, error) {
	if text == "" {
		return m.Now(), nil
	}
	if at, err := time.Parse(time.RFC3339, text); err == nil {
		return at, nil
	}
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", time.DateOnly} {
		if at, err := time.ParseInLocation(layout, text, zone); err == nil {
			return at, nil
		}
	}
	return time.Time{}, usage(fmt.Errorf("--from %q is not a time; write it as 2026-03-28, 2026-03-28T02:00 or 2026-03-28T02:00:00+01:00", text))
}
