package adhoc

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"kartoteka/pipelines/dedupe/guess"
	"kartoteka/pipelines/kernel/fold"
)

// Order is what a caller wants done.
type Order struct {
	Files     []string // absolute
	Told      guess.Told
	Match     float64 // 0: the step's default
	LinkOnly  bool    // rows of one file are never one person
	Household bool
	Memory    string // of the run; "" is the default
	Threads   int
}

// Source is one file with what is known of it.
type Source struct {
	Name, Path, Format string
	Guess              guess.Guess
}

// Project is the YAML of an order.
type Project struct {
	Sources []Source
	Files   map[string]string // name in the project -> text
}

// JobName is the name of the only job and of its pipeline.
const JobName = "dedupe"

// Make looks at the files and writes the project.
func Make(ctx context.Context, o Order) (*Project, error) {
	p := &Project{Files: map[string]string{}}
	for _, path := range o.Files {
		format, err := formatOf(path)
		if err != nil {
			return nil, err
		}
		columns, err := sample(ctx, path, format)
		if err != nil {
			return nil, err
		}
		told, err := checked(o.Told, columns, filepath.Base(path))
		if err != nil {
			return nil, err
		}
		p.Sources = append(p.Sources, Source{Name: p.sourceName(path), Path: path, Format: format, Guess: guess.Of(columns, told)})
	}
	if err := p.usable(); err != nil {
		return nil, err
	}
	p.write(o)
	return p, nil
}

// usable refuses files in which nothing tells two people apart or alike.
func (p *Project) usable() error {
	for _, s := range p.Sources {
		g := s.Guess
		if g.Rows == 0 {
			continue
		}
		found := len(g.With(guess.Compare))
		for _, f := range g.Fields {
			if f.Role == guess.Use && f.Filled > 0 && !slices.Contains([]string{"gender", "prefix", "name_suffix", "country", "region", "middle_name", "house_number", "unit"}, f.Field) {
				found++
			}
		}
		if found == 0 {
			return fmt.Errorf("%s: no column tells people apart: neither a name, a date of birth, an address, an e-mail nor a telephone number was found; name the columns with --fields, such as --fields family_name=COLUMN,birth_date=COLUMN", filepath.Base(s.Path))
		}
	}
	return nil
}

// sourceName is a table name made of a file's name.
func (p *Project) sourceName(path string) string {
	stem := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	name := strings.Join(fold.Tokens(stem), "_")
	if name == "" || name[0] < 'a' || name[0] > 'z' {
		name = "file_" + name
	}
	name = strings.Trim(name[:min(len(name), 40)], "_")
	taken := func(n string) bool {
		return slices.Contains([]string{"people", "contacts", "contact_sources", "households", "contact_events", "contact_pairs", "contact_consents", "contact_fields", "contact_companies"}, n) ||
			slices.ContainsFunc(p.Sources, func(s Source) bool { return s.Name == n })
	}
	out := name
	for n := 2; taken(out); n++ {
		out = name + "_" + strconv.Itoa(n)
	}
	return out
}

// Country is that of the first source whose rows tell one.
func (p *Project) Country() (code, why string) {
	best := p.Sources[0].Guess
	for _, s := range p.Sources {
		if !strings.HasPrefix(s.Guess.CountryWhy, "nothing") {
			best = s.Guess
			break
		}
	}
	return best.Country, best.CountryWhy
}

// Save writes the files of the project into a directory.
func (p *Project) Save(dir string) error {
	for name, text := range p.Files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return fmt.Errorf("save the project: %w", err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return fmt.Errorf("save the project: %w", err)
		}
	}
	return nil
}

func (p *Project) write(o Order) {
	country, _ := p.Country()
	var settings strings.Builder
	fmt.Fprintf(&settings, "project: %s\ncountry: %s\npublish: {to: published}\n", quoted(strings.ReplaceAll(p.Sources[0].Name, "_", "-")), quoted(country))
	if o.Memory != "" || o.Threads > 0 {
		var limits []string
		if o.Memory != "" {
			limits = append(limits, "memory: "+o.Memory)
		}
		if o.Threads > 0 {
			limits = append(limits, "threads: "+strconv.Itoa(o.Threads))
		}
		fmt.Fprintf(&settings, "limits: {%s}\n", strings.Join(limits, ", "))
	}
	var dirs []string
	for _, s := range p.Sources {
		if dir := filepath.Dir(s.Path); !slices.Contains(dirs, quoted(dir)) {
			dirs = append(dirs, quoted(dir))
		}
	}
	fmt.Fprintf(&settings, "allow_outside: [%s]\n", strings.Join(dirs, ", "))
	p.Files["kartoteka.yaml"] = settings.String()
	p.Files["jobs/"+JobName+".yaml"] = "job: " + JobName + "\npipelines: [" + JobName + "]\n"
	p.Files["pipelines/"+JobName+".yaml"] = p.pipeline(o, country)
}

func (p *Project) pipeline(o Order, country string) string {
	var b strings.Builder
	b.WriteString("pipeline: " + JobName + "\nsteps:\n")
	var sources, compare []string
	for _, s := range p.Sources {
		sources = append(sources, quoted(s.Name))
		for _, c := range s.Guess.With(guess.Compare) {
			if name := columnName(c); !slices.Contains(compare, name) {
				compare = append(compare, name)
			}
		}
		extract(&b, s)
	}
	fmt.Fprintf(&b, "\n  - cleanse: people\n    from: [%s]\n    country: %s\n    repair_streets: \"off\"\n", strings.Join(sources, ", "), quoted(country))
	b.WriteString("\n  - dedupe: contacts\n    from: people\n")
	if len(compare) > 0 {
		fmt.Fprintf(&b, "    compare: [%s]\n", quotedList(compare))
	}
	if o.Match > 0 {
		fmt.Fprintf(&b, "    threshold: {match: %s, review: %s}\n", decimal(o.Match), decimal(min(o.Match, .80)))
	}
	if o.LinkOnly {
		b.WriteString("    link_only: true\n")
	}
	if !o.Household {
		b.WriteString("    household: []\n")
	}
	b.WriteString("\npublish: [contacts, contact_sources, contact_pairs]\n")
	return b.String()
}

func extract(b *strings.Builder, s Source) {
	fmt.Fprintf(b, "  - extract: %s\n    files: %s\n", quoted(s.Name), quoted(pattern(s.Path)))
	if strings.ToLower(filepath.Ext(s.Path)) == ".pq" {
		b.WriteString("    format: parquet\n")
	}
	if key := s.Guess.With(guess.Key); len(key) > 0 {
		fmt.Fprintf(b, "    key: %s\n    on_missing_key: keep\n    on_duplicate: all\n", quoted(key[0]))
	}
	if s.Format == "csv" {
		b.WriteString("    on_ragged: keep\n")
	}
	b.WriteString("    raw: drop\n    on_new_column: ignore\n    fields:\n")
	var done []string
	for _, f := range s.Guess.Fields {
		if f.Role != guess.Use || slices.Contains(done, f.Field) {
			continue
		}
		done = append(done, f.Field)
		fmt.Fprintf(b, "      %s: %s\n", f.Field, s.column(f.Field))
	}
	var kept []string
	for _, field := range []string{"birth_date", "phone"} {
		if slices.Contains(done, field) {
			kept = append(kept, field+"_as_written: "+s.written(field))
		}
	}
	for _, f := range s.Guess.Fields {
		if f.Role == guess.Compare || f.Role == guess.Keep || f.Role == guess.LeaveMe {
			kept = append(kept, fmt.Sprintf("%s: %s", quoted(unused(columnName(f.Column), kept)), quoted(f.Column)))
		}
	}
	if len(kept) > 0 {
		fmt.Fprintf(b, "    keep: {%s}\n", strings.Join(kept, ", "))
	}
}

// written is the field as it stands in the file: what cleansing cannot take is
// still compared.
func (s *Source) written(field string) string {
	if columns := s.Guess.Columns(field); len(columns) == 1 {
		return quoted(columns[0])
	}
	return s.column(field)
}

// column is what a field is read from.
func (s *Source) column(field string) string {
	g := &s.Guess
	columns := g.Columns(field)
	if field == "birth_date" && len(g.BirthParts) == 3 {
		return "{column: [" + quotedList(g.BirthParts) + `], join: "-"}`
	}
	switch {
	case len(columns) > 1 && (field == "address" || field == "phone"):
		return "[" + quotedList(columns) + "]"
	case len(columns) > 1:
		return "{column: [" + quotedList(columns) + `], join: " "}`
	case field == "birth_date" && g.MonthFirst:
		return "{column: " + quoted(columns[0]) + ", format: mm/dd/yyyy}"
	}
	return quoted(columns[0])
}

var plain = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_./-]*$`)

// quoted is a text as YAML takes it for nothing but text.
func quoted(s string) string {
	switch strings.ToLower(s) {
	case "y", "n", "yes", "no", "true", "false", "on", "off", "null":
	default:
		if plain.MatchString(s) {
			return s
		}
	}
	text, err := json.Marshal(s)
	if err != nil { // a text always can be
		return strconv.Quote(s)
	}
	return string(text)
}

func quotedList(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = quoted(s)
	}
	return strings.Join(out, ", ")
}

// pattern names one file, whatever signs its name has.
func pattern(path string) string {
	var b strings.Builder
	for _, c := range filepath.ToSlash(path) {
		if strings.ContainsRune(`*?[]{}\`, c) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}

func decimal(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// columnName is a column of a table made of a header. Names that tables of the
// run have already get a word before them.
func columnName(header string) string {
	name := strings.Join(fold.Tokens(header), "_")
	if name == "" || name[0] < 'a' || name[0] > 'z' {
		name = "column_" + name
	}
	if slices.Contains(reserved(), name) {
		name = "kept_" + name
	}
	return name
}

func unused(name string, kept []string) string {
	out := name
	for n := 2; slices.ContainsFunc(kept, func(k string) bool { return strings.HasPrefix(k, quoted(out)+": ") }); n++ {
		out = name + "_" + strconv.Itoa(n)
	}
	return out
}
