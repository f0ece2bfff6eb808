package jobs

import (
	"bytes"
	"os"
	"strconv"
	"sync"
	"time"

	"kartoteka/jobs/history"
)

// Memory measures the largest resident size of the process during each step of
// a run, where the kernel tells it (Linux). The kernel keeps one high-water mark
// for the whole process: a step that raises it gets that mark, exactly. Any other
// step gets the largest of the sizes seen every few milliseconds. The mark itself
// is left alone, so that whoever measures the process from outside reads it whole.
type Memory struct {
	Read func() (now, highest int64) // nil: the kernel's; 0: not known

	mu     sync.Mutex
	before int64 // highest when the step began
	seen   int64 // largest size seen since
	stop   chan struct{}
	peaks  map[int]int64 // by place of the step
}

const sampleTime = 20 * time.Millisecond

// Begin starts measuring a step.
func (m *Memory) Begin() {
	m.mu.Lock()
	if m.Read == nil {
		m.Read = residentSize
	}
	m.seen, m.before = m.Read()
	m.mu.Unlock()
	if m.before == 0 {
		return // not known here
	}
	stop := make(chan struct{})
	m.stop = stop
	go func() {
		tick := time.NewTicker(sampleTime)
		defer tick.Stop()
		for {
			select {
			case <-stop:
				return
			case <-tick.C:
				m.sample()
			}
		}
	}()
}

func (m *Memory) sample() {
	now, _ := m.Read()
	m.mu.Lock()
	m.seen = max(m.seen, now)
	m.mu.Unlock()
}

// End gives the peak of the step that was begun, in bytes; 0: not known. It may
// be called again, for a step that broke off.
func (m *Memory) End(place int) int64 {
	if m.stop == nil {
		return 0
	}
	close(m.stop)
	m.stop = nil
	m.sample()
	m.mu.Lock()
	defer m.mu.Unlock()
	peak := m.seen
	if _, highest := m.Read(); highest > m.before {
		peak = highest
	}
	if m.peaks == nil {
		m.peaks = map[int]int64{}
	}
	m.peaks[place] = peak
	return peak
}

// Fill writes what was measured into the steps of a run.
func (m *Memory) Fill(steps []history.Step) {
	for i := range steps {
		steps[i].PeakBytes = m.peaks[steps[i].Place]
	}
}

// residentSize reads VmRSS and VmHWM of this process (proc_pid_status(5)).
func residentSize() (now, highest int64) {
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, 0
	}
	return kilobytes(text, "VmRSS:"), kilobytes(text, "VmHWM:")
}

func kilobytes(text []byte, name string) int64 {
	_, rest, found := bytes.Cut(text, []byte("\n"+name))
	fields := bytes.Fields(rest)
	if !found || len(fields) == 0 {
		return 0
	}
	n, err := strconv.ParseInt(string(fields[0]), 10, 64)
	if err != nil {
		return 0
	}
	return n * 1024
}
