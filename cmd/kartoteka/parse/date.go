package parse

import (
	"errors"
	"io"
	"strings"

	"kartoteka/pipelines/kernel/dates"
)

func dateReader() Reader {
	return Reader{
		Kind:    "date",
		Columns: texts("status", "date", "time", "precision", "or_date", "form", "codes"),
		Meaning: meaning("birth_date"),
		Short:   "Read dates in any shape that sources mix",
		Long: `Read dates in any shape that sources mix: ISO, day first, month first, names of
months, Roman months, two-digit years, day numbers of spreadsheets, with times.

status is ok, ambiguous (or_date is the other possible day), incomplete (a month or
a year), placeholder, impossible (no day of the calendar), invalid or missing. form
is the shape in the words of format: in a pipeline. What 05/03/2024 means is decided
by the column of a file as a whole, if any date in it shows the order; else the day
stands first, for --country US the month. Two-digit years end with 2029.`,
		Example: `  kartoteka parse date "3 V 1980" "May 3rd, 1980" 29344 05/03/2024
  kartoteka parse date --file crm.csv --column "Data ur." --output csv`,
		read: readDate,
	}
}

func readDate(t *Tools, r *Reading, lines []string, country string) {
	o := dates.Options{Order: t.DateOrder, Known: t.DateKnown, Words: t.Words}
	if !t.DateKnown && country == "US" {
		o.Order = dates.MonthFirst
	}
	d := dates.Read(strings.Join(lines, " "), o)
	r.put(string(d.Status), d.Day(), d.Time(), d.Precision(), d.OtherDay(), d.Form, strings.Join(d.Codes, " "))
	r.tell()
	r.Title, r.Bad = d.Day(), d.Status != dates.StatusOK
}

// LearnDates reads a whole source to find out in which order its dates are written.
func LearnDates(source Source, columns []int, t *Tools) error {
	var seen dates.Evidence
	for {
		chunk, err := source.Next()
		if errors.Is(err, io.EOF) {
			t.DateOrder, t.DateKnown = seen.Order()
			return nil
		}
		if err != nil {
			return err
		}
		for _, record := range chunk() {
			if record.Faults != nil {
				continue
			}
			for _, c := range columns {
				seen.Add(record.Cells[c])
			}
		}
	}
}
