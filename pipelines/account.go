package pipelines

import (
	"fmt"
	"sort"
)

// Account is the conservation ledger of one step over one subject (a file for
// extract, a table for the others), in rows.
type Account struct {
	Subject    string
	In         int64
	Added      int64 // rows that were not in the input: earlier nights, second persons
	Out        int64
	Rejected   int64
	Merged     int64
	Suppressed int64
	Reasons    []Reason
}

// Reason counts rows of one account by why.
type Reason struct {
	Kind   string // rejected, merged, suppressed, added, changed, decided, warning
	Reason string
	Rows   int64
}

// Kinds of reasons that are part of the balance.
const (
	KindRejected   = "rejected"
	KindMerged     = "merged"
	KindSuppressed = "suppressed"
	KindAdded      = "added"
	KindChanged    = "changed"
	KindDecided    = "decided"
	KindWarning    = "warning"
)

// Balance is nil when In + Added = Out + Rejected + Merged + Suppressed and
// the reasons of each of those kinds, where given, add up to its figure.
func (a Account) Balance() error {
	if got, want := a.Out+a.Rejected+a.Merged+a.Suppressed, a.In+a.Added; got != want {
		return fmt.Errorf("the account of %s does not balance: %d rows in + %d added, but %d out + %d rejected + %d merged + %d suppressed",
			a.Subject, a.In, a.Added, a.Out, a.Rejected, a.Merged, a.Suppressed)
	}
	sums := map[string]int64{}
	for _, r := range a.Reasons {
		sums[r.Kind] += r.Rows
	}
	for _, k := range []struct {
		kind string
		rows int64
	}{{KindRejected, a.Rejected}, {KindMerged, a.Merged}, {KindSuppressed, a.Suppressed}, {KindAdded, a.Added}} {
		if sum, given := sums[k.kind]; given && sum != k.rows {
			return fmt.Errorf("the account of %s names %d %s rows, but its reasons add up to %d", a.Subject, k.rows, k.kind, sum)
		}
	}
	return nil
}

// sorted orders reasons by kind, rows falling, reason.
func (a Account) sorted() Account {
	a.Reasons = append([]Reason(nil), a.Reasons...)
	sort.Slice(a.Reasons, func(i, j int) bool {
		x, y := a.Reasons[i], a.Reasons[j]
		if x.Kind != y.Kind {
			return x.Kind < y.Kind
		}
		if x.Rows != y.Rows {
			return x.Rows > y.Rows
		}
		return x.Reason < y.Reason
	})
	return a
}
