package extract

import (
	"context"
	"fmt"
	"io"

	"github.com/apache/arrow-go/v18/arrow"
	"golang.org/x/sync/errgroup"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/extract/mend"
	"kartoteka/pipelines/extract/read"
)

// source is one file on its way into the table.
type source struct {
	input   pipelines.InputFile
	file    read.File
	batches chan chan batch // in the order of the file
	columns []string
	err     error // of reading; set before batches is closed
	notes   []read.Note

	read    int64
	merged  int64
	rejects []pipelines.Reject
	later   []laterDays
	ragged  int64
	fixes   map[string]mend.Fix
	met     map[string]bool // records that a correction speaks of
	mended  int64
}

// task is a chunk for the workers.
type task struct {
	mapper *mapper
	chunk  read.Chunk
	out    chan batch
}

// load reads all files into the table target. Files are read side by side, at
// most one per thread; their batches are loaded in the order of the files.
func (s *step) load(ctx context.Context, r *pipelines.Run, target string) ([]*source, error) {
	fixes, err := s.fixes(r)
	if err != nil {
		return nil, err
	}
	var sources []*source
	for _, f := range r.Files[s.o.Files.Value] {
		sources = append(sources, &source{input: f, batches: make(chan chan batch, 4), later: make([]laterDays, len(s.columns)), fixes: fixes, met: map[string]bool{}})
	}
	schema := s.schema()
	err = r.DB.Load(ctx, target, schema, func(yield func(arrow.RecordBatch) error) error {
		g, gctx := errgroup.WithContext(ctx)
		tasks := make(chan task)
		g.Go(func() error {
			defer close(tasks)
			return s.readAll(gctx, r, sources, tasks)
		})
		for range max(r.Threads, 1) {
			g.Go(func() error {
				for t := range tasks {
					t.out <- t.mapper.batch(schema, t.chunk())
				}
				return nil
			})
		}
		g.Go(func() error { return collect(gctx, r, sources, yield) })
		return g.Wait()
	})
	for _, src := range sources {
		if src.file != nil {
			if cerr := src.file.Close(); err == nil && cerr != nil {
				err = fmt.Errorf("close %s: %w", src.input.Name, cerr)
			}
		}
	}
	return sources, err
}

// readAll opens the files in order, as many at a time as there are threads.
func (s *step) readAll(ctx context.Context, r *pipelines.Run, sources []*source, tasks chan<- task) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(max(r.Threads, 1))
	for _, src := range sources {
		g.Go(func() error {
			defer close(src.batches)
			src.err = s.readOne(ctx, r, src, tasks)
			return src.err
		})
	}
	return g.Wait()
}

func (s *step) readOne(ctx context.Context, r *pipelines.Run, src *source, tasks chan<- task) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m, err := s.open(ctx, r, src)
	if err != nil {
		return err
	}
	for {
		chunk, err := src.file.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		out := make(chan batch, 1)
		select {
		case src.batches <- out:
		case <-ctx.Done():
			return ctx.Err()
		}
		select {
		case tasks <- task{m, chunk, out}:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (s *step) open(ctx context.Context, r *pipelines.Run, src *source) (*mapper, error) {
	settings := s.settings
	settings.Format = s.format
	if settings.Format == "" {
		settings.Format = formatOf(src.input.Name)
	}
	if settings.Format == "" {
		return nil, &read.Error{File: src.input.Name, What: "the extension does not tell the format", Remedy: "write format: csv, fixed, jsonl, xlsx, parquet or xml"}
	}
	settings.Scan = Scanner(ctx, r.DB)
	seen, err := read.Inspect(ctx, src.input.Path, src.input.Name, settings.Encoding)
	if err != nil {
		return nil, err
	}
	if src.file, err = read.Open(src.input.Path, src.input.Name, seen, settings); err != nil {
		return nil, err
	}
	src.columns = src.file.Columns()
	m, err := s.bind(src.input, settings.Format, src.file, r.AsOf)
	if err != nil {
		return nil, err
	}
	m.fixes = src.fixes
	return m, nil
}

// Scanner reads Parquet files through a database. A file without rows gives
// one empty batch, so that its columns are known.
func Scanner(ctx context.Context, db *duck.DB) read.Scan {
	return func(path string, yield func(arrow.RecordBatch) error) error {
		query := "SELECT * FROM read_parquet(" + duck.Quote(path) + ")"
		any := false
		err := db.Read(ctx, query, func(b arrow.RecordBatch) error {
			any = true
			return yield(b)
		})
		if err != nil || any {
			return err
		}
		columns, err := db.Describe(ctx, query)
		if err != nil {
			return err
		}
		var fields []arrow.Field
		for _, c := range columns {
			fields = append(fields, arrow.Field{Name: c.Name, Type: arrow.BinaryTypes.String, Nullable: true})
		}
		b := duck.Builder(arrow.NewSchema(fields, nil))
		defer b.Release()
		empty := b.NewRecordBatch()
		defer empty.Release()
		return yield(empty)
	}
}

// collect yields the batches in the order of the files and adds up what became
// of the records.
func collect(ctx context.Context, r *pipelines.Run, sources []*source, yield func(arrow.RecordBatch) error) error {
	var done int64
	for _, src := range sources {
		for {
			var out chan batch
			var open bool
			select {
			case out, open = <-src.batches:
			case <-ctx.Done():
				return ctx.Err()
			}
			if !open {
				break
			}
			select {
			case b := <-out:
				if err := src.take(b, yield); err != nil {
					return err
				}
				done += b.read
				r.Progress(done, 0)
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		if src.err != nil {
			return nil // the reader tells it
		}
		if err := src.file.Check(); err != nil {
			return err
		}
		src.notes = src.file.Notes()
	}
	return nil
}

func (src *source) take(b batch, yield func(arrow.RecordBatch) error) error {
	defer b.rows.Release()
	src.read += b.read
	src.rejects = append(src.rejects, b.rejects...)
	src.ragged += b.ragged
	src.mended += b.mended
	for _, record := range b.met {
		src.met[record] = true
	}
	for i, l := range b.later {
		if src.later[i].rows == 0 {
			src.later[i].first = l.first
		}
		src.later[i].rows += l.rows
	}
	if b.rows.NumRows() == 0 {
		return nil
	}
	return yield(b.rows)
}
