package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"kartoteka/config"
)

// starter is the project that init makes: small, complete, run by a test.
//
//go:embed all:starter
var starter embed.FS

func (m *Main) initCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "init DIR",
		Short: "Make a small project that runs at once",
		Long: `Make a small project that runs at once: two sources of invented customers and
an order file, cleansed, deduplicated, checked and published. Put your own files
and column names in place of the invented ones.

An existing project and existing files are never overwritten.`,
		Example: "  kartoteka init shop\n  kartoteka run --project shop",
		Args:    cobra.ExactArgs(1),
		RunE:    func(_ *cobra.Command, args []string) error { return m.init(args[0]) },
	}
}

func (m *Main) init(name string) error {
	dir := m.path(name)
	files, err := starterFiles()
	if err != nil {
		return err
	}
	for _, f := range files {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(f))); err == nil {
			return usage(fmt.Errorf("%s is there already; choose an empty or new directory", path.Join(filepath.ToSlash(name), f)))
		} else if !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("look into %s: %w", name, err)
		}
	}
	for _, f := range files {
		if err := m.copyStarter(dir, f); err != nil {
			return fmt.Errorf("make the project %s: %w", name, err)
		}
		fmt.Fprintf(m.Stdout, "%s\n", path.Join(filepath.ToSlash(name), f))
	}
	fmt.Fprintf(m.Stdout, "\nNext: kartoteka run --project %s\n", name)
	return nil
}

func starterFiles() ([]string, error) {
	var files []string
	err := fs.WalkDir(starter, "starter", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, strings.TrimPrefix(p, "starter/"))
		}
		return err
	})
	return files, err
}

// copyStarter writes one file; the project takes its directory's name.
func (m *Main) copyStarter(dir, name string) error {
	text, err := starter.ReadFile(path.Join("starter", name))
	if err != nil {
		return err
	}
	if name == config.ProjectFile {
		text = []byte(strings.Replace(string(text), "project: starter", "project: "+projectName(dir), 1))
	}
	to := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.WriteFile(to, text, 0o644)
}

// projectName makes a name of a directory: lower-case letters, digits, - and _.
func projectName(dir string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-', r == '_':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '-'
	}, filepath.Base(dir))
	if name = strings.Trim(name, "-_"); name == "" {
		return "starter"
	}
	return name
}
