package returns

import (
	"context"
	"fmt"
	"slices"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/returncode"
	"kartoteka/pipelines/kernel/returnpolicy"
)

// A feed is probably read wrongly when at least suspiciousRows of its rows are odd and these are more than a fifth of
// it. Odd are codes that the table does not know, and references that are well formed but name no piece: a mail file
// is missing. A reference with a wrong check digit was mistyped by the carrier, which happens to whole handfuls; it
// is odd only when more than half of the feed names no piece: the wrong column was read.
const (
	suspiciousRows  = 20
	suspiciousShare = 5
)

// misread judges the references of a feed: rows, those that are well formed and name no piece, and those with a wrong
// check digit.
func misread(rows, unknown, mistyped int) bool {
	if unknown >= suspiciousRows && unknown*suspiciousShare > rows {
		return true
	}
	return unknown+mistyped >= suspiciousRows && 2*(unknown+mistyped) > rows
}

// accounts tells what became of every message and of every contact.
func (w *work) accounts(ctx context.Context) ([]pipelines.Account, error) {
	r := w.results
	var in int64
	if err := w.db.One(ctx, "SELECT COUNT(*) FROM "+duck.Ident(w.name.Value+"__feedback"), &in); err != nil {
		return nil, fmt.Errorf("count feedback: %w", err)
	}
	out, err := w.run.RowCount(ctx, w.name.Value)
	if err != nil {
		return nil, err
	}
	if want := int64(len(r.ids)); out != want {
		return nil, errRows(w.name.Value, out, want)
	}
	messages := pipelines.Account{Subject: w.name.Value, In: in, Added: r.carried, Out: out}
	for _, n := range w.silent {
		messages.Suppressed += n
	}
	messages.Reasons = append(messages.Reasons, pipelines.Reasons(pipelines.KindSuppressed, map[string]int64{"delivered or notice only": messages.Suppressed})...)
	messages.Reasons = append(messages.Reasons, pipelines.Reasons(pipelines.KindAdded, map[string]int64{"read in earlier nights": r.carried})...)
	messages.Reasons = append(messages.Reasons, pipelines.Reasons(pipelines.KindDecided, decisionCounts(r.outcome.Decisions))...)
	w.warn()

	contactsIn, err := w.run.RowCount(ctx, w.options.From.Contacts.Value)
	if err != nil {
		return nil, err
	}
	contactsOut, err := w.run.RowCount(ctx, w.options.Makes.Contacts.Value)
	if err != nil {
		return nil, err
	}
	contacts := pipelines.Account{Subject: w.options.Makes.Contacts.Value, In: contactsIn, Out: contactsOut}
	contacts.Reasons = pipelines.Reasons(pipelines.KindChanged, w.changes())
	return []pipelines.Account{messages, contacts}, nil
}

// changes counts contacts by what was changed on them.
func (w *work) changes() map[string]int64 {
	counts := map[string]int64{}
	for _, s := range w.results.outcome.States {
		for word, is := range map[string]bool{
			"address updated": s.Moved > 0, "undeliverable": s.Status == returnpolicy.StatusUndeliverable, "held": s.Status == returnpolicy.StatusHeld,
			"do not mail": s.DoNotMail, "deceased": s.Deceased, "no e-mail": s.StopEmail,
		} {
			if is {
				counts[word]++
			}
		}
	}
	return counts
}

// warn names feeds that are probably read wrongly.
func (w *work) warn() {
	r := w.results
	rows, unknown, mistyped, unknownCodes := map[int]int{}, map[int]int{}, map[int]int{}, map[int]int{}
	for i, x := range r.returns {
		rows[x.Feed]++
		switch r.outcome.Decisions[i].Because {
		case returnpolicy.UnknownPiece:
			unknown[x.Feed]++
		case returnpolicy.BadCheckDigit:
			mistyped[x.Feed]++
		}
		if x.Reason == returncode.Unknown {
			unknownCodes[x.Feed]++
		}
	}
	var feeds []int
	for f := range rows {
		feeds = append(feeds, f)
	}
	slices.Sort(feeds)
	for _, f := range feeds {
		if f >= len(w.options.From.Feedback) {
			continue
		}
		fb := w.options.From.Feedback[f]
		if misread(rows[f], unknown[f], mistyped[f]) {
			w.run.Warn("unknown_pieces", fmt.Sprintf("%d of %d rows of %s name no known piece; is a mail file missing under pieces, or the wrong column read as piece_id?", unknown[f]+mistyped[f], rows[f], fb.Table.Value))
		}
		if n := unknownCodes[f]; n >= suspiciousRows && n*suspiciousShare > rows[f] {
			w.run.Warn("unknown_codes", fmt.Sprintf("%d of %d rows of %s hold a code that %s does not know; is it the right code table?", n, rows[f], fb.Table.Value, fb.Codes.Value))
		}
	}
}
