package assess

import (
	"context"
	"fmt"
	"strings"

	"kartoteka/pipelines/duck"
)

const unitsTable = "assess_units"

// support is one row of collection_uses.
type support struct {
	use, kind, requirement             string
	contacts, held, missing, onlyThing int64
	fields                             []string
	single                             bool // one field or group, without alternatives
	unread                             bool // no table read has its fields, or those of one of its parts
}

// supports counts for every use the contacts that support it, and for every
// requirement those that miss it and those that miss nothing else.
func supports(ctx context.Context, db *duck.DB, tables []relation, uses []use) (out []support, err error) {
	if len(uses) == 0 {
		return nil, nil
	}
	if err := db.Run(ctx, files, "sql/units.sql", duck.Args{"makes": duck.Name(unitsTable), "rows": unitRows(tables, uses), "held": heldOnce(uses)}); err != nil {
		return nil, err
	}
	defer func() {
		if derr := db.Exec(context.WithoutCancel(ctx), "DROP TABLE "+duck.Ident(unitsTable)); err == nil {
			err = derr
		}
	}()
	query, err := duck.Render(files, "sql/supported.sql", duck.Args{"units": duck.Name(unitsTable), "counts": supportCounts(uses)})
	if err != nil {
		return nil, err
	}
	var contacts int64
	dest := []any{&contacts}
	for _, u := range uses {
		whole := len(out)
		out = append(out, support{use: u.name, kind: kindWhole, requirement: "all"})
		for _, n := range u.needs {
			s := support{use: u.name, kind: n.kind, requirement: n.Text, single: len(n.Groups) == 1, unread: !anyMeets(tables, n)}
			for _, g := range n.Groups {
				s.fields = append(s.fields, g...)
			}
			out = append(out, s)
			out[whole].unread = out[whole].unread || (s.unread && s.kind == kindRequired)
		}
	}
	for i := range out {
		dest = append(dest, &out[i].held, &out[i].onlyThing)
	}
	if err := db.One(ctx, query, dest...); err != nil {
		return nil, fmt.Errorf("supported.sql: %w", err)
	}
	for i := range out {
		out[i].contacts, out[i].missing = contacts, contacts-out[i].held
	}
	return out, nil
}

// column names the answer to the j-th need of the i-th use.
func column(i, j int) string { return fmt.Sprintf("need_%d_%d", i, j) }

// unitRows gives each row of every table its unit (contact, or the row itself)
// and whether it meets each need.
func unitRows(tables []relation, uses []use) duck.Fragment {
	byContact := countsContacts(tables)
	selects := make([]string, len(tables))
	for k, t := range tables {
		unit, where := fmt.Sprintf("%d || ' ' || CAST(ROW_NUMBER() OVER () AS VARCHAR)", k), ""
		if byContact {
			unit, where = "CAST(contact_id AS VARCHAR)", " WHERE contact_id IS NOT NULL"
		}
		parts := []string{unit + " AS unit"}
		for i, u := range uses {
			for j, n := range u.needs {
				parts = append(parts, meets(t, n)+" AS "+column(i, j))
			}
		}
		selects[k] = "SELECT " + strings.Join(parts, ", ") + " FROM " + duck.Ident(t.name) + where
	}
	return duck.Fragment(strings.Join(selects, " UNION ALL "))
}

// countsContacts tells whether every table names the contact of its rows.
func countsContacts(tables []relation) bool {
	for _, t := range tables {
		if t.columns["contact_id"] == "" {
			return false
		}
	}
	return len(tables) > 0
}

// meets is the condition that a row of a table meets a need.
func meets(t relation, n need) string {
	var groups []string
	for _, g := range n.Groups {
		var all []string
		for _, name := range g {
			f, ok := fieldNamed(t, name)
			if !ok {
				all = nil
				break
			}
			all = append(all, "("+f.usable+")")
		}
		if len(all) > 0 {
			groups = append(groups, "("+strings.Join(all, " AND ")+")")
		}
	}
	if len(groups) == 0 {
		return never
	}
	return "COALESCE(" + strings.Join(groups, " OR ") + ", FALSE)"
}

// anyMeets tells whether any table has the fields of one of a need's groups.
func anyMeets(tables []relation, n need) bool {
	for _, t := range tables {
		if meets(t, n) != never {
			return true
		}
	}
	return false
}

// never is the condition of a need whose fields a table does not have.
const never = "FALSE"

func heldOnce(uses []use) duck.Fragment {
	parts := []string{"unit"}
	for i, u := range uses {
		for j := range u.needs {
			parts = append(parts, fmt.Sprintf("BOOL_OR(%[1]s) AS %[1]s", column(i, j)))
		}
	}
	return duck.Fragment(strings.Join(parts, ", "))
}

// supportCounts are two counts for each use and need: units that have it, and
// units that miss only this of what the use requires.
func supportCounts(uses []use) duck.Fragment {
	var parts []string
	for i, u := range uses {
		parts = append(parts, "COUNT(CASE WHEN "+allBut(i, -1, u)+" THEN 1 END)", "CAST(0 AS BIGINT)")
		for j, n := range u.needs {
			only := "CAST(0 AS BIGINT)"
			if n.kind == kindRequired {
				only = "COUNT(CASE WHEN NOT " + column(i, j) + " AND " + allBut(i, j, u) + " THEN 1 END)"
			}
			parts = append(parts, "COUNT(CASE WHEN "+column(i, j)+" THEN 1 END)", only)
		}
	}
	return duck.Fragment(strings.Join(parts, ", "))
}

// allBut is the condition that all required needs but one are met.
func allBut(i, but int, u use) string {
	parts := []string{"TRUE"}
	for j, n := range u.needs {
		if j != but && n.kind == kindRequired {
			parts = append(parts, column(i, j))
		}
	}
	return strings.Join(parts, " AND ")
}
