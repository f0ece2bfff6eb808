package assess

import (
	"fmt"
	"sort"
	"strings"
)

// Kinds of advice.
const (
	adviceOpens     = "opens_a_use"        // one missing thing keeps contacts from a use
	adviceNever     = "never_collected"    // a source never fills a required field
	adviceSeldom    = "seldom_collected"   // a source fills it in less than half of its rows
	adviceDefault   = "placeholders"       // a column is filled with words for not known
	adviceNotRead   = "collected_unread"   // a column is filled and nothing reads it
	adviceNoUse     = "collected_unused"   // a field is filled and no use names it
	adviceSensitive = "special_categories" // free text hints at special categories
	adviceUneven    = "uneven_capture"     // groups fill a field very differently
	adviceTerm      = "unknown_phrase"     // uses_from has a phrase that nothing explains
	adviceNowhere   = "not_held"           // a use requires what no table read has
)

// spread is the difference of shares from which groups are called uneven.
const spread = 0.3

// advice is one row of collection_advice.
type advice struct {
	kind, source, field, use string
	affected, of             int64
	before, after            float64
	text                     string
}

// advise turns inventory and support into recommendations, the largest first.
func (s *step) advise(lines []line, supported []support, terms []unknownTerm) []advice {
	out := openings(supported)
	needed := required(supported)
	for _, l := range lines {
		switch {
		case l.cut != "all":
		case l.kind == kindColumn:
			out = append(out, s.aboutColumn(l)...)
		case needed[l.field] != "" && l.usable == 0:
			out = append(out, about(adviceNever, l, needed[l.field], l.rows, "collect "+l.field+" at "+l.source+": none of its rows has it"))
		case needed[l.field] != "" && 2*l.usable < l.rows:
			out = append(out, about(adviceSeldom, l, needed[l.field], l.rows-l.usable, "ask for "+l.field+" at "+l.source+" more often"))
		case len(supported) > 0 && l.usedBy == "" && l.filled > 0 && s.collected(l):
			out = append(out, about(adviceNoUse, l, "", l.filled, "no declared use needs "+l.field+": declare one or stop collecting it at "+l.source))
		}
	}
	out = append(out, s.uneven(lines, needed)...)
	for _, t := range terms {
		out = append(out, advice{kind: adviceTerm, use: t.use, field: t.phrase, text: "say under terms: which field \"" + t.phrase + "\" means, or collect it"})
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if a.affected != b.affected {
			return a.affected > b.affected
		}
		return strings.Join([]string{a.kind, a.source, a.field, a.use}, "\x00") < strings.Join([]string{b.kind, b.source, b.field, b.use}, "\x00")
	})
	return out
}

func about(kind string, l line, use string, affected int64, text string) advice {
	return advice{kind: kind, source: l.source, field: l.field, use: use, affected: affected, of: l.rows,
		before: share(l.usable, l.rows), after: share(min(l.usable+affected, l.rows), l.rows), text: text}
}

func share(part, whole int64) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// openings: what a single field would open.
func openings(supported []support) []advice {
	whole := map[string]int64{}
	var out []advice
	for _, s := range supported {
		if s.kind == kindWhole {
			whole[s.use] = s.held
		}
		if s.unread && s.kind == kindRequired && len(s.fields) > 0 {
			out = append(out, advice{kind: adviceNowhere, field: s.requirement, use: s.use,
				text: "no table read holds " + s.requirement + ", which " + s.use + " requires: name its table under from, or collect it"})
		}
		if s.onlyThing > 0 && !s.unread {
			out = append(out, advice{kind: adviceOpens, field: s.requirement, use: s.use, affected: s.onlyThing, of: s.contacts,
				before: share(whole[s.use], s.contacts), after: share(whole[s.use]+s.onlyThing, s.contacts),
				text: s.requirement + " is all that is missing for " + s.use})
		}
	}
	return out
}

// required are the fields that some use requires without an alternative, with
// those uses.
func required(supported []support) map[string]string {
	uses := map[string][]string{}
	for _, s := range supported {
		if s.kind == kindRequired && s.single {
			for _, f := range s.fields {
				uses[f] = append(uses[f], s.use)
			}
		}
	}
	out := map[string]string{}
	for f, u := range uses {
		out[f] = join(u)
	}
	return out
}

// aboutColumn: placeholders, unread columns, hints at special categories.
func (s *step) aboutColumn(l line) []advice {
	var out []advice
	if l.placeholder > 0 {
		a := about(adviceDefault, l, "", l.placeholder, "let "+l.field+" stay empty at "+l.source+" when the value is not known")
		a.before, a.after = share(l.placeholder, l.rows), 0
		out = append(out, a)
	}
	if read, known := s.lineage[l.source]; known && l.filled > 0 && len(read.of(l.field)) == 0 && !s.holdsRead(l) {
		a := about(adviceNotRead, l, "", l.filled, "nothing reads "+l.field+" of "+l.source+": declare a use or stop collecting it")
		a.before, a.after = share(l.filled, l.rows), 0
		out = append(out, a)
	}
	if l.sensitive > 0 {
		a := about(adviceSensitive, l, "", l.sensitive, "texts in "+l.field+" of "+l.source+" hint at special categories of personal data: review and delete them")
		a.before, a.after = share(l.sensitive, l.rows), 0
		out = append(out, a)
	}
	return out
}

// holdsRead tells whether a list or object holds columns that are read.
func (s *step) holdsRead(l line) bool {
	for name := range s.lineage[l.source] {
		if strings.HasPrefix(name, l.field+".") {
			return true
		}
	}
	return false
}

// collected tells whether a source was asked for a field: extract maps it, and
// neither the step nor the tool itself works with it.
func (s *step) collected(l line) bool {
	for _, by := range s.options.By {
		if by.Value == l.field {
			return false
		}
	}
	if own()[l.field] {
		return false
	}
	read, known := s.lineage[l.source]
	if !known {
		return true
	}
	for _, fields := range read {
		if contains(fields, l.field) {
			return true
		}
	}
	return false
}

// own are fields that reading addresses and dating facts needs, whatever the
// uses are.
func own() map[string]bool {
	return map[string]bool{"country": true, "region": true, "address_told": true, "observed": true, "since": true, "order_id": true, "ordered_at": true,
		"ordered_on": true, "amount": true, "currency": true, "channel": true, "same_as": true, "ref_source": true, "ref_key": true}
}

// uneven compares the groups of by; groups with few rows are not ranked.
func (s *step) uneven(lines []line, needed map[string]string) []advice {
	type ends struct {
		best, worst line
		groups      int
		gap         int64
	}
	found := map[[3]string]*ends{}
	var order [][3]string
	for _, l := range lines {
		if l.cut == "all" || l.rows < int64(s.options.Floor) || (l.usedBy == "" && needed[l.field] == "") {
			continue
		}
		key := [3]string{l.source, l.field, l.cut}
		e := found[key]
		if e == nil {
			e = &ends{best: l, worst: l}
			found[key] = e
			order = append(order, key)
		}
		e.groups++
		if share(l.usable, l.rows) > share(e.best.usable, e.best.rows) {
			e.best = l
		}
		if share(l.usable, l.rows) < share(e.worst.usable, e.worst.rows) {
			e.worst = l
		}
		e.gap += l.rows - l.usable
	}
	var out []advice
	for _, key := range order {
		e := found[key]
		low, high := share(e.worst.usable, e.worst.rows), share(e.best.usable, e.best.rows)
		if e.groups > 1 && high-low >= spread {
			out = append(out, advice{kind: adviceUneven, source: key[0], field: key[1], use: needed[key[1]], affected: e.gap, of: 0, before: low, after: high,
				text: fmt.Sprintf("%s at %s: the %s values differ from %.0f %% to %.0f %%; learn from the best", key[1], key[0], key[2], 100*low, 100*high)})
		}
	}
	return out
}
