package returnpolicy

import (
	"slices"
	"strconv"

	"kartoteka/pipelines/kernel/returncode"
)

// decide decides one message against the current address of its contact (step 5).
func (r *run) decide(i int) Decision {
	x := &r.returns[i]
	s := &r.states[x.Contact]
	a := r.Actions[x.Reason]
	switch a.Kind {
	case SuppressAll:
		s.Deceased = true
		return Decision{Action: Suppressed}
	case DoNotMail:
		s.DoNotMail = true
		return Decision{Action: Suppressed}
	case StopEmail:
		s.StopEmail = true
		return Decision{Action: Suppressed}
	}
	if x.Reason == returncode.NewAddress && x.New != "" && x.New == s.Address {
		return noChange(AlreadyApplied)
	}
	if r.StalePrinted == AsNoChange && (x.Printed == "" || x.Printed != s.Address) {
		return noChange(StalePrinted)
	}
	switch a.Kind {
	case Update:
		return r.update(i)
	case MarkUndeliverable:
		return r.undeliverable(i)
	case MakeTask:
		return task(a.Task)
	case Retry:
		return noChange(RetryLater)
	}
	return r.counted(i, a)
}

// update applies the date rules of a new address and moves the contact, and with a family move the others.
func (r *run) update(i int) Decision {
	x := &r.returns[i]
	s := &r.states[x.Contact]
	if x.New == "" {
		return r.choose(r.NewAddressUnusable, NewAddressUnusable)
	}
	day, monthly := x.Effective()
	stale, same := false, false
	if monthly {
		stale, same = month(day) < month(s.Since), month(day) == month(s.Since)
	} else {
		stale = !day.After(s.Since)
	}
	if stale && r.StaleMove != Apply {
		return r.choose(r.StaleMove, StaleMove)
	}
	if same && r.SameMonth != Apply {
		return r.choose(r.SameMonth, SameMonth)
	}
	from := s.Address
	for _, c := range r.movers(x) {
		st := &r.states[c]
		r.out.Moves = append(r.out.Moves, Move{Return: i, Contact: c, From: from, To: x.New, On: day, Monthly: monthly})
		r.leave(c, st.Address)
		st.Address, st.Since, st.Status, st.Moved = x.New, day, StatusOK, len(r.out.Moves)
		r.enter(c, x.New)
	}
	return Decision{Action: AddressUpdated}
}

// choose words a rule that may be a task or no change.
func (r *run) choose(c Choice, word string) Decision {
	if c == AsTask {
		return task(word)
	}
	return noChange(word)
}

// movers lists who moves: the addressee, and with a family move those at the old address with the same surname whose
// address was told in an earlier month.
func (r *run) movers(x *Return) []int {
	who := []int{x.Contact}
	if x.MoveType != Family || r.FamilyMoves == Addressee {
		return who
	}
	day, _ := x.Effective()
	self := &r.states[x.Contact]
	for c := range r.at[self.Address] {
		o := &r.states[c]
		named := r.FamilyMoves == Everybody || self.Surname != "" && o.Surname == self.Surname
		if c != x.Contact && named && month(o.Since) < month(day) {
			who = append(who, c)
		}
	}
	slices.Sort(who)
	return who
}

// undeliverable marks the current address unless an order shipped there later proves that somebody takes mail in.
func (r *run) undeliverable(i int) Decision {
	x := &r.returns[i]
	s := &r.states[x.Contact]
	if s.Status == StatusUndeliverable {
		return noChange(AlreadyMarked)
	}
	if r.EvidenceOfLife != Off && r.shipped != nil && r.shipped(x.Contact, s.Address).After(x.On) {
		return r.choose(r.EvidenceOfLife, EvidenceAfterReturn)
	}
	r.mark(i, StatusUndeliverable)
	return Decision{Action: AddressUndeliverable}
}

// counted counts a soft reason per contact, address and reason.
func (r *run) counted(i int, a Action) Decision {
	x := &r.returns[i]
	s := &r.states[x.Contact]
	if s.Status == StatusUndeliverable {
		return noChange(AlreadyMarked)
	}
	others := r.count(x.Contact, s.Address, x, a.Within)
	if a.After == 0 || others+1 < a.After {
		return noChange(Counted)
	}
	if a.Then == MarkUndeliverable {
		r.mark(i, StatusUndeliverable)
		return Decision{Action: AddressUndeliverable}
	}
	if s.Status == StatusOK {
		r.mark(i, StatusHeld)
	}
	return task(Hold)
}

func (r *run) mark(i int, status string) {
	x := &r.returns[i]
	s := &r.states[x.Contact]
	s.Status = status
	r.out.Marked = append(r.out.Marked, Mark{Return: i, Contact: x.Contact, Address: s.Address, Status: status})
}

// Describe says in one line what an action does, for documentation and reports.
func (a Action) Describe() string {
	switch a.Kind {
	case MakeTask:
		return "task " + a.Task
	case Count:
		if a.After == 0 {
			return "count"
		}
		then := "hold"
		if a.Then == MarkUndeliverable {
			then = "mark_undeliverable"
		}
		return then + " after " + strconv.Itoa(a.After) + " within " + strconv.Itoa(a.Within) + " days"
	}
	return string(a.Kind)
}
