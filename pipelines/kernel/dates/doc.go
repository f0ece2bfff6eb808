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
//     MonthFirst is asked for), day + month + year with the month's Polish, English
//     or German name or its Roman number, in any order, with a weekday in front,
//     each with an optional time of day and zone.
//  3. Every result is checked against the calendar: 31.02 is ErrImpossible,
//     a shape that nobody knows is ErrUnknown.
//  4. Read understands more, for columns of which nothing is declared: two-digit
//     years (the hundred years up to 2029), dates without separators, day numbers of
//     spreadsheets, Unix times, months and years alone, labels in front. It says what
//     is unsure instead of guessing: a second possible day makes it ambiguous.
//  5. Evidence looks at a whole column: one 25/03/2024 tells that 05/03/2024 is in
//     March there. Where both orders are seen, one must be twenty times as frequent.
//
// # Codes of Read
//
//	day_and_month_unsure  05/03/2024   ambiguous; Other is 2024-05-03
//	only_possible_order   05/13/2024   there is no month 13
//	two_digit_year        05.03.80     1980
//	without_separators    03051980     1980-05-03
//	spreadsheet_day       29344        1980-05-03
//	unix_time             1709596800   2024-03-05
//	epoch_day             1970-01-01   a placeholder
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
// For Parse and Layout two-digit years mean 1930-2029 and need a declared format, and
// an undeclared 05/03/2024 is read day first and marked Ambiguous. Of a person who was
// born on 1 January 1970 Read cannot tell that it is no placeholder.
package dates
