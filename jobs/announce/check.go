package announce

import (
	"fmt"
	"net"
	"net/mail"
	"net/url"
	"slices"
	"strings"

	"kartoteka/config"
)

// Check reports what is wrong with the notifications of a project beyond the
// shape of its files: addresses, and whether there is a mail server at all.
func Check(p *config.Project) config.Problems {
	var problems config.Problems
	if s := p.Settings.SMTP; s != nil && s.From.At.Exists() {
		checkAddress(s.From, &problems)
	}
	if l := p.Settings.Lineage; l != nil {
		checkURL(l.URL, &problems)
	}
	for _, job := range p.Jobs {
		if slices.ContainsFunc(job.Notify, func(n config.Notify) bool { return len(n.Email) > 0 }) && p.Settings.SMTP == nil {
			problems.Add(job.Node.Get("notify"), "there is no mail server to notify by", "write smtp: in kartoteka.yaml")
		}
		for i, n := range job.Notify {
			entry := job.Node.Get("notify").Items()[i]
			if len(n.On) == 0 && entry.Get("on").Exists() {
				problems.Add(entry.Get("on"), "no event is named", "write on: [failed, recovered]")
			}
			if len(n.Email) == 0 && entry.Get("email").Exists() {
				problems.Add(entry.Get("email"), "no address is named", "write email: data-team@example.com")
			}
			if len(n.Email) == 0 && n.Webhook == nil && !entry.Get("email").Exists() {
				problems.Add(entry, "nobody is told", "write email: data-team@example.com or webhook: {url: https://…}")
			}
			for _, a := range n.Email {
				checkAddress(a, &problems)
			}
			if n.Webhook != nil {
				checkURL(n.Webhook.URL, &problems)
			}
		}
	}
	return problems.Sorted()
}

func checkAddress(a config.Text, problems *config.Problems) {
	if _, err := mail.ParseAddress(a.Value); err != nil {
		problems.Add(a.At, fmt.Sprintf("%q is not an e-mail address", a.Value), "write it as data-team@example.com")
	}
}

func checkURL(u config.Text, problems *config.Problems) {
	parsed, err := url.Parse(u.Value)
	if u.At.Exists() && (err != nil || parsed.Host == "" || parsed.Scheme != "https" && parsed.Scheme != "http") {
		problems.Add(u.At, "this is not the address of a server", "write it as https://hooks.example.com/kartoteka")
	}
}

// sender is the address that letters come from: the one that was declared, else
// the account, else one at the server's own name.
func sender(s config.SMTP) string {
	switch {
	case s.From.Value != "":
		return s.From.Value
	case strings.Contains(s.User, "@"):
		return s.User
	case net.ParseIP(s.Host) != nil:
		return "kartoteka@localhost"
	}
	return "kartoteka@" + s.Host
}
