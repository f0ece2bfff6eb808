package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/google/renameio/v2"
	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"kartoteka/jobs/history"
)

// colors is how a writer takes colour: not at all when off.
type colors struct{ on bool }

// colors honours NO_COLOR and plain files.
func (m *Main) colors(w io.Writer) colors {
	if no, set := m.Env("NO_COLOR"); set && no != "" {
		return colors{}
	}
	if term, _ := m.Env("TERM"); term == "dumb" {
		return colors{}
	}
	return colors{on: m.IsTerminal(w)}
}

func (c colors) paint(code, s string) string {
	if !c.on || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (c colors) bold(s string) string   { return c.paint("1", s) }
func (c colors) dim(s string) string    { return c.paint("2", s) }
func (c colors) red(s string) string    { return c.paint("31", s) }
func (c colors) green(s string) string  { return c.paint("32", s) }
func (c colors) yellow(s string) string { return c.paint("33", s) }

// status colours a status word by how much it wants to be looked at.
func (c colors) status(s history.Status) string {
	switch s {
	case history.OK:
		return c.green(string(s))
	case history.Running, history.Queued, history.Skipped, history.Cancelled:
		return string(s)
	case history.Warnings, history.Late, history.Locked:
		return c.yellow(string(s))
	}
	return c.red(string(s))
}

// grid prints rows under a header: a drawn table on a terminal, aligned columns
// elsewhere. Columns whose name ends in a blank stand to the right.
func (m *Main) grid(w io.Writer, header []string, rows [][]string) {
	t := table.NewWriter()
	t.SetStyle(table.StyleRounded)
	if !m.IsTerminal(w) {
		t.Style().Options = table.OptionsNoBordersAndSeparators
		t.Style().Box.PaddingLeft, t.Style().Box.PaddingRight = "", "  "
	}
	t.Style().Format.Header = text.FormatDefault
	head := table.Row{}
	var align []table.ColumnConfig
	for i, h := range header {
		head = append(head, strings.TrimSpace(h))
		if strings.HasSuffix(h, " ") {
			align = append(align, table.ColumnConfig{Number: i + 1, Align: text.AlignRight, AlignHeader: text.AlignRight})
		}
	}
	t.AppendHeader(head)
	t.SetColumnConfigs(align)
	for _, r := range rows {
		row := table.Row{}
		for _, v := range r {
			row = append(row, v)
		}
		t.AppendRow(row)
	}
	for _, line := range strings.Split(t.Render(), "\n") {
		fmt.Fprintln(w, strings.TrimRight(line, " "))
	}
}

// printJSON writes a value as indented JSON.
func (m *Main) printJSON(v any) error {
	e := json.NewEncoder(m.Stdout)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// writePrivate writes a file that only its owner may read, in one step: a reader
// finds the old one or the new one, whole.
func (m *Main) writePrivate(name string, write func(io.Writer) error) error {
	f, err := renameio.NewPendingFile(m.path(name), renameio.WithPermissions(0o600))
	if err != nil {
		return fmt.Errorf("write %s: %w", name, errors.Unwrap(err))
	}
	defer func() { _ = f.Cleanup() }()
	if err := write(f); err != nil {
		return err
	}
	if err := f.CloseAtomicallyReplace(); err != nil {
		return fmt.Errorf("write %s: %w", name, errors.Unwrap(err))
	}
	return nil
}

// count writes a number with its thousands apart: 1,234,567.
func count(n int64) string {
	digits := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return sign + digits
}

// some is count, or nothing for 0.
func some(n int64) string {
	if n == 0 {
		return ""
	}
	return count(n)
}

// plural is a count with its noun.
func plural(n int64, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return count(n) + " " + noun + "s"
}

// size writes an amount of bytes.
func size(n int64) string {
	switch {
	case n >= 1e9:
		return fmt.Sprintf("%.1f GB", float64(n)/1e9)
	case n >= 1e6:
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	case n >= 1e3:
		return fmt.Sprintf("%.1f kB", float64(n)/1e3)
	}
	return fmt.Sprintf("%d bytes", n)
}

// took writes a duration.
func took(d time.Duration) string {
	switch {
	case d >= time.Hour:
		return fmt.Sprintf("%d h %02d min", int(d.Hours()), int(d.Minutes())%60)
	case d >= time.Minute:
		return fmt.Sprintf("%d min %02d s", int(d.Minutes()), int(d.Seconds())%60)
	case d >= time.Second:
		return fmt.Sprintf("%.1f s", d.Seconds())
	}
	return fmt.Sprintf("%d ms", d.Milliseconds())
}

// clock writes an instant in a zone; nothing for the zero time.
func clock(t time.Time, zone *time.Location) string {
	if t.IsZero() {
		return ""
	}
	return t.In(zone).Format("2006-01-02 15:04:05")
}
