// Package steptest is the conformance suite that every step type passes:
//
//	func TestConformance(t *testing.T) { steptest.Run(t, sqlstep.Spec()) }
//
// It runs the documented example of the step on its fixture and demands:
//
//  1. documented: summary, documentation, example, a line for every option;
//  2. the example decodes without a problem, and an unknown key is rejected at
//     its own line;
//  3. the columns made are those that Plan promised;
//  4. the accounts balance;
//  5. the same result with shuffled input and with one or several threads;
//  6. the same result when run again;
//  7. a cancelled context stops it;
//  8. it leaves no table beside those it promised and no file in the export
//     directory.
package steptest
