// Command score runs the program over labelled files and tells how much of its
// output is right: addresses and names field by field, duplicates pair by pair,
// each beside the figure to reach and the best that others publish or gave when
// they were measured on the same file.
//
// # How
//
//  1. The labelled files are those of a data directory (addresses/, names/,
//     linkage/); another directory of the same layout is named with -data. What is
//     not there is skipped and said.
//  2. The program under test is a binary: `kartoteka parse --file` and
//     `kartoteka dedupe` see the raw texts alone, in a temporary directory, and
//     what they write is compared here. Nothing of the kernels is called but for
//     their speed.
//  3. A row is right when every field that its file judges is equal after folding
//     (judge.go); a cell of the truth may offer several forms with "||".
//  4. The tables say which fields were wrong how often and in which groups of
//     rows; the rows themselves are printed with -rows only.
//
// # Not guaranteed
//
// A file that the address tagger was trained on says little: its line is marked
// "trained on", and the figure to believe is the one of cross-validation, which
// the training program prints.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
)

func main() {
	s := scorer{out: os.Stdout}
	only := flag.String("only", "addresses,world,tagged,names,robust,speed,linkage", "`PARTS` to score, separated by commas")
	flag.StringVar(&s.binary, "bin", filepath.Join("bin", "kartoteka"), "the `PROGRAM` under test")
	flag.StringVar(&s.data, "data", "", "`DIR` with addresses/, names/ and linkage/; default: data of the shared directory beside the repository")
	flag.StringVar(&s.people, "people", "", "also deduplicate the `DIR` that make_people.py made (records.csv, truth.csv)")
	flag.BoolVar(&s.showRows, "rows", false, "print the first wrong rows of each file; keep the text of held-out files private")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := s.run(ctx, strings.Split(*only, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "score:", err)
		os.Exit(1)
	}
}

// run scores the parts in the order of the list of parts, not of the request.
func (s *scorer) run(ctx context.Context, only []string) error {
	if err := s.find(); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "kartoteka-score-")
	if err != nil {
		return fmt.Errorf("make a directory for the texts: %w", err)
	}
	defer os.RemoveAll(dir)
	s.dir = dir
	parts := []struct {
		name string
		run  func(context.Context) error
	}{
		{"addresses", s.addresses}, {"world", s.world}, {"tagged", s.tagged}, {"names", s.names},
		{"robust", s.robust}, {"speed", s.speed}, {"linkage", s.linkage},
	}
	known := map[string]bool{}
	for _, p := range parts {
		known[p.name] = true
	}
	wanted := map[string]bool{}
	for _, w := range only {
		if w = strings.TrimSpace(w); !known[w] {
			return fmt.Errorf("there is no part %q; the parts are addresses, world, tagged, names, robust, speed, linkage", w)
		}
		wanted[w] = true
	}
	for _, p := range parts {
		if !wanted[p.name] {
			continue
		}
		if err := p.run(ctx); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	s.calibration()
	return nil
}

// find locates the data directory and the program.
func (s *scorer) find() error {
	if s.data == "" {
		shared := os.Getenv("KARTOTEKA_SHARED")
		if shared == "" {
			shared = filepath.Join("..", "shared")
		}
		s.data = filepath.Join(shared, "data")
	}
	var err error
	if s.data, err = filepath.Abs(s.data); err != nil {
		return fmt.Errorf("find the data: %w", err)
	}
	if s.binary, err = filepath.Abs(s.binary); err != nil {
		return fmt.Errorf("find the program: %w", err)
	}
	if _, err := os.Stat(s.binary); err != nil {
		return fmt.Errorf("there is no program %s; build it with make build, or name one with -bin", s.binary)
	}
	return nil
}
