package pipelines

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"kartoteka/pipelines/duck"
)

// Cause is why a run failed, when trying again may help.
type Cause string

const (
	CauseNone   Cause = ""       // trying again would not change it
	CauseInput  Cause = "input"  // an input was not there yet
	CauseIO     Cause = "io"     // a file or a disk did not answer
	CauseMemory Cause = "memory" // the memory was used up; fewer threads need less
)

// CauseOf tells the passing causes from the lasting ones.
func CauseOf(r *Result) Cause {
	err := r.Err
	for _, s := range r.Steps {
		err = errors.Join(err, s.Err)
	}
	var path *fs.PathError
	var link *os.LinkError
	var call syscall.Errno
	switch {
	case r.Status == StatusLate:
		return CauseInput
	case r.Status != StatusFailed || err == nil:
		return CauseNone
	case duck.OutOfMemory(err) || errors.Is(err, syscall.ENOMEM):
		return CauseMemory
	case errors.As(err, &path), errors.As(err, &link), errors.As(err, &call), duck.InputOutput(err):
		return CauseIO
	}
	return CauseNone
}
