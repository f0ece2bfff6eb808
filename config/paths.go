package config

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"
	_ "time/tzdata" // zones on machines that have none
)

// CheckZone reports a zone that does not exist.
func CheckZone(t Text, p *Problems) {
	if t.Value == "" {
		return
	}
	if _, err := time.LoadLocation(t.Value); err != nil || t.Value == "Local" {
		p.Add(t.At, fmt.Sprintf("%q is not a time zone", t.Value), "write an IANA name, such as Europe/Warsaw or America/New_York")
	}
}

// Zone is the zone of the project.
func (p *Project) Zone() *time.Location {
	z, err := time.LoadLocation(p.Settings.TimeZone.Value)
	if err != nil {
		return time.UTC
	}
	return z
}

// CheckInside reports a path or pattern that leaves the project, unless
// allow_outside names a directory above it.
func (p *Project) CheckInside(path Text, ps *Problems) bool {
	if path.Value == "" {
		return true
	}
	abs := p.Resolve(path.Value)
	for _, root := range append([]string{p.Dir}, p.outsideRoots()...) {
		if rel, err := filepath.Rel(root, abs); err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			return true
		}
	}
	ps.Add(path.At, fmt.Sprintf("%q leaves the project", path.Value), "use a path inside the project, or name the directory in allow_outside: of kartoteka.yaml")
	return false
}

// Resolve makes a path of the project absolute.
func (p *Project) Resolve(path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(p.Dir, filepath.FromSlash(path))
}

func (p *Project) outsideRoots() []string {
	var out []string
	for _, t := range p.Settings.Outside {
		out = append(out, p.Resolve(t.Value))
	}
	return out
}
