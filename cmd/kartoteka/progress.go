package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"kartoteka/jobs"
	"kartoteka/jobs/history"
	"kartoteka/pipelines"
)

// progress tells how a run is going: one bar for the step at work on a terminal,
// one line per finished step elsewhere.
type progress struct {
	out   io.Writer
	paint colors
	now   func() time.Time
	bars  *mpb.Progress // nil: plain lines

	mu    sync.Mutex // never held while the bar is called: drawing it asks for speed
	bar   *mpb.Bar
	steps int
	done  int64
	began time.Time
}

func (m *Main) newProgress(ctx context.Context) *progress {
	p := &progress{out: m.Stderr, paint: m.colors(m.Stderr), now: m.Now}
	if m.IsTerminal(m.Stderr) {
		p.bars = mpb.NewWithContext(ctx, mpb.WithOutput(m.Stderr), mpb.WithAutoRefresh(), mpb.WithWidth(120), mpb.WithRefreshRate(120*time.Millisecond))
	}
	return p
}

func (p *progress) events(started func(), finished func(history.Step)) pipelines.Events {
	return pipelines.Events{
		StepStarted: func(index, steps int, label string) {
			started()
			p.started(index, steps, label)
		},
		Progress: p.rows,
		StepFinished: func(s pipelines.StepResult) {
			finished(jobs.StepOf(s))
			p.finished(s)
		},
		Stage: func(text string) { p.line(text) },
	}
}

func (p *progress) started(index, steps int, label string) {
	p.mu.Lock()
	p.steps, p.done, p.began = steps, 0, p.now()
	p.mu.Unlock()
	if p.bars == nil {
		return
	}
	bar := p.bars.New(0, mpb.BarStyle().Lbound("").Rbound("").Filler("━").Tip("━").Padding("─"),
		mpb.BarRemoveOnComplete(), mpb.BarWidth(30),
		mpb.PrependDecorators(decor.Name(fmt.Sprintf("%*d/%d %-28s ", digits(steps), index, steps, label))),
		mpb.AppendDecorators(decor.Any(func(decor.Statistics) string { return p.speed() })),
	)
	p.mu.Lock()
	p.bar = bar
	p.mu.Unlock()
}

// rows takes a report of the step at work, from any goroutine.
func (p *progress) rows(_ string, done, total int64) {
	p.mu.Lock()
	p.done = done
	bar := p.bar
	p.mu.Unlock()
	if bar == nil {
		return
	}
	if total > 0 {
		bar.SetTotal(total, false)
	}
	bar.SetCurrent(done)
}

// speed is what stands behind the bar.
func (p *progress) speed() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	seconds := p.now().Sub(p.began).Seconds()
	if p.done == 0 || seconds <= 0 {
		return fmt.Sprintf(" %.0f s", seconds)
	}
	return fmt.Sprintf(" %s rows  %s rows/s  %.0f s", count(p.done), count(int64(float64(p.done)/seconds)), seconds)
}

func (p *progress) finished(s pipelines.StepResult) {
	p.mu.Lock()
	bar := p.bar
	p.bar = nil
	p.mu.Unlock()
	if bar != nil {
		bar.Abort(true)
	}
	p.line(fmt.Sprintf("%*d/%d %s", digits(p.steps), s.Index, p.steps, p.told(s)))
}

// told is one finished step in words.
func (p *progress) told(s pipelines.StepResult) string {
	label := s.Type + " " + s.Name
	if s.Err != nil {
		return label + ": " + p.paint.red("failed")
	}
	step := jobs.StepOf(s)
	var parts []string
	for _, part := range []struct {
		rows int64
		word string
	}{{step.In, "in"}, {step.Added, "added"}, {step.Out, "out"}, {step.Rejected, "rejected"}, {step.Merged, "merged"}, {step.Suppressed, "suppressed"}} {
		if part.rows != 0 {
			parts = append(parts, count(part.rows)+" "+part.word)
		}
	}
	time := p.paint.dim("(" + took(s.Duration) + ")")
	if len(parts) == 0 {
		return label + " " + time
	}
	return label + ": " + strings.Join(parts, ", ") + " " + time
}

// line writes a line above the bar.
func (p *progress) line(text string) {
	if p.bars == nil {
		fmt.Fprintln(p.out, text)
		return
	}
	_, _ = fmt.Fprintln(p.bars, text)
}

func (p *progress) close() {
	if p.bars == nil {
		return
	}
	p.mu.Lock()
	bar := p.bar
	p.mu.Unlock()
	if bar != nil {
		bar.Abort(true)
	}
	p.bars.Wait()
}

func digits(n int) int { return len(fmt.Sprint(n)) }
