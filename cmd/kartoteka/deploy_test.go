package main

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// directives reads the lines of a unit, or of a container file whose lines are
// joined, as keys and values.
func directives(t *testing.T, name, separator string) map[string][]string {
	t.Helper()
	text, err := os.ReadFile("../../testdata/deploy/" + name)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	for _, line := range strings.Split(strings.ReplaceAll(string(text), "\\\n", " "), "\n") {
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "[") || line == "" {
			continue
		}
		key, value, ok := strings.Cut(line, separator)
		if !ok {
			t.Errorf("%s: %q is no directive", name, line)
		}
		all[key] = append(all[key], value)
	}
	return all
}

// serves checks a command line of serve against the program's own flags, and
// gives its --drain.
func serves(t *testing.T, words []string) time.Duration {
	t.Helper()
	m := &Main{}
	c, rest, err := m.root().Find(words)
	if err != nil || c.Name() != "serve" {
		t.Fatalf("%q starts %s: %v", words, c.Name(), err)
	}
	if err := c.ParseFlags(rest); err != nil {
		t.Fatalf("%q: %v", words, err)
	}
	if listen, err := c.Flags().GetString("listen"); err != nil || !strings.HasSuffix(listen, ":9464") {
		t.Errorf("listens at %q: %v", listen, err)
	}
	drain, err := c.Flags().GetDuration("drain")
	if err != nil {
		t.Fatal(err)
	}
	return drain
}

// The unit stops serve after its runs had the time that --drain and the end of a
// cancelled run take, and starts it again only where that may help.
func TestUnitFitsTheProgram(t *testing.T) {
	unit := directives(t, "kartoteka.service", "=")
	words := strings.Fields(unit["ExecStart"][0])
	stop, err := time.ParseDuration(unit["TimeoutStopSec"][0])
	if err != nil {
		t.Fatal(err)
	}
	if drain := serves(t, words[1:]); stop < drain+grace+10*time.Second {
		t.Errorf("stops after %s; a run may take %s and %s to clean up", stop, drain, grace)
	}
	for key, want := range map[string]string{"Restart": "on-failure", "RestartPreventExitStatus": "2", "KillMode": "mixed", "NoNewPrivileges": "yes", "ProtectSystem": "strict"} {
		if !slices.Equal(unit[key], []string{want}) {
			t.Errorf("%s=%s, want %s", key, unit[key], want)
		}
	}
	if unit["ReadWritePaths"][0] != unit["WorkingDirectory"][0] {
		t.Error("the project cannot be written")
	}
}

func TestContainerFitsTheProgram(t *testing.T) {
	file := directives(t, "Containerfile", " ")
	if len(file["FROM"]) != 2 || !strings.HasSuffix(file["FROM"][0], "AS build") {
		t.Errorf("stages %q", file["FROM"])
	}
	if user := file["USER"]; len(user) != 1 || user[0] == "0" || user[0] == "root" {
		t.Errorf("runs as %q", user)
	}
	var command []string
	if err := json.Unmarshal([]byte(file["CMD"][0]), &command); err != nil {
		t.Fatal(err)
	}
	serves(t, command)
	if health := file["HEALTHCHECK"]; len(health) != 1 || !strings.Contains(health[0], "127.0.0.1:9464/healthz") {
		t.Errorf("health check %q", health)
	}
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(mod), "\ngo ")
	line, _, _ := strings.Cut(after, "\n")
	release := strings.Join(strings.Split(line, ".")[:2], ".")
	if !strings.HasPrefix(file["FROM"][0], "golang:"+release+"-") {
		t.Errorf("builds with %s, go.mod asks for Go %s", file["FROM"][0], release)
	}
}
