package dedupe

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/linkage"
)

// event is one change of identity of this run.
type event struct{ id, event, other string }

// part is how many rows of a group had an id in the last snapshot.
type part struct {
	group uint32
	id    string
	rows  int
}

// identify gives every contact its id and notes what changed.
func (s *step) identify(ctx context.Context, r *pipelines.Run, c *contacts) error {
	former, err := s.formerIDs(ctx, r)
	if err != nil {
		return err
	}
	groups := make([][]uint32, len(c.list))
	for i := range c.list {
		groups[i] = c.list[i].rows
	}
	ids, parts := carry(groups, &c.in.former)
	used := map[string]bool{}
	for _, id := range former {
		used[id] = true
	}
	for i := range c.list {
		if ids[i] == "" {
			ids[i] = newID("C", c.seed(c.list[i].rows[0]), used)
		}
		c.list[i].id = ids[i]
	}
	if r.Wanted(s.o.Makes.Events) {
		c.events = changes(ids, parts, former)
	}
	return nil
}

// formerIDs lists the contacts of the last snapshot.
func (s *step) formerIDs(ctx context.Context, r *pipelines.Run) ([]string, error) {
	path, ok := r.Previous.Path(s.o.Makes.Sources)
	if !ok {
		return nil, nil
	}
	query, err := duck.Render(sqlFiles, "sql/former.sql", duck.Args{"path": path})
	if err != nil {
		return nil, err
	}
	var ids []string
	err = r.DB.Rows(ctx, query, func(scan func(...any) error) error {
		var id string
		err := scan(&id)
		ids = append(ids, id)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the contacts of the last snapshot: %w", err)
	}
	return ids, nil
}

// carry hands former ids to groups of rows: an id goes to the group that has
// most of its rows, a group takes the id that most of its rows had; ties by the
// smallest id, then by the first row. Groups that get none have "".
func carry(groups [][]uint32, former *linkage.Column) (ids []string, parts []part) {
	ids = make([]string, len(groups))
	if !former.Present() {
		return ids, nil
	}
	for g, rows := range groups {
		count := map[string]int{}
		for _, row := range rows {
			if id := former.Text(row); id != "" {
				count[id]++
			}
		}
		for id, n := range count {
			parts = append(parts, part{uint32(g), id, n})
		}
	}
	slices.SortFunc(parts, func(a, b part) int {
		return cmp.Or(cmp.Compare(b.rows, a.rows), strings.Compare(a.id, b.id), cmp.Compare(groups[a.group][0], groups[b.group][0]))
	})
	taken := map[string]bool{}
	for _, p := range parts {
		if ids[p.group] == "" && !taken[p.id] {
			ids[p.group], taken[p.id] = p.id, true
		}
	}
	return ids, parts
}

// changes compares the former contacts with the present ones.
func changes(ids []string, parts []part, former []string) []event {
	present := make(map[string]bool, len(ids))
	for _, id := range ids {
		present[id] = true
	}
	origin := make(map[uint32]string) // group -> the former contact that most of its rows had
	heir := make(map[string]string)   // former contact -> the contact that has most of its rows
	for _, p := range parts {
		if _, ok := origin[p.group]; !ok {
			origin[p.group] = p.id
		}
		if _, ok := heir[p.id]; !ok {
			heir[p.id] = ids[p.group]
		}
	}
	known := make(map[string]bool, len(former))
	for _, id := range former {
		known[id] = true
	}
	var out []event
	for g, id := range ids {
		switch from := origin[uint32(g)]; {
		case known[id]:
		case from == "":
			out = append(out, event{id, "created", ""})
		default:
			out = append(out, event{id, "split_from", from})
		}
	}
	for _, id := range former {
		switch {
		case present[id]:
		case heir[id] != "":
			out = append(out, event{id, "merged_into", heir[id]})
		default:
			out = append(out, event{id, "retired", ""})
		}
	}
	slices.SortFunc(out, func(a, b event) int { return cmp.Or(strings.Compare(a.id, b.id), strings.Compare(a.event, b.event)) })
	return out
}

// seed is what a new id is made of: the key of the first row, or its content
// when it has no key.
func (c *contacts) seed(row uint32) string {
	parts := []string{"source", "source_key"}
	if c.text("source_key", int(row)) == "" {
		parts = append(parts, "given_name", "family_name", "company", "email", "phone", "address_key", "postcode", "city")
	}
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(c.text(p, int(row)))
		b.WriteByte(0)
	}
	if c.text("source_key", int(row)) == "" {
		b.WriteString(dayText(c.in.birth[row]))
	}
	return b.String()
}

// newID hashes the seed to a letter and ten signs of base 32, again with a
// number when the id is used already, and marks it used.
func newID(letter, seed string, used map[string]bool) string {
	for n := 0; ; n++ {
		text := seed
		if n > 0 {
			text += "\x00" + strconv.Itoa(n)
		}
		sum := sha256.Sum256([]byte(text))
		id := letter + base32.StdEncoding.EncodeToString(sum[:7])[:10]
		if !used[id] {
			used[id] = true
			return id
		}
	}
}

// dayText writes a day as yyyy-mm-dd, empty when absent.
func dayText(day int32) string {
	if day == noDay {
		return ""
	}
	return time.Unix(int64(day)*86400, 0).UTC().Format(time.DateOnly)
}
