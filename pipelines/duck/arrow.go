package duck

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/memory"
	duckdb "github.com/duckdb/duckdb-go/v2"
)

// Read streams the record batches of a query in order. A batch is valid only
// during the call; Retain it to keep it.
func (db *DB) Read(ctx context.Context, query string, each func(arrow.RecordBatch) error) (err error) {
	conn, err := db.conn(ctx)
	if err != nil {
		return err
	}
	defer func() {
		if cerr := conn.Close(); err == nil {
			err = cerr
		}
	}()
	a, err := duckdb.NewArrowFromConn(conn)
	if err != nil {
		return fmt.Errorf("open Arrow: %w", err)
	}
	reader, err := a.QueryContext(ctx, query)
	if err != nil {
		return scrub(err)
	}
	defer reader.Release()
	for reader.Next() {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := each(reader.RecordBatch()); err != nil {
			return err
		}
	}
	if err := reader.Err(); err != nil && !errors.Is(err, context.Canceled) {
		return scrub(err)
	}
	return ctx.Err()
}

// Load makes a table from the batches that produce yields, in their order. An
// error of produce leaves no table behind.
func (db *DB) Load(ctx context.Context, table string, schema *arrow.Schema, produce func(yield func(arrow.RecordBatch) error) error) error {
	err := db.stream(ctx, table, schema, produce, func(view string) string {
		return "CREATE TABLE " + Ident(table) + " AS SELECT * FROM " + Ident(view)
	})
	if broken := (*produceError)(nil); errors.As(err, &broken) {
		return errors.Join(broken.error, db.dropAfter(table))
	}
	return err
}

// produceError is an error of the producer, whose table or file is unfinished.
type produceError struct{ error }

func (e *produceError) Unwrap() error { return e.error }

// CopyStream writes the batches that produce yields to a Parquet file, in their
// order, as CopyParquet does. An error leaves no file behind. All columns are
// written: the engine mistakes one column for another when some are left out.
func (db *DB) CopyStream(ctx context.Context, path, name string, schema *arrow.Schema, produce func(yield func(arrow.RecordBatch) error) error) error {
	err := db.stream(ctx, name, schema, produce, func(view string) string {
		return copyParquet("SELECT * FROM "+Ident(view), path)
	})
	if broken := (*produceError)(nil); errors.As(err, &broken) {
		err = broken.error
	}
	return removeAfter(err, path)
}

// stream runs a statement over a view of the batches that produce yields.
func (db *DB) stream(ctx context.Context, name string, schema *arrow.Schema, produce func(yield func(arrow.RecordBatch) error) error, statement func(view string) string) (err error) {
	conn, err := db.conn(ctx)
	if err != nil {
		return err
	}
	defer func() {
		if cerr := conn.Close(); err == nil {
			err = cerr
		}
	}()
	a, err := duckdb.NewArrowFromConn(conn)
	if err != nil {
		return fmt.Errorf("open Arrow: %w", err)
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	r := newReader(ctx, schema, produce)
	defer r.drain(cancel)
	view := "arrow_in_" + name
	release, err := a.RegisterView(r, view)
	if err != nil {
		return fmt.Errorf("register Arrow batches for %s: %w", name, scrub(err))
	}
	defer release()
	out, qerr := a.QueryContext(ctx, statement(view))
	if qerr == nil {
		for out.Next() {
		}
		qerr = out.Err()
		out.Release()
	}
	// The view outlives its stream otherwise, and a scan of it would read freed memory.
	if derr := db.Exec(context.WithoutCancel(ctx), "DROP VIEW IF EXISTS "+Ident(view)); qerr == nil {
		qerr = derr
	}
	if perr := r.failure(); perr != nil {
		return &produceError{perr}
	}
	if qerr != nil {
		return fmt.Errorf("load %s: %w", name, scrub(qerr))
	}
	return nil
}

// dropAfter removes what a broken load may have left.
func (db *DB) dropAfter(table string) error {
	return db.Exec(context.Background(), "DROP TABLE IF EXISTS "+Ident(table))
}

// reader hands batches of a producing goroutine to DuckDB.
type reader struct {
	schema *arrow.Schema
	in     chan arrow.RecordBatch
	done   chan struct{}
	cur    arrow.RecordBatch
	err    atomic.Pointer[error]
	refs   atomic.Int64
}

var errStopped = errors.New("the reader stopped")

func newReader(ctx context.Context, schema *arrow.Schema, produce func(func(arrow.RecordBatch) error) error) *reader {
	r := &reader{schema: schema, in: make(chan arrow.RecordBatch, 4), done: make(chan struct{})}
	r.refs.Store(1)
	go func() {
		defer close(r.done)
		defer close(r.in)
		err := produce(func(b arrow.RecordBatch) error {
			b.Retain()
			select {
			case r.in <- b:
				return nil
			case <-ctx.Done():
				b.Release()
				return errStopped
			}
		})
		if err == nil {
			return
		}
		if errors.Is(err, errStopped) && ctx.Err() != nil {
			err = ctx.Err()
		}
		r.err.Store(&err)
	}()
	return r
}

// drain ends the producer and frees what it still holds.
func (r *reader) drain(cancel context.CancelFunc) {
	cancel()
	for b := range r.in {
		b.Release()
	}
	<-r.done
	if r.cur != nil {
		r.cur.Release()
		r.cur = nil
	}
}

func (r *reader) failure() error {
	select {
	case <-r.done:
	default:
		return nil
	}
	if e := r.err.Load(); e != nil {
		return *e
	}
	return nil
}

// Retain, Release, Schema, Next, RecordBatch, Record and Err are array.RecordReader.
func (r *reader) Retain()               { r.refs.Add(1) }
func (r *reader) Release()              { r.refs.Add(-1) }
func (r *reader) Schema() *arrow.Schema { return r.schema }

func (r *reader) Next() bool {
	if r.cur != nil {
		r.cur.Release()
		r.cur = nil
	}
	b, ok := <-r.in
	if !ok {
		<-r.done
		return false
	}
	r.cur = b
	return true
}

func (r *reader) RecordBatch() arrow.RecordBatch { return r.cur }
func (r *reader) Record() arrow.RecordBatch      { return r.cur }
func (r *reader) Err() error {
	if e := r.err.Load(); e != nil {
		return *e
	}
	return nil
}

// Builder makes a record builder on Go memory.
func Builder(schema *arrow.Schema) *array.RecordBuilder {
	return array.NewRecordBuilder(memory.DefaultAllocator, schema)
}
