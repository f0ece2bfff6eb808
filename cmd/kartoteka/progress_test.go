package main

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"kartoteka/pipelines"
)

// screen is a terminal to write on, from any goroutine.
type screen struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *screen) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(b)
}

func (s *screen) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

func show(t *testing.T, terminal bool) string {
	t.Helper()
	var out screen
	m := &Main{Stderr: &out, Env: func(string) (string, bool) { return "", false }, Now: time.Now,
		IsTerminal: func(io.Writer) bool { return terminal }}
	p := m.newProgress(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		for step := 1; step <= 3; step++ {
			p.started(step, 3, "cleanse people")
			var workers sync.WaitGroup
			for w := range 4 { // steps report from their workers while the bar is drawn
				workers.Go(func() {
					for i := range 100 {
						p.rows("", int64(w*100+i), 400)
						time.Sleep(time.Millisecond)
					}
				})
			}
			workers.Wait()
			p.finished(pipelines.StepResult{Index: step, Type: "cleanse", Name: "people", Accounts: []pipelines.Account{{In: 1200, Out: 1200}}})
		}
		p.close()
	}()
	select {
	case <-done:
	case <-time.After(20 * time.Second):
		t.Fatal("the progress hangs")
	}
	return out.String()
}

func TestProgressOnATerminalDrawsABar(t *testing.T) {
	got := show(t, true)
	for _, want := range []string{"rows/s", "━", "3/3 cleanse people: 1,200 in, 1,200 out"} {
		if !strings.Contains(got, want) {
			t.Errorf("nothing says %q", want)
		}
	}
}

func TestProgressElsewhereIsALinePerStep(t *testing.T) {
	if got := show(t, false); strings.Count(got, "\n") != 3 || strings.Contains(got, "\x1b") {
		t.Errorf("%q", got)
	}
}
