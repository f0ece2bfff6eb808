package announce

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"time"

	"kartoteka/config"
)

// Told is the body of a webhook.
type Told struct {
	Events     []string  `json:"events"`
	Project    string    `json:"project"`
	Job        string    `json:"job"`
	Run        string    `json:"run"`
	Status     string    `json:"status"`
	Reason     string    `json:"reason,omitempty"`
	AsOf       string    `json:"as_of"`
	Started    time.Time `json:"started"`
	Finished   time.Time `json:"finished"`
	SnapshotID string    `json:"snapshot_id,omitempty"`
	Subject    string    `json:"subject"`
	Text       string    `json:"text"` // the letter
}

// signatureHeader carries sha256= and the HMAC-SHA-256 of the body in hex, keyed
// with the webhook's secret. Receivers compare it before they believe the body.
const signatureHeader = "X-Kartoteka-Signature"

// hookTries is how often a server is asked that does not answer or says 5xx.
const hookTries = 3

// Hooks are the webhooks that asked for one of the events, each once.
func Hooks(notify []config.Notify, events []string) []config.Webhook {
	var all []config.Webhook
	for _, n := range notify {
		asked := slices.ContainsFunc(n.On, func(on string) bool { return slices.Contains(events, on) })
		if asked && n.Webhook != nil && !slices.ContainsFunc(all, func(h config.Webhook) bool { return h.URL.Value == n.Webhook.URL.Value }) {
			all = append(all, *n.Webhook)
		}
	}
	return all
}

// Call tells a server of a run. The same run has the same body, and its id in
// X-Kartoteka-Delivery, so that a receiver can drop what it has seen.
func Call(ctx context.Context, h config.Webhook, r Report, l Letter) error {
	body, err := json.Marshal(Told{Events: Events(r), Project: r.Project, Job: r.Run.Job, Run: r.Run.ID, Status: string(r.Run.Status), Reason: r.Run.Reason,
		AsOf: r.Run.AsOf.Format(time.DateOnly), Started: r.Run.Started.UTC(), Finished: r.Run.Finished.UTC(), SnapshotID: r.Run.SnapshotID, Subject: l.Subject, Text: l.Body})
	if err != nil {
		return fmt.Errorf("write a webhook: %w", err)
	}
	for try := 1; ; try++ {
		again, err := call(ctx, h, r.Run.ID, body)
		if err == nil {
			return nil
		}
		if !again || try == hookTries || ctx.Err() != nil {
			return fmt.Errorf("call the webhook at %s: %w", host(h.URL.Value), err)
		}
		select {
		case <-ctx.Done():
		case <-time.After(time.Duration(try) * time.Second):
		}
	}
}

func call(ctx context.Context, h config.Webhook, run string, body []byte) (again bool, err error) {
	q, err := http.NewRequestWithContext(ctx, http.MethodPost, h.URL.Value, bytes.NewReader(body))
	if err != nil {
		return false, withoutURL(err)
	}
	q.Header.Set("Content-Type", "application/json")
	q.Header.Set("User-Agent", "kartoteka")
	q.Header.Set("X-Kartoteka-Delivery", run)
	if h.Secret != "" {
		mac := hmac.New(sha256.New, []byte(h.Secret))
		mac.Write(body)
		q.Header.Set(signatureHeader, "sha256="+hex.EncodeToString(mac.Sum(nil)))
	}
	client := http.Client{Timeout: dialTime}
	answer, err := client.Do(q)
	if err != nil {
		return true, withoutURL(err)
	}
	defer answer.Body.Close()
	if answer.StatusCode >= 300 {
		return answer.StatusCode >= 500 || answer.StatusCode == http.StatusTooManyRequests, fmt.Errorf("it answered %s", answer.Status)
	}
	return false, nil
}

// Emit hands a lineage event to a catalogue, as OpenLineage's HTTP transport does.
func Emit(ctx context.Context, to config.Lineage, event []byte) error {
	q, err := http.NewRequestWithContext(ctx, http.MethodPost, to.URL.Value, bytes.NewReader(event))
	if err != nil {
		return fmt.Errorf("send the lineage: %w", withoutURL(err))
	}
	q.Header.Set("Content-Type", "application/json")
	q.Header.Set("User-Agent", "kartoteka")
	if to.Token != "" {
		q.Header.Set("Authorization", "Bearer "+to.Token)
	}
	client := http.Client{Timeout: dialTime}
	answer, err := client.Do(q)
	if err != nil {
		return fmt.Errorf("send the lineage to %s: %w", host(to.URL.Value), withoutURL(err))
	}
	defer answer.Body.Close()
	if answer.StatusCode >= 300 {
		return fmt.Errorf("send the lineage to %s: it answered %s", host(to.URL.Value), answer.Status)
	}
	return nil
}

// withoutURL leaves the address out, which often holds a key.
func withoutURL(err error) error {
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		return wrapped.Err
	}
	return err
}

func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "its address"
	}
	return u.Host
}
