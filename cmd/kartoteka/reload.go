package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"kartoteka/config"
	"kartoteka/jobs"
	"kartoteka/jobs/history"
	"kartoteka/pipelines"
)

// project is the project that serve works on, as it stands now: its files are
// read again on every look, and the last good ones stay while they hold a
// mistake. Runs read a copy of the good ones.
type project struct {
	m      *Main
	log    *slog.Logger
	ledger *history.Ledger

	mu     sync.Mutex
	good   *config.Project
	files  string        // directory of the copy
	refuse []config.File // files with mistakes that were told already
}

// load gives the project without mistakes.
func (c *project) load() *config.Project {
	c.mu.Lock()
	defer c.mu.Unlock()
	p, problems := config.Load(c.good.Dir, c.m.Env)
	if sameFiles(p.Files, c.good.Files) {
		c.refuse = nil
		return c.good
	}
	problems = append(problems, jobs.Check(p)...).Sorted()
	if len(problems) > 0 {
		if !sameFiles(p.Files, c.refuse) {
			c.refuse = p.Files
			c.tell(problems)
		}
		return c.good
	}
	if err := c.take(p); err != nil {
		c.log.Error("take the changed project", "error", err)
		return c.good
	}
	c.refuse = nil
	c.log.Info("the project changed; its new files are in force")
	return c.good
}

// tell says that a bad edit does not count.
func (c *project) tell(problems config.Problems) {
	const most = 10
	for _, p := range problems[:min(len(problems), most)] {
		c.log.Error("the changed project has a mistake; the last good files stay in force", "mistake", p.String())
	}
	c.m.announcer(c.good, c.ledger).Refused(context.Background(), c.m.Now(), plural(int64(len(problems)), "mistake"), problems[0].String())
}

// take makes a project the good one and copies its files.
func (c *project) take(p *config.Project) error {
	hash := sha256.New()
	for _, f := range p.Files {
		fmt.Fprintf(hash, "%s\n%d\n", f.Name, len(f.Text))
		hash.Write(f.Text)
	}
	all := filepath.Join(p.Dir, pipelines.WorkDir, "serve")
	dir := filepath.Join(all, hex.EncodeToString(hash.Sum(nil))[:16])
	if err := p.Save(dir); err != nil {
		return err
	}
	before := c.files
	c.good, c.files = p, dir
	entries, err := os.ReadDir(all)
	if err != nil {
		return fmt.Errorf("look at the copies of the project: %w", err)
	}
	for _, e := range entries {
		if path := filepath.Join(all, e.Name()); path != dir && path != before { // a run may still read the one before
			_ = os.RemoveAll(path)
		}
	}
	return nil
}

// ready tells why no run could start or be recorded; nil when one could.
func (c *project) ready(ctx context.Context) error {
	c.mu.Lock()
	refused := c.refuse != nil
	c.mu.Unlock()
	if refused {
		return errors.New("the project's files hold mistakes; the last good ones are in force")
	}
	_, err := c.ledger.Pauses(ctx)
	return err
}

func (c *project) dir() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.good.Dir
}

func (c *project) copy() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.files
}

func sameFiles(a, b []config.File) bool {
	return slices.EqualFunc(a, b, func(a, b config.File) bool { return a.Name == b.Name && bytes.Equal(a.Text, b.Text) })
}
