package main

import (
	"strings"

	"kartoteka/jobs/history"
)

// failing tells of a rule's failing rows how many are new and how many known;
// runs of older versions know their number alone.
func failing(c history.Check) string {
	if c.Issues.New+c.Issues.Known == 0 {
		return count(c.FailingRows)
	}
	return issueCounts(c.Issues)
}

// issueCounts are issues in words: 12 new, 3 fixed, 840 known (5 accepted).
func issueCounts(i history.Issues) string {
	var parts []string
	for _, p := range []struct {
		rows int64
		word string
	}{{i.New, "new"}, {i.Fixed, "fixed"}, {i.Known, "known"}} {
		if p.rows > 0 {
			parts = append(parts, count(p.rows)+" "+p.word)
		}
	}
	text := strings.Join(parts, ", ")
	if i.Accepted > 0 {
		text += " (" + count(i.Accepted) + " accepted)"
	}
	return text
}
