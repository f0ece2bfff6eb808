package pipelines

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"
	"golang.org/x/sync/errgroup"

	"kartoteka/config"
)

// LateError tells which inputs are missing or not settled; a run ends with it
// before it reads anything.
type LateError struct{ Reasons []string }

// Error lists every pattern.
func (e *LateError) Error() string { return strings.Join(e.Reasons, "\n") }

// resolveInputs finds, checks and, where a snapshot's id needs it, hashes the files of every step, by pattern.
func resolveInputs(ctx context.Context, plan *Plan, now time.Time, hashed bool) (map[string][]InputFile, error) {
	out := map[string][]InputFile{}
	late := &LateError{}
	waits := waitsOf(plan.Job)
	for _, s := range plan.Steps {
		reader, ok := s.Step.(FileReader)
		if !ok {
			continue
		}
		for _, p := range reader.Patterns() {
			if _, done := out[p.Glob.Value]; done {
				continue
			}
			files, reasons, err := look(plan, s, p, waits[s.Name], now)
			if err != nil {
				return nil, err
			}
			late.Reasons = append(late.Reasons, reasons...)
			out[p.Glob.Value] = files
		}
	}
	if len(late.Reasons) > 0 {
		return nil, late
	}
	if !hashed {
		return out, nil
	}
	return out, hashAll(ctx, out)
}

// Missing tells why the inputs of the named extract steps cannot be read yet, one
// reason for each pattern without a file and each file that has not settled;
// nothing when all are there. It opens no file.
func Missing(plan *Plan, sources []string, now time.Time) ([]string, error) {
	var all []string
	waits := waitsOf(plan.Job)
	for _, s := range plan.Steps {
		reader, ok := s.Step.(FileReader)
		if !ok || !slices.Contains(sources, s.Name) {
			continue
		}
		for _, p := range reader.Patterns() {
			_, reasons, err := look(plan, s, p, waits[s.Name], now)
			if err != nil {
				return nil, err
			}
			all = append(all, reasons...)
		}
	}
	return all, nil
}

// look finds the files of one pattern, and why they cannot be read yet.
func look(plan *Plan, s Planned, p Pattern, w *config.WaitFor, now time.Time) ([]InputFile, []string, error) {
	files, err := match(plan.Project, p)
	if err != nil {
		return nil, nil, err
	}
	var reasons []string
	if len(files) == 0 && !p.Optional {
		reasons = append(reasons, fmt.Sprintf("%s: no file matches %q; deliver it, correct the pattern, or write optional: true", s.Label(), p.Glob.Value))
	}
	if p.Own {
		return files, reasons, nil
	}
	return files, append(reasons, unsettled(s, files, w, now)...), nil
}

// waitsOf tells for each source that a job waits for what its files must be like.
func waitsOf(job *config.Job) map[string]*config.WaitFor {
	out := map[string]*config.WaitFor{}
	if job.WaitFor != nil {
		for _, s := range job.WaitFor.Sources {
			out[s.Value] = job.WaitFor
		}
	}
	return out
}

// marker is what the name of a file ends in that says that another is complete.
const marker = ".done"

// unsettled tells which files may still be on their way: those that changed a
// moment ago and have no marker beside them, and those without the marker that
// the job demands.
func unsettled(s Planned, files []InputFile, w *config.WaitFor, now time.Time) []string {
	if w == nil || w.Settled.Duration == 0 && w.Marker != "required" {
		return nil
	}
	var out []string
	for _, f := range files {
		if _, err := os.Stat(f.Path + marker); err == nil {
			continue
		}
		info, err := os.Stat(f.Path)
		switch {
		case err != nil:
		case w.Marker == "required":
			out = append(out, fmt.Sprintf("%s: %s has no %s%s beside it; it may still be on its way", s.Label(), f.Name, filepath.Base(f.Name), marker))
		case now.Sub(info.ModTime()) < w.Settled.Duration:
			out = append(out, fmt.Sprintf("%s: %s was changed less than %s ago; it may still be on its way", s.Label(), f.Name, w.Settled.Duration))
		}
	}
	return out
}

// InputDirs lists the directories in which the files of the named extract steps
// are looked for, those that exist, each once.
func InputDirs(plan *Plan, sources []string) []string {
	var all []string
	for _, s := range plan.Steps {
		reader, ok := s.Step.(FileReader)
		if !ok || !slices.Contains(sources, s.Name) {
			continue
		}
		for _, p := range reader.Patterns() {
			if p.Own {
				continue
			}
			dir, _ := doublestar.SplitPattern(filepath.ToSlash(plan.Project.Resolve(p.Glob.Value)))
			for _, err := os.Stat(dir); err != nil && dir != filepath.Dir(dir); _, err = os.Stat(dir) {
				dir = filepath.Dir(dir) // it may be made tonight
			}
			if !slices.Contains(all, dir) {
				all = append(all, dir)
			}
		}
	}
	return all
}

// match lists the regular files of a pattern, sorted by name.
func match(p *config.Project, pattern Pattern) ([]InputFile, error) {
	glob := p.Resolve(pattern.Glob.Value)
	base, rel := doublestar.SplitPattern(filepath.ToSlash(glob))
	names, err := doublestar.Glob(os.DirFS(base), rel, doublestar.WithFilesOnly())
	if err != nil {
		return nil, fmt.Errorf("%s: the pattern %q cannot be read: %w", pattern.Source, pattern.Glob.Value, err)
	}
	sort.Strings(names)
	var out []InputFile
	for _, n := range names {
		if strings.HasSuffix(n, marker) {
			continue
		}
		path := filepath.Join(base, filepath.FromSlash(n))
		out = append(out, InputFile{Name: relative(p.Dir, path), Path: path})
	}
	return out, nil
}

func relative(dir, path string) string {
	if rel, err := filepath.Rel(dir, path); err == nil && !strings.HasPrefix(rel, "..") {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(path)
}

func hashAll(ctx context.Context, inputs map[string][]InputFile) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(2)
	for _, files := range inputs {
		for i := range files {
			g.Go(func() error { return hashFile(ctx, &files[i]) })
		}
	}
	return g.Wait()
}

func hashFile(ctx context.Context, f *InputFile) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	file, err := os.Open(f.Path)
	if err != nil {
		return fmt.Errorf("open %s: %w", f.Name, bare(err))
	}
	defer func() {
		if cerr := file.Close(); err == nil {
			err = cerr
		}
	}()
	h := sha256.New()
	n, err := io.Copy(h, file)
	if err != nil {
		return fmt.Errorf("read %s: %w", f.Name, bare(err))
	}
	f.Bytes, f.SHA256 = n, hex.EncodeToString(h.Sum(nil))
	return nil
}

// bare drops the absolute path of a file error and adds what to do about it.
func bare(err error) error {
	var pe *fs.PathError
	if !errors.As(err, &pe) {
		return err
	}
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%w; give the user that runs kartoteka the right to read it", pe.Err)
	}
	return pe.Err
}
