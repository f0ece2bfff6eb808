package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
)

// ProjectFile is the file that makes a directory a project.
const ProjectFile = "kartoteka.yaml"

// Find returns the nearest directory at or above start that holds
// kartoteka.yaml.
func Find(start string) (string, error) {
	dir, err := filepath.Abs(start)
	if err != nil {
		return "", fmt.Errorf("resolve %s: %w", start, err)
	}
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Stat(filepath.Join(d, ProjectFile)); err == nil {
			return d, nil
		}
		if filepath.Dir(d) == d {
			return "", fmt.Errorf("no %s in this directory or above it; run `kartoteka init DIR` to make a project, or name one with --project DIR", ProjectFile)
		}
	}
}

// Load reads and checks the shape of every file of a project. env answers
// ${env.NAME}; the meaning of steps and schedules is checked by their owners.
// The project is returned even with problems, with what could be read.
func Load(dir string, env func(string) (string, bool)) (*Project, Problems) {
	return LoadCopy(dir, dir, env)
}

// LoadCopy is Load with the YAML files read from another directory, a copy that
// Project.Save made; everything else stays where the project is.
func LoadCopy(dir, files string, env func(string) (string, bool)) (*Project, Problems) {
	var p Problems
	abs, err := filepath.Abs(dir)
	if err != nil {
		p.AddAt(Pos{File: dir}, "", "resolving the project directory: "+err.Error(), "")
		return &Project{Dir: dir}, p
	}
	l := loader{project: &Project{Dir: abs}, files: files, env: env, problems: &p}
	l.settings()
	l.jobs()
	l.pipelines()
	l.accepted()
	sort.Slice(l.project.Files, func(i, j int) bool { return l.project.Files[i].Name < l.project.Files[j].Name })
	return l.project, p
}

// Save writes a copy of the project's YAML files into a directory.
func (p *Project) Save(dir string) error {
	for _, f := range p.Files {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return fmt.Errorf("copy the project's files: %w", err)
		}
		if err := os.WriteFile(path, f.Text, 0o644); err != nil {
			return fmt.Errorf("copy the project's files: %w", err)
		}
	}
	return nil
}

type loader struct {
	project  *Project
	files    string // directory of the YAML files
	env      func(string) (string, bool)
	problems *Problems
}

func (l *loader) read(name string) (Node, bool) {
	text, err := os.ReadFile(filepath.Join(l.files, filepath.FromSlash(name)))
	if err != nil {
		hint := ""
		if errors.Is(err, fs.ErrNotExist) {
			hint = "every project needs this file; `kartoteka init DIR` makes one"
		}
		l.problems.AddAt(Pos{File: name}, "", "reading the file: "+reason(err), hint)
		return Node{}, false
	}
	l.project.Files = append(l.project.Files, File{Name: name, Text: text})
	n := Parse(name, text, l.problems)
	if !n.Exists() {
		if len(*l.problems) == 0 || (*l.problems)[len(*l.problems)-1].File != name {
			l.problems.AddAt(Pos{File: name}, "", "the file is empty", "")
		}
		return Node{}, false
	}
	return n, true
}

// reason is the cause without the path, which the position tells already.
func reason(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err.Error()
	}
	return err.Error()
}

func (l *loader) settings() {
	n, ok := l.read(ProjectFile)
	if !ok {
		return
	}
	n = Expand(n, EnvOnly(l.env), l.problems)
	s := &l.project.Settings
	Decode(n, s, l.problems)
	if s.Project.Value != "" && !nameForm.MatchString(s.Project.Value) {
		l.problems.Add(s.Project.At, fmt.Sprintf("%q is not a name", s.Project.Value), "use lower-case letters, digits, - and _")
	}
	CheckZone(s.TimeZone, l.problems)
	if !countryForm.MatchString(s.Country) {
		l.problems.Add(n.Get("country"), fmt.Sprintf("%q is not a country code", s.Country), "write the two capital letters of ISO 3166, such as PL or US")
	}
	l.project.CheckInside(s.Publish.To, l.problems)
	for _, r := range s.Reference {
		l.project.CheckInside(r.Value, l.problems)
	}
}

var (
	nameForm    = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]*$`)
	tableForm   = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	countryForm = regexp.MustCompile(`^[A-Z]{2}$`)
)

func (l *loader) list(dir string) []string {
	entries, err := os.ReadDir(filepath.Join(l.files, dir))
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			l.problems.AddAt(Pos{File: dir}, "", "reading the directory: "+reason(err), "")
		}
		return nil
	}
	var out []string
	for _, e := range entries {
		ext := filepath.Ext(e.Name())
		if !e.IsDir() && (ext == ".yaml" || ext == ".yml") && !strings.HasPrefix(e.Name(), ".") {
			out = append(out, dir+"/"+e.Name())
		}
	}
	sort.Strings(out)
	return out
}

func (l *loader) jobs() {
	first := map[string]Pos{}
	for _, name := range l.list("jobs") {
		n, ok := l.read(name)
		if !ok {
			continue
		}
		n = Expand(n, EnvOnly(l.env), l.problems)
		j := &Job{File: name, Node: n}
		Decode(n, j, l.problems)
		l.once(first, "job", j.Job)
		l.project.Jobs = append(l.project.Jobs, j)
	}
}

func (l *loader) once(first map[string]Pos, what string, name Text) {
	if name.Value == "" {
		return
	}
	if !nameForm.MatchString(name.Value) {
		l.problems.Add(name.At, fmt.Sprintf("%q is not a name", name.Value), "use lower-case letters, digits, - and _")
	}
	if at, dup := first[name.Value]; dup {
		l.problems.Add(name.At, "a second "+what+" named "+name.Value, "the first is at "+at.String()+"; rename one")
		return
	}
	first[name.Value] = name.At.Pos()
}

func (l *loader) pipelines() {
	first := map[string]Pos{}
	for _, name := range l.list("pipelines") {
		n, ok := l.read(name)
		if !ok {
			continue
		}
		var shape pipelineShape
		Decode(n, &shape, l.problems)
		pl := &Pipeline{File: name, Node: n, Pipeline: shape.Pipeline}
		for _, s := range shape.Steps {
			if e, ok := EntryOf(s, l.problems); ok {
				pl.Steps = append(pl.Steps, e)
			}
		}
		for _, s := range shape.Publish {
			pl.Publish = append(pl.Publish, publishOf(s, l.problems)...)
		}
		l.once(first, "pipeline", pl.Pipeline)
		l.project.Pipelines = append(l.project.Pipelines, pl)
	}
}

// EntryOf reads one step: the first key is its type, the value its table.
func EntryOf(n Node, p *Problems) (StepEntry, bool) {
	fields := n.Fields()
	if n.Kind() != Mapping || len(fields) == 0 {
		p.Add(n, "expected a step, found "+n.Kind(), "a step is a mapping that begins with its type: \"- extract: crm\"")
		return StepEntry{}, false
	}
	head := fields[0]
	e := StepEntry{Type: head.Key, TypeAt: head.KeyAt, Body: n.Without(head.Key), Node: n}
	text, ok := head.Value.Text()
	if !ok {
		p.AddAt(head.KeyAt, head.Value.Path, "the step "+head.Key+" has no table name", "write the table that it makes: \"- "+head.Key+": name\"")
		return e, false
	}
	e.Name = Text{Value: text, At: head.Value}
	CheckTableName(e.Name, p)
	return e, true
}

// CheckTableName reports a name that cannot stand as a table.
func CheckTableName(t Text, p *Problems) {
	if !tableForm.MatchString(t.Value) || len(t.Value) > 60 {
		p.Add(t.At, fmt.Sprintf("%q cannot name a table", t.Value), "use lower-case letters, digits and _, beginning with a letter, at most 60")
	}
}

func publishOf(n Node, p *Problems) []Publish {
	if n.Kind() == Mapping {
		var out []Publish
		for _, f := range n.Fields() {
			var t Text
			t.DecodeNode(f.Value, p)
			as := Text{Value: f.Key, At: f.Value}
			CheckTableName(as, p)
			out = append(out, Publish{As: as, Table: t})
		}
		return out
	}
	var t Text
	t.DecodeNode(n, p)
	if t.Value == "" {
		return nil
	}
	return []Publish{{As: t, Table: t}}
}
