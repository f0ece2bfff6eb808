package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// project writes files into a fresh directory and loads it.
func project(t *testing.T, files map[string]string) (*Project, string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p, problems := Load(dir, func(string) (string, bool) { return "", false })
	return p, problems.Sorted().Error()
}

func TestLoad(t *testing.T) {
	p, problems := project(t, map[string]string{
		"kartoteka.yaml":          "project: shop\ntime_zone: Europe/Warsaw\nempty: [brak]\nreference: {postcodes: ref/p.csv}\n",
		"jobs/nightly.yaml":       "job: nightly\nschedule: {cron: \"30 2 * * *\"}\npipelines: [contacts]\nparams: {days: {type: integer, default: 42}}\n",
		"pipelines/contacts.yaml": "pipeline: contacts\nsteps:\n  - extract: crm\n    files: a.csv\npublish: [crm, {people: crm}]\n",
	})
	if problems != "" {
		t.Fatal(problems)
	}
	pl := p.Pipelines[0]
	if p.Settings.Publish.Keep.Snapshots != 30 || p.Settings.Limits.Memory.Bytes != 4e9 {
		t.Errorf("defaults: %+v", p.Settings)
	}
	if pl.Steps[0].Type != "extract" || pl.Steps[0].Name.Value != "crm" || pl.Steps[0].Body.Get("extract").Exists() {
		t.Errorf("step: %+v", pl.Steps[0])
	}
	if pl.Publish[1].As.Value != "people" || pl.Publish[1].Table.Value != "crm" {
		t.Errorf("publish: %+v", pl.Publish)
	}
	if len(p.Files) != 3 || p.Files[0].Name != "jobs/nightly.yaml" {
		t.Errorf("files: %v", p.Files)
	}
}

func TestLoadProblems(t *testing.T) {
	const head = "project: shop\n"
	for name, c := range map[string]struct {
		files map[string]string
		want  string
	}{
		"no project file": {nil, "kartoteka.yaml: reading the file: no such file or directory; every project needs this file; `kartoteka init DIR` makes one"},
		"unknown zone":    {map[string]string{"kartoteka.yaml": head + "time_zone: Europe/Warszawa\n"}, "kartoteka.yaml:2:12: time_zone: \"Europe/Warszawa\" is not a time zone"},
		"leaves":          {map[string]string{"kartoteka.yaml": head + "publish: {to: ../out}\n"}, "kartoteka.yaml:2:15: publish.to: \"../out\" leaves the project; use a path inside"},
		"env":             {map[string]string{"kartoteka.yaml": head + "smtp: {host: h, password: \"${env.PW}\"}\n"}, "kartoteka.yaml:2:28: smtp.password: ${env.PW} is not defined; set the environment variable PW"},
		"country":         {map[string]string{"kartoteka.yaml": head + "country: Polska\n"}, "kartoteka.yaml:2:10: country: \"Polska\" is not a country code"},
		"bad table": {map[string]string{"kartoteka.yaml": head, "pipelines/a.yaml": "pipeline: a\nsteps:\n  - extract: CRM-1\n"},
			"pipelines/a.yaml:3:14: steps[0].extract: \"CRM-1\" cannot name a table"},
		"two jobs": {map[string]string{"kartoteka.yaml": head, "jobs/a.yaml": "job: n\npipelines: [a]\n", "jobs/b.yaml": "job: n\npipelines: [a]\n"},
			"jobs/b.yaml:1:6: job: a second job named n; the first is at jobs/a.yaml:1:6; rename one"},
		"not a step": {map[string]string{"kartoteka.yaml": head, "pipelines/a.yaml": "pipeline: a\nsteps:\n  - crm\n"},
			"pipelines/a.yaml:3:5: steps[0]: expected a step, found a single value; a step is a mapping"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, got := project(t, c.files); !strings.HasPrefix(got, c.want) {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
