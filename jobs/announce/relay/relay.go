// Package relay is a mail server for tests: it speaks SMTP and keeps what it is
// given.
package relay

import (
	"bufio"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"math/big"
	"net"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"kartoteka/config"
)

// Server speaks as much SMTP as a relay needs (RFC 5321, STARTTLS and AUTH
// PLAIN when told) and keeps what it is given.
type Server struct {
	StartTLS *tls.Config // nil: not offered
	Auth     bool        // offers AUTH PLAIN
	Refuse   string      // a recipient that it does not take

	listener net.Listener
	mu       sync.Mutex
	messages []Message
	logins   []string
	wait     sync.WaitGroup
}

// Message is what the server was given: the arguments of MAIL and RCPT, and the
// letter with its headers.
type Message struct {
	From, To, Data string
	Encrypted      bool
}

// Start lets a server listen on this machine until the test ends, and gives the
// settings that reach it.
func Start(t *testing.T, s *Server) (*Server, config.SMTP) {
	t.Helper()
	var err error
	if s.listener, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		t.Fatal(err)
	}
	s.wait.Go(func() {
		for {
			c, err := s.listener.Accept()
			if err != nil {
				return
			}
			s.wait.Go(func() { s.talk(c) })
		}
	})
	t.Cleanup(func() { s.Stop(); s.wait.Wait() })
	return s, config.SMTP{Host: "127.0.0.1", Port: s.listener.Addr().(*net.TCPAddr).Port}
}

// Stop ends the listening.
func (s *Server) Stop() { _ = s.listener.Close() }

// Messages gives what arrived so far.
func (s *Server) Messages() []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.messages)
}

// Logins gives the arguments of AUTH so far.
func (s *Server) Logins() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.logins)
}

func (s *Server) talk(c net.Conn) {
	defer func() { _ = c.Close() }()
	_ = c.SetDeadline(time.Now().Add(10 * time.Second))
	in, encrypted := bufio.NewReader(c), false
	say := func(line string) { _, _ = c.Write([]byte(line + "\r\n")) }
	say("220 relay ready")
	var m Message
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		line = strings.TrimSpace(line)
		verb, rest, _ := strings.Cut(line, " ")
		switch strings.ToUpper(verb) {
		case "EHLO":
			say("250-relay")
			if s.StartTLS != nil && !encrypted {
				say("250-STARTTLS")
			}
			if s.Auth {
				say("250-AUTH PLAIN")
			}
			say("250-8BITMIME")
			say("250 SIZE 1000000")
		case "STARTTLS":
			say("220 go on")
			secure := tls.Server(c, s.StartTLS)
			if secure.Handshake() != nil {
				return
			}
			c, in, encrypted = secure, bufio.NewReader(secure), true
		case "AUTH":
			s.mu.Lock()
			s.logins = append(s.logins, rest)
			s.mu.Unlock()
			say("235 welcome")
		case "MAIL":
			m = Message{From: rest, Encrypted: encrypted}
			say("250 ok")
		case "RCPT":
			if s.Refuse != "" && strings.Contains(rest, s.Refuse) {
				say("550 5.1.1 <" + s.Refuse + "> is not known here")
				continue
			}
			m.To = rest
			say("250 ok")
		case "DATA":
			say("354 end with a dot")
			var data strings.Builder
			for {
				text, err := in.ReadString('\n')
				if err != nil {
					return
				}
				if text == ".\r\n" {
					break
				}
				data.WriteString(strings.TrimPrefix(text, "."))
			}
			m.Data = data.String()
			s.mu.Lock()
			s.messages = append(s.messages, m)
			s.mu.Unlock()
			say("250 taken")
		case "RSET", "NOOP":
			say("250 ok")
		case "QUIT":
			say("221 bye")
			return
		default:
			say("502 what is " + verb)
		}
	}
}

// SelfSigned is a certificate such as a relay on this machine has.
func SelfSigned(t *testing.T) *tls.Config {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	return &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}, MinVersion: tls.VersionTLS12}
}
