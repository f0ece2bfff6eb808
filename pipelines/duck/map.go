package duck

import (
	"context"
	"fmt"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"golang.org/x/sync/errgroup"
)

// Kernel turns one batch of the input into rows appended to out. It runs in
// one of several goroutines: worker is the number of the goroutine, from 0, so
// that a kernel may keep caches per worker without locks.
type Kernel func(worker int, in arrow.RecordBatch, out *array.RecordBuilder) error

type job struct {
	in  arrow.RecordBatch
	out chan arrow.RecordBatch
}

// Map makes a table from a query: each batch goes through the kernel on one of
// several workers, results keep the order of the input. progress, when given,
// is called with the rows read so far, from one goroutine.
func (db *DB) Map(ctx context.Context, query, table string, schema *arrow.Schema, workers int, progress func(rows int64), kernel Kernel) error {
	return db.MapAll(ctx, []string{query}, table, schema, workers, progress, kernel)
}

// MapAll makes a table from several queries, one after the other.
func (db *DB) MapAll(ctx context.Context, queries []string, table string, schema *arrow.Schema, workers int, progress func(rows int64), kernel Kernel) error {
	if workers < 1 {
		workers = 1
	}
	return db.Load(ctx, table, schema, func(yield func(arrow.RecordBatch) error) error {
		g, gctx := errgroup.WithContext(ctx)
		todo := make(chan job)
		ordered := make(chan job, 2*workers)
		g.Go(func() error {
			defer close(todo)
			defer close(ordered)
			return db.feed(gctx, queries, todo, ordered, progress)
		})
		for w := range workers {
			g.Go(func() error { return work(gctx, w, schema, todo, kernel) })
		}
		g.Go(func() error { return collect(gctx, ordered, yield) })
		return g.Wait()
	})
}

func (db *DB) feed(ctx context.Context, queries []string, todo, ordered chan<- job, progress func(int64)) error {
	var rows int64
	return db.ReadAll(ctx, queries, func(b arrow.RecordBatch) error {
		b.Retain()
		j := job{in: b, out: make(chan arrow.RecordBatch, 1)}
		for _, ch := range []chan<- job{ordered, todo} {
			select {
			case ch <- j:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		rows += b.NumRows()
		if progress != nil {
			progress(rows)
		}
		return nil
	})
}

func work(ctx context.Context, worker int, schema *arrow.Schema, todo <-chan job, kernel Kernel) error {
	builder := Builder(schema)
	defer builder.Release()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case j, ok := <-todo:
			if !ok {
				return nil
			}
			err := kernel(worker, j.in, builder)
			j.in.Release()
			if err != nil {
				return fmt.Errorf("map rows: %w", err)
			}
			j.out <- builder.NewRecordBatch()
		}
	}
}

func collect(ctx context.Context, ordered <-chan job, yield func(arrow.RecordBatch) error) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case j, ok := <-ordered:
			if !ok {
				return nil
			}
			select {
			case <-ctx.Done():
				return ctx.Err()
			case b := <-j.out:
				err := yield(b)
				b.Release()
				if err != nil {
					return err
				}
			}
		}
	}
}
