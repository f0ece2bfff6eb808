package linkage

import (
	"context"
	"sync"
	"sync/atomic"
)

// An edge is a scored pair of rows, a < b.
type edge struct {
	a, b uint32
	p    float64
}

// scoreAll compares all candidate pairs and returns those of at least the given
// probability, in the order of the blocks whatever the number of threads, and
// how many pairs have which weight.
func scoreAll(ctx context.Context, q *prepared, b *blocks, m *model, keep float64, threads int) ([]edge, Histogram, error) {
	weights := newHistogram()
	threads = workers(threads)
	tasks := b.tasks()
	top := m.ceiling(keep)
	found := make([][]edge, len(tasks))
	var next atomic.Int64
	var wait sync.WaitGroup
	var lock sync.Mutex
	for range threads {
		wait.Go(func() {
			c := newComparer(q)
			var v vector
			own := newHistogram()
			defer func() {
				lock.Lock()
				weights.merge(&own)
				lock.Unlock()
			}()
			for {
				i := int(next.Add(1)) - 1
				if i >= len(tasks) || ctx.Err() != nil {
					return
				}
				t := tasks[i]
				for block := t.from; block < t.to; block++ {
					b.each(t.rule, block, func(x, y uint32) {
						c.begin(x, y, &v)
						if c.hopeless(m, top, x, y, &v) {
							own.Given++
							return
						}
						c.finish(x, y, &v)
						p, bits := m.score(&v)
						own.add(bits)
						if p >= keep {
							found[i] = append(found[i], edge{x, y, p})
						}
					})
				}
			}
		})
	}
	wait.Wait()
	if err := ctx.Err(); err != nil {
		return nil, weights, err
	}
	n := 0
	for _, f := range found {
		n += len(f)
	}
	edges := make([]edge, 0, n)
	for _, f := range found {
		edges = append(edges, f...)
	}
	return edges, weights, nil
}

// task is a run of blocks of one rule.
type task struct{ rule, from, to int }

// tasks cuts the blocks into runs of about equally many pairs.
func (b *blocks) tasks() []task {
	const pairs = 20_000
	var out []task
	for r := range b.rules {
		from, n := 0, 0
		for block := 0; block+1 < len(b.bounds[r]); block++ {
			size := int(b.bounds[r][block+1] - b.bounds[r][block])
			n += size * (size - 1) / 2
			if n >= pairs {
				out = append(out, task{r, from, block + 1})
				from, n = block+1, 0
			}
		}
		if n > 0 {
			out = append(out, task{r, from, len(b.bounds[r]) - 1})
		}
	}
	return out
}
