package schedule

import (
	"math/bits"
	"strings"
)

// Cron is a parsed cron text: for each field the set of values it allows.
type Cron struct {
	text                           string
	minute, hour, day, month, week set
	special                        days // L and #
	dayIsStar, weekIsStar          bool
	elapsed                        bool // the hours are all of them, or every nth: time that passes, not a wall time
}

// set holds small integers, one per bit.
type set uint64

func (s set) has(v int) bool { return s&(1<<uint(v)) != 0 }
func (s set) count() int     { return bits.OnesCount64(uint64(s)) }

// from gives the smallest member that is at least v, or -1.
func (s set) from(v int) int {
	rest := uint64(s) >> uint(v)
	if v > 63 || rest == 0 {
		return -1
	}
	return v + bits.TrailingZeros64(rest)
}

// ParseCron reads the five fields of a cron text. The error is an *Error.
func ParseCron(text string) (Cron, error) {
	words, err := split(text)
	if err != nil {
		return Cron{}, err
	}
	c := Cron{text: text}
	sets := []*set{&c.minute, &c.hour, &c.day, &c.month, &c.week}
	for i, f := range fields() {
		p := fieldParser{field: f, cron: text, word: words[i], special: &c.special}
		if *sets[i], err = p.parse(); err != nil {
			return Cron{}, err
		}
	}
	if c.week.has(7) { // 7 is a second name of Sunday
		c.week = c.week&^(1<<7) | 1
	}
	c.dayIsStar = strings.HasPrefix(words[2].text, "*")
	c.weekIsStar = strings.HasPrefix(words[4].text, "*")
	c.elapsed = c.hour.count() == 24 || strings.Contains(words[1].text, "/")
	return c, c.checkDates(words[2])
}

// word is one blank-separated part of the text, with its byte offset.
type word struct {
	text string
	at   int
}

func split(text string) ([]word, error) {
	var words []word
	for at := 0; at < len(text); {
		if text[at] == ' ' || text[at] == '\t' {
			at++
			continue
		}
		end := at
		for end < len(text) && text[end] != ' ' && text[end] != '\t' {
			end++
		}
		words = append(words, word{text[at:end], at})
		at = end
	}
	fail := func(w word, what, instead string) ([]word, error) {
		return nil, &Error{Cron: text, Offset: w.at, Length: len(w.text), What: what, Instead: instead}
	}
	if len(words) == 0 {
		return fail(word{text: text}, "the cron text is empty", `write five fields, such as "30 2 * * *"`)
	}
	first := words[0]
	switch {
	case strings.HasPrefix(first.text, "TZ=") || strings.HasPrefix(first.text, "CRON_TZ="):
		return fail(first, "a time zone does not belong in the cron text", "write it in time_zone")
	case strings.HasPrefix(first.text, "@"):
		fields, known := macro(first.text)
		if !known {
			return fail(first, "the name "+first.text+" is not known", "write @hourly, @daily, @weekly, @monthly, @yearly, or five fields")
		}
		if len(words) > 1 {
			return fail(words[1], "nothing may follow "+first.text, "remove it")
		}
		return split(fields)
	case len(words) == 6:
		return fail(words[0], "six fields; seconds are not known", "write five: minute, hour, day, month, day of week")
	case len(words) > 5:
		return fail(words[5], "more than five fields", "write five: minute, hour, day, month, day of week")
	case len(words) < 5:
		missing := fields()[len(words)].name
		return fail(word{at: len(text)}, "the field "+missing+" is missing", "write five: minute, hour, day, month, day of week")
	}
	return words, nil
}

// macro gives the five fields that a name stands for.
func macro(name string) (string, bool) {
	switch strings.ToLower(name) {
	case "@hourly":
		return "0 * * * *", true
	case "@daily", "@midnight":
		return "0 0 * * *", true
	case "@weekly":
		return "0 0 * * 0", true
	case "@monthly":
		return "0 0 1 * *", true
	case "@yearly", "@annually":
		return "0 0 1 1 *", true
	}
	return "", false
}

// checkDates refuses a day of month that none of the allowed months has.
func (c Cron) checkDates(w word) error {
	if c.dayIsStar {
		return nil
	}
	first, back := c.day.from(1), c.special.fromEnd.from(0)
	for month, length := range [...]int{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31} {
		if month > 0 && c.month.has(month) && (first > 0 && first <= length || back >= 0 && back < length) {
			return nil
		}
	}
	return &Error{Cron: c.text, Offset: w.at, Length: len(w.text),
		What: "there is no such day in the months given", Instead: "write a day that the month has"}
}
