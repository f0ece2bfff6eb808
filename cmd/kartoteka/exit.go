package main

import (
	"context"
	"errors"
	"fmt"

	"kartoteka/config"
	"kartoteka/jobs/history"
	"kartoteka/pipelines"
)

// The exit codes.
const (
	exitOK           = 0
	exitFailure      = 1
	exitBadProject   = 2 // a mistake in the project or on the command line
	exitChecksFailed = 3 // nothing was published
	exitWarnings     = 4 // published, with warnings
	exitLate         = 5 // an input is missing or late
	exitLocked       = 6 // another run works on the project
	exitCancelled    = 130
)

// exitHelp is the same table for people.
const exitHelp = `Exit codes: 0 ok, 1 failure, 2 mistake in the project or the command line,
3 checks failed (not published), 4 published with warnings, 5 input missing or
late, 6 another run goes on, 130 cancelled.`

// exitCode gives the code of a run's status.
func exitCode(s history.Status) int {
	switch s {
	case history.OK:
		return exitOK
	case history.BadProject:
		return exitBadProject
	case history.ChecksFailed:
		return exitChecksFailed
	case history.Warnings:
		return exitWarnings
	case history.Late:
		return exitLate
	case history.Locked:
		return exitLocked
	case history.Cancelled:
		return exitCancelled
	}
	return exitFailure
}

// codeError is an error with its exit code. Without err everything was said.
type codeError struct {
	code int
	err  error
}

func (e *codeError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit code %d", e.code)
	}
	return e.err.Error()
}

func (e *codeError) Unwrap() error { return e.err }

// usage marks a mistake on the command line.
func usage(err error) error { return &codeError{code: exitBadProject, err: err} }

// said ends the program with a code when the message was printed already.
func said(code int) error {
	if code == exitOK {
		return nil
	}
	return &codeError{code: code}
}

// exit prints an error and gives its code.
func (m *Main) exit(ctx context.Context, err error) int {
	if err == nil {
		return exitOK
	}
	code := exitFailure
	var coded *codeError
	var problems config.Problems
	switch {
	case errors.As(err, &coded):
		code = coded.code
		if coded.err == nil {
			return code
		}
	case errors.As(err, &problems):
		code = exitBadProject
	case errors.Is(err, pipelines.ErrLocked):
		code = exitLocked
	case ctx.Err() != nil:
		code, err = exitCancelled, errors.New("cancelled")
	}
	fmt.Fprintf(m.Stderr, "%s %v\n", m.colors(m.Stderr).red("kartoteka:"), err)
	return code
}
