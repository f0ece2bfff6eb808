package main

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/catalog"
	"kartoteka/pipelines/snapshot"
)

// nightOn runs a night with a number of threads. limits.threads stands in a
// file that is part of the snapshot's id, so it is set after loading: the
// project is the same to the byte.
func (s shop) nightOn(threads int, asOf string) *snapshot.Manifest {
	s.t.Helper()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(threads))
	env := func(string) (string, bool) { return "", false }
	p, problems := config.Load(s.dir, env)
	if err := problems.Err(); err != nil {
		s.t.Fatal(err)
	}
	p.Settings.Limits.Threads = threads
	day, err := time.Parse(time.DateOnly, asOf)
	if err != nil {
		s.t.Fatal(err)
	}
	plan, problems := pipelines.NewPlan(p, p.Jobs[0], catalog.All(), pipelines.Values{AsOf: day, Env: env})
	if err := problems.Err(); err != nil {
		s.t.Fatal(err)
	}
	r := pipelines.Execute(s.t.Context(), pipelines.Request{Plan: plan, RunID: "night", Version: version, Now: time.Now})
	if r.Err != nil {
		s.t.Fatalf("%d threads: %v", threads, r.Err)
	}
	return r.Manifest
}

// TestSameBytes: the example's nights are byte for byte the same with one, two
// and four threads, in every published and carried file.
func TestSameBytes(t *testing.T) {
	var want []string
	for _, threads := range []int{1, 2, 4} {
		s := exampleShop(t)
		nights := []string{filesOf(s.nightOn(threads, "2026-03-30"))}
		if threads != 2 {
			s.newFiles()
			nights = append(nights, filesOf(s.nightOn(threads, "2026-03-31")))
		}
		if want == nil {
			want = nights
		}
		for i, got := range nights {
			if got != want[i] {
				t.Errorf("night %d with %d threads and with 1:\n%s", i+1, threads, firstDifferences(want[i], got))
			}
		}
	}
}

// newFiles is what arrives on the second day: the CRM knows a new customer, a
// new phone number of an old one, and the shop sold something.
func (s shop) newFiles() {
	s.t.Helper()
	crm := s.read("sources/crm_customers.csv")
	s.write("sources/crm_customers.csv", strings.Replace(crm, "687 233 944", "687 233 945", 1)+
		"K0109003;Przyk\xb3adowa;Irena;K;02.03.1971;ul. Zielona 4;60-123;Pozna\xf1;PL;;irena.przykladowa@example.com;30.03.2026;;T;;\r\n")
	s.write("orders/online_orders.csv", s.read("orders/online_orders.csv")+
		"WEB-1900002,2026-03-30T09:12:00,W1009001,kasia.wisniewska@example.com,Kasia,Wiśniewska,+48601234567,ul. Ogrodowa 5/2,61-821,Poznań,,PL,,PLN,20.00\n")
}

// TestNights: a repeated night changes nothing; the next one, with new files,
// keeps the customers' ids and what earlier nights learnt.
func TestNights(t *testing.T) {
	s := exampleShop(t)
	first := s.mustNight("2026-03-30")
	ids := s.rows(idsQuery)
	corrections := s.rows("SELECT count(*) FROM {corrections}")

	s.newFiles()
	second := s.mustNight("2026-03-31")
	if second.Previous != first.SnapshotID {
		t.Errorf("the second night starts from %s, not from %s", second.Previous, first.SnapshotID)
	}
	now := s.rows(idsQuery)
	if missing := without(ids, now); missing != "" {
		t.Errorf("ids that changed over night:\n%s", missing)
	}
	if fresh := without(now, ids); strings.Count(fresh, "\n") != 1 || !strings.HasPrefix(fresh, "crm|K0109003|") {
		t.Errorf("new rows:\n%s", fresh)
	}
	for query, want := range map[string]string{
		"SELECT e.event, count(*) FROM {contact_events} AS e WHERE since = DATE '2026-03-31' GROUP BY ALL": "created|1",
		"SELECT count(*) FROM {corrections}":                                                                                                                                 corrections,
		"SELECT count(*) FROM {orders} WHERE order_id = 'WEB-1900002' AND status = 'counted'":                                                                                "1",
		"SELECT c.address_line, c.source_count FROM {contacts} AS c WHERE family_name = 'Wiśniewska' AND given_name = 'Katarzyna'":                                           "ul. Ogrodowa 5/2|4",
		"SELECT p.orders, p.net_revenue FROM {contact_purchases} AS p JOIN {contacts} AS c USING (contact_id) WHERE family_name = 'Wiśniewska' AND given_name = 'Katarzyna'": "3|274.40",
	} {
		if got := s.rows(query); got != want {
			t.Errorf("%s\ngave %s, want %s", query, got, want)
		}
	}
	again := s.mustNight("2026-03-31")
	if filesOf(second) != filesOf(again) || second.SnapshotID != again.SnapshotID || again.Previous != first.SnapshotID {
		t.Errorf("the same night again:\n%s", firstDifferences(filesOf(second), filesOf(again)))
	}
}

// without gives the lines of a that b has not.
func without(a, b string) string {
	has := map[string]bool{}
	for _, line := range strings.Split(b, "\n") {
		has[line] = true
	}
	var out strings.Builder
	for _, line := range strings.Split(a, "\n") {
		if !has[line] {
			fmt.Fprintln(&out, line)
		}
	}
	return out.String()
}
