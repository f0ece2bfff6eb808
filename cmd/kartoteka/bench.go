package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kartoteka/cmd/kartoteka/firm"
)

// benchCommand is hidden: it serves `make bench`.
func (m *Main) benchCommand() *cobra.Command {
	var people int
	var seed uint64
	c := &cobra.Command{
		Use:    "bench",
		Short:  "Run one whole night of an invented firm and print rows per second and peak memory",
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE:   func(c *cobra.Command, _ []string) error { return m.bench(c.Context(), people, seed) },
	}
	c.Flags().IntVar(&people, "people", 20000, "`NUMBER` of people")
	c.Flags().Uint64Var(&seed, "seed", 1, "`SEED` of the firm")
	return c
}

func (m *Main) bench(ctx context.Context, people int, seed uint64) error {
	dir, err := os.MkdirTemp("", "kartoteka-bench-")
	if err != nil {
		return fmt.Errorf("make a directory for the firm: %w", err)
	}
	defer os.RemoveAll(dir)
	rows, err := firm.Write(filepath.Join(dir, "firm"), people, seed)
	if err != nil {
		return err
	}
	m.project = filepath.Join(dir, "firm")
	started := m.Now()
	var coded *codeError
	err = m.runByHand(ctx, "nightly", runOptions{asOf: "2026-03-31"})
	if err != nil && (!errors.As(err, &coded) || coded.code != exitWarnings) {
		return err
	}
	took := m.Now().Sub(started)
	fmt.Fprintf(m.Stdout, "BenchmarkNight/people=%d %d rows %.1f s %.0f rows/s %s peak memory\n",
		people, rows, took.Seconds(), float64(rows)/max(took.Seconds(), time.Millisecond.Seconds()), peakMemory())
	return nil
}

// peakMemory is the largest resident size of this process, where the kernel
// tells it.
func peakMemory() string {
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return "unknown"
	}
	for _, line := range strings.Split(string(text), "\n") {
		if v, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			return strings.Join(strings.Fields(v), " ")
		}
	}
	return "unknown"
}
