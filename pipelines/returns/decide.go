package returns

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/name"
	"kartoteka/pipelines/kernel/piece"
	"kartoteka/pipelines/kernel/returncode"
	"kartoteka/pipelines/kernel/returnpolicy"
)

// results are the messages as the engine saw them and what it made of them.
type results struct {
	ids      []string // return_id per message
	returns  []returnpolicy.Return
	contacts []string // contact_id per contact of the engine
	before   []returnpolicy.Contact
	cameBack []bool
	outcome  returnpolicy.Outcome
	carried  int64
}

// decide hands all messages to the engine.
func (w *work) decide(ctx context.Context) error {
	w.results = &results{}
	index, err := w.loadContacts(ctx)
	if err != nil {
		return err
	}
	if err := w.loadMessages(ctx, index); err != nil {
		return err
	}
	same := make([]spellings, len(w.results.contacts))
	if w.options.Rules.SameAddress == "near" {
		w.results.unifyHomes()
		same = w.results.unifySpellings()
	}
	shipped, err := w.loadEvidence(ctx, index, same)
	if err != nil {
		return err
	}
	w.results.outcome = w.options.policy().Decide(w.results.before, w.results.returns, shipped)
	return ctx.Err()
}

func (w *work) loadContacts(ctx context.Context) (map[string]int, error) {
	index := map[string]int{}
	r := w.results
	err := w.db.Rows(ctx, "SELECT contact_id, address_key, address_valid_from, surname FROM "+duck.Ident(w.name.Value+"__concerned")+" ORDER BY contact_id", func(scan func(...any) error) error {
		var id string
		var address, surname sql.NullString
		var since sql.NullTime
		if err := scan(&id, &address, &since, &surname); err != nil {
			return err
		}
		index[id] = len(r.contacts)
		r.contacts = append(r.contacts, id)
		r.before = append(r.before, returnpolicy.Contact{Address: address.String, Since: since.Time.UTC(), Surname: name.SurnameKey(surname.String)})
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read contacts: %w", err)
	}
	return index, nil
}

// message is one row of found.
type message struct {
	id, feed, file, carrier, pieceRef, tracking, refSource, refKey, contact sql.NullString
	code, text, event, status, month, moveType, printed, newKey, newLine    sql.NullString
	email, piece, earlierReason                                             sql.NullString
	earlierCameBack                                                         sql.NullBool
	batch, feedNo                                                           int
	row                                                                     sql.NullInt64
	on                                                                      time.Time
	carried                                                                 bool
}

const selectMessages = `SELECT return_id, batch, feed_no, feed, source_file, source_row, carrier, piece_ref, tracking_no, ref_source, ref_key, contact_id,
	code, "text", event, status, received_on, move_month, move_type, printed_address_key, new_address_key, new_address_line, email, piece_id, carried, earlier_reason, earlier_came_back FROM `

func (w *work) loadMessages(ctx context.Context, index map[string]int) error {
	err := w.db.Rows(ctx, selectMessages+duck.Ident(w.name.Value+"__found")+" ORDER BY return_id", func(scan func(...any) error) error {
		var m message
		if err := scan(&m.id, &m.batch, &m.feedNo, &m.feed, &m.file, &m.row, &m.carrier, &m.pieceRef, &m.tracking, &m.refSource, &m.refKey, &m.contact,
			&m.code, &m.text, &m.event, &m.status, &m.on, &m.month, &m.moveType, &m.printed, &m.newKey, &m.newLine, &m.email, &m.piece, &m.carried, &m.earlierReason, &m.earlierCameBack); err != nil {
			return err
		}
		w.message(&m, index)
		return nil
	})
	if err != nil {
		return fmt.Errorf("read messages: %w", err)
	}
	return nil
}

// message turns a row into what the engine sees; rows that say nothing about a contact are only counted.
func (w *work) message(m *message, index map[string]int) {
	reason, email, cameBack, says := w.read(m)
	if !says {
		if !m.carried {
			w.silent[m.feed.String]++
		}
		return
	}
	r := returnpolicy.Return{
		Batch: m.batch, Feed: m.feedNo, File: m.file.String, Row: m.row.Int64,
		Carrier: m.carrier.String, Piece: m.pieceRef.String, Contact: -1,
		Email: email, Address: m.email.String,
		Reason: reason, On: m.on.UTC(), Month: readMonth(m.month.String), MoveType: returnpolicy.ReadMoveType(m.moveType.String),
		Printed: m.printed.String, New: m.newKey.String,
	}
	names := m.pieceRef.Valid || m.tracking.Valid
	switch {
	case !m.pieceRef.Valid && m.tracking.Valid:
		r.Piece = m.tracking.String
	case !names:
		r.Piece = m.refSource.String + ":" + m.refKey.String
		if !m.refKey.Valid {
			r.Piece = m.contact.String
		}
	}
	if names && !m.piece.Valid {
		r.Reference = returnpolicy.NotFound
		if m.pieceRef.Valid && w.options.Rules.CheckDigit == "mod10" && !piece.ValidReference(piece.Reference(m.pieceRef.String)) {
			r.Reference = returnpolicy.WrongCheckDigit
		}
	}
	if i, found := index[m.contact.String]; found && m.contact.Valid {
		r.Contact = i
	}
	if m.carried {
		w.results.carried++
	}
	w.results.ids = append(w.results.ids, m.id.String)
	w.results.returns = append(w.results.returns, r)
	w.results.cameBack = append(w.results.cameBack, m.piece.Valid && names && cameBack)
}

// read gives the reason of a message, whether it is about e-mail and whether the piece came back. A message of an earlier
// night keeps the reason it had when no feed of tonight names its code table any more.
func (w *work) read(m *message) (reason returncode.Reason, email, cameBack, says bool) {
	t := w.tables[m.carrier.String]
	if t == nil {
		reason = returncode.Reason(m.earlierReason.String)
		email = reason == returncode.BounceHard || reason == returncode.BounceSoft || reason == returncode.Complaint
		return reason, email, m.earlierCameBack.Bool, m.earlierReason.Valid
	}
	hasNew := m.newKey.Valid || m.newLine.Valid
	reason, says = t.Read(returncode.Message{Code: m.code.String, Text: m.text.String, Event: m.event.String, Status: m.status.String, NewAddress: hasNew})
	return reason, t.Channel == "email", t.CameBack(reason), says
}

func readMonth(text string) time.Time {
	t, err := time.Parse("2006-01", text)
	if err != nil {
		return time.Time{}
	}
	return t
}

func (w *work) loadEvidence(ctx context.Context, index map[string]int, same []spellings) (returnpolicy.Shipped, error) {
	type place struct {
		contact int
		address string
	}
	last := map[place]time.Time{}
	err := w.db.Rows(ctx, "SELECT contact_id, address_key, ordered_on FROM "+duck.Ident(w.name.Value+"__evidence")+" WHERE ordered_on IS NOT NULL", func(scan func(...any) error) error {
		var contact, address string
		var on time.Time
		if err := scan(&contact, &address, &on); err != nil {
			return err
		}
		if i, found := index[contact]; found {
			p := place{i, same[i].of(address)}
			if on = on.UTC(); on.After(last[p]) {
				last[p] = on
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read evidence: %w", err)
	}
	return func(contact int, address string) time.Time { return last[place{contact, address}] }, nil
}
