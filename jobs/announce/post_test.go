package announce

import (
	"io"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"testing"
	"time"

	"kartoteka/config"
	"kartoteka/jobs/announce/relay"
)

func aLetter() Letter {
	return Letter{ID: "nightly-20260310T013000Z", Date: at("2026-03-10 01:31:30"), Subject: "sklep nightly: wszystko w porządku",
		Body: "Zażółć.\n.\nA line of dots: ...\n" + strings.Repeat("long ", 40) + "\n"}
}

func TestALetterArrives(t *testing.T) {
	s, server := relay.Start(t, &relay.Server{})
	server.From.Value = "nightly@shop.example"
	l := aLetter()
	if err := (Post{server}).Send(t.Context(), l, []string{"a@shop.example", "Data Team <b@shop.example>"}); err != nil {
		t.Fatal(err)
	}
	if len(s.Messages()) != 2 {
		t.Fatalf("%d messages", len(s.Messages()))
	}
	if got := s.Messages()[1]; !strings.Contains(got.To, "<b@shop.example>") || !strings.Contains(got.From, "<nightly@shop.example>") {
		t.Errorf("envelope %s %s", got.From, got.To)
	}
	m, err := mail.ReadMessage(strings.NewReader(s.Messages()[0].Data))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"From": `"kartoteka" <nightly@shop.example>`, "To": "<a@shop.example>", "Message-Id": "<nightly-20260310T013000Z.1@shop.example>",
		"Auto-Submitted": "auto-generated", "Content-Type": "text/plain; charset=UTF-8", "User-Agent": "",
	} {
		if got := m.Header.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject")); err != nil || subject != l.Subject {
		t.Errorf("subject %q, %v", subject, err)
	}
	if when, err := m.Header.Date(); err != nil || !when.Equal(l.Date) {
		t.Errorf("date %s, %v", when, err)
	}
	body, err := io.ReadAll(quotedprintable.NewReader(m.Body))
	if err != nil || strings.ReplaceAll(string(body), "\r\n", "\n") != l.Body {
		t.Errorf("body %q, %v", body, err)
	}
}

func TestARelayOfThisMachineMayHaveASelfMadeCertificate(t *testing.T) {
	s, server := relay.Start(t, &relay.Server{StartTLS: relay.SelfSigned(t), Auth: true})
	server.User, server.Password = "shop", "secret"
	if err := (Post{server}).Send(t.Context(), aLetter(), []string{"a@shop.example"}); err != nil {
		t.Fatal(err)
	}
	if len(s.Messages()) != 1 || !s.Messages()[0].Encrypted || len(s.Logins()) != 1 {
		t.Errorf("%d messages, %d logins", len(s.Messages()), len(s.Logins()))
	}
}

// One address that is refused keeps no other from its letter, and does not
// appear in the error.
func TestARefusedAddress(t *testing.T) {
	s, server := relay.Start(t, &relay.Server{Refuse: "gone@shop.example"})
	err := (Post{server}).Send(t.Context(), aLetter(), []string{"gone@shop.example", "a@shop.example"})
	if err == nil || !strings.Contains(err.Error(), "hand 1 of 2 notifications to 127.0.0.1:") || !strings.Contains(err.Error(), "550") {
		t.Error(err)
	}
	if strings.Contains(err.Error(), "@") {
		t.Errorf("the error tells an address: %v", err)
	}
	if len(s.Messages()) != 1 {
		t.Errorf("%d messages", len(s.Messages()))
	}
}

func TestAServerThatIsNotThere(t *testing.T) {
	s, server := relay.Start(t, &relay.Server{})
	s.Stop()
	server.User, server.Password = "shop@shop.example", "secret"
	err := (Post{server}).Send(t.Context(), aLetter(), []string{"a@shop.example"})
	if err == nil || strings.Contains(err.Error(), "secret") || strings.Contains(err.Error(), "\n") {
		t.Error(err)
	}
}

func TestWhenEncryptionIsDemanded(t *testing.T) {
	for _, c := range []struct {
		server config.SMTP
		want   string
	}{
		{config.SMTP{Host: "mail.shop.example", Port: 587}, "TLSMandatory"},
		{config.SMTP{Host: "mail.shop.example", Port: 25}, "TLSOpportunistic"},
		{config.SMTP{Host: "mail.shop.example", Port: 25, User: "shop"}, "TLSMandatory"},
		{config.SMTP{Host: "localhost", Port: 587, User: "shop"}, "TLSOpportunistic"},
		{config.SMTP{Host: "127.0.0.2", Port: 587}, "TLSOpportunistic"},
		{config.SMTP{Host: "::1", Port: 25}, "TLSOpportunistic"},
		{config.SMTP{Host: "127.shop.example", Port: 587}, "TLSMandatory"},
	} {
		if got := policy(c.server).String(); got != c.want {
			t.Errorf("%+v: %s", c.server, got)
		}
	}
}

func TestASenderIsAlwaysFound(t *testing.T) {
	for want, s := range map[string]config.SMTP{
		"a@shop.example":              {Host: "mail.shop.example", From: config.Text{Value: "a@shop.example"}, User: "b@shop.example"},
		"b@shop.example":              {Host: "mail.shop.example", User: "b@shop.example"},
		"kartoteka@mail.shop.example": {Host: "mail.shop.example", User: "b"},
		"kartoteka@localhost":         {Host: "127.0.0.1"},
	} {
		if got := sender(s); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func at(text string) time.Time {
	v, err := time.Parse("2006-01-02 15:04:05", text)
	if err != nil {
		panic(err)
	}
	return v
}
