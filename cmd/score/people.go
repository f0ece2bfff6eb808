package main

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"
)

// personField gives the column of parse that a label of names belongs to.
func personField(label string, given bool) string {
	switch label {
	case "GivenName", "FirstInitial":
		if given {
			return "middle_name"
		}
		return "given_name"
	case "MiddleName", "MiddleInitial":
		return "middle_name"
	case "Surname", "LastInitial":
		return "family_name"
	case "SuffixGenerational", "SuffixOther":
		return "suffix"
	case "PrefixMarital", "PrefixOther":
		return "prefix"
	}
	return "" // nicknames and joining words
}

// taggedNames scores the names that were labelled word by word: persons by their
// fields, couples and firms by what they are.
func (s *scorer) taggedNames(ctx context.Context) error {
	var lines []line
	for _, f := range []struct{ pattern, kind string }{{"person_labeled*.xml", "person"}, {"company_labeled*.xml", "company"}} {
		paths, err := filepath.Glob(filepath.Join(s.data, "names", f.pattern))
		if err != nil {
			return err
		}
		if len(paths) == 0 {
			s.skipped(f.pattern, "no such file in the data directory")
		}
		for _, p := range paths {
			more, err := s.taggedNameFile(ctx, f.kind, p)
			if err != nil {
				return err
			}
			lines = append(lines, more...)
		}
	}
	s.table(lines)
	for _, l := range lines {
		s.details(l.what, l.score)
	}
	return nil
}

func (s *scorer) taggedNameFile(ctx context.Context, kind, path string) ([]line, error) {
	items, raws, err := readTagged(path)
	if err != nil {
		return nil, err
	}
	texts := make([]text, len(raws))
	for i, raw := range raws {
		texts[i] = text{strconv.Itoa(i + 1), raw}
	}
	made, err := s.parse(ctx, "name", "US", texts)
	if err != nil {
		return nil, err
	}
	fields, kinds, many := newOutcome(), newOutcome(), newOutcome()
	for i, item := range items {
		truth, couple := truthOf(item)
		truth["kind"] = kind
		if couple {
			truth["kind"] = "couple"
		}
		a := answer{id: texts[i].id, raw: raws[i], fields: []string{"kind"}, truth: truth, got: made[i]}
		kinds.judge(a)
		if kind == "person" && !couple {
			a.fields = []string{"prefix", "given_name", "middle_name", "family_name", "suffix"}
			fields.judge(a)
			if len(item) > 1 {
				many.judge(a)
			}
		}
	}
	const trained = "half of the rows are trained on"
	lines := []line{{what: filepath.Base(path) + ": kind", country: "US", score: kinds, note: trained}}
	if fields.rows > 0 {
		lines = append(lines, line{what: filepath.Base(path) + ": fields", country: "US", score: fields, note: trained},
			line{what: filepath.Base(path) + ": fields, two words or more", country: "US", score: many, note: trained + "; single words are given or family name by their column"})
	}
	return lines, nil
}

// truthOf gives the fields of a labelled name, and whether it names two people.
func truthOf(item []token) (map[string]string, bool) {
	truth, couple := map[string]string{}, false
	for _, t := range item {
		couple = couple || t.label == "And"
		if f := personField(t.label, truth["given_name"] != ""); f != "" {
			truth[f] = strings.TrimSpace(truth[f] + " " + strings.Trim(t.text, ",;()"))
		}
	}
	return truth, couple
}
