package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"kartoteka/cmd/kartoteka/parse"
	"kartoteka/config"
)

// parseFlags are the flags of kartoteka parse.
type parseFlags struct {
	file, country, countryColumn, postcodes, nicknames, disposable, output string
	columns                                                                []string
}

func (m *Main) parseCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "parse {address | name | email | phone | date} [TEXT...]",
		Short: "Take an address, name, e-mail, phone or date apart and show why",
		Long: `Show what the nightly run makes of a text: its parts, the standard form, the key
that records are matched on, what was changed, and which rule decided. The texts
are the arguments, a column of a file, or the lines of the standard input.

No project is needed. Inside one (or with --project) its country, its empty words,
its rules under cleanse: and its reference files are used.`,
		Example: `  kartoteka parse address "ul. Lipowa 12 m. 7, 62200 Gniezno"
  kartoteka parse name "KOWALSKA ANNA" "Jan i Maria Kowalscy"
  kartoteka parse phone --country US "(212) 736-5000 x12"
  kartoteka parse address --file customers.csv --column Address > parsed.csv
  grep @ notes.txt | kartoteka parse email`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return usage(fmt.Errorf("parse cannot read %q; %s", args[0], config.DidYouMean(args[0], parse.Kinds())))
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	for _, r := range parse.Readers() {
		c.AddCommand(m.parseKind(r))
	}
	return c
}

// parseKind is the command of one kind of text.
func (m *Main) parseKind(r parse.Reader) *cobra.Command {
	var f parseFlags
	c := &cobra.Command{
		Use:     r.Kind + " [TEXT...]",
		Short:   r.Short,
		Long:    r.Long + "\n" + outputHelp(r),
		Example: r.Example,
		RunE: func(c *cobra.Command, args []string) error {
			return m.parse(c.Context(), r, f, args)
		},
	}
	flags := c.Flags()
	flags.StringVar(&f.file, "file", "", "read the texts from a CSV, XLSX or Parquet `FILE`; encoding and delimiter are found")
	flags.StringArrayVar(&f.columns, "column", nil, "`COLUMN` of the file that holds the text; several make its lines, in this order")
	flags.StringVar(&f.country, "country", "", "`COUNTRY` (ISO code or name) of texts that name none; default: the project's")
	flags.StringVar(&f.countryColumn, "country-column", "", "`COLUMN` of the file that names the country of each row")
	if r.Kind == "address" {
		flags.StringVar(&f.postcodes, "postcodes", "", "reference `FILE` of postcodes and places (CSV, may be gzipped) to check against")
	}
	if r.Kind == "name" {
		flags.StringVar(&f.nicknames, "nicknames", "", "reference `FILE` of short forms of given names (CSV) for the key")
	}
	if r.Kind == "email" {
		flags.StringVar(&f.disposable, "disposable", "", "`FILE` of throw-away domains, one a line, beside the built-in ones")
	}
	flags.StringVar(&f.output, "output", "", "`FORMAT`: table (cards), json (one object a line) or csv; default: csv with --file, else table")
	_ = c.RegisterFlagCompletionFunc("output", cobra.FixedCompletions([]string{"table", "json", "csv"}, cobra.ShellCompDirectiveNoFileComp))
	return c
}

// outputHelp tells what stands in the output.
func outputHelp(r parse.Reader) string {
	var b strings.Builder
	b.WriteString("\nCSV holds every column of the input, then: ")
	for i, c := range r.Columns {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(c.Name)
	}
	b.WriteString(".\nJSON holds the same in one object a line")
	if len(r.More) > 0 {
		b.WriteString(", then: ")
		for i, c := range r.More {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(c.Name)
		}
	}
	if r.Parts {
		b.WriteString(`, and "parts": [{"label", "text", "start", "end"}] in the vocabulary of libpostal, ` +
			`with offsets in characters of the text (of several columns: their values joined by line breaks)`)
	}
	b.WriteString(".\nAn input column that has the name of one of these is printed as input_NAME. " +
		"Output is UTF-8; records that cannot be read are named and left out (exit code 4).")
	return wrap(b.String(), 80)
}

// wrap breaks lines at blanks so that none is longer than width.
func wrap(text string, width int) string {
	var out []string
	for _, line := range strings.Split(text, "\n") {
		for len(line) > width {
			at := strings.LastIndexByte(line[:width+1], ' ')
			if at <= 0 {
				break
			}
			out, line = append(out, line[:at]), line[at+1:]
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// parse runs one kind over the texts.
func (m *Main) parse(ctx context.Context, r parse.Reader, f parseFlags, args []string) (err error) {
	if err := f.check(args); err != nil {
		return usage(err)
	}
	tools, country, err := m.parseTools(f)
	if err != nil {
		return err
	}
	source, err := m.parseSource(ctx, f, args)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	job := &parse.Job{Source: source, Reader: r, Tools: tools, Country: country, CountryColumn: -1, Workers: runtime.GOMAXPROCS(0)}
	if job.Columns, err = f.pick(source.Columns()); err != nil {
		return usage(err)
	}
	if f.countryColumn != "" {
		at, err := parse.Pick(f.file, source.Columns(), []string{f.countryColumn})
		if err != nil {
			return usage(fmt.Errorf("--country-column: %w", err))
		}
		job.CountryColumn = at[0]
	}
	if r.Kind == "date" && f.file != "" {
		if err := m.learnDates(ctx, f, job); err != nil {
			return err
		}
	}
	m.parsePrinter(job, f.output)
	watch := m.newParseWatch(f.file)
	job.Progress, job.Faulty = watch.rows, watch.faulty
	sum, err := job.Run(ctx, m.Stdout)
	if err != nil {
		return err
	}
	return watch.end(sum, source)
}

// learnDates reads the file once more beforehand: the column as a whole tells what
// 05/03/2024 means in it.
func (m *Main) learnDates(ctx context.Context, f parseFlags, job *parse.Job) (err error) {
	source, err := m.parseSource(ctx, f, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	return parse.LearnDates(source, job.Columns, job.Tools)
}

// check finds flags that contradict each other, and settles the format.
func (f *parseFlags) check(args []string) error {
	switch {
	case f.file != "" && len(args) > 0:
		return errors.New("texts and --file together; give one of them")
	case f.file == "" && len(f.columns) > 0:
		return errors.New("--column needs --file: of which file?")
	case f.file == "" && f.countryColumn != "":
		return errors.New("--country-column needs --file; for texts write --country")
	}
	switch f.output {
	case "":
		f.output = "table"
		if f.file != "" {
			f.output = "csv"
		}
	case "table", "json", "csv":
	default:
		return fmt.Errorf("--output %q: write table, json or csv", f.output)
	}
	return nil
}

// pick finds the columns that hold the text.
func (f *parseFlags) pick(columns []string) ([]int, error) {
	switch {
	case f.file == "" || len(f.columns) == 0 && len(columns) == 1:
		return []int{0}, nil
	case len(f.columns) == 0:
		return nil, fmt.Errorf("which column of %s? write --column with one of: %s", f.file, strings.Join(columns, ", "))
	}
	at, err := parse.Pick(f.file, columns, f.columns)
	if err != nil {
		return nil, fmt.Errorf("--column: %w", err)
	}
	return at, nil
}

func (m *Main) parseSource(ctx context.Context, f parseFlags, args []string) (parse.Source, error) {
	switch {
	case f.file != "":
		return parse.Open(ctx, m.path(f.file), f.file)
	case len(args) > 0:
		return parse.Texts(args), nil
	}
	if keyboard, ok := m.Stdin.(io.Writer); ok && m.IsTerminal(keyboard) {
		fmt.Fprintln(m.Stderr, "note: write one text a line; Ctrl-D ends")
	}
	return parse.Lines(m.Stdin), nil
}

// parsePrinter chooses the printer, and names input columns whose name is taken.
func (m *Main) parsePrinter(job *parse.Job, output string) {
	input := job.Source.Columns()
	var changed []string
	switch output {
	case "csv":
		input, changed = parse.Names(input, job.Reader.Columns)
		job.Printer = &parse.CSV{Input: input, Reader: job.Reader}
	case "json":
		input, changed = parse.Names(input, job.Reader.Columns, job.Reader.More, job.Reader.PartsColumn())
		job.Printer, job.Full = parse.NewJSON(input, job.Reader), true
	default:
		paint := m.colors(m.Stdout)
		job.Printer, job.Full = &parse.Card{Reader: job.Reader, Columns: job.Columns, Bold: paint.bold, Dim: paint.dim, Good: paint.green, Bad: paint.yellow}, true
	}
	if len(changed) > 0 {
		fmt.Fprintf(m.Stderr, "note: input columns that parse fills itself are printed as input_NAME: %s\n", strings.Join(changed, ", "))
	}
}
