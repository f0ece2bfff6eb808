package returnpolicy

import "kartoteka/pipelines/kernel/returncode"

// conflicts takes the messages of one batch that contradict each other out of the open ones and makes them tasks
// (step 4). Current is the address before the batch.
func (r *run) conflicts(open []int) []int {
	byContact := map[int][]int{}
	for _, i := range open {
		byContact[r.returns[i].Contact] = append(byContact[r.returns[i].Contact], i)
	}
	rest := open[:0:0]
	for _, i := range open {
		d := r.conflict(i, byContact[r.returns[i].Contact])
		if d.Action == "" {
			rest = append(rest, i)
			continue
		}
		r.out.Decisions[i] = d
	}
	return rest
}

// conflict looks at one message beside all messages of its contact.
func (r *run) conflict(i int, all []int) Decision {
	x := &r.returns[i]
	newAddress, dead := false, false
	inMonth := false
	for _, j := range all {
		o := &r.returns[j]
		switch {
		case o.Reason == returncode.Deceased:
			dead = true
		case r.elsewhere(o):
			newAddress = true
			inMonth = inMonth || r.elsewhere(x) && o.New != x.New && sameMonth(o, x)
		}
	}
	if newAddress && dead && r.DeceasedAndNewAddress == AsTask {
		if x.Reason == returncode.Deceased || r.elsewhere(x) {
			return task(DeceasedAndNewAddress)
		}
		return Decision{}
	}
	if inMonth && r.TwoNewAddresses == AsTask {
		return task(TwoNewAddresses)
	}
	return Decision{}
}

// elsewhere says whether a message gives a new address that is not the current one.
func (r *run) elsewhere(x *Return) bool {
	return x.Reason == returncode.NewAddress && x.New != "" && x.New != r.states[x.Contact].Address
}

func sameMonth(a, b *Return) bool {
	ea, _ := a.Effective()
	eb, _ := b.Effective()
	return month(ea) == month(eb)
}
