// Package jobs is WHEN and WHETHER a run happens: one
// execution of a job with its timeout and retries, the record of it, and the
// scheduler that turns cron text into occurrences.
//
// # One execution (Runner.Run)
//
//  1. Record the start in the ledger; a run that was killed is found here.
//  2. Wait for the inputs that wait_for: names, until its time of day, if that is
//     still to come. Waiting is no part of the timeout.
//  3. Execute the job's pipelines, under the job's timeout.
//  4. A failed attempt is tried again after a pause that doubles, as often as
//     the job allows. A bad project, failed checks, late inputs and a
//     cancellation are final at once: trying again would not change them.
//  5. Record the end: status, exit code, steps, accounts, files, checks.
//
// Then the run is announced (Announcer): metrics, lineage, mail. What goes wrong
// with that changes nothing of the run.
//
// Each run writes one log of its own, .kartoteka/runs/RUN/log.jsonl: a JSON object
// a line, with the run, the step, counts and codes, never a value of a record. The
// newest 200 run directories stay.
//
// A panic of a step is a failed attempt, never the end of the process.
//
// # Occurrences (Scheduler)
//
// The tick comes once a minute and carries no meaning. Each tick compares every
// job's schedule with the newest occurrence in the ledger; what is due becomes a
// row, queued or skipped with a reason, and one worker executes what is queued,
// oldest first. So a machine that slept, a clock that jumped and a scheduler
// that was down look alike, and every planned occurrence ends as a row.
//
//   - missed: occurrences that no tick saw in time are all run, the latest only,
//     or skipped; max_age skips what is older.
//   - overlap: while a run of the same job waits or goes on, a new occurrence is
//     skipped, queued, or cancels the one that goes on.
//
// # Not guaranteed
//
// A job that the ledger has never seen is due from the start of the scheduler
// on, not before. Of a very long absence the newest 1,000 occurrences of a job
// are recorded. Two jobs of one project never run at the same time; a run that
// waits for its inputs holds the others up.
package jobs
