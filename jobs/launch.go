package jobs

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"syscall"
	"time"
)

// Launcher starts the program anew for each run, so that a run's memory goes
// with it and a run that dies takes nothing else along.
type Launcher struct {
	Path  string        // of the program
	Name  string        // by which it is called
	Env   []string      // nil: this process's
	Grace time.Duration // between asking a run to stop and ending it
	Line  func(string)  // told each line that the run prints; not from two goroutines at once
}

// Ended is how a process ended.
type Ended struct {
	ExitCode int            // -1: by a signal
	Signal   syscall.Signal // 0: none
}

// Words say how a process ended that did not end by itself.
func (e Ended) Words() string {
	switch e.Signal {
	case 0:
		return fmt.Sprintf("its process ended with exit code %d before it could write down why", e.ExitCode)
	case syscall.SIGKILL:
		return "its process was killed (signal 9); the system does that when memory runs out: lower limits.memory or limits.threads, or give the machine more"
	}
	return fmt.Sprintf("its process was ended by signal %d (%s)", int(e.Signal), e.Signal)
}

// Run starts the program and waits for its end. When ctx is done the process is
// asked to stop (SIGTERM), and killed when it has not done so after Grace.
func (l Launcher) Run(ctx context.Context, args ...string) (Ended, error) {
	cmd := exec.CommandContext(ctx, l.Path, args...)
	cmd.Args[0], cmd.Env = l.Name, l.Env
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = l.Grace
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // a Ctrl-C meant for the scheduler is passed on by it
	reader, writer := io.Pipe()
	cmd.Stdout, cmd.Stderr = writer, writer
	told := make(chan struct{})
	go func() {
		defer close(told)
		lines := bufio.NewScanner(reader)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			l.Line(lines.Text())
		}
		_, _ = io.Copy(io.Discard, reader) // a line too long for the scanner
	}()
	err := cmd.Start()
	if err == nil {
		err = cmd.Wait()
	}
	_ = writer.Close()
	<-told
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) && cmd.ProcessState == nil {
		return Ended{}, fmt.Errorf("start the run's process: %w", err)
	}
	ended := Ended{ExitCode: cmd.ProcessState.ExitCode()}
	if status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		ended.Signal = status.Signal()
	}
	return ended, nil
}
