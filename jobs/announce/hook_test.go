package announce

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"kartoteka/config"
	"kartoteka/jobs/history"
)

func failedNight() Report {
	return Report{Project: "firm", Language: "en", PublishTo: "published", Run: history.Run{ID: "nightly-20260310T013000Z", Job: "nightly",
		AsOf: at("2026-03-10 00:00:00"), Started: at("2026-03-10 01:30:00"), Finished: at("2026-03-10 01:31:00"), Status: history.Failed, Reason: "disk"}}
}

// A receiver that checks the signature is told what happened; one that is down
// for a moment is asked again; one that refuses is not.
func TestAWebhookIsCalled(t *testing.T) {
	var answers []int
	var told Told
	calls := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		body, err := io.ReadAll(q.Body)
		if err != nil {
			t.Error(err)
		}
		mac := hmac.New(sha256.New, []byte("s3cret"))
		mac.Write(body)
		if q.Header.Get("X-Kartoteka-Signature") != "sha256="+hex.EncodeToString(mac.Sum(nil)) || q.Header.Get("X-Kartoteka-Delivery") != "nightly-20260310T013000Z" {
			t.Errorf("headers %v", q.Header)
		}
		if err := json.Unmarshal(body, &told); err != nil {
			t.Error(err)
		}
		w.WriteHeader(answers[calls])
		calls++
	}))
	defer server.Close()
	hook := config.Webhook{URL: config.Text{Value: server.URL + "/key-4711"}, Secret: "s3cret"}
	r := failedNight()
	for _, c := range []struct {
		answers []int
		calls   int
		err     string
	}{
		{[]int{200}, 1, ""},
		{[]int{503, 204}, 2, ""},
		{[]int{404}, 1, "it answered 404"},
	} {
		answers, calls = c.answers, 0
		err := Call(t.Context(), hook, r, Compose(r))
		if calls != c.calls || (err == nil) != (c.err == "") || err != nil && (!strings.Contains(err.Error(), c.err) || strings.Contains(err.Error(), "4711")) {
			t.Errorf("%v: %d calls, %v", c.answers, calls, err)
		}
	}
	if told.Status != "failed" || told.Reason != "disk" || len(told.Events) != 1 || told.Events[0] != "failed" || !strings.Contains(told.Text, "disk") {
		t.Errorf("%+v", told)
	}
	server.Close()
	if err := Call(t.Context(), hook, r, Compose(r)); err == nil || strings.Contains(err.Error(), "4711") {
		t.Error(err)
	}
}

// The same failure, night after night, is told once, and again after a week.
func TestTheSameCauseIsToldOnce(t *testing.T) {
	this := failedNight().Run
	night := func(day, reason string, status history.Status) history.Run {
		return history.Run{ID: "nightly-" + day, Job: "nightly", Started: at(day + " 01:30:00"), Finished: at(day + " 01:31:00"), Status: status, Reason: reason, SnapshotID: "s"}
	}
	for _, c := range []struct {
		what   string
		before []history.Run
		told   bool
	}{
		{"the first failure", nil, false},
		{"after a good night", []history.Run{night("2026-03-09", "", history.OK), night("2026-03-08", "disk", history.Failed)}, false},
		{"the second night of it", []history.Run{night("2026-03-09", "disk", history.Failed), night("2026-03-08", "", history.OK)}, true},
		{"another cause", []history.Run{night("2026-03-09", "late", history.Failed)}, false},
		{"another row number", []history.Run{night("2026-03-09", "disk", history.Failed)}, true},
		{"skipped in between", []history.Run{night("2026-03-09", "", history.Skipped), night("2026-03-08", "disk", history.Failed)}, true},
		{"for a week", []history.Run{night("2026-03-09", "disk", history.Failed), night("2026-03-03", "disk", history.Failed)}, false},
	} {
		if got := ToldAlready(append([]history.Run{this}, c.before...), this); got != c.told {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}

// A catalogue is handed the events of a run as they are written.
func TestLineageIsSent(t *testing.T) {
	var got []string
	status := http.StatusCreated
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		body, err := io.ReadAll(q.Body)
		if err != nil || q.Header.Get("Authorization") != "Bearer t0ken" {
			t.Error(err, q.Header)
		}
		got = append(got, string(body))
		w.WriteHeader(status)
	}))
	defer server.Close()
	to := config.Lineage{URL: config.Text{Value: server.URL + "/api/v1/lineage"}, Token: "t0ken"}
	path := LineagePath(t.TempDir(), "nightly-20260310T013000Z")
	line, err := Begin(path, Trace{Project: "firm", Version: "1", Run: failedNight().Run})
	if err != nil {
		t.Fatal(err)
	}
	if err := Emit(t.Context(), to, line); err != nil {
		t.Fatal(err)
	}
	if line, err = End(path, Trace{Project: "firm", Version: "1", Run: failedNight().Run}); err != nil {
		t.Fatal(err)
	}
	status = http.StatusServiceUnavailable
	if err := Emit(t.Context(), to, line); err == nil || !strings.Contains(err.Error(), "it answered 503") {
		t.Error(err)
	}
	if len(got) != 2 || !strings.Contains(got[0], `"eventType":"START"`) || !strings.Contains(got[1], `"eventType":"FAIL"`) {
		t.Errorf("%d events: %.80q", len(got), got)
	}
}
