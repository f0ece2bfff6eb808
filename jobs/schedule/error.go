package schedule

import "fmt"

// Error says what is wrong with a cron text, where, and what to write instead.
type Error struct {
	Cron    string // the whole text
	Offset  int    // bytes before the offending part
	Length  int    // its length in bytes; 0 at the end of the text
	What    string
	Instead string
}

func (e *Error) Error() string {
	return fmt.Sprintf("cron %q: character %d: %s; %s", e.Cron, e.Offset+1, e.What, e.Instead)
}
