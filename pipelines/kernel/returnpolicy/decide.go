package returnpolicy

import (
	"slices"
	"time"

	"kartoteka/pipelines/kernel/returncode"
)

// Shipped gives the last day on which an order of the contact was shipped to the address; zero when none was.
type Shipped func(contact int, address string) time.Time

// Decide applies the policy to all messages, batch after batch. The order of returns decides nothing: messages are
// sorted by batch and by the rules of the package; only two that agree in batch, effect, type, day, feed, file and row
// keep their order. Contacts whose address a family move may touch must be among the contacts.
func (p Policy) Decide(contacts []Contact, returns []Return, shipped Shipped) Outcome {
	run := &run{Policy: p, returns: returns, shipped: shipped, out: Outcome{Decisions: make([]Decision, len(returns))}}
	run.book = newBook(contacts, slices.ContainsFunc(returns, func(r Return) bool { return r.MoveType == Family }))
	for _, batch := range batches(returns) {
		run.batch(batch)
	}
	run.out.States = run.book.states
	return run.out
}

// run is one call of Decide.
type run struct {
	Policy
	*book
	returns []Return
	shipped Shipped
	seen    map[message]bool
	out     Outcome
}

// batches lists the indexes of the messages of each batch, batches ascending, messages as read.
func batches(returns []Return) [][]int {
	order := make([]int, len(returns))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if d := returns[a].Batch - returns[b].Batch; d != 0 {
			return d
		}
		return asRead(&returns[a], &returns[b])
	})
	var all [][]int
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && returns[order[to]].Batch == returns[order[from]].Batch {
			to++
		}
		all = append(all, order[from:to])
		from = to
	}
	return all
}

func (r *run) batch(read []int) {
	var open []int
	for _, i := range read {
		if d, done := r.first(i); done {
			r.out.Decisions[i] = d
		} else {
			open = append(open, i)
		}
	}
	open = r.conflicts(open)
	slices.SortStableFunc(open, func(a, b int) int { return compare(&r.returns[a], &r.returns[b]) })
	for _, i := range open {
		r.out.Decisions[i] = r.decide(i)
	}
}

// message is what makes two rows the same message.
type message struct {
	carrier, piece, reason, address string
	day                             time.Time
}

// first decides what does not depend on the state of the contact's address (steps 1 to 3); done is false for the rest.
func (r *run) first(i int) (d Decision, done bool) {
	x := &r.returns[i]
	switch x.Reference {
	case WrongCheckDigit:
		return noChange(BadCheckDigit), true
	case NotFound:
		return noChange(UnknownPiece), true
	}
	if r.repeated(x) && r.Duplicates != Repeat {
		return noChange(DuplicateRow), true
	}
	action := r.Actions[x.Reason]
	switch {
	case action.Kind == Ignore:
		return noChange(string(x.Reason)), true
	case x.Reason == returncode.Unknown && action.Kind == MakeTask:
		return task(action.Task), true
	case x.Contact < 0:
		return noChange(UnknownContact), true
	case x.Email:
		return r.email(i, action), true
	}
	return Decision{}, false
}

func (r *run) repeated(x *Return) bool {
	if r.seen == nil {
		r.seen = map[message]bool{}
	}
	m := message{x.Carrier, x.Piece, string(x.Reason), x.New, x.On}
	if r.seen[m] {
		return true
	}
	r.seen[m] = true
	return false
}

// email decides about an e-mail address; the postal address is not concerned.
func (r *run) email(i int, a Action) Decision {
	x := &r.returns[i]
	switch a.Kind {
	case StopEmail, DoNotMail:
		r.states[x.Contact].StopEmail = true
		return Decision{Action: Suppressed}
	case SuppressAll:
		r.states[x.Contact].Deceased = true
		return Decision{Action: Suppressed}
	case MarkUndeliverable:
		return r.bounced(i)
	case MakeTask:
		return task(a.Task)
	case Retry:
		return noChange(RetryLater)
	}
	others := r.count(x.Contact, x.Address, x, a.Within)
	if a.After == 0 || others+1 < a.After {
		return noChange(Counted)
	}
	if a.Then == MarkUndeliverable {
		return r.bounced(i)
	}
	return task(Hold)
}

func (r *run) bounced(i int) Decision {
	x := &r.returns[i]
	r.out.Bounced = append(r.out.Bounced, Bounced{Contact: x.Contact, Email: x.Address, Return: i})
	return Decision{Action: AddressUndeliverable}
}
