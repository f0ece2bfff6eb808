package linkage

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Bytes that linking needs per row, besides the columns it is given: what is
// prepared, the links and clusters, and for every rule a key and a place in a
// block; and leastRules, with which the strict rules are all there.
const (
	rowBytes   = 160
	ruleBytes  = 8
	leastRules = 8
)

// fit drops the loosest rules until linking keeps below a number of bytes, and
// refuses when too few would be left. It tells the values that most rows share,
// by column and count, since they make the largest blocks.
func (q *prepared) fit(rules []Rule, memory int64) ([]Rule, error) {
	rows := int64(q.Rows)
	if memory <= 0 || rows == 0 {
		return rules, nil
	}
	room := (memory - rows*rowBytes) / (rows * ruleBytes)
	if room >= int64(len(rules))+1 {
		return rules, nil
	}
	if room <= leastRules {
		need := rows * (rowBytes + ruleBytes*int64(len(rules)+1)) >> 20
		return nil, fmt.Errorf("%d rows need about %d MB to be linked, and %d MB are allowed; allow more memory, or link parts of the table. Values that most rows share: %s",
			rows, need+1, memory>>20, q.crowded(10))
	}
	return rules[:room-1], nil
}

// crowded names the columns of the n most frequent values with their counts. The
// values themselves are somebody's and stay unsaid.
func (q *prepared) crowded(n int) string {
	type value struct {
		column string
		rows   uint32
	}
	var all []value
	add := func(name string, perCode []uint32) {
		for code, rows := range perCode {
			if code > 0 && rows > 1 {
				all = append(all, value{name, rows})
			}
		}
	}
	f := &q.freq
	for _, c := range []struct {
		name    string
		perCode []uint32
	}{{"given_name", f.given}, {"family_name", f.family}, {"company", f.company}, {"email", f.email}, {"phone", f.phone},
		{"postcode", f.postcode}, {"city", f.city}, {"address", f.address}} {
		add(c.name, c.perCode)
	}
	for i, o := range q.Other {
		add(o.Name, f.other[i])
	}
	slices.SortFunc(all, func(x, y value) int { return cmp.Or(cmp.Compare(y.rows, x.rows), cmp.Compare(x.column, y.column)) })
	var out []string
	for _, v := range all[:min(n, len(all))] {
		out = append(out, fmt.Sprintf("%s %d", v.column, v.rows))
	}
	return strings.Join(out, ", ")
}
