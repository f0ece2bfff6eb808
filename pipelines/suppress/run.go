package suppress

import (
	"cmp"
	"context"
	"fmt"
	"sort"
	"strings"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/resolve"
)

// work is one run of the step.
type work struct {
	*step
	run  *pipelines.Run
	db   *duck.DB
	args duck.Args
	made []string
}

// working tables, each made by the .sql file of its name.
var working = [...]string{"entries", "persons", "candidates", "levels", "hits", "erased", "grounds"}

// Run makes the tables.
func (s *step) Run(ctx context.Context, r *pipelines.Run) ([]pipelines.Account, error) {
	w := &work{step: s, run: r, db: r.DB, args: duck.Args{
		"contacts": duck.Name(s.contacts.Value), "sources": duck.Name(s.sources.Value), "into": duck.Name(s.name.Value),
		"suppressions": duck.Name(s.o.Makes.Suppressions.Value), "erased_contacts": duck.Name(pipelines.ErasedContacts), "erased_rows": duck.Name(pipelines.ErasedRows),
	}}
	for _, part := range working {
		w.args[part] = duck.Name(s.name.Value + "__" + part)
	}
	for _, part := range []struct {
		what string
		do   func(context.Context) error
	}{
		{"read the lists", w.entries}, {"read the source rows", w.persons}, {"match the lists", w.hits}, {"gather grounds", w.grounds}, {"set what is allowed", w.write},
	} {
		if err := part.do(ctx); err != nil {
			return nil, fmt.Errorf("%s: %w", part.what, err)
		}
	}
	account, err := w.account(ctx)
	if err != nil {
		return nil, fmt.Errorf("count: %w", err)
	}
	for _, t := range w.made {
		if err := w.db.Exec(ctx, "DROP TABLE "+duck.Ident(t)); err != nil {
			return nil, fmt.Errorf("clean up: %w", err)
		}
	}
	return []pipelines.Account{account}, nil
}

// sql runs an embedded statement that makes a working table of its name.
func (w *work) sql(ctx context.Context, file string, more duck.Args) error {
	args := duck.Args{}
	for k, v := range w.args {
		args[k] = v
	}
	for k, v := range more {
		args[k] = v
	}
	for _, part := range working {
		if part == file {
			w.made = append(w.made, w.name.Value+"__"+part)
		}
	}
	return w.db.Run(ctx, files, "sql/"+file+".sql", args)
}

// entryColumns are the keys of an entry; a list fills those that its match names.
var entryColumns = [...][2]string{
	{"ref_source", "contact_ref"}, {"ref_key", "contact_ref"}, {"email", "email"}, {"phone", "phone"}, {"sha256_email", "sha256_email"}, {"sha256_phone", "sha256_phone"},
	{"address_key", "name_address"}, {"given_name", "name_address"}, {"family_name", "name_address"}, {"given_name_2", "name_address"}, {"family_name_2", "name_address"}, {"company", "name_address"},
}

// entries makes one table of the rows of all lists.
func (w *work) entries(ctx context.Context) error {
	if err := w.sql(ctx, "entries", nil); err != nil {
		return err
	}
	for i, l := range w.o.Lists {
		have, err := w.columns(ctx, l.Table.Value)
		if err != nil {
			return err
		}
		var keys []string
		for _, c := range entryColumns {
			keys = append(keys, entryColumn(c[0], c[1], l.Match, have))
		}
		since := "CAST(NULL AS DATE)"
		if column := cmp.Or(l.Since.Value, "since"); have[column] {
			since = "l." + duck.Ident(column)
		}
		err = w.sql(ctx, "entries_of_one_list", duck.Args{"number": i, "list": duck.Name(l.Table.Value), "name": l.Table.Value,
			"effect": l.Effect, "channel": duck.Fragment(channelSQL(l.Channel)), "since": duck.Fragment(since), "keys": duck.Fragment(strings.Join(keys, ", "))})
		if err != nil {
			return err
		}
	}
	return w.unknownWords(ctx)
}

func entryColumn(column, match string, matches []string, have map[string]bool) string {
	for _, m := range matches {
		if m == match && have[column] {
			return "l." + duck.Ident(column)
		}
	}
	return "CAST(NULL AS VARCHAR)"
}

// channelSQL is the channel of an entry; NULL for a word that the map does not know.
func channelSQL(c channel) string {
	if c.column.Value == "" {
		word := c.word
		if word == "" {
			word = "all"
		}
		return duck.Quote(word)
	}
	var words []string
	for word := range c.words {
		words = append(words, word)
	}
	sort.Strings(words)
	var b strings.Builder
	b.WriteString("CASE TRIM(l." + duck.Ident(c.column.Value) + ")")
	for _, word := range words {
		fmt.Fprintf(&b, " WHEN %s THEN %s", duck.Quote(word), duck.Quote(c.words[word]))
	}
	return b.String() + " END"
}

// unknownWords warns of entries whose channel no map knows; they close every channel.
func (w *work) unknownWords(ctx context.Context) error {
	query := "SELECT list, COUNT(*) FROM " + duck.Ident(w.name.Value+"__entries") + " WHERE channel IS NULL GROUP BY list ORDER BY list"
	err := w.db.Rows(ctx, query, func(scan func(...any) error) error {
		var list string
		var n int64
		if err := scan(&list, &n); err != nil {
			return err
		}
		w.run.Warn("unknown_channel", fmt.Sprintf("%d rows of %s name a channel that its map does not know; they close every channel", n, list))
		return nil
	})
	if err != nil {
		return err
	}
	return w.db.Exec(ctx, "UPDATE "+duck.Ident(w.name.Value+"__entries")+" SET channel = 'all' WHERE channel IS NULL")
}

func (w *work) columns(ctx context.Context, table string) (map[string]bool, error) {
	described, err := w.db.Describe(ctx, "SELECT * FROM "+duck.Ident(table))
	have := map[string]bool{}
	for _, c := range described {
		have[c.Name] = true
	}
	return have, err
}

// persons makes what the source rows of a contact carry, and the rows of its orders.
func (w *work) persons(ctx context.Context) error {
	list, err := w.carried(ctx, w.sources.Value)
	if err != nil {
		return err
	}
	if err := w.sql(ctx, "persons", duck.Args{"columns": list}); err != nil {
		return err
	}
	for _, t := range w.orderRows {
		if list, err = w.carried(ctx, t.Value); err != nil {
			return err
		}
		if err := w.sql(ctx, "persons_of_orders", duck.Args{"columns": list, "rows": duck.Name(t.Value), "orders": duck.Name(w.orders.Value)}); err != nil {
			return err
		}
	}
	return nil
}

// carried lists the columns of a row s by which a person is found, NULL where the table has none.
func (w *work) carried(ctx context.Context, table string) (duck.Fragment, error) {
	have, err := w.columns(ctx, table)
	var list []string
	for _, c := range []string{"email", "phone", "address_key", "given_name", "family_name", "given_name_2", "family_name_2", "company", "gender"} {
		if have[c] {
			list = append(list, "s."+c)
		} else {
			list = append(list, "CAST(NULL AS VARCHAR) AS "+c)
		}
	}
	return duck.Fragment(strings.Join(list, ", ")), err
}

// hits finds the contacts that the entries mean.
func (w *work) hits(ctx context.Context) error {
	if err := w.sql(ctx, "candidates", nil); err != nil {
		return err
	}
	levels := w.name.Value + "__levels"
	w.made = append(w.made, levels)
	short, err := resolve.Nicknames(w.run)
	if err != nil {
		return err
	}
	if err := w.db.Map(ctx, "SELECT * FROM "+duck.Ident(w.name.Value+"__candidates"), levels, levelSchema(), w.run.Threads, nil, comparer{short}.compare); err != nil {
		return fmt.Errorf("compare names: %w", err)
	}
	if err := w.sql(ctx, "hits", nil); err != nil {
		return err
	}
	return w.sql(ctx, "erased", nil)
}

// grounds gathers why channels are closed.
func (w *work) grounds(ctx context.Context) error {
	if err := w.sql(ctx, "grounds", nil); err != nil {
		return err
	}
	have, err := w.columns(ctx, w.contacts.Value)
	if err != nil {
		return err
	}
	for _, said := range []struct{ column, closed, channel, reason string }{
		{"deceased", "t.deceased", "mail", "deceased"}, {"deceased", "t.deceased", "email", "deceased"}, {"deceased", "t.deceased", "phone", "deceased"},
		{"mail_allowed", "NOT t.mail_allowed", "mail", "refused"}, {"email_allowed", "NOT t.email_allowed", "email", "complaint"}, {"phone_allowed", "NOT t.phone_allowed", "phone", "objection"},
	} {
		closed := said.closed
		if said.column != "deceased" && have["deceased"] {
			closed += " AND NOT COALESCE(t.deceased, FALSE)"
		}
		if have[said.column] {
			if err := w.sql(ctx, "grounds_of_contacts", duck.Args{"closed": duck.Fragment(closed), "channel": said.channel, "reason": said.reason, "from": w.contacts.Value}); err != nil {
				return err
			}
		}
	}
	if _, there := w.run.Table(w.consents.Value); !there {
		return nil
	}
	for _, c := range []struct{ channel, rule string }{{"mail", w.o.Consent.Mail}, {"email", w.o.Consent.Email}, {"phone", w.o.Consent.Phone}} {
		if c.rule == "ignore" {
			continue
		}
		args := duck.Args{"consents": duck.Name(w.consents.Value), "channel": c.channel}
		if err := w.sql(ctx, "grounds_of_consents", args); err != nil {
			return err
		}
		if c.rule == "opt_in" {
			if err := w.sql(ctx, "grounds_of_no_consent", args); err != nil {
				return err
			}
		}
	}
	return nil
}

// write makes the tables that stay.
func (w *work) write(ctx context.Context) error {
	if err := w.sql(ctx, "suppressions", nil); err != nil {
		return err
	}
	have, err := w.db.Describe(ctx, "SELECT * FROM "+duck.Ident(w.contacts.Value))
	if err != nil {
		return err
	}
	var list []string
	missing := map[string]bool{"mail": true, "email": true, "phone": true}
	for _, c := range have {
		if ch, is := strings.CutSuffix(c.Name, "_allowed"); is && missing[ch] {
			list = append(list, "closed."+ch+" IS NULL AS "+duck.Ident(c.Name))
			missing[ch] = false
		} else {
			list = append(list, "t."+duck.Ident(c.Name))
		}
	}
	for _, ch := range channels {
		if missing[ch] {
			list = append(list, "closed."+ch+" IS NULL AS "+ch+"_allowed")
		}
	}
	if err := w.sql(ctx, "contacts", duck.Args{"columns": duck.Fragment(strings.Join(list, ", "))}); err != nil {
		return err
	}
	if err := w.sql(ctx, "erased_contacts", nil); err != nil {
		return err
	}
	email := "CAST(NULL AS VARCHAR)"
	sources, err := w.columns(ctx, w.sources.Value)
	if err != nil {
		return err
	}
	if sources["email"] {
		email = "s.email"
	}
	return w.sql(ctx, "erased_rows", duck.Args{"email": duck.Fragment(email)})
}
