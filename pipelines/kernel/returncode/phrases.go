package returncode

import (
	"sort"
	"strings"

	"kartoteka/pipelines/kernel/fold"
	"kartoteka/pipelines/kernel/similar"
)

// Words shorter than these must be right, or nearly right.
const (
	oneWrongFrom = 5 // letters from which one may be wrong
	twoWrongFrom = 9 // letters from which two may be wrong
	joinedFrom   = 8 // letters from which a text without spaces is compared as a whole
)

type phrase struct {
	words  []string
	joined string
	reason Reason
}

// phrases reads the words of a sticker.
type phrases struct {
	list    []phrase // longest first, then by words: the first that fits is taken
	fillers map[string]bool
}

func newPhrases(rows []Row, fillers []string) *phrases {
	p := &phrases{fillers: map[string]bool{}}
	for _, f := range fillers {
		for _, w := range fold.Tokens(f) {
			p.fillers[w] = true
		}
	}
	for _, r := range rows {
		words := fold.Tokens(r.Text)
		p.list = append(p.list, phrase{words, strings.Join(words, ""), r.Reason})
	}
	sort.SliceStable(p.list, func(i, j int) bool {
		a, b := p.list[i], p.list[j]
		if len(a.words) != len(b.words) {
			return len(a.words) > len(b.words)
		}
		return a.joined < b.joined
	})
	return p
}

// read gives the reason of a text, or Unknown.
func (p *phrases) read(text string) Reason {
	words := fold.Tokens(text)
	for _, same := range []func(a, b string) bool{equal, nearly} {
		if r := p.cover(words, same); r != "" {
			return r
		}
	}
	return p.whole(words)
}

// cover lays phrases over the words from the left; "" when something stays uncovered or reasons differ.
func (p *phrases) cover(words []string, same func(typed, word string) bool) Reason {
	var found Reason
	for i := 0; i < len(words); {
		if ph := p.at(words[i:], same); ph != nil {
			if found != "" && found != ph.reason {
				return Unknown
			}
			found = ph.reason
			i += len(ph.words)
			continue
		}
		if !p.skip(words[i]) {
			return ""
		}
		i++
	}
	return found
}

func (p *phrases) at(words []string, same func(typed, word string) bool) *phrase {
next:
	for i := range p.list {
		ph := &p.list[i]
		if len(ph.words) == 0 || len(ph.words) > len(words) {
			continue
		}
		for j, w := range ph.words {
			if !same(words[j], w) {
				continue next
			}
		}
		return ph
	}
	return nil
}

// whole compares the text written without spaces with whole phrases: exactly, then with one wrong letter.
func (p *phrases) whole(words []string) Reason {
	var kept []string
	for _, w := range words {
		if !p.skip(w) {
			kept = append(kept, w)
		}
	}
	for _, joined := range []string{strings.Join(words, ""), strings.Join(kept, "")} {
		if len(joined) < joinedFrom {
			continue
		}
		for limit := 0; limit <= 1; limit++ {
			var found Reason
			for i := range p.list {
				ph := &p.list[i]
				if len(ph.joined) < joinedFrom || similar.Distance(joined, ph.joined, limit) > limit {
					continue
				}
				if found != "" && found != ph.reason {
					return Unknown
				}
				found = ph.reason
			}
			if found != "" {
				return found
			}
		}
	}
	return Unknown
}

func (p *phrases) skip(word string) bool {
	return p.fillers[word] || strings.Trim(word, "0123456789") == ""
}

func equal(a, b string) bool { return a == b }

// nearly allows one wrong letter from oneWrongFrom letters on and two from twoWrongFrom.
func nearly(typed, word string) bool {
	if typed == word {
		return true
	}
	limit := 0
	switch {
	case len(word) >= twoWrongFrom && len(typed) >= twoWrongFrom-1:
		limit = 2
	case len(word) >= oneWrongFrom && len(typed) >= oneWrongFrom-1:
		limit = 1
	}
	return limit > 0 && similar.Distance(typed, word, limit) <= limit
}
