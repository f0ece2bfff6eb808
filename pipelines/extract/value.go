package extract

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"kartoteka/pipelines/extract/read"
	"kartoteka/pipelines/kernel/amount"
	"kartoteka/pipelines/kernel/dates"
	"kartoteka/pipelines/kernel/empty"
)

// value is what a column of one row becomes: NULL, text, or a number (days
// since 1970, microseconds since 1970, units of the decimal).
type value struct {
	set  bool
	text string
	n    int64
	day  int64 // of a timestamp, in its zone
}

// fault says why a value cannot be: the kind of fault, "" when it can.
type fault string

const (
	noFault          fault = ""
	impossibleDate   fault = "impossible date"
	impossibleAmount fault = "impossible amount"
	unclearAmount    fault = "unclear amount"
	impossibleNumber fault = "impossible number"
)

// parse turns text into the column's type.
func (m *mapper) parse(c *column, text string, kind read.Kind) (value, fault) {
	if text == "" {
		return value{}, noFault
	}
	switch c.kind {
	case typeDate, typeTimestamp:
		return m.date(c, text, kind)
	case typeDecimal:
		return m.decimal(c, text, kind)
	case typeInteger:
		n, err := strconv.ParseInt(text, 10, 32)
		if err != nil {
			return m.notKnown(empty.Text, text, impossibleNumber)
		}
		return value{set: true, n: n}, noFault
	case typeMonth:
		month, err := m.month(c, text)
		if err != nil {
			return m.notKnown(empty.Date, text, impossibleDate)
		}
		return value{set: true, text: month}, noFault
	}
	return value{set: true, text: text}, noFault
}

// notKnown is NULL for words that mean "not known", else the fault.
func (m *mapper) notKnown(kind empty.Kind, text string, why fault) (value, fault) {
	if m.step.empty.Is(kind, text) {
		return value{}, noFault
	}
	return value{}, why
}

func (m *mapper) month(c *column, text string) (string, error) {
	if c.field.format == nil {
		return dates.Month(text)
	}
	v, err := c.field.format.Parse(text)
	if err != nil {
		return "", err
	}
	return v.Date().Format("2006-01"), nil
}

func (m *mapper) date(c *column, text string, kind read.Kind) (value, fault) {
	v, err := m.written(c, text, kind)
	if err != nil {
		return m.notKnown(empty.Date, text, impossibleDate)
	}
	day := v.Date()
	if dates.Placeholder(day) || (m.step.ownEmpty && m.step.empty.Is(empty.Date, text)) {
		return value{}, noFault
	}
	zone := m.step.zone
	if c.field.zone != nil {
		zone = c.field.zone
	}
	if c.kind == typeDate {
		if v.HasZone && v.Offset == 0 && v.HasTime {
			day = civil(v.Instant(zone).In(zone))
		}
		return value{set: true, n: days(day)}, noFault
	}
	at := v.Instant(zone)
	if v.HasZone {
		day = civil(at.In(zone))
	}
	return value{set: true, n: at.UnixMicro(), day: days(day)}, noFault
}

// written reads a date: a workbook's day number, the ISO text of a typed file,
// the declared format, or a usual shape.
func (m *mapper) written(c *column, text string, kind read.Kind) (dates.Value, error) {
	switch {
	case kind == read.Number:
		if at, ok := m.serial(text); ok {
			return dates.Value{Year: at.Year(), Month: int(at.Month()), Day: at.Day(), Hour: at.Hour(), Minute: at.Minute(), Second: at.Second(), HasTime: true}, nil
		}
	case kind == read.Date || kind == read.Timestamp:
		return dates.Parse(text, dates.DayFirst)
	}
	if c.field.format != nil {
		return c.field.format.Parse(text)
	}
	return dates.Parse(text, dates.DayFirst)
}

func civil(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// days counts days since 1970.
func days(t time.Time) int64 {
	s := t.Unix()
	if s < 0 {
		s -= 86399
	}
	return s / 86400
}

func (m *mapper) decimal(c *column, text string, kind read.Kind) (value, fault) {
	sign := c.field.decimal
	if kind == read.Number {
		sign = '.'
	}
	n, err := amount.Parse(text, sign, c.scale)
	switch {
	case err == nil:
		return value{set: true, n: n}, noFault
	case errors.Is(err, amount.ErrAmbiguous):
		return value{}, unclearAmount
	}
	return m.notKnown(empty.Text, text, impossibleAmount)
}

// reason words a fault of a column; it names the columns of the file, never
// what stands in them.
func (c *column) reason(why fault) string {
	var from []string
	for _, r := range c.field.all() {
		from = append(from, r.name)
	}
	s := string(why) + ": " + c.name + " (" + strings.Join(from, ", ") + ")"
	if why == unclearAmount {
		s += `, write decimal: "," or decimal: "."`
	}
	return s
}
