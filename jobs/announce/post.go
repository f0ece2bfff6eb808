package announce

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/mail"
	"regexp"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"

	"kartoteka/config"
)

// Post hands letters to a mail server.
type Post struct {
	Server config.SMTP
}

// dialTime bounds the wait for a server that does not answer.
const dialTime = 15 * time.Second

const (
	portSMTPS      = 465 // TLS from the first byte
	portSubmission = 587
)

// Send hands a letter to the server, as one message for each address. The error
// tells how many were not taken, and why the first of them was not; the others
// have gone out.
func (o Post) Send(ctx context.Context, l Letter, to []string) error {
	var messages []*gomail.Msg
	for i, address := range to {
		m, err := o.message(l, address, i+1)
		if err != nil {
			return fmt.Errorf("write a notification: %w", discreet(err))
		}
		messages = append(messages, m)
	}
	client, err := gomail.NewClient(o.Server.Host, o.options()...)
	if err != nil {
		return fmt.Errorf("set up the mail server %s: %w", o.Server.Host, discreet(err))
	}
	err = client.DialAndSendWithContext(ctx, messages...)
	refused := 0
	for _, m := range messages {
		if !m.IsDelivered() {
			refused++
		}
	}
	if refused == 0 {
		return nil // a quarrel while saying goodbye changes nothing
	}
	if err == nil {
		err = errors.New("the server did not take them")
	}
	return fmt.Errorf("hand %d of %d notifications to %s:%d: %w", refused, len(to), o.Server.Host, o.Server.Port, discreet(err))
}

func (o Post) message(l Letter, to string, number int) (*gomail.Msg, error) {
	m := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	from, err := mail.ParseAddress(sender(o.Server))
	if err != nil {
		return nil, err
	}
	if from.Name == "" {
		from.Name = "kartoteka"
	}
	if err := m.FromFormat(from.Name, from.Address); err != nil {
		return nil, err
	}
	if err := m.To(to); err != nil {
		return nil, err
	}
	_, domain, _ := strings.Cut(from.Address, "@")
	m.Subject(l.Subject)
	m.SetDateWithValue(l.Date)
	m.SetMessageIDWithValue(fmt.Sprintf("%s.%d@%s", l.ID, number, domain))
	m.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834: no holiday notes in answer
	m.SetBodyString(gomail.TypeTextPlain, l.Body)
	return m, nil
}

// options are those of the package comment.
func (o Post) options() []gomail.Option {
	s := o.Server
	config := &tls.Config{ServerName: s.Host, MinVersion: tls.VersionTLS12, InsecureSkipVerify: loopback(s.Host)} //nolint:gosec // this machine only
	options := []gomail.Option{gomail.WithTimeout(dialTime), gomail.WithTLSConfig(config), gomail.WithTLSPolicy(policy(s))}
	if s.Port == portSMTPS {
		options = append(options, gomail.WithSSL())
	}
	if s.User != "" {
		options = append(options, gomail.WithUsername(s.User), gomail.WithPassword(s.Password),
			gomail.WithOpportunisticSMTPAuth(gomail.SMTPAuthSCRAMSHA256, gomail.SMTPAuthSCRAMSHA1, gomail.SMTPAuthPlain,
				gomail.SMTPAuthLogin, gomail.SMTPAuthCramMD5))
	}
	return append(options, gomail.WithPort(s.Port))
}

// policy says whether the connection must be encrypted.
func policy(s config.SMTP) gomail.TLSPolicy {
	if !loopback(s.Host) && (s.Port == portSubmission || s.User != "") {
		return gomail.TLSMandatory
	}
	return gomail.TLSOpportunistic
}

func loopback(host string) bool {
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return strings.EqualFold(host, "localhost") || ip != nil && ip.IsLoopback()
}

var anAddress = regexp.MustCompile(`<?[^\s<>"',;:]+@[^\s<>"',;:]+>?`)

// discreet is an error of the mail server on one line, without the addresses
// that servers like to repeat.
func discreet(err error) error {
	text := anAddress.ReplaceAllString(err.Error(), "(address)")
	return errors.New(strings.Join(strings.Fields(text), " "))
}
