package main

import (
	"bytes"
	"context"
	"flag"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"kartoteka/pipelines"
)

var update = flag.Bool("update", false, "rewrite what the scripts expect")

// scriptNow is the instant at which every script runs.
var scriptNow = time.Date(2026, 3, 31, 6, 0, 0, 0, time.UTC)

// TestScripts runs testdata/script/*.txtar with the program in this process.
//
//	kartoteka ARGS...        must succeed; with ! in front it must not
//	exits CODE ARGS...       must end with that code
//	tty ARGS...              as kartoteka, on a terminal
//	typed FILE ARGS...       as kartoteka, with the file as its standard input
//	example DIR              copy the example firm of testdata
//	edits FILE SHEET ...     edit cells of a workbook, see edits
//	lock DIR                 hold the project's lock until the script ends
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "../../testdata/script", UpdateScripts: *update, RequireUniqueNames: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"kartoteka": func(ts *testscript.TestScript, neg bool, args []string) {
				if code := command(ts, args, false); (code != 0) != neg {
					ts.Fatalf("exit code %d", code)
				}
			},
			"tty": func(ts *testscript.TestScript, neg bool, args []string) {
				if code := command(ts, args, true); (code != 0) != neg {
					ts.Fatalf("exit code %d", code)
				}
			},
			"typed": func(ts *testscript.TestScript, neg bool, args []string) {
				if len(args) < 2 {
					ts.Fatalf("usage: typed FILE ARGS...")
				}
				if code := commandWith(ts, ts.ReadFile(args[0]), args[1:], false); (code != 0) != neg {
					ts.Fatalf("exit code %d", code)
				}
			},
			"edits": edits,
			"example": func(ts *testscript.TestScript, neg bool, args []string) {
				ts.Check(os.CopyFS(ts.MkAbs(args[0]), os.DirFS("../../testdata/example")))
			},
			"lock": func(ts *testscript.TestScript, neg bool, args []string) {
				release, err := pipelines.Lock(context.Background(), ts.MkAbs(args[0]), false)
				ts.Check(err)
				ts.Defer(func() { _ = release() })
			},
			"exits": func(ts *testscript.TestScript, neg bool, args []string) {
				if neg || len(args) == 0 {
					ts.Fatalf("usage: exits CODE ARGS...")
				}
				if code := command(ts, args[1:], false); args[0] != strconv.Itoa(code) {
					ts.Fatalf("exit code %d, want %s", code, args[0])
				}
			},
		},
	})
}

func command(ts *testscript.TestScript, args []string, terminal bool) int {
	return commandWith(ts, "", args, terminal)
}

func commandWith(ts *testscript.TestScript, stdin string, args []string, terminal bool) int {
	m := &Main{
		Stdin: strings.NewReader(stdin), Stdout: ts.Stdout(), Stderr: ts.Stderr(), Args: args,
		Env: func(name string) (string, bool) { v := ts.Getenv(name); return v, v != "" },
		Now: func() time.Time { return scriptNow }, Dir: ts.MkAbs("."), IsTerminal: func(io.Writer) bool { return terminal },
	}
	return m.Run(context.Background())
}

// A line on how fast the program starts: nothing is opened that is not needed.
func BenchmarkVersion(b *testing.B) {
	for b.Loop() {
		var out bytes.Buffer
		m := &Main{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Args: []string{"version"}, Env: os.LookupEnv,
			Now: time.Now, Dir: ".", IsTerminal: func(io.Writer) bool { return false }}
		if code := m.Run(b.Context()); code != 0 {
			b.Fatal(out.String())
		}
	}
}
