// Package pipelines is WHAT a run does: it turns a job's declarations into a
// Plan, executes the plan step by step on a private DuckDB, proves that every
// row is accounted for, and publishes the result as one snapshot.
//
// # Goal
//
// A run is a pure function of (previous snapshot, input files, project files,
// as_of). Execute does, in order:
//
//  1. plan: decode every step, connect tables, refuse what does not fit;
//  2. resolve inputs: every pattern, sorted, hashed; missing or late ends here;
//  3. open a private database in a fresh run directory;
//  4. run the steps; each makes its tables and an Account that must balance;
//  5. evaluate checks; a blocking one ends the run before publishing;
//  6. hand the tables to package snapshot, which stages, verifies and switches;
//  7. return a Result for the ledger, the terminal and the exit code.
//
// # A step
//
// A Spec tells everything about a step type: name, documentation, an example
// that tests run, its options struct and how to make it. A Step names the
// tables it reads (Inputs), says what it makes (Plan, without touching data)
// and does it (Run). Steps never see each other; they meet in tables.
//
// # Accounts
//
// In + Added = Out + Rejected + Merged + Suppressed, per subject. A run whose
// account does not balance fails: nobody is lost in silence.
//
// # Not guaranteed
//
// Two runs at once on one project are kept apart by the lock of the caller;
// this package does not know the clock, the schedule or the ledger.
package pipelines
