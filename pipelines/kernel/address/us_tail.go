package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// usTail takes ZIP, state and city off the end of the text.
func (w *work) usTail() {
	end := len(w.toks)
	for end > 0 && w.toks[end-1].used {
		end--
	}
	end, zip := w.usTailZip(end)
	zipSeg := end
	end, state := w.usTailState(end, zip)
	w.take(tagger.State, end, zipSeg)
	if w.in.City != "" || end == 0 {
		return
	}
	if !zip && !state && w.a.Postcode == "" && !w.manySegments(end) {
		return
	}
	w.usCity(end)
}

func (w *work) manySegments(end int) bool { return end > 0 && w.toks[0].seg != w.toks[end-1].seg }

func (w *work) usTailZip(end int) (int, bool) {
	if end == 0 {
		return end, false
	}
	f := w.toks[end-1].f
	if end > 1 && len(f) == 4 && allDigits(f) && zip5(w.toks[end-2].f) && w.toks[end-2].seg == w.toks[end-1].seg && len(w.toks[end-2].f) == 5 {
		w.usSetZip(w.toks[end-2].f+"-"+f, "hyphen_added")
		w.take(tagger.Postcode, end-2, end)
		return end - 2, true
	}
	zip, code := usZip(f)
	ok := zip5(f) || zip != "" && code != "zero_restored" && isDigit(firstByte(f)) && len(f) >= 5
	if !ok && zip != "" && len(f) >= 4 && (len(f) == 4 || len(f) == 9) {
		ok = end > 1 && stateCode(w.toks[end-2].f) != "" // "Boston MA 2139"
	}
	if !ok || end == 1 && w.in.City != "" || end > 1 && usUnit(w.toks[end-2].f) != "" && stateCode(w.toks[end-2].f) == "" {
		return end, false
	}
	if !zip5(f) || w.a.Postcode == "" || w.a.Postcode[:min(5, len(w.a.Postcode))] == zip[:5] || end > 1 && w.stateEndsAt(end-1) {
		if end == 1 && len(w.toks) > 1 {
			return end, false
		}
		w.usSetZip(zip, code)
		w.take(tagger.Postcode, end-1, end)
		return end - 1, true
	}
	return end, false
}

func (w *work) usSetZip(zip, code string) {
	if w.a.Postcode != "" {
		if w.a.Postcode[:min(5, len(w.a.Postcode))] != zip[:5] {
			w.code("postcode", "two_values")
			w.a.Unparsed = strings.TrimSpace(w.a.Unparsed + " " + zip)
		}
		return
	}
	w.a.Postcode = zip
	if code != "" {
		w.code("postcode", code)
	}
}

// usTailState takes the state before position end. A name that would leave no city
// beside the ZIP ("New York 10036") is the city.
func (w *work) usTailState(end int, zip bool) (int, bool) {
	for n := min(3, end); n >= 1; n-- {
		from := end - n
		if w.toks[from].seg != w.toks[end-1].seg {
			continue
		}
		f := joinFolded(w.toks[from:end])
		code := stateCode(f)
		if code == "" {
			continue
		}
		start, _ := w.segment(from)
		if n == 1 && len(f) == 2 {
			if from > 0 && f == "fl" && !zip && (ordinal(w.toks[from-1].f) || spelledOrdinal(w.toks[from-1].f)) {
				continue // "6th Fl"
			}
			if !zip && (from == 0 || len(w.toks[from].text) != 2 && !w.toks[from].dot()) {
				continue
			}
			if !zip && from > 0 && w.in.City != "" && start == 0 {
				continue // street column: "Avenue E", "Main St NE"
			}
			if !zip && direction(f) != "" && start == 0 {
				continue
			}
		} else if from == start && (start == 0 || !w.cityBefore(start)) || w.in.City != "" && start == 0 {
			continue
		}
		if w.a.Region == "" || stateCode(fold.ASCII(w.a.Region)) == "" {
			w.a.Region = code
		}
		if len(f) > 2 {
			w.code("region", "abbreviated")
		}
		return from, true
	}
	return end, false
}

// cityBefore reports whether the segment before token i could be a city: words
// without digits.
func (w *work) cityBefore(i int) bool {
	from, to := w.segment(i - 1)
	if from == 0 {
		return false
	}
	return !digitsIn(w.toks[from:to]) && usUnit(w.toks[from].f) == ""
}
