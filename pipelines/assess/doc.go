// Package assess is the step that says whether the firm collects the data it
// needs: what every source fills, which declared use of the data each contact
// supports, what is missing for the rest, and what is held without a use.
//
// # Steps
//
//  1. Inventory: for each source and field the rows that are filled, that hold
//     a placeholder, that are valid and that are usable; three different
//     things. Fields are those of the tables read (judged by what cleanse
//     found) and the columns as the source delivered them (from raw).
//  2. Uses: each declared use is a list of requirements; a requirement is met
//     by a contact when one of its source rows holds all fields of one of its
//     alternatives. A use is supported when all requirements are met.
//  3. Gaps: for each requirement the contacts that miss it, and those that miss
//     nothing else: what a single field would open.
//  4. Surplus: columns that no extract step reads, fields that no use names,
//     texts that hint at health, belief or other special categories.
//  5. Advice: one line per finding with its count, the largest first.
//
// # Not guaranteed
//
// A filled field may be wrong: only carriers and customers can tell. Words hint
// at special categories and miss others. Which columns are read is taken from
// the extract steps of the project, so a column read only by user SQL counts
// as not read.
//
// # Why
//
// Needs are declared, never guessed: without uses the step gives the inventory
// alone. Counts of people below a floor are not shown.
package assess
