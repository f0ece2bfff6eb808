package parse

import (
	"context"
	"errors"
	"io"
	"strings"

	"golang.org/x/sync/errgroup"

	"kartoteka/pipelines/extract/read"
	"kartoteka/pipelines/kernel/address"
)

// Job reads every record of a source and prints it, in order.
type Job struct {
	Source  Source
	Columns []int // that hold the text, a line each
	Reader  Reader
	Tools   *Tools
	Printer Printer
	Full    bool // the printer shows parts and the further columns

	Country       string // where the text names none
	CountryColumn int    // column that names the country of a record; -1: none

	Workers  int
	Progress func(rows int64)   // after each chunk that was printed
	Faulty   func(*read.Record) // a record that could not be read, in order
}

// Totals count what became of the records.
type Totals struct{ Rows, Bad, Faulty int64 }

// printed is one chunk on its way out.
type printed struct {
	text   []byte
	totals Totals
	faulty []read.Record
}

type task struct {
	chunk read.Chunk
	out   chan printed
}

// Run writes to w until the source ends. At most two chunks for each worker are in
// memory.
func (j *Job) Run(ctx context.Context, w io.Writer) (Totals, error) {
	var sum Totals
	if _, err := w.Write(j.Printer.Head()); err != nil {
		return sum, err
	}
	g, ctx := errgroup.WithContext(ctx)
	workers := max(j.Workers, 1)
	tasks, order := make(chan task), make(chan chan printed, workers)
	g.Go(func() error {
		defer close(tasks)
		defer close(order)
		return j.cut(ctx, tasks, order)
	})
	for range workers {
		g.Go(func() error {
			for t := range tasks {
				t.out <- j.chunk(t.chunk())
			}
			return nil
		})
	}
	g.Go(func() error {
		for out := range order {
			var p printed
			select {
			case p = <-out:
			case <-ctx.Done():
				return ctx.Err()
			}
			if err := j.write(w, p, &sum); err != nil {
				return err
			}
		}
		return nil
	})
	return sum, g.Wait()
}

// cut takes chunks off the source.
func (j *Job) cut(ctx context.Context, tasks chan<- task, order chan<- chan printed) error {
	for {
		chunk, err := j.Source.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		out := make(chan printed, 1)
		select {
		case order <- out:
		case <-ctx.Done():
			return ctx.Err()
		}
		select {
		case tasks <- task{chunk, out}:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (j *Job) write(w io.Writer, p printed, sum *Totals) error {
	if _, err := w.Write(p.text); err != nil {
		return err
	}
	sum.Rows += p.totals.Rows
	sum.Bad += p.totals.Bad
	sum.Faulty += p.totals.Faulty
	for i := range p.faulty {
		j.Faulty(&p.faulty[i])
	}
	j.Progress(sum.Rows + sum.Faulty)
	return nil
}

// chunk reads and prints the records of one chunk.
func (j *Job) chunk(all []read.Record) printed {
	var p printed
	r := Reading{Full: j.Full}
	lines := make([]string, 0, len(j.Columns))
	for i := range all {
		record := &all[i]
		if record.Faults != nil {
			p.faulty = append(p.faulty, *record)
			p.totals.Faulty++
			continue
		}
		country := j.Country
		if j.CountryColumn >= 0 {
			if own := strings.TrimSpace(record.Cells[j.CountryColumn]); own != "" {
				country = CountryOf(own)
			}
		}
		lines = lines[:0]
		for _, c := range j.Columns {
			if record.Cells[c] != "" {
				lines = append(lines, record.Cells[c])
			}
		}
		j.Reader.Read(j.Tools, &r, lines, country)
		p.totals.Rows++
		if r.Bad {
			p.totals.Bad++
		}
		if p.text == nil {
			p.text = make([]byte, 0, 256*len(all))
		}
		p.text = j.Printer.Append(p.text, record, &r)
	}
	return p
}

// CountryOf reads a country as people write it; an unknown code is taken at its word.
func CountryOf(text string) string {
	if code := address.CountryCode(text); code != "" || len(text) != 2 {
		return code
	}
	return strings.ToUpper(text)
}
