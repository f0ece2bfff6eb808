package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// parseGB reads British (and Irish) addresses: the postcode last, the post town
// before it, flat and house number in front.
func (w *work) parseGB() {
	w.a.Rule = "gb:empty"
	w.a.Unit, w.a.UnitType = unitColumn(w.in.Unit)
	w.a.Region, w.a.City = w.in.Region, properName(w.in.City, "GB")
	if w.in.Postcode != "" {
		if w.a.Postcode = gbPostcode(fold.ASCII(w.in.Postcode)); w.a.Postcode == "" {
			w.a.Postcode = strings.ToUpper(w.in.Postcode)
			if w.a.Country == "GB" {
				w.code("postcode", "invalid")
			}
		} else if w.a.Postcode != w.in.Postcode {
			w.code("postcode", "normalized")
		}
	}
	w.gbPostcodeInText()
	w.gbUnit()
	w.genericBox()
	w.gbCity()
	w.gbStreet()
	w.gbLocality()
	w.plRest()
}

// gbLocality takes what stands between street and post town.
func (w *work) gbLocality() {
	if w.a.Street == "" || w.a.DependentLocality != "" {
		return
	}
	w.runs(func(from, to int) bool {
		if !w.afterDelivery(from) || digitsIn(w.toks[from:to]) {
			return true
		}
		w.a.DependentLocality = w.name(from, to)
		w.take(tagger.Suburb, from, to)
		return false
	})
}

// gbPostcode reads folded text as a British postcode and writes it with one blank
// before the inward code (TN20 6QZ), or gives "".
func gbPostcode(f string) string {
	k := strings.ReplaceAll(strings.ReplaceAll(f, " ", ""), "-", "")
	n := len(k)
	if n < 5 || n > 7 || !isLetter(k[0]) || !isLetter(k[n-1]) || !isLetter(k[n-2]) || !isDigit(k[n-3]) {
		return ""
	}
	out := k[:n-3]
	i := 1
	if isLetter(out[1]) {
		i = 2
	}
	if i >= len(out) || !isDigit(out[i]) || len(out)-i > 2 {
		return ""
	}
	if len(out)-i == 2 && !isDigit(out[i+1]) && !isLetter(out[i+1]) {
		return ""
	}
	return strings.ToUpper(out + " " + k[n-3:])
}

func (w *work) gbPostcodeInText() {
	for i := len(w.toks) - 1; i >= 0; i-- {
		if w.toks[i].used {
			continue
		}
		n, pc := 1, gbPostcode(w.toks[i].f)
		if pc == "" && i > 0 && w.toks[i-1].seg == w.toks[i].seg && len(w.toks[i].f) == 3 {
			if pc = gbPostcode(w.toks[i-1].f + w.toks[i].f); pc != "" {
				n, i = 2, i-1
			}
		}
		if pc == "" {
			continue
		}
		if w.a.Postcode == "" {
			w.a.Postcode = pc
		} else if w.a.Postcode != pc {
			w.code("postcode", "two_values")
			w.a.Unparsed = strings.TrimSpace(w.a.Unparsed + " " + pc)
		}
		w.take(tagger.Postcode, i, i+n)
		return
	}
}

func (w *work) gbUnit() {
	for i := range w.toks {
		f := w.f(i)
		if g := w.near(i+1, i); misspelt(f, "flat") != "" && hasDigit(g) && (i == 0 || w.toks[i-1].seg != w.toks[i].seg) {
			f = "flat"
			w.code("unit", "spelling_corrected")
		}
		if g := w.near(i+1, i); (g == "floor" || g == "fl") && ordinal(f) {
			w.a.Level = strings.TrimRight(f, "stndrh")
			w.take(tagger.Level, i, i+2)
			continue
		}
		switch f {
		case "flat", "apartment", "apt", "unit", "room", "suite":
			if g := w.near(i+1, i); (hasDigit(g) || len(g) == 1) && w.a.Unit == "" {
				w.a.Unit, w.a.UnitType = upperNumber(g), "flat"
				if f != "flat" {
					w.a.UnitType = f
				}
				w.take(tagger.Unit, i, i+2)
			}
		}
	}
}

// gbCity takes the last segment without digits as the post town, a county after
// it as the region; without a comma the town follows the street word.
func (w *work) gbCity() {
	if w.a.City != "" {
		return
	}
	for pass := 0; pass < 2; pass++ {
		last, count := -1, 0
		w.runs(func(from, to int) bool { last, count = from, count+1; return true })
		if last < 0 {
			return
		}
		to := w.run(last)
		if pass == 0 && count > 2 && gbCounty(joinFolded(w.toks[last:to])) {
			w.a.Region = w.name(last, to)
			w.take(tagger.City, last, to)
			continue
		}
		if (count > 1 || !digitsIn(w.toks[last:to]) && !gbStreetWord(w.toks[to-1].f) && w.in.Street == "") && !hasDigit(w.toks[last].f) {
			w.a.City = w.name(last, to)
			w.take(tagger.City, last, to)
			return
		}
		if i := w.streetWordEnd(last+1, to); i < to {
			w.a.City = w.name(i, to)
			w.take(tagger.City, i, to)
		}
		return
	}
}

// streetWordEnd gives the index after the last street word in [from, to), or to.
func (w *work) streetWordEnd(from, to int) int {
	for i := to - 2; i >= from; i-- {
		if gbStreetWord(w.toks[i].f) {
			return i + 1
		}
	}
	return to
}

func gbStreetWord(f string) bool {
	switch f {
	case "street", "st", "road", "rd", "lane", "ln", "avenue", "ave", "drive", "dr", "close", "cl", "court", "ct", "crescent", "cres", "gardens", "gdns",
		"grove", "gr", "terrace", "place", "pl", "square", "sq", "way", "walk", "mews", "row", "rise", "parade", "hill", "green", "drove",
		"view", "park", "vale", "yard", "quay", "wharf", "broadway", "boulevard", "circus", "esplanade", "promenade":
		return true
	}
	return false
}

func gbCounty(f string) bool {
	if strings.HasSuffix(f, "shire") {
		return true
	}
	switch f {
	case "kent", "essex", "surrey", "devon", "cornwall", "dorset", "somerset", "norfolk", "suffolk", "east sussex", "west sussex", "sussex",
		"cumbria", "durham", "county durham", "merseyside", "greater manchester", "tyne and wear", "west midlands", "middlesex", "greater london":
		return true
	}
	return false
}

// gbStreet reads "12 High Street"; a named house stands for the number.
func (w *work) gbStreet() {
	done := false
	w.runs(func(from, to int) bool {
		if !numberLike(w.toks[from].f) {
			return true
		}
		w.a.Rule, w.a.Confidence = "gb:street", 0.9
		w.a.HouseNumber = upperNumber(w.toks[from].f)
		w.take(tagger.HouseNumber, from, from+1)
		from++
		if from == to && w.free(to) {
			to = w.run(to)
		}
		if to-from > 1 && w.a.Unit == "" && w.a.Level == "" && allDigits(w.toks[to-1].f) && len(w.toks[to-1].f) <= 2 {
			w.a.Unit = w.toks[to-1].f // "7 Scythe Way 2"
			w.code("unit", "no_designator")
			w.take(tagger.Unit, to-1, to)
			to--
		}
		if from < to {
			w.a.Street = w.name(from, to)
			w.take(tagger.Road, from, to)
		}
		done = true
		return false
	})
	if done || w.a.POBox != "" {
		return
	}
	w.runs(func(from, to int) bool {
		if !gbStreetWord(w.toks[to-1].f) && w.in.Street == "" {
			return true
		}
		for i := from + 1; i < to; i++ { // "Rose Cottage 5 Mill Lane"
			if numberLike(w.toks[i].f) && i+1 < to {
				w.a.HouseNumber = upperNumber(w.toks[i].f)
				w.a.Street = w.name(i+1, to)
				w.take(tagger.HouseNumber, i, i+1)
				w.take(tagger.Road, i+1, to)
				w.a.Rule, w.a.Confidence = "gb:street", 0.8
				return false
			}
		}
		w.a.Street, w.a.Rule, w.a.Confidence = w.name(from, to), "gb:name-only", 0.6
		w.take(tagger.Road, from, to)
		w.gbHouseName()
		return false
	})
}

func (w *work) gbHouseName() {
	w.runs(func(from, to int) bool {
		switch w.toks[to-1].f {
		case "cottage", "house", "lodge", "farm", "barn", "villa", "hall", "mill", "court", "farmhouse", "rectory", "vicarage", "bungalow":
			if to-from > 1 {
				w.a.HouseNumber = w.name(from, to)
				w.take(tagger.HouseNumber, from, to)
				w.code("house_number", "house_name")
				return false
			}
		}
		return true
	})
}
