package config

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// AcceptedFile is the list of accepted issues, a file of the project.
const AcceptedFile = "issues/accepted.csv"

// EveryRecord in the column record accepts all failing records of a rule, also
// those that come later.
const EveryRecord = "*"

var acceptedColumns = []string{"check", "rule", "record", "until", "by", "reason", "on"}

// Acceptance is one line of AcceptedFile: somebody lives with a failing record
// until a date, for a reason.
type Acceptance struct {
	Check, Rule, Record string
	Until               time.Time // last day, UTC midnight
	By, Reason          string
	On                  time.Time // day of the decision
	At                  Pos
}

// Holds tells whether an acceptance counts in a run as of a day.
func (a Acceptance) Holds(asOf time.Time) bool { return !asOf.After(a.Until) }

// issue is what a line is about.
func (a Acceptance) issue() [3]string { return [3]string{a.Check, a.Rule, a.Record} }

// ReadAccepted reads the accepted issues of a project directory, for a command
// that changes them; no file is no issue.
func ReadAccepted(dir string) ([]Acceptance, error) {
	text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(AcceptedFile)))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %s", AcceptedFile, reason(err))
	}
	var p Problems
	list := ParseAccepted(text, &p)
	return list, p.Err()
}

// ParseAccepted reads the lines of AcceptedFile. Empty lines do not count.
func ParseAccepted(text []byte, p *Problems) []Acceptance {
	in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff"))))
	in.FieldsPerRecord = -1
	var out []Acceptance
	seen := map[[3]string]Pos{}
	first := true
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			return out
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			p.AddAt(Pos{File: AcceptedFile, Line: bad.StartLine, Col: bad.Column}, "", "the line cannot be read: "+bad.Err.Error(), "")
			return out
		}
		line, _ := in.FieldPos(0)
		at := Pos{File: AcceptedFile, Line: line, Col: 1}
		if first {
			if !slices.Equal(row, acceptedColumns) {
				p.AddAt(at, "", "the columns are "+strings.Join(row, ","), "write "+strings.Join(acceptedColumns, ","))
				return out
			}
			first = false
			continue
		}
		if len(row) != len(acceptedColumns) {
			p.AddAt(at, "", fmt.Sprintf("the line has %d values, %d are expected", len(row), len(acceptedColumns)), "write "+strings.Join(acceptedColumns, ","))
			continue
		}
		a := acceptanceOf(row, func(i int) Pos {
			line, col := in.FieldPos(i)
			return Pos{File: AcceptedFile, Line: line, Col: col}
		}, p)
		if before, twice := seen[a.issue()]; twice {
			p.AddAt(at, "", "the issue is accepted twice", "the first is at "+before.String()+"; remove one")
			continue
		}
		seen[a.issue()] = at
		out = append(out, a)
	}
}

// acceptanceOf decodes one line and reports what is wrong with it.
func acceptanceOf(row []string, at func(int) Pos, p *Problems) Acceptance {
	a := Acceptance{Check: row[0], Rule: row[1], Record: row[2], By: row[4], Reason: row[5], At: at(0)}
	for i, name := range acceptedColumns {
		if strings.TrimSpace(row[i]) == "" {
			hint := ""
			if name == "record" {
				hint = "write the record's key, or " + EveryRecord + " for every record of the rule"
			}
			p.AddAt(at(i), "", "the column "+name+" is empty", hint)
		}
	}
	for i, into := range map[int]*time.Time{3: &a.Until, 6: &a.On} {
		day, err := time.Parse(time.DateOnly, row[i])
		if err != nil && row[i] != "" {
			p.AddAt(at(i), "", fmt.Sprintf("%s %q is not a date", acceptedColumns[i], row[i]), "write it as 2026-03-31")
		}
		*into = day
	}
	if !a.On.IsZero() && !a.Until.IsZero() && a.Until.Before(a.On) {
		p.AddAt(at(3), "", "until lies before on, the day of the decision", "")
	}
	return a
}

// AcceptedBytes is AcceptedFile of a list, sorted by check, rule and record.
func AcceptedBytes(list []Acceptance) []byte {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b Acceptance) int {
		x, y := a.issue(), b.issue()
		return slices.Compare(x[:], y[:])
	})
	var text bytes.Buffer
	out := csv.NewWriter(&text)
	_ = out.Write(acceptedColumns) // a buffer takes everything
	for _, a := range list {
		_ = out.Write([]string{a.Check, a.Rule, a.Record, a.Until.Format(time.DateOnly), a.By, a.Reason, a.On.Format(time.DateOnly)})
	}
	out.Flush()
	return text.Bytes()
}

// Accept puts acceptances into a list; one about the same issue replaces it.
func Accept(list []Acceptance, more ...Acceptance) []Acceptance {
	at := map[[3]string]int{}
	list = slices.Clone(list)
	for i, a := range list {
		at[a.issue()] = i
	}
	for _, a := range more {
		if i, known := at[a.issue()]; known {
			list[i] = a
			continue
		}
		at[a.issue()] = len(list)
		list = append(list, a)
	}
	return list
}

// accepted reads the list of the project; the checks that it names must exist.
func (l *loader) accepted() {
	text, err := os.ReadFile(filepath.Join(l.files, filepath.FromSlash(AcceptedFile)))
	if errors.Is(err, os.ErrNotExist) {
		return
	}
	if err != nil {
		l.problems.AddAt(Pos{File: AcceptedFile}, "", "reading the file: "+reason(err), "")
		return
	}
	l.project.Files = append(l.project.Files, File{Name: AcceptedFile, Text: text})
	l.project.Accepted = ParseAccepted(text, l.problems)
	var checks []string
	for _, pl := range l.project.Pipelines {
		for _, e := range pl.Steps {
			if e.Type == "check" {
				checks = append(checks, e.Name.Value)
			}
		}
	}
	for _, a := range l.project.Accepted {
		if a.Check != "" && !slices.Contains(checks, a.Check) {
			l.problems.AddAt(a.At, "", "no check is called "+a.Check, hintOr(DidYouMean(a.Check, checks), "remove the line"))
		}
	}
}

func hintOr(hint, other string) string {
	if hint == "" {
		return other
	}
	return hint
}
