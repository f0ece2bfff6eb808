package announce

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"kartoteka/jobs/history"
)

// words are the letter's words in one language. A count has three forms, as in
// 1 wiersz, 2 wiersze, 5 wierszy; English uses the first two.
type words struct {
	status    map[history.Status]string // short: for the subject
	said      map[history.Status]string // a sentence with the job and the project
	recovered string                    // short, of a run after a bad one
	again     string                    // its sentence
	withWarn  string                    // what a recovery with warnings adds to the short form
	run, asOf, started, took,
	why, seen, checks, warnings, steps, next string
	sees, seesStill, seesNothing      string
	in, added, out, rejected, merged  string
	suppressed, failed, warned, ofAll string
	issues, isNew, fixed              string
	known, accepted                   string
	more, showNext, runNext           string
	tables, rows                      [3]string
	thousands                         string
	groupFrom                         int // digits from which thousands stand apart
}

func english() words {
	return words{
		status: map[history.Status]string{history.OK: "all is well", history.Warnings: "published, with warnings",
			history.Failed: "failed", history.BadProject: "not run, the project has mistakes", history.ChecksFailed: "stopped by its checks",
			history.Late: "an input is late", history.Cancelled: "cancelled"},
		said: map[history.Status]string{history.OK: "The job %s of %s ran well.", history.Warnings: "The job %s of %s published its tables, but something wants a look.",
			history.Failed: "The job %s of %s failed.", history.BadProject: "The job %s of %s was not run: the project has mistakes.",
			history.ChecksFailed: "The job %s of %s was stopped by its checks.", history.Late: "The job %s of %s did not run: an input is missing or late.",
			history.Cancelled: "The job %s of %s was cancelled."},
		recovered: "well again", again: "It runs well again; the run before (%s, as of %s) did not.", withWarn: "with warnings",
		run: "run", asOf: "as of", started: "started", took: "took",
		why: "Why", seen: "What BI sees", checks: "Checks", warnings: "Warnings", steps: "Steps", next: "Next",
		sees: "%s with %s as of %s, in %s.", seesStill: "Nothing was published. BI still sees the tables as of %s (run %s), in %s.",
		seesNothing: "Nothing was published. BI has no tables yet.",
		in:          "%s in", added: "%s added", out: "%s out", rejected: "%s rejected", merged: "%s merged", suppressed: "%s suppressed",
		failed: "failed", warned: "warned", ofAll: "%s of %s", more: "and %s more",
		issues: "Issues", isNew: "%s new", fixed: "%s fixed", known: "%s known", accepted: "%s accepted",
		showNext: "every step, file and check of this run", runNext: "run it again when this is put right",
		tables: [3]string{"table", "tables", "tables"}, rows: [3]string{"row", "rows", "rows"}, thousands: ",", groupFrom: 4,
	}
}

func polish() words {
	return words{
		status: map[history.Status]string{history.OK: "wszystko w porządku", history.Warnings: "opublikowano, z ostrzeżeniami",
			history.Failed: "nie powiodło się", history.BadProject: "nie uruchomiono, w projekcie są błędy", history.ChecksFailed: "zatrzymały je kontrole",
			history.Late: "brakuje danych wejściowych", history.Cancelled: "przerwano"},
		said: map[history.Status]string{history.OK: "Zadanie %s projektu %s przebiegło dobrze.", history.Warnings: "Zadanie %s projektu %s opublikowało tabele, ale coś wymaga uwagi.",
			history.Failed: "Zadanie %s projektu %s nie powiodło się.", history.BadProject: "Zadania %s projektu %s nie uruchomiono: w projekcie są błędy.",
			history.ChecksFailed: "Zadanie %s projektu %s zatrzymały kontrole.", history.Late: "Zadanie %s projektu %s nie ruszyło: danych wejściowych brakuje albo się spóźniają.",
			history.Cancelled: "Zadanie %s projektu %s zostało przerwane."},
		recovered: "znów w porządku", again: "Znów działa; poprzedni przebieg (%s, stan na %s) się nie udał.", withWarn: "z ostrzeżeniami",
		run: "przebieg", asOf: "stan na", started: "początek", took: "trwało",
		why: "Dlaczego", seen: "Co widzi BI", checks: "Kontrole", warnings: "Ostrzeżenia", steps: "Kroki", next: "Co dalej",
		sees: "%s, %s, stan na %s, w %s.", seesStill: "Niczego nie opublikowano. BI nadal widzi tabele ze stanem na %s (przebieg %s), w %s.",
		seesNothing: "Niczego nie opublikowano. BI nie ma jeszcze żadnych tabel.",
		in:          "weszło %s", added: "dodano %s", out: "wyszło %s", rejected: "odrzucono %s", merged: "scalono %s", suppressed: "wyłączono %s",
		failed: "niespełniona", warned: "ostrzeżenie", ofAll: "%s z %s", more: "i jeszcze %s",
		issues: "Usterki", isNew: "nowe: %s", fixed: "naprawione: %s", known: "znane: %s", accepted: "przyjęte: %s",
		showNext: "każdy krok, plik i kontrola tego przebiegu", runNext: "uruchomić ponownie po naprawie",
		tables: [3]string{"tabela", "tabele", "tabel"}, rows: [3]string{"wiersz", "wiersze", "wierszy"}, thousands: "\u00a0", groupFrom: 5,
	}
}

func wordsOf(language string) words {
	if language == "pl" {
		return polish()
	}
	return english()
}

// plural is a count with the form of its noun that fits.
func (w words) plural(n int64, forms [3]string) string {
	form := forms[2]
	switch {
	case n == 1:
		form = forms[0]
	case n%10 >= 2 && n%10 <= 4 && (n%100 < 12 || n%100 > 14):
		form = forms[1]
	}
	return w.count(n) + " " + form
}

// count sets the thousands of a number apart as the language does.
func (w words) count(n int64) string {
	digits := strconv.FormatInt(n, 10)
	if len(digits) < w.groupFrom {
		return digits
	}
	var groups []string
	for len(digits) > 3 {
		groups = append([]string{digits[len(digits)-3:]}, groups...)
		digits = digits[:len(digits)-3]
	}
	return strings.Join(append([]string{digits}, groups...), w.thousands)
}

// length writes a duration in units that both languages share.
func length(d time.Duration) string {
	switch {
	case d >= time.Hour:
		return fmt.Sprintf("%d h %02d min", int(d.Hours()), int(d.Minutes())%60)
	case d >= time.Minute:
		return fmt.Sprintf("%d min %02d s", int(d.Minutes()), int(d.Seconds())%60)
	}
	return fmt.Sprintf("%d s", int(d.Round(time.Second).Seconds()))
}
