package announce

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"kartoteka/jobs/history"
)

// Letter is a notification, ready to be posted.
type Letter struct {
	ID            string // of the run
	Date          time.Time
	Subject, Body string
}

// mostLines bounds each list of a letter.
const mostLines = 30

// Compose writes the letter about a run: how it went, what BI sees now, why, the
// findings, the steps and what to type next. Subject and body are plain text.
func Compose(r Report) Letter {
	w := wordsOf(r.Language)
	l := letter{w: w, r: r}
	l.head()
	l.seen()
	l.why()
	l.checks()
	l.issues()
	l.warnings()
	l.steps()
	l.next()
	short := w.status[r.Run.Status]
	if l.recovered() {
		short = w.recovered
		if r.Run.Status == history.Warnings {
			short += ", " + w.withWarn
		}
	}
	subject := fmt.Sprintf("%s %s %s: %s", r.Project, r.Run.Job, r.Run.AsOf.Format(time.DateOnly), short)
	return Letter{ID: r.Run.ID, Date: ended(r.Run), Subject: subject, Body: l.text.String()}
}

type letter struct {
	w    words
	r    Report
	text strings.Builder
}

func (l *letter) line(format string, args ...any) {
	fmt.Fprintf(&l.text, format+"\n", args...)
}

// list writes a headed list, if there is anything in it, and cuts a long one.
func (l *letter) list(head string, lines []string) {
	if len(lines) == 0 {
		return
	}
	l.line("\n%s", head)
	for i, text := range lines {
		if i == mostLines {
			l.line("  "+l.w.more, l.w.count(int64(len(lines)-i)))
			return
		}
		l.line("  %s", strings.ReplaceAll(text, "\n", "\n  "))
	}
}

// table pads the first of two columns.
func table(rows [][2]string) []string {
	width := 0
	for _, r := range rows {
		width = max(width, utf8.RuneCountInString(r[0]))
	}
	var lines []string
	for _, r := range rows {
		lines = append(lines, r[0]+strings.Repeat(" ", width-utf8.RuneCountInString(r[0])+2)+r[1])
	}
	return lines
}

func (l *letter) recovered() bool { return slices.Contains(Events(l.r), eventRecovered) }

func (l *letter) head() {
	run, w := l.r.Run, l.w
	l.line(w.said[run.Status], run.Job, l.r.Project)
	if l.recovered() {
		l.line(w.again, l.r.Before.ID, l.r.Before.AsOf.Format(time.DateOnly))
	}
	l.line("")
	zone := l.r.Zone
	if zone == nil {
		zone = time.UTC
	}
	for _, text := range table([][2]string{
		{w.asOf, run.AsOf.Format(time.DateOnly)},
		{w.started, run.Started.In(zone).Format("2006-01-02 15:04 MST")},
		{w.took, length(run.Duration())},
		{w.run, run.ID},
	}) {
		l.line("  %s", text)
	}
}

// seen tells what BI reads now.
func (l *letter) seen() {
	w, to := l.w, l.r.PublishTo+"/tables"
	text := w.seesNothing
	switch {
	case l.r.Run.SnapshotID != "":
		var tables, rows int64
		for _, o := range l.r.Details.Outputs {
			if forBI(o) {
				tables, rows = tables+1, rows+o.Rows
			}
		}
		text = fmt.Sprintf(w.sees, w.plural(tables, w.tables), w.plural(rows, w.rows), l.r.Run.AsOf.Format(time.DateOnly), to)
	case l.r.Seen.ID != "":
		text = fmt.Sprintf(w.seesStill, l.r.Seen.AsOf.Format(time.DateOnly), l.r.Seen.ID, to)
	}
	l.list(w.seen, []string{text})
}

// forBI tells published tables from restricted and carried ones.
func forBI(o history.Output) bool { return strings.Contains("/"+o.File, "/tables/") }

func (l *letter) why() {
	if l.r.Run.Reason != "" {
		l.list(l.w.why, []string{l.r.Run.Reason})
	}
}

// checks lists the rules that did not pass, failed ones first.
func (l *letter) checks() {
	var failed, warned []string
	for _, c := range l.r.Details.Checks {
		word, into := l.w.warned, &warned
		if c.Status == "failed" {
			word, into = l.w.failed, &failed
		}
		if c.Status != "passed" {
			*into = append(*into, fmt.Sprintf("%s: %s: %s (%s)", c.Name, c.Rule, word,
				fmt.Sprintf(l.w.ofAll, l.failing(c), l.w.plural(c.Rows, l.w.rows))))
		}
	}
	l.list(l.w.checks, append(failed, warned...))
}

// failing tells of a rule's failing rows how many are new and how many known.
func (l *letter) failing(c history.Check) string {
	if c.Issues.New+c.Issues.Known == 0 {
		return l.w.count(c.FailingRows)
	}
	return l.counts(c.Issues)
}

// counts are issues in words, those that there are.
func (l *letter) counts(i history.Issues) string {
	w := l.w
	var parts []string
	for _, p := range []struct {
		rows int64
		word string
	}{{i.New, w.isNew}, {i.Fixed, w.fixed}, {i.Known, w.known}} {
		if p.rows > 0 {
			parts = append(parts, fmt.Sprintf(p.word, w.count(p.rows)))
		}
	}
	text := strings.Join(parts, ", ")
	if i.Accepted > 0 {
		text += " (" + fmt.Sprintf(w.accepted, w.count(i.Accepted)) + ")"
	}
	return text
}

// issues is the digest of all failing rows by check, those of rules that passed
// included: counts only.
func (l *letter) issues() {
	var names []string
	sums := map[string]history.Issues{}
	for _, c := range l.r.Details.Checks {
		if !c.Issues.Any() {
			continue
		}
		if _, known := sums[c.Name]; !known {
			names = append(names, c.Name)
		}
		sums[c.Name] = sums[c.Name].Plus(c.Issues)
	}
	var rows [][2]string
	for _, name := range names {
		rows = append(rows, [2]string{name, l.counts(sums[name])})
	}
	l.list(l.w.issues, table(rows))
}

func (l *letter) warnings() {
	var lines []string
	for _, x := range l.r.Details.Warnings {
		if x.Step != "" {
			x.Text = x.Step + ": " + x.Text
		}
		lines = append(lines, x.Text)
	}
	l.list(l.w.warnings, lines)
}

// steps tells what each step did with its rows, and why it refused some.
func (l *letter) steps() {
	w := l.w
	var rows [][2]string
	for _, s := range l.r.Details.Steps {
		var parts []string
		for _, p := range []struct {
			rows int64
			word string
		}{{s.In, w.in}, {s.Added, w.added}, {s.Out, w.out}, {s.Rejected, w.rejected}, {s.Merged, w.merged}, {s.Suppressed, w.suppressed}} {
			if p.rows == 0 {
				continue
			}
			text := fmt.Sprintf(p.word, w.count(p.rows))
			if p.word == w.rejected {
				text += l.reasons(s)
			}
			parts = append(parts, text)
		}
		if s.Error != "" {
			parts = append(parts, w.status[history.Failed])
		}
		rows = append(rows, [2]string{s.Type + " " + s.Name, strings.Join(parts, ", ")})
	}
	lines := table(rows)
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	l.list(w.steps, lines)
}

// reasons are why a step refused rows, in the order of the account.
func (l *letter) reasons(s history.Step) string {
	sums := map[string]int64{}
	var names []string
	for _, a := range l.r.Details.Accounts {
		if a.Step == s.Type+" "+s.Name && a.Kind == "rejected" && a.Reason != "" {
			if _, known := sums[a.Reason]; !known {
				names = append(names, a.Reason)
			}
			sums[a.Reason] += a.Rows
		}
	}
	if len(names) == 0 {
		return ""
	}
	for i, name := range names {
		names[i] = name + " " + l.w.count(sums[name])
	}
	return " (" + strings.Join(names, ", ") + ")"
}

// next says what to type.
func (l *letter) next() {
	run := l.r.Run
	rows := [][2]string{{"kartoteka show " + run.ID, l.w.showNext}}
	switch run.Status {
	case history.BadProject:
		rows = [][2]string{{"kartoteka check", ""}, rows[0]}
	case history.Failed, history.ChecksFailed, history.Late, history.Cancelled:
		rows = append(rows, [2]string{"kartoteka run " + run.Job + " --as-of " + run.AsOf.Format(time.DateOnly), l.w.runNext})
	}
	lines := table(rows)
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	l.list(l.w.next, lines)
}
