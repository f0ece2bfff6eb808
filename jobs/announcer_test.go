package jobs

import (
	"bufio"
	"context"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"kartoteka/config"
	"kartoteka/jobs/announce"
	"kartoteka/jobs/history"
)

// subjects listens as a mail server and keeps the subject of what it is given.
func subjects(t *testing.T) (port int, got func() string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	var all []string
	var wait sync.WaitGroup
	talk := func(c net.Conn) {
		defer func() { _ = c.Close() }()
		_ = c.SetDeadline(time.Now().Add(10 * time.Second))
		answer := map[string]string{"EHLO": "250 relay", "DATA": "354 go on", "QUIT": "221 bye", ".": "250 taken"}
		data := false
		_, _ = c.Write([]byte("220 relay\r\n"))
		for lines := bufio.NewScanner(c); lines.Scan(); {
			line := strings.TrimSpace(lines.Text())
			if subject, ok := strings.CutPrefix(line, "Subject: "); ok && data {
				mu.Lock()
				all = append(all, subject)
				mu.Unlock()
			}
			verb, _, _ := strings.Cut(line, " ")
			if data && verb != "." {
				continue
			}
			data = verb == "DATA"
			reply := answer[verb]
			if reply == "" {
				reply = "250 ok"
			}
			_, _ = c.Write([]byte(reply + "\r\n"))
		}
	}
	wait.Go(func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			wait.Go(func() { talk(c) })
		}
	})
	t.Cleanup(func() { _ = l.Close(); wait.Wait() })
	return l.Addr().(*net.TCPAddr).Port, func() string {
		mu.Lock()
		defer mu.Unlock()
		return strings.Join(all, "|")
	}
}

// Three nights of one job: the letters tell the fall and the recovery, and
// nothing of the quiet night between.
func TestNightsAreAnnounced(t *testing.T) {
	port, got := subjects(t)
	p := project(t, "job: nightly\npipelines: [contacts]\nnotify: [{on: [failed, recovered], email: a@shop.example}]\n")
	p.Settings.SMTP = &config.SMTP{Host: "127.0.0.1", Port: port}
	l := ledger(t)
	clock := at("2026-03-10 01:30")
	a := Announcer{Project: p, Ledger: l, Version: "0.1.0", Warn: func(text string) { t.Error(text) }}
	for _, o := range []Outcome{
		{Status: history.OK, SnapshotID: "s1"}, {Status: history.Failed, Reason: "disk"}, {Status: history.OK}, {Status: history.OK, SnapshotID: "s2"},
		{Status: history.OK, SnapshotID: "s3"},
	} {
		clock = clock.Add(24 * time.Hour)
		r := Runner{Ledger: l, Now: func() time.Time { clock = clock.Add(time.Minute); return clock }, Begun: a.Began,
			ExitCode: func(history.Status) int { return 0 }, Execute: func(context.Context, string, Try) Outcome { return o }}
		run, d, err := r.Run(t.Context(), p.Jobs[0], Occurrence{AsOf: AsOf(clock, time.UTC)})
		if err != nil {
			t.Fatal(err)
		}
		a.Traced(run, d, nil)
		a.Ended(t.Context(), p.Jobs[0], run, d)
	}
	if want := "firm nightly 2026-03-12: failed|firm nightly 2026-03-14: well again"; got() != want {
		t.Errorf("letters %q, want %q", got(), want)
	}
	text, err := os.ReadFile(announce.MetricsPath(p.Dir))
	if err != nil || !strings.Contains(string(text), `kartoteka_run_status{project="firm",job="nightly",status="ok"} 1`) {
		t.Errorf("%s %v", text, err)
	}
	if traces, err := filepath.Glob(announce.LineagePath(p.Dir, "*")); err != nil || len(traces) != 5 {
		t.Error(traces, err)
	}
}

// A run that was cancelled is announced all the same, and a server that is not
// there is a warning, in the log too.
func TestAnAnnouncementThatGoesWrongIsAWarning(t *testing.T) {
	p := project(t, "job: nightly\npipelines: [contacts]\nnotify: [{on: cancelled, email: a@shop.example}]\n")
	p.Settings.SMTP = &config.SMTP{Host: "127.0.0.1", Port: 1}
	var said []string
	a := Announcer{Project: p, Ledger: ledger(t), Warn: func(text string) { said = append(said, text) }}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	run := history.Run{ID: "nightly-20260310T013000Z", Job: "nightly", Status: history.Cancelled, Started: at("2026-03-10 01:30")}
	a.Ended(ctx, p.Jobs[0], run, history.Details{})
	if len(said) != 1 || !strings.Contains(said[0], "hand 1 of 1 notifications to 127.0.0.1:1") {
		t.Errorf("%q", said)
	}
	log, err := os.ReadFile(filepath.Join(p.Dir, ".kartoteka", "runs", run.ID, "log.jsonl"))
	if err != nil || !strings.Contains(string(log), "notifications to 127.0.0.1:1") || strings.Contains(string(log), "@") {
		t.Errorf("%s %v", log, err)
	}
}
