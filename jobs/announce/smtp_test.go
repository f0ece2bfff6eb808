package announce

import (
	"bufio"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"math/big"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"kartoteka/config"
)

// mailServer speaks as much SMTP as a relay needs (RFC 5321, STARTTLS and AUTH
// PLAIN when told) and keeps what it is given.
type mailServer struct {
	listener net.Listener
	startTLS *tls.Config // nil: not offered
	auth     bool        // offers AUTH PLAIN
	refuse   string      // a recipient that it does not take

	mu       sync.Mutex
	messages []received
	logins   []string
	wait     sync.WaitGroup
}

type received struct {
	from, to, data string
	encrypted      bool
}

func startServer(t *testing.T, s *mailServer) (*mailServer, config.SMTP) {
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
	t.Cleanup(func() { _ = s.listener.Close(); s.wait.Wait() })
	return s, config.SMTP{Host: "127.0.0.1", Port: s.listener.Addr().(*net.TCPAddr).Port}
}

func (s *mailServer) talk(c net.Conn) {
	defer func() { _ = c.Close() }()
	_ = c.SetDeadline(time.Now().Add(10 * time.Second))
	in, encrypted := bufio.NewReader(c), false
	say := func(line string) { _, _ = c.Write([]byte(line + "\r\n")) }
	say("220 relay ready")
	var m received
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
			if s.startTLS != nil && !encrypted {
				say("250-STARTTLS")
			}
			if s.auth {
				say("250-AUTH PLAIN")
			}
			say("250-8BITMIME")
			say("250 SIZE 1000000")
		case "STARTTLS":
			say("220 go on")
			secure := tls.Server(c, s.startTLS)
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
			m = received{from: rest, encrypted: encrypted}
			say("250 ok")
		case "RCPT":
			if s.refuse != "" && strings.Contains(rest, s.refuse) {
				say("550 5.1.1 <" + s.refuse + "> is not known here")
				continue
			}
			m.to = rest
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
			m.data = data.String()
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

// selfSigned is a certificate such as a relay on this machine has.
func selfSigned(t *testing.T) *tls.Config {
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
