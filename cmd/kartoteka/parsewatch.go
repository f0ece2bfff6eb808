package main

import (
	"fmt"
	"io"
	"time"

	"kartoteka/cmd/kartoteka/parse"
	"kartoteka/pipelines/extract/read"
)

// parseWatch tells on the standard error how a long parse is going, and which
// records could not be read.
type parseWatch struct {
	out         io.Writer
	paint       colors
	now         func() time.Time
	file        string
	terminal    bool
	began, told time.Time
	drawn       bool
	faults      int64
}

// mostFaults bounds the records that are named one by one.
const mostFaults = 10

func (m *Main) newParseWatch(file string) *parseWatch {
	now := m.Now()
	return &parseWatch{out: m.Stderr, paint: m.colors(m.Stderr), now: m.Now, file: file,
		terminal: m.IsTerminal(m.Stderr) && !m.IsTerminal(m.Stdout), began: now, told: now}
}

// rows takes a report; a line is written every ten seconds, on a terminal the same
// line four times a second.
func (w *parseWatch) rows(n int64) {
	if w.file == "" {
		return
	}
	now := w.now()
	pause := 10 * time.Second
	if w.terminal {
		pause = 250 * time.Millisecond
	}
	if now.Sub(w.told) < pause {
		return
	}
	w.told = now
	text := w.speed(n, now)
	if w.terminal {
		fmt.Fprintf(w.out, "\r\x1b[K%s", text)
		w.drawn = true
		return
	}
	fmt.Fprintln(w.out, text)
}

func (w *parseWatch) speed(n int64, now time.Time) string {
	seconds := now.Sub(w.began).Seconds()
	return fmt.Sprintf("%s: %s rows, %s rows/s", w.file, count(n), count(int64(float64(n)/max(seconds, 0.001))))
}

func (w *parseWatch) clear() {
	if w.drawn {
		fmt.Fprint(w.out, "\r\x1b[K")
		w.drawn = false
	}
}

// faulty names a record that is left out.
func (w *parseWatch) faulty(r *read.Record) {
	if w.faults++; w.faults > mostFaults {
		return
	}
	w.clear()
	at := fmt.Sprintf("row %d", r.Row)
	if r.Line > 0 {
		at = fmt.Sprintf("line %d", r.Line)
	}
	fmt.Fprintf(w.out, "%s %s: %s: %s; the record is left out\n", w.paint.yellow("warning:"), w.file, at, r.Faults[0])
}

// end sums up. Records that were left out are a warning.
func (w *parseWatch) end(sum parse.Totals, source parse.Source) error {
	w.clear()
	if f, ok := source.(read.File); ok {
		if err := f.Check(); err != nil {
			return err
		}
		for _, n := range f.Notes() {
			fmt.Fprintf(w.out, "note: %s\n", n.Text)
		}
	}
	if now := w.now(); w.file != "" && now.Sub(w.began) >= 2*time.Second {
		fmt.Fprintln(w.out, w.speed(sum.Rows, now))
	}
	if sum.Faulty == 0 {
		return nil
	}
	if sum.Faulty > mostFaults {
		fmt.Fprintf(w.out, "%s %s: %s were left out, %d of them named above\n", w.paint.yellow("warning:"), w.file, plural(sum.Faulty, "record"), mostFaults)
	}
	return said(exitWarnings)
}
