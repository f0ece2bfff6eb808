package main

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letters that have no decomposition.
var undecomposed = strings.NewReplacer("ł", "l", "Ł", "L", "ß", "ss", "æ", "ae", "Æ", "AE", "ø", "o", "Ø", "O", "đ", "d", "Đ", "D",
	"þ", "th", "ð", "d", "œ", "oe", "ı", "i", "’", "'", "‘", "'", "´", "'", "ʼ", "'")

var numberSign = regexp.MustCompile(`# (\pL|\pN)`)

// fold brings a value into the form in which values are compared: no case, no
// diacritics, . , : " and backticks as blanks, one kind of dash and apostrophe, "#5"
// for "# 5", single blanks.
func fold(s string) string {
	s = norm.NFKD.String(undecomposed.Replace(s))
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r >= '‐' && r <= '―' || r == '−':
			return '-'
		case strings.ContainsRune(".,:\"“”„`", r):
			return ' '
		}
		return unicode.ToLower(r)
	}, s)
	return numberSign.ReplaceAllString(strings.Join(strings.Fields(s), " "), "#$1")
}

// same reports whether got is one of the forms that a cell of the truth accepts.
func same(got, truth string) bool {
	got = fold(got)
	for _, form := range strings.Split(truth, "||") {
		if got == fold(form) {
			return true
		}
	}
	return false
}

// tally counts right answers.
type tally struct{ rows, right int }

func (t *tally) add(right bool) {
	t.rows++
	if right {
		t.right++
	}
}

func (t tally) percent() float64 {
	if t.rows == 0 {
		return 0
	}
	return 100 * float64(t.right) / float64(t.rows)
}

// outcome is the score of one set of rows.
type outcome struct {
	tally
	fields map[string]*tally // by field
	groups map[string]*tally // by group of rows
	errors map[string]int    // rows by the fields that were wrong in them
	wrong  []wrongRow
}

// wrongRow is one row that is not right, for -rows.
type wrongRow struct {
	id, raw string
	fields  []string // name: want, got
}

// answer is one row to judge: the truth and what the program said, field by field.
type answer struct {
	id, raw, group string
	fields         []string
	truth, got     map[string]string
}

func newOutcome() *outcome {
	return &outcome{fields: map[string]*tally{}, groups: map[string]*tally{}, errors: map[string]int{}}
}

// judge counts one row and tells whether it is right.
func (o *outcome) judge(a answer) bool {
	var wrong, shown []string
	for _, f := range a.fields {
		right := same(a.got[f], a.truth[f])
		if o.fields[f] == nil {
			o.fields[f] = &tally{}
		}
		o.fields[f].add(right)
		if !right {
			wrong = append(wrong, f)
			shown = append(shown, f+": want "+a.truth[f]+", got "+a.got[f])
		}
	}
	o.add(len(wrong) == 0)
	if a.group != "" {
		if o.groups[a.group] == nil {
			o.groups[a.group] = &tally{}
		}
		o.groups[a.group].add(len(wrong) == 0)
	}
	if len(wrong) > 0 {
		o.errors[strings.Join(wrong, "+")]++
		o.wrong = append(o.wrong, wrongRow{a.id, a.raw, shown})
	}
	return len(wrong) == 0
}

// group is the first word of a note: what kind of case the row is.
func group(note string) string {
	word, _, _ := strings.Cut(strings.TrimSpace(note), ":")
	return strings.TrimSpace(word)
}

// plain drops diacritics and keeps everything else, case too.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(undecomposed.Replace(s)))
}
