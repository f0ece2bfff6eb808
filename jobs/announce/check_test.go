package announce

import (
	"os"
	"path/filepath"
	"testing"

	"kartoteka/config"
)

func TestCheckPoints(t *testing.T) {
	const server = "smtp: {host: mail.shop.example}\n"
	for _, c := range []struct{ settings, notify, want string }{
		{server, "[{on: [failed, late], email: [a@shop.example, 'Data Team <b@shop.example>']}]", ""},
		{server, "[{on: failed, email: a@shop.example}]", ""},
		{"", "[{on: [failed], email: a@shop.example}]",
			"jobs/nightly.yaml:3:9: notify: there is no mail server to notify by; write smtp: in kartoteka.yaml"},
		{server, "[{on: [failed], email: [a@shop.example, data-team]}]",
			`jobs/nightly.yaml:3:49: notify[0].email[1]: "data-team" is not an e-mail address; write it as data-team@example.com`},
		{server, "[{on: [failed], email: 'a@shop.example, b@shop.example'}]",
			`jobs/nightly.yaml:3:32: notify[0].email: "a@shop.example, b@shop.example" is not an e-mail address; write it as data-team@example.com`},
		{server, "[{on: [], email: a@shop.example}]", "jobs/nightly.yaml:3:15: notify[0].on: no event is named; write on: [failed, recovered]"},
		{server, "[{on: [ok], email: []}]", "jobs/nightly.yaml:3:28: notify[0].email: no address is named; write email: data-team@example.com"},
		{"smtp: {host: mail.shop.example, from: nobody}\n", "[{on: [ok], email: a@shop.example}]",
			`kartoteka.yaml:2:39: smtp.from: "nobody" is not an e-mail address; write it as data-team@example.com`},
	} {
		dir := t.TempDir()
		for name, text := range map[string]string{
			"kartoteka.yaml":          "project: firm\n" + c.settings,
			"jobs/nightly.yaml":       "job: nightly\npipelines: [contacts]\nnotify: " + c.notify + "\n",
			"pipelines/contacts.yaml": "pipeline: contacts\nsteps: []\n",
		} {
			path := filepath.Join(dir, name)
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		p, problems := config.Load(dir, func(string) (string, bool) { return "", false })
		if err := problems.Err(); err != nil {
			t.Fatal(err)
		}
		if got := Check(p).Error(); got != c.want {
			t.Errorf("%s%s\n got %s\nwant %s", c.settings, c.notify, got, c.want)
		}
	}
}
