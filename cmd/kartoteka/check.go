package main

import (
	"fmt"
	"io"
	"sort"
	"strings"

	"github.com/spf13/cobra"

	"kartoteka/config"
	"kartoteka/jobs"
	"kartoteka/pipelines"
	"kartoteka/pipelines/catalog"
)

func (m *Main) checkCommand() *cobra.Command {
	var tables bool
	c := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Find every mistake in the project before the night run does",
		Long: `Read every file of the project and report all mistakes at once, as
file:line:col: path: what is wrong; what to write instead. No data is read.

With --output json: {"project", "ok", "problems": [{"file", "line", "col",
"path", "message", "hint"}], "jobs": [{"job", "pipelines", "steps", "cron",
"time_zone", "next"}], "tables": [{"job", "table", "maker", "about", "readers",
"published_as", "columns": [{"name", "type", "unit", "meaning"}]}]}; tables only
with --tables. Exit code 2 when there is a mistake.`,
		Example: "  kartoteka check\n  kartoteka check shop --tables\n  kartoteka check --output json",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				m.project = args[0]
			}
			return m.check(tables)
		},
	}
	c.Flags().BoolVar(&tables, "tables", false, "list every table with its maker, readers and columns")
	m.addOutput(c)
	return c
}

type checkJSON struct {
	Project  string           `json:"project"`
	OK       bool             `json:"ok"`
	Problems []config.Problem `json:"problems"`
	Jobs     []checkJobJSON   `json:"jobs"`
	Tables   []tableJSON      `json:"tables,omitempty"`
}

type checkJobJSON struct {
	Job       string   `json:"job"`
	Pipelines []string `json:"pipelines"`
	Steps     int      `json:"steps"`
	Cron      string   `json:"cron,omitempty"`
	TimeZone  string   `json:"time_zone,omitempty"`
	Next      string   `json:"next,omitempty"`
}

func (m *Main) check(tables bool) error {
	asJSON, err := m.wantsJSON()
	if err != nil {
		return err
	}
	p, problems, err := m.load()
	if err != nil {
		return err
	}
	plans, more := pipelines.Check(p, catalog.All(), pipelines.Values{AsOf: jobs.AsOf(m.Now(), p.Zone()), Env: m.Env})
	problems = append(append(problems, more...), jobs.Check(p)...)
	for _, plan := range plans {
		if len(problems) > 0 {
			break // what is published can only be compared with a sound plan
		}
		breaks, err := plan.Breaks()
		if err != nil {
			return err
		}
		problems = append(problems, breaks...)
	}
	problems = problems.Sorted()
	out := checkJSON{Project: p.Settings.Project.Value, OK: len(problems) == 0, Problems: problems, Jobs: m.jobsOf(p, plans)}
	if out.Problems == nil {
		out.Problems = config.Problems{}
	}
	if tables {
		out.Tables = tablesOf(plans)
	}
	if asJSON {
		if err := m.printJSON(out); err != nil {
			return err
		}
	} else {
		m.printProblems(m.Stdout, p, problems)
		m.printTables(out.Tables)
		m.printChecked(out)
	}
	if !out.OK {
		return said(exitBadProject)
	}
	return nil
}

func (m *Main) jobsOf(p *config.Project, plans []*pipelines.Plan) []checkJobJSON {
	list := []checkJobJSON{}
	for _, plan := range plans {
		j := checkJobJSON{Job: plan.Job.Job.Value, Steps: len(plan.Steps)}
		for _, ref := range plan.Job.Pipelines {
			j.Pipelines = append(j.Pipelines, ref.Value)
		}
		if times, err := jobs.ScheduleOf(p, plan.Job); err == nil && times != nil {
			j.Cron, j.TimeZone = times.Cron(), times.Zone().String()
			j.Next = times.Next(m.Now()).Format("2006-01-02T15:04:05Z07:00")
		}
		list = append(list, j)
	}
	return list
}

// printProblems writes each problem on a line; on a terminal with the lines of
// the file around it.
func (m *Main) printProblems(w io.Writer, p *config.Project, problems config.Problems) {
	paint := m.colors(w)
	for _, problem := range problems {
		if !m.IsTerminal(w) {
			fmt.Fprintln(w, problem)
			continue
		}
		what := problem.Message
		if problem.Path != "" {
			what = problem.Path + ": " + what
		}
		fmt.Fprintf(w, "%s: %s\n", paint.bold(problem.Pos.String()), paint.red(what))
		for _, f := range p.Files {
			if f.Name == problem.File {
				fmt.Fprint(w, paint.dim(config.Frame(f.Text, problem.Pos)))
			}
		}
		if problem.Hint != "" {
			fmt.Fprintf(w, "  %s\n", problem.Hint)
		}
		fmt.Fprintln(w)
	}
}

func (m *Main) printChecked(out checkJSON) {
	paint := m.colors(m.Stdout)
	if !out.OK {
		files := map[string]bool{}
		for _, p := range out.Problems {
			files[p.File] = true
		}
		fmt.Fprintf(m.Stdout, "%s in %s\n", paint.red(plural(int64(len(out.Problems)), "mistake")), plural(int64(len(files)), "file"))
		return
	}
	for _, j := range out.Jobs {
		when := "by hand"
		if j.Cron != "" {
			when = fmt.Sprintf("%s %s, next %s", j.Cron, j.TimeZone, j.Next)
		}
		fmt.Fprintf(m.Stdout, "job %s: %s (%s); %s\n", j.Job, strings.Join(j.Pipelines, ", "), plural(int64(j.Steps), "step"), when)
	}
	fmt.Fprintf(m.Stdout, "%s: no mistakes\n", paint.green(out.Project))
}

type tableJSON struct {
	Job       string       `json:"job"`
	Table     string       `json:"table"`
	Maker     string       `json:"maker"`
	About     string       `json:"about"`
	Readers   []string     `json:"readers"`
	Published string       `json:"published_as,omitempty"`
	Columns   []columnJSON `json:"columns"`
}

type columnJSON struct {
	Name    string `json:"name"`
	Type    string `json:"type"`
	Unit    string `json:"unit,omitempty"`
	Meaning string `json:"meaning"`
}

// tablesOf lists the tables of each job in the order in which steps make them.
func tablesOf(plans []*pipelines.Plan) []tableJSON {
	var list []tableJSON
	for _, plan := range plans {
		place := map[string]int{}
		readers := map[string][]string{}
		for i, s := range plan.Steps {
			for _, t := range s.Makes {
				place[t.Name] = i
			}
			for _, in := range s.Reads {
				readers[in.Table.Value] = append(readers[in.Table.Value], s.Label())
			}
		}
		var names []string
		for name := range plan.Tables {
			if _, made := place[name]; made {
				names = append(names, name)
			}
		}
		sort.Slice(names, func(i, j int) bool {
			if a, b := place[names[i]], place[names[j]]; a != b {
				return a < b
			}
			return names[i] < names[j]
		})
		for _, name := range names {
			list = append(list, tableOf(plan, name, readers[name]))
		}
	}
	return list
}

func tableOf(plan *pipelines.Plan, name string, readers []string) tableJSON {
	t := plan.Tables[name]
	out := tableJSON{Job: plan.Job.Job.Value, Table: name, Maker: t.Maker, About: t.About, Readers: readers, Columns: []columnJSON{}}
	if readers == nil {
		out.Readers = []string{}
	}
	for _, pub := range plan.Publish {
		if pub.Table.Value == name {
			out.Published = pub.As.Value
		}
	}
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, columnJSON{c.Name, c.Type, c.Unit, c.Meaning})
	}
	return out
}

func (m *Main) printTables(tables []tableJSON) {
	paint := m.colors(m.Stdout)
	for _, t := range tables {
		fmt.Fprintf(m.Stdout, "%s  made by %s", paint.bold(t.Table), t.Maker)
		if len(t.Readers) > 0 {
			fmt.Fprintf(m.Stdout, ", read by %s", strings.Join(t.Readers, ", "))
		}
		if t.Published != "" {
			fmt.Fprintf(m.Stdout, ", %s", paint.green("published as "+t.Published))
		}
		fmt.Fprintln(m.Stdout)
		if t.About != "" {
			fmt.Fprintf(m.Stdout, "  %s\n", t.About)
		}
		for _, c := range t.Columns {
			fmt.Fprintf(m.Stdout, "    %-24s %-14s %s\n", c.Name, c.Type, paint.dim(c.Meaning))
		}
		fmt.Fprintln(m.Stdout)
	}
}
