// Package dates reads dates, timestamps and months as the files of firms write
// them, and refuses what is not a day of the calendar.
//
// # Goal
//
// One column holds 2024-03-05, the next 05.03.2024, a third 20240305 and a
// fourth "5 marca 2024". A declared format must be obeyed to the letter; an
// undeclared one is guessed only where two readings cannot both be right, and
// the reader of the result learns when they could.
//
// # How
//
//  1. Layout compiles the format words of the YAML language (yyyy yy mm dd HH
//     MM SS, mmm for a month's name, Z for a zone; everything else is literal)
//     into a Format. Format.Parse takes exactly that shape; one-digit days and
//     months are accepted next to a separator, and a time of day may follow a
//     format that names only the date.
//  2. Parse knows the usual shapes without a format: yyyy-mm-dd, yyyy.mm.dd,
//     yyyy/mm/dd, yyyymmdd, dd.mm.yyyy, dd-mm-yyyy, dd/mm/yyyy (mm/dd/yyyy when
//     MonthFirst is asked for), day + Polish or English month name + year,
//     each with an optional time of day and zone.
//  3. Every result is checked against the calendar: 31.02 is ErrImpossible,
//     a shape that nobody knows is ErrUnknown.
//
// # Outputs
//
// A date is a time.Time at UTC midnight. A timestamp is an instant in UTC: a
// written zone counts, otherwise the given location. A wall-clock time that
// occurs twice (end of summer time) is the earlier instant; one that does not
// exist is moved forward by the gap. A month is text, "2024-03".
//
// # Not guaranteed
//
// Two-digit years mean 1930-2029 and need a declared format. An undeclared
// 05/03/2024 is read day first and marked Ambiguous.
package dates
