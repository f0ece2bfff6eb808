package jobs

import (
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"kartoteka/jobs/history"
)

// Sizes as the kernel would tell them: the first step raises the mark, the
// second stays below it, the third raises it between two looks.
func TestPeaksOfSteps(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var now, highest atomic.Int64
		now.Store(100)
		highest.Store(120)
		m := &Memory{Read: func() (int64, int64) { return now.Load(), highest.Load() }}
		step := func(place int, sizes ...int64) int64 {
			m.Begin()
			for _, s := range sizes {
				now.Store(s)
				highest.Store(max(highest.Load(), s))
				time.Sleep(sampleTime)
				synctest.Wait()
			}
			return m.End(place)
		}
		if got := step(1, 200, 500, 300); got != 500 {
			t.Error(got)
		}
		if got := step(2, 250, 410, 200); got != 410 {
			t.Error(got)
		}
		m.Begin()
		highest.Store(900)
		if got := m.End(3); got != 900 {
			t.Error(got)
		}
		if got := m.End(4); got != 0 {
			t.Errorf("a step that was not begun has %d", got)
		}
		steps := []history.Step{{Place: 2}, {Place: 3}, {Place: 4}}
		m.Fill(steps)
		if steps[0].PeakBytes != 410 || steps[1].PeakBytes != 900 || steps[2].PeakBytes != 0 {
			t.Errorf("%+v", steps)
		}
	})
}

func TestAKernelThatDoesNotTell(t *testing.T) {
	m := &Memory{Read: func() (int64, int64) { return 0, 0 }}
	m.Begin()
	if got := m.End(1); got != 0 {
		t.Error(got)
	}
}

func TestTheKernelsOwnFigures(t *testing.T) {
	now, highest := residentSize()
	if highest == 0 {
		t.Skip("this kernel tells no resident size")
	}
	if now < 1<<20 || highest < now/2 || highest > 1<<40 {
		t.Errorf("%d now, %d at most", now, highest)
	}
	if got := kilobytes([]byte("Name:\tx\nVmHWM:\t  1740 kB\nVmRSS:\tx kB\n"), "VmHWM:"); got != 1740*1024 {
		t.Error(got)
	}
	if got := kilobytes([]byte("Name:\tx\nVmRSS:\tx kB\n"), "VmRSS:"); got != 0 {
		t.Error(got)
	}
}
