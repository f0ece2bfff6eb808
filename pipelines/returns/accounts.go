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

// A feed of which more than a fifth, and at least this many rows, name unknown pieces or carry unknown codes is
// probably read wrongly.
const (
	suspiciousRows  = 20
	suspiciousShare = 5
)

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
	rows, unknownPieces, unknownCodes := map[int]int{}, map[int]int{}, map[int]int{}
	for i, x := range r.returns {
		rows[x.Feed]++
		if d := r.outcome.Decisions[i]; d.Because == returnpolicy.UnknownPiece || d.Because == returnpolicy.BadCheckDigit {
			unknownPieces[x.Feed]++
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
		if n := unknownPieces[f]; n >= suspiciousRows && n*suspiciousShare > rows[f] {
			w.run.Warn("unknown_pieces", fmt.Sprintf("%d of %d rows of %s name no known piece; is a mail file missing under pieces, or the wrong column read as piece_id?", n, rows[f], fb.Table.Value))
		}
		if n := unknownCodes[f]; n >= suspiciousRows && n*suspiciousShare > rows[f] {
			w.run.Warn("unknown_codes", fmt.Sprintf("%d of %d rows of %s hold a code that %s does not know; is it the right code table?", n, rows[f], fb.Table.Value, fb.Codes.Value))
		}
	}
}
