package extract

import (
	"os"
	"path"
	"strings"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/extract/layout"
	"kartoteka/pipelines/extract/mend"
	"kartoteka/pipelines/extract/read"
	"kartoteka/pipelines/kernel/charset"
	"kartoteka/pipelines/kernel/empty"
)

// step is one extract of a pipeline, compiled.
type step struct {
	name     string
	source   string
	o        *Options
	format   string // "": by the file's extension
	settings read.Settings
	columns  []column
	key      *field
	fold     *column
	zone     *time.Location
	empty    empty.Words
	ownEmpty bool
}

func newStep(e config.StepEntry, options any, setting pipelines.Setting) (pipelines.Step, config.Problems) {
	o := options.(*Options)
	var p config.Problems
	project := setting.Project
	own := append(append([]string(nil), project.Settings.Empty...), o.Empty...)
	s := &step{
		name: e.Name.Value, source: o.Source, o: o, format: o.Format, zone: project.Zone(),
		empty: empty.New(own...), ownEmpty: len(own) > 0,
	}
	if s.source == "" {
		s.source = s.name
	}
	project.CheckInside(o.Files, &p)
	s.readSettings(project, e, &p)
	s.columns = o.columnsOf(&p)
	s.keys(e, &p)
	s.checkRefs(&p)
	if len(o.Fields)+len(o.Keep) == 0 && len(p) == 0 {
		p.Add(e.Body, "no field is read", "fields: {canonical field: COLUMN}; `kartoteka steps extract` lists them")
	}
	return s, p
}

// readSettings compiles what the readers need.
func (s *step) readSettings(project *config.Project, e config.StepEntry, p *config.Problems) {
	o := s.o
	if s.format == "" {
		s.format = formatOf(o.Files.Value)
	}
	layoutName := o.Layout
	if s.format == "acs" {
		s.format = "fixed"
		if layoutName.Value == "" {
			layoutName = config.Text{Value: "acs", At: e.Body.Get("format")}
		}
	}
	if o.Encoding.Value != "" {
		enc, err := charset.Parse(o.Encoding.Value)
		if err != nil {
			p.Add(o.Encoding.At, err.Error(), config.DidYouMean(o.Encoding.Value, charset.Names()))
		}
		s.settings.Encoding = enc
	}
	s.settings.Delimiter = o.delimiter(p)
	s.settings.NoHeader, s.settings.Names = o.Header.Without, o.Header.Names
	s.settings.Sheet, s.settings.Element = o.Sheet, o.Rows
	s.settings.KeepRagged = o.OnRagged == "keep"
	s.settings.Totals, s.settings.PadShort = o.Totals, o.ShortLines == "pad"
	if s.format == "xml" && o.Rows == "" {
		p.Add(e.Body, "the key rows is missing", "rows: name of the XML element that is a row")
	}
	if layoutName.Value != "" {
		if s.format == "" {
			s.format = "fixed"
		}
		s.settings.Layout = s.readLayout(project, layoutName, p)
	}
}

// readLayout finds a shipped layout or reads a layout file of the project.
func (s *step) readLayout(project *config.Project, name config.Text, p *config.Problems) *layout.Layout {
	if !strings.ContainsAny(name.Value, "./") {
		if l, ok := layout.Builtin(name.Value); ok {
			return l
		}
		p.Add(name.At, "there is no shipped layout "+name.Value, strings.TrimSpace(config.DidYouMean(name.Value, layout.Names())+" A layout file is written with its path, such as layouts/bank.yaml"))
		return nil
	}
	if !project.CheckInside(name, p) {
		return nil
	}
	text, err := os.ReadFile(project.Resolve(name.Value))
	if err != nil {
		p.Add(name.At, "the layout file cannot be read", "write a path inside the project")
		return nil
	}
	before := len(*p)
	l := layout.Parse(name.Value, text, p)
	if len(*p) > before {
		return nil
	}
	return l
}

// formatOf tells the format by a file's extension.
func formatOf(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".csv", ".tsv", ".txt":
		return "csv"
	case ".jsonl", ".ndjson":
		return "jsonl"
	case ".xlsx", ".xlsm":
		return "xlsx"
	case ".parquet":
		return "parquet"
	case ".xml":
		return "xml"
	}
	return ""
}

// keys compiles the key and the order of events. A name that is a field means
// that field's column.
func (s *step) keys(e config.StepEntry, p *config.Problems) {
	o := s.o
	if o.Key != nil {
		key := o.Key.field
		key.refs = o.throughFields(key.refs)
		s.key = &key
	}
	if s.key == nil && (o.Mode == "events" || o.Fold != nil) {
		word := "mode: events"
		if o.Fold != nil {
			word = "fold"
		}
		p.Add(e.Body, word+" needs key", "key: the column that names a record")
	}
	if o.Fold == nil {
		return
	}
	by := o.Fold.By
	if len(by.refs) == 1 && by.format == nil {
		if f, ok := o.Fields.Lookup(by.refs[0].name); ok {
			by.refs, by.format, by.zone = f.refs, f.format, f.zone
		}
	}
	s.fold = &column{name: "event time", kind: typeTimestamp, field: &by, invalid: "reject", required: true}
}

func (o *Options) throughFields(refs []ref) []ref {
	var out []ref
	for _, r := range refs {
		if f, ok := o.Fields.Lookup(r.name); ok && len(f.refs) == 1 {
			r = f.refs[0]
		}
		out = append(out, r)
	}
	return out
}

// refs lists every column of the files that the step reads.
func (s *step) refs() []ref {
	out := s.key.all()
	if s.fold != nil {
		out = append(out, s.fold.field.all()...)
	}
	for _, c := range s.columns {
		out = append(out, c.field.all()...)
	}
	return out
}

// checkRefs checks column names as far as that is possible without a file, and
// collects paths and positions for the readers.
func (s *step) checkRefs(p *config.Problems) {
	var spans []layout.Field
	seen := map[string]bool{}
	for _, r := range s.refs() {
		if seen[r.name] || r.name == "" {
			continue
		}
		seen[r.name] = true
		switch {
		case r.span != nil && (s.format != "fixed" || s.settings.Layout != nil):
			p.Add(r.at, "at: goes with format: fixed without a layout", "write the name of a column")
		case r.span != nil:
			spans = append(spans, layout.Field{Name: r.name, At: *r.span})
		case s.format == "fixed" && s.settings.Layout != nil:
			if columns := s.settings.Layout.Columns(); !contains(columns, r.name) {
				p.Add(r.at, "the layout has no field "+r.name, config.DidYouMean(r.name, columns))
			}
		case s.format == "fixed" && s.o.Layout.Value == "":
			p.Add(r.at, "a fixed-width file has positions, not column names", "write {at: FIRST-LAST}")
		case s.format == "jsonl" || s.format == "xml":
			if _, err := read.ParsePath(r.name, separatorOf(s.format)); err != nil {
				p.Add(r.at, err.Error(), "write a.b, a[0].b or a[name=value].b (in XML: A/B, @name)")
			}
		}
		s.settings.Paths = append(s.settings.Paths, r.name)
	}
	if spans != nil {
		s.settings.Layout = layout.Of(spans, s.o.Length)
	}
}

func separatorOf(format string) byte {
	if format == "xml" {
		return '/'
	}
	return '.'
}

func contains(list []string, want string) bool {
	for _, s := range list {
		if s == want {
			return true
		}
	}
	return false
}

// Inputs: an extract reads no table.
func (s *step) Inputs() []pipelines.Input { return nil }

// Patterns are the files, and the layout file and the corrections, whose content
// decides as much.
func (s *step) Patterns() []pipelines.Pattern {
	out := []pipelines.Pattern{{Source: s.source, Glob: s.o.Files, Optional: s.o.Optional}}
	if strings.ContainsAny(s.o.Layout.Value, "./") {
		out = append(out, pipelines.Pattern{Source: s.source, Glob: s.o.Layout, Own: true})
	}
	return append(out, pipelines.Pattern{Source: s.source, Glob: config.Text{Value: mend.FileOf(s.source)}, Optional: true, Own: true})
}

// Plan promises the table, and the side table of column names.
func (s *step) Plan(map[string]*pipelines.Table) ([]*pipelines.Table, config.Problems) {
	tables := []*pipelines.Table{s.table()}
	if s.watchesColumns() {
		tables = append(tables, s.columnsTable())
	}
	return tables, nil
}

// watchesColumns tells whether new columns can be noticed and are to be.
func (s *step) watchesColumns() bool {
	return s.o.OnNewColumn != "ignore" && s.format != "jsonl" && s.format != "xml" && s.format != "fixed"
}
