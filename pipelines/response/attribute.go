package response

import (
	"context"
	"embed"
	"fmt"
	"strings"

	"kartoteka/pipelines/duck"
)

//go:embed sql/*.sql
var files embed.FS

// work is the schema of everything that only this step sees.
const (
	openWork  = "CREATE SCHEMA response_work"
	closeWork = "DROP SCHEMA IF EXISTS response_work CASCADE"
)

// roles are the tables of a step as they are at run time.
type roles map[string][]relation

// statements runs .sql files in order.
type statements struct {
	db  *duck.DB
	ctx context.Context
	err error
}

func (s *statements) run(file string, args duck.Args) {
	if s.err == nil {
		s.err = s.db.Run(s.ctx, files, "sql/"+file+".sql", args)
	}
}

// mailings makes the working tables of what was mailed: contacts, campaigns
// with their windows, pieces, people and codes.
func (s *step) mailings(ctx context.Context, db *duck.DB, in roles, cuts []cut) error {
	o := s.options
	st := statements{db: db, ctx: ctx}
	st.run("contacts", duck.Args{"rows": shape(in["contacts"], withCuts(contactFields(), cuts, ofContacts)), "cuts": selected(cuts, ofContacts)})
	st.run("campaigns", duck.Args{"rows": shape(in["campaigns"], campaignFields()),
		"window_days": o.Window.Days, "grace_days": o.Window.Grace, "opens": duck.Name(o.Window.From)})
	st.run("came_back", duck.Args{"rows": shape(in["returns"], returnFields())})
	st.run("pieces", duck.Args{"rows": shape(in["pieces"], withCuts(pieceFields(), cuts, ofPieces)),
		"control": lower(o.Cells.Control), "cuts": selected(cuts, ofPieces)})
	st.run("persons", duck.Args{"returned_count": o.Eligible == "mailed"})
	st.run("shared_codes", nil)
	st.run("key_codes", nil)
	s.objections(&st, in)
	st.run("unlawful", nil)
	return st.err
}

// orders makes one row per order with its net and its turn.
func (s *step) orders(ctx context.Context, db *duck.DB, in roles, cuts []cut) error {
	o := s.options
	st := statements{db: db, ctx: ctx}
	st.run("order_rows", duck.Args{"rows": shape(in["orders"], withCuts(orderFields(), cuts, ofOrders)), "cuts": selected(cuts, ofOrders)})
	st.run("orders_once", nil)
	st.run("order_aliases", nil)
	st.run("order_changes", duck.Args{"rows": shape(in["changes"], changeFields()), "cancel": lower(o.Changes.Cancel), "return": lower(o.Changes.Return)})
	st.run("orders", duck.Args{"channel_rank": rank("k.channel", lower(o.Channels))})
	return st.err
}

// objections gathers who had objected, by contact and by hash of what any
// source row of a contact carries.
func (s *step) objections(st *statements, in roles) {
	st.run("objections", duck.Args{"rows": shape(in["objections"], objectionFields())})
	if !anyHas(in["objections"], "sha256_email") && !anyHas(in["objections"], "sha256_phone") {
		return
	}
	for _, carried := range []struct{ value, hash, form string }{{"email", "sha256_email", "LOWER(TRIM(email))"}, {"phone", "sha256_phone", "phone"}} {
		if anyHas(in["sources"], carried.value) && anyHas(in["objections"], carried.hash) {
			st.run("objections_hashed", duck.Args{"rows": shape(in["objections"], hashedFields()), "hash": duck.Name(carried.hash),
				"form": duck.Fragment(carried.form), "sources": duck.Name(in["sources"][0].name)})
		}
	}
}

// attribute takes the rungs one after another over the orders that are open.
func (s *step) attribute(ctx context.Context, db *duck.DB) error {
	st := statements{db: db, ctx: ctx}
	for _, table := range []string{"credits", "flags", "open_orders", "flags_code_unknown"} {
		st.run(table, nil)
	}
	for _, rung := range s.options.Rungs {
		file, args := s.rung(rung)
		st.run(file, args)
		st.run("take_credits", duck.Args{"rung": rung})
		st.run("take_flags", nil)
		if st.err == nil {
			st.err = db.Exec(ctx, "DROP TABLE response_work.matched")
		}
	}
	st.run("flags_of_credits", nil)
	st.run("organic", nil)
	return st.err
}

// rung is the SQL file of a rung with its arguments.
func (s *step) rung(name string) (string, duck.Args) {
	o := s.options
	switch name {
	case "code_unique":
		return "rung_code_unique", duck.Args{"uses": o.Coupons.Uses, "ignore_returned": o.Coupons.ReturnedPiece == "ignore"}
	case "code_shared":
		return "rung_code_shared", duck.Args{"finish": o.Coupons.PassAlong == "finish"}
	case "key_code":
		return "rung_key_code", duck.Args{"channels": lower(o.KeyCodes.Channels), "no_code": codes(o.KeyCodes.None)}
	}
	switch o.Overlap {
	case "equal":
		return "rung_recency_shared", duck.Args{"worth": duck.Fragment("CAST(1 AS DOUBLE)")}
	case "decay":
		halves := fmt.Sprintf("POWER(0.5, CAST(o.ordered_on - w.opens AS DOUBLE) / %d)", max(1, o.HalfLife.Days()))
		return "rung_recency_shared", duck.Args{"worth": duck.Fragment(halves)}
	case "priority":
		return "rung_recency", duck.Args{"pick": duck.Fragment("w.priority NULLS LAST, w.opens DESC")}
	}
	return "rung_recency", duck.Args{"pick": duck.Fragment("w.opens DESC")}
}

// count makes the cells of every cut with their counts and sums.
func (s *step) count(ctx context.Context, db *duck.DB, cuts []cut, objections bool) error {
	st := statements{db: db, ctx: ctx}
	st.run("piece_cuts", duck.Args{"cuts": pieceCuts(cuts)})
	st.run("order_cuts", duck.Args{"cuts": orderCuts(cuts)})
	for _, table := range []string{"credit_cuts", "person_cuts", "buyers", "cells", "mailed", "credited", "flagged", "passed", "lift_counts", "lift_sums", "share_days"} {
		st.run(table, nil)
	}
	st.run("counts", duck.Args{"order_cuts": named(cuts, ofOrders), "objections": objections})
	st.run("money_counts", nil)
	st.run("near_codes", nil)
	return st.err
}

// prove fails when an order is credited more or less than once.
func (s *step) prove(ctx context.Context, db *duck.DB) error {
	for _, proof := range []struct {
		file, broken string
		args         duck.Args
	}{
		{"invariant", "orders are not credited exactly once", nil},
		{"invariant_money", "currencies have campaign revenue that differs from the credited orders", duck.Args{
			"money": duck.Name(s.options.Makes.Money), "attribution": duck.Name(s.options.Makes.Attribution)}},
	} {
		query, err := duck.Render(files, "sql/"+proof.file+".sql", proof.args)
		if err != nil {
			return err
		}
		var n int64
		if err := db.One(ctx, query, &n); err != nil {
			return fmt.Errorf("%s.sql: %w", proof.file, err)
		}
		if n > 0 {
			return fmt.Errorf("%s.sql: %d %s: the attribution is not published", proof.file, n, proof.broken)
		}
	}
	return nil
}

// rank is the place of a column's value in a list, unlisted ones last.
func rank(column string, values []string) duck.Fragment {
	var b strings.Builder
	fmt.Fprintf(&b, "CASE %s", column)
	for i, v := range values {
		fmt.Fprintf(&b, " WHEN %s THEN %d", duck.Quote(v), i+1)
	}
	fmt.Fprintf(&b, " ELSE %d END", len(values)+1)
	return duck.Fragment(b.String())
}

func lower(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.ToLower(strings.TrimSpace(w))
	}
	return out
}

// codes are words in the form in which codes are compared.
func codes(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.Map(func(r rune) rune {
			if r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, strings.ToUpper(w))
	}
	return out
}
