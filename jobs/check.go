package jobs

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"kartoteka/config"
	"kartoteka/jobs/announce"
	"kartoteka/jobs/schedule"
)

// Check reports what is wrong with the jobs of a project beyond the shape of
// their files: cron text, zones, lengths of time, sources to wait for,
// notifications. That the pipelines exist and fit is said by the plan.
func Check(p *config.Project) config.Problems {
	var problems config.Problems
	for _, job := range p.Jobs {
		checkSchedule(p, job, &problems)
		checkTimes(job, &problems)
		checkWait(p, job, &problems)
		if len(job.Pipelines) == 0 && job.Node.Get("pipelines").Exists() {
			problems.Add(job.Node.Get("pipelines"), "the job runs no pipeline", config.DidYouMean("", p.PipelineNames()))
		}
	}
	return append(problems, announce.Check(p)...).Sorted()
}

// ScheduleOf gives a job's schedule; nil when it has none. The project passed
// Check.
func ScheduleOf(p *config.Project, job *config.Job) (*schedule.Schedule, error) {
	if job.Schedule == nil {
		return nil, nil
	}
	cron, err := schedule.ParseCron(job.Schedule.Cron.Value)
	if err != nil {
		return nil, fmt.Errorf("job %s: %w", job.Job.Value, err)
	}
	zone, err := ZoneOf(p, job)
	if err != nil {
		return nil, fmt.Errorf("job %s: %w", job.Job.Value, err)
	}
	return schedule.New(cron, zone, schedule.Gap(job.Schedule.DST)), nil
}

// ZoneOf gives the zone of a job: its schedule's, else the project's.
func ZoneOf(p *config.Project, job *config.Job) (*time.Location, error) {
	if job.Schedule != nil && job.Schedule.TimeZone.Value != "" {
		return schedule.LoadZone(job.Schedule.TimeZone.Value)
	}
	return p.Zone(), nil
}

// AsOf gives the date of an instant in a job's zone, at UTC midnight.
func AsOf(at time.Time, zone *time.Location) time.Time {
	year, month, day := at.In(zone).Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

func checkSchedule(p *config.Project, job *config.Job, problems *config.Problems) {
	s := job.Schedule
	if s == nil {
		return
	}
	if s.Cron.At.Exists() {
		_, err := schedule.ParseCron(s.Cron.Value)
		var wrong *schedule.Error
		if errors.As(err, &wrong) {
			problems.AddAt(inside(p, s.Cron, wrong.Offset), s.Cron.At.Path, wrong.What, wrong.Instead)
		}
	}
	if s.TimeZone.At.Exists() {
		config.CheckZone(s.TimeZone, problems)
		if s.TimeZone.Value == "" {
			problems.Add(s.TimeZone.At, "the time zone is empty", "write a name such as Europe/Warsaw, or remove the key")
		}
	}
	if s.MaxAge != nil && s.Missed == "skip" {
		problems.Add(s.MaxAge.At, "max_age has no effect: missed occurrences are skipped", "remove max_age, or write missed: latest")
	}
}

func checkTimes(job *config.Job, problems *config.Problems) {
	positive := func(d *config.Duration, what string) {
		if d != nil && d.At.Exists() && d.Duration <= 0 {
			problems.Add(d.At, what+" of no length", "write a length such as 30s, 2m, 36h")
		}
	}
	positive(job.Timeout, "a timeout")
	if job.Schedule != nil {
		positive(job.Schedule.MaxAge, "a max_age")
	}
	if r := job.Retries; r.Attempts > 1 && job.Timeout != nil && r.Backoff.Duration >= job.Timeout.Duration {
		at := r.Backoff.At
		if !at.Exists() {
			at = job.Timeout.At
		}
		problems.Add(at, "the pause before the second attempt is longer than the timeout, which covers all attempts",
			"write a shorter backoff or a longer timeout")
	}
}

func checkWait(p *config.Project, job *config.Job, problems *config.Problems) {
	w := job.WaitFor
	if w == nil {
		return
	}
	if w.Until.At.Exists() {
		if _, err := time.Parse("15:04", w.Until.Value); err != nil {
			problems.Add(w.Until.At, fmt.Sprintf("%q is not a time of day", w.Until.Value), `write it as "04:00"`)
		}
	}
	sources := sourcesOf(p, job)
	for _, s := range w.Sources {
		if !slices.Contains(sources, s.Value) {
			problems.Add(s.At, "no extract step of this job is called "+s.Value, config.DidYouMean(s.Value, sources))
		}
	}
}

// sourcesOf lists the extract steps of a job's pipelines.
func sourcesOf(p *config.Project, job *config.Job) []string {
	var names []string
	for _, ref := range job.Pipelines {
		if pipeline, ok := p.PipelineNamed(ref.Value); ok {
			for _, step := range pipeline.Steps {
				if step.Type == "extract" {
					names = append(names, step.Name.Value)
				}
			}
		}
	}
	return names
}

// inside gives the place of a byte of a one-line value: columns count characters,
// and a quoted value begins after its quote. A value that does not stand in its
// file as such (folded, or from an anchor) is placed as a whole.
func inside(p *config.Project, value config.Text, offset int) config.Pos {
	pos := value.At.Pos()
	for _, f := range p.Files {
		if f.Name != pos.File {
			continue
		}
		lines := strings.Split(string(f.Text), "\n")
		if pos.Line < 1 || pos.Line > len(lines) {
			return pos
		}
		line := []rune(lines[pos.Line-1])
		for _, start := range []int{pos.Col - 1, pos.Col} {
			if start >= 0 && start < len(line) && strings.HasPrefix(string(line[start:]), value.Value) {
				pos.Col = start + 1 + utf8.RuneCountInString(value.Value[:offset])
				return pos
			}
		}
	}
	return pos
}
