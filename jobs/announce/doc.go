// Package announce tells what a run did to whoever did not watch it: people by
// e-mail, a monitoring system by metrics, a catalogue by lineage events.
//
// # Goal
//
// A run ends in the ledger. Everything here is made from plain values of the
// ledger and the project; the package reads no database and no clock.
//
// # What goes out
//
//  1. Mail: Events names what happened, Recipients finds who asked for it, Compose
//     writes one plain letter in the project's language, Post hands it to the
//     project's mail server, one message for each address.
//  2. Metrics: one text file that a Prometheus node exporter picks up. It speaks of
//     every job, so it is made from the ledger and not from the run alone.
//  3. Lineage: OpenLineage events (spec 2-0-2), one a line: START, then COMPLETE,
//     FAIL or, when cancelled, ABORT. The project is the namespace; a source file
//     is named by its path in it, a published table by its name.
//
// # Rules
//
//   - An announcement never changes how a run ended. Every function gives its
//     error back; the caller tells it as a warning.
//   - The same run gives the same letter, byte for byte.
//   - No personal data: texts come from the ledger, which holds columns, files
//     and counts. Errors of a mail server are told without addresses, and the
//     password of the server appears nowhere.
//
// # The connection to a mail server
//
// STARTTLS is used wherever it is offered, and demanded on port 587 and wherever
// a password is sent; port 465 speaks TLS from the start. Certificates are
// verified. A server on this machine (loopback) is the exception: TLS is never
// demanded of it and its certificate not verified, because a local relay holds a
// self-made one and nobody stands between.
//
// # Not guaranteed
//
// Delivery: a server that does not answer within the time given is not asked
// again. A process that was killed announces nothing; its run is found
// interrupted by the next one, which then counts as a recovery.
package announce
