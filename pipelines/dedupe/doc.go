// Package dedupe is the step that makes one contact of all rows of one person.
//
// # Goal
//
// From cleansed source rows to contacts with ids that stay the same from night
// to night, every source row accounted for, and every choice explained.
//
// # Steps
//
//  1. read.go takes the columns out of the database, canonical.go puts the rows
//     into canonical order (source, key, content), with the id that each row had in the last snapshot and the
//     entity that a known: table gives it.
//  2. link.go folds the values and asks package linkage for the clusters. settled.go
//     finds the rows that keep their contact on an incremental night.
//  3. identity.go carries ids: a contact keeps the id of the largest part of its
//     former self; new ids are a hash of the first row's key. It writes down
//     what was created, merged, split and retired.
//  4. survive.go picks, per group of fields, the row whose value stands; rule.go
//     knows the rules that have values of their own, winner.go says which rule
//     decided.
//  5. household.go joins contacts that share the fields of household:, forgiving a
//     slip in the surname and a flat left out; of two surnames at the address
//     those live together who share a telephone or an e-mail address, and a couple
//     where no third surname lives (resident.go); others are lodgers.
//     companies.go joins a firm's own contacts and the people who name it.
//  6. write*.go make the tables; source rows stream through and are not joined.
//
// further.go, written.go and decide.go add what the project says beside the
// fields of people: columns to compare, values as they were written, decided
// pairs (package review). explaining.go links published rows again to explain
// them, reporting.go gathers what package report draws. Package guess serves the
// command that needs no project.
//
// # Inputs and outputs
//
// One cleansed table, optionally a table of known identities; the contacts, the
// source rows with their contact, households, events, pairs for review and
// consents.
//
// # Not guaranteed
//
// A row without a key has no memory: its contact keeps its id only through its
// other rows, or because the row itself is unchanged. When a cluster falls apart
// into equal halves, the half with the smaller first row keeps the id.
//
// # Why
//
// Linking and survivorship run in Go on dictionary-coded columns, because a
// million rows then fit into a few hundred megabytes and each value is folded
// once; wide columns never leave the database and are joined by row number.
package dedupe
