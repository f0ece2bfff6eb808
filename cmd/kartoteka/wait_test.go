package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A run by hand at 03:00 waits for a file until 04:00; the clock is the test's.
// The file comes at 03:20 or never, and counts when it has rested for two minutes.
func TestARunWaitsForItsInputs(t *testing.T) {
	for _, c := range []struct {
		comes, until string
		code         int
		ended, says  string
	}{
		{"03:20", "04:00", exitOK, "03:22:00", "waiting until 04:00 for the inputs:\n  extract webshop: sources/webshop.csv was changed less than 2m0s ago"},
		{"", "04:00", exitLate, "04:00:00", "extract webshop: no file matches \"sources/webshop.csv\""},
		{"", "02:30", exitLate, "03:00:00", "extract webshop: no file matches \"sources/webshop.csv\""},
	} {
		var out bytes.Buffer
		now := time.Date(2026, 3, 30, 1, 0, 0, 0, time.UTC) // 03:00 in Warsaw
		dir := filepath.Join(t.TempDir(), "shop")
		file := filepath.Join(dir, "sources", "webshop.csv")
		var text []byte
		m := Main{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Dir: t.TempDir(), Now: func() time.Time { return now },
			Env: func(string) (string, bool) { return "", false }, IsTerminal: func(io.Writer) bool { return false },
			Sleep: func(_ context.Context, d time.Duration) error {
				now = now.Add(d)
				if now.In(warsaw(t)).Format("15:04:05") == c.comes+":00" {
					return write(file, text, now)
				}
				return nil
			}}
		run := func(args ...string) int {
			fresh := m
			fresh.Args = args
			return fresh.Run(t.Context())
		}
		if code := run("init", dir); code != 0 {
			t.Fatal(out.String())
		}
		var err error
		if text, err = os.ReadFile(file); err != nil {
			t.Fatal(err)
		}
		job := "job: nightly\npipelines: [contacts]\nwait_for: {sources: [webshop], until: \"" + c.until + "\", settled: 2m}\n"
		if err := write(filepath.Join(dir, "jobs", "nightly.yaml"), []byte(job), now); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
		code := run("run", "--project", dir)
		ended := now.In(warsaw(t)).Format("15:04:05")
		if code != c.code || ended != c.ended || !strings.Contains(out.String(), c.says) {
			t.Errorf("comes %q, until %s: exit code %d at %s\n%s", c.comes, c.until, code, ended, out.String())
		}
	}
}

func warsaw(t *testing.T) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Warsaw")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func write(path string, text []byte, changed time.Time) error {
	if err := os.WriteFile(path, text, 0o644); err != nil {
		return err
	}
	return os.Chtimes(path, changed, changed)
}
