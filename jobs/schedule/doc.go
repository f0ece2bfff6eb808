// Package schedule turns a job's cron text into instants. It is pure: no clock,
// no files, no scheduler; the same text, zone and gap policy give the same
// instants for ever.
//
// # Goal
//
// A person who writes "30 2 * * *" and Europe/Warsaw means "every night at half
// past two on the wall clock, once". Clocks that are put forward or back must
// neither lose that night nor run it twice.
//
// # Steps
//
//  1. ParseCron reads five fields: minute, hour, day of month, month, day of
//     week. Each is a list of *, values, ranges and steps; months and days have
//     English three-letter names; day 7 is Sunday. L is the last day of the
//     month, L-2 two days before it, friL the last Friday, fri#2 the second one.
//     @hourly, @daily, @weekly, @monthly and @yearly stand for five fields. Every
//     refusal is an *Error with the byte offset of the offending text.
//  2. LoadZone reads the zone apart from the fields.
//  3. Next walks calendar days, never hours of elapsed time, and lists the wall
//     times of each day that the fields allow.
//  4. A wall time becomes instants. Usually one. On the night the clocks go
//     back it may be two: the first is taken. In the hour that is left out when
//     the clocks go forward it is none: Gap decides.
//  5. The earliest instant after the given one is the answer.
//
// # Elapsed hours
//
// A job whose hours are all 24 or every nth ("0 * * * *", "*/10 * * * *",
// "0 */2 * * *") means time that passes rather than a wall time: it fires in
// both passes of a repeated hour, and an hour that is left out has nothing to
// make up for.
//
// # Days
//
// When day of month and day of week are both restricted, either is enough
// ("0 6 1 * mon": the first of the month, and every Monday), as cron has always
// done. A field that begins with * is not a restriction; then both must hold.
// What falls into a gap runs at the first instant behind it, which is the same
// day, unless the gap ends at midnight (America/Nuuk): then it is 00:00.
//
// # Not guaranteed
//
// Seconds, years, @every, @reboot, W and ? are refused with a word on what to
// write instead. The time zone rules are those of the Go tzdata in use; a
// government that changes its mind needs a newer one.
//
// # Why
//
// The parser behind the tick (robfig/cron) fires twice, or not at all, in the
// hours around a change of clocks, depending on how the zone was given, and
// panics on "TZ=UTC". So the tick runs in UTC and asks this package.
package schedule
