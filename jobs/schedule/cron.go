package schedule

import (
	"math/bits"
	"strings"
)

// Cron is a parsed cron text: for each field the set of values it allows.
type Cron struct {
	text                           string
	minute, hour, day, month, week set
	dayIsStar, weekIsStar          bool
}

// String gives the text as it was written.
func (c Cron) String() string { return c.text }

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
		p := fieldParser{field: f, cron: text, word: words[i]}
		if *sets[i], err = p.parse(); err != nil {
			return Cron{}, err
		}
	}
	if c.week.has(7) { // 7 is a second name of Sunday
		c.week = c.week&^(1<<7) | 1
	}
	c.dayIsStar = strings.HasPrefix(words[2].text, "*")
	c.weekIsStar = strings.HasPrefix(words[4].text, "*")
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
		return fail(first, "names such as @daily are not known", macroInstead(first.text))
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

func macroInstead(name string) string {
	switch name {
	case "@hourly":
		return `write "0 * * * *"`
	case "@daily", "@midnight":
		return `write "0 0 * * *"`
	case "@weekly":
		return `write "0 0 * * 0"`
	case "@monthly":
		return `write "0 0 1 * *"`
	case "@yearly", "@annually":
		return `write "0 0 1 1 *"`
	}
	return `write five fields, such as "30 2 * * *"`
}

// checkDates refuses a day of month that none of the allowed months has.
func (c Cron) checkDates(w word) error {
	if c.dayIsStar {
		return nil
	}
	first := c.day.from(1)
	for month, length := range [...]int{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31} {
		if month > 0 && c.month.has(month) && first <= length {
			return nil
		}
	}
	return &Error{Cron: c.text, Offset: w.at, Length: len(w.text),
		What: "there is no such day in the months given", Instead: "write a day that the month has"}
}
