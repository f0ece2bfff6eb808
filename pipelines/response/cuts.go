package response

import (
	"fmt"
	"strings"

	"kartoteka/pipelines/duck"
)

// side is what a cut describes.
type side int

const (
	ofPieces side = iota
	ofContacts
	ofOrders
)

// cut is a column by whose values every figure is given.
type cut struct {
	name string
	side side
	as   string // name of the column in the working tables
}

// defaultCut is left out in silence when no table has it.
const defaultCut = "segment"

// noValue stands for an empty value of a cut.
const noValue = "(none)"

// findCuts tells which table of the roles each cut is a column of: pieces
// before contacts before orders.
func findCuts(names []string, pieces, contacts, orders []relation) ([]cut, []string) {
	var cuts []cut
	var unknown []string
	for i, name := range names {
		c := cut{name: name, as: fmt.Sprintf("cut_%d", i+1)}
		switch {
		case anyHas(pieces, name):
			c.side = ofPieces
		case anyHas(contacts, name):
			c.side = ofContacts
		case anyHas(orders, name):
			c.side = ofOrders
		default:
			unknown = append(unknown, name)
			continue
		}
		cuts = append(cuts, c)
	}
	return cuts, unknown
}

func anyHas(tables []relation, column string) bool {
	for _, t := range tables {
		if t.columns[column] {
			return true
		}
	}
	return false
}

// withCuts adds the columns of a side's cuts to the fields of its role.
func withCuts(fields []field, cuts []cut, s side) []field {
	have := map[string]bool{}
	for _, f := range fields {
		have[f.name] = true
	}
	for _, c := range cuts {
		if c.side == s && !have[c.name] {
			have[c.name] = true
			fields = append(fields, field{c.name, "VARCHAR"})
		}
	}
	return fields
}

// selected is the list of a side's cuts for the end of a SELECT.
func selected(cuts []cut, s side) duck.Fragment {
	var b strings.Builder
	for _, c := range cuts {
		if c.side == s {
			fmt.Fprintf(&b, ", COALESCE(NULLIF(TRIM(CAST(%s AS VARCHAR)), ''), %s) AS %s", duck.Ident(c.name), duck.Quote(noValue), c.as)
		}
	}
	return duck.Fragment(b.String())
}

// pieceCuts gives every piece its values of the cuts of pieces and contacts.
func pieceCuts(cuts []cut) duck.Fragment {
	parts := []string{"SELECT piece_row, 'all' AS cut, 'all' AS value FROM response_work.pieces"}
	for _, c := range cuts {
		switch c.side {
		case ofPieces:
			parts = append(parts, fmt.Sprintf("SELECT piece_row, %s, %s FROM response_work.pieces", duck.Quote(c.name), c.as))
		case ofContacts:
			parts = append(parts, fmt.Sprintf("SELECT p.piece_row, %s, COALESCE(c.%s, %s) FROM response_work.pieces p LEFT JOIN response_work.contacts c ON c.contact_id = p.contact_id",
				duck.Quote(c.name), c.as, duck.Quote(noValue)))
		}
	}
	return duck.Fragment(strings.Join(parts, " UNION ALL "))
}

// orderCuts gives every counted order its values of the cuts of orders.
func orderCuts(cuts []cut) duck.Fragment {
	parts := []string{"SELECT turn, '' AS cut, '' AS value FROM response_work.orders WHERE FALSE"}
	for _, c := range cuts {
		if c.side == ofOrders {
			parts = append(parts, fmt.Sprintf("SELECT turn, %s, %s FROM response_work.orders WHERE status = 'counted'", duck.Quote(c.name), c.as))
		}
	}
	return duck.Fragment(strings.Join(parts, " UNION ALL "))
}

// named are the names of a side's cuts.
func named(cuts []cut, s side) []string {
	var out []string
	for _, c := range cuts {
		if c.side == s {
			out = append(out, c.name)
		}
	}
	return out
}
