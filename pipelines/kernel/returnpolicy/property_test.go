package returnpolicy

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	rc "kartoteka/pipelines/kernel/returncode"
)

// town makes contacts and returns by chance: few addresses and days, so that everything collides.
func town(seed uint64, people, returns int) ([]Contact, []Return, Shipped) {
	rng := rand.New(rand.NewPCG(seed, 1))
	start := day("2024-01-01")
	anyDay := func() time.Time { return start.AddDate(0, 0, rng.IntN(700)) }
	address := func() string { return fmt.Sprintf("house %d", rng.IntN(people/2+1)) }
	var contacts []Contact
	for range people {
		contacts = append(contacts, Contact{Address: address(), Since: anyDay(), Surname: fmt.Sprint("s", rng.IntN(4))})
	}
	var all []Return
	reasons := rc.Reasons()
	for i := range returns {
		c := rng.IntN(people)
		r := Return{
			Batch: 1 + rng.IntN(3), Feed: rng.IntN(3), File: "f", Row: int64(i + 1), Carrier: "c",
			Piece: fmt.Sprint("P", c, "-", rng.IntN(3)), Contact: c, Reason: reasons[rng.IntN(len(reasons))], On: anyDay(), Printed: contacts[c].Address,
		}
		switch r.Reason {
		case rc.NewAddress:
			r.New = address()
			r.MoveType = []MoveType{"", Individual, Family}[rng.IntN(3)]
			if rng.IntN(2) == 0 {
				r.Month = anyDay()
			}
		case rc.BounceHard, rc.BounceSoft, rc.Complaint:
			r.Email, r.Address = true, fmt.Sprint("a", c, "@b.example")
		}
		if rng.IntN(10) == 0 {
			r.Printed = address()
		}
		if rng.IntN(40) == 0 {
			r.Reference, r.Contact = NotFound, -1
		}
		all = append(all, r)
	}
	shipped := func(c int, a string) time.Time {
		if (c+len(a))%7 == 0 {
			return day("2025-01-01")
		}
		return time.Time{}
	}
	return contacts, all, shipped
}

func TestShuffledInputDecidesTheSame(t *testing.T) {
	for seed := range uint64(40) {
		contacts, returns, shipped := town(seed, 20, 120)
		want := Default().Decide(contacts, returns, shipped)
		order := rand.New(rand.NewPCG(seed, 2)).Perm(len(returns))
		mixed := make([]Return, len(returns))
		for i, j := range order {
			mixed[i] = returns[j]
		}
		got := Default().Decide(contacts, mixed, shipped)
		for i, j := range order {
			if got.Decisions[i] != want.Decisions[j] {
				t.Fatalf("seed %d: return %d is %s, shuffled %s", seed, j, want.Decisions[j], got.Decisions[i])
			}
		}
		if !slices.EqualFunc(got.States, want.States, func(a, b State) bool { return a == b }) {
			t.Fatalf("seed %d: shuffled returns leave another state", seed)
		}
	}
}

// Reading everything again in a later batch changes nothing: every row is a duplicate or what it was.
func TestReplayChangesNothing(t *testing.T) {
	for seed := range uint64(40) {
		contacts, returns, shipped := town(seed, 20, 120)
		want := Default().Decide(contacts, returns, shipped)
		twice := slices.Clone(returns)
		for _, r := range returns {
			r.Batch, r.File = 9, "again"
			twice = append(twice, r)
		}
		got := Default().Decide(contacts, twice, shipped)
		for i := range returns {
			if got.Decisions[i] != want.Decisions[i] {
				t.Fatalf("seed %d: return %d was %s, beside its replay %s", seed, i, want.Decisions[i], got.Decisions[i])
			}
			again := got.Decisions[len(returns)+i]
			if want := noChange(DuplicateRow); again != want && again != noChange(UnknownPiece) {
				t.Fatalf("seed %d: the replay of return %d is %s", seed, i, again)
			}
		}
		if !slices.Equal(got.States, want.States) || len(got.Moves) != len(want.Moves) || len(got.Bounced) != len(want.Bounced) {
			t.Fatalf("seed %d: a replay changes the state", seed)
		}
	}
}

// Starting from the corrected addresses, as when the firm's systems have taken them over, no address changes again.
func TestTakenOverAddressesStay(t *testing.T) {
	for seed := range uint64(40) {
		contacts, returns, shipped := town(seed, 20, 120)
		for i := range returns {
			returns[i].Batch = 1
		}
		p := Default()
		first := p.Decide(contacts, returns, shipped)
		taken := make([]Contact, len(contacts))
		for i, s := range first.States {
			taken[i] = s.Contact
		}
		again := p.Decide(taken, returns, shipped)
		for i, d := range again.Decisions {
			if first.Decisions[i].Action == AddressUpdated && d.Action == AddressUpdated && returns[i].New == taken[returns[i].Contact].Address {
				t.Fatalf("seed %d: return %d moves a contact to where it lives", seed, i)
			}
		}
	}
}

func FuzzDecide(f *testing.F) {
	f.Add(uint64(1), uint8(3), uint8(9))
	f.Fuzz(func(t *testing.T, seed uint64, people, returns uint8) {
		contacts, all, shipped := town(seed, int(people)+1, int(returns))
		out := Default().Decide(contacts, all, shipped)
		for i, d := range out.Decisions {
			if d.Action == "" {
				t.Fatalf("return %d has no decision", i)
			}
		}
		for _, m := range out.Moves {
			if m.To == "" || m.From == m.To {
				t.Fatalf("a move from %q to %q", m.From, m.To)
			}
		}
	})
}

func BenchmarkDecide(b *testing.B) {
	contacts, returns, shipped := town(7, 2000, 10000)
	p := Default()
	b.ReportAllocs()
	for b.Loop() {
		p.Decide(contacts, returns, shipped)
	}
	b.ReportMetric(float64(len(returns))*float64(b.N)/b.Elapsed().Seconds(), "returns/s")
}
