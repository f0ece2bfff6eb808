package snapshot

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// failing counts the changes to the file system and lets the n-th end with no space left.
func failing(n int, calls *int) Files {
	real := Disk()
	fault := func() error {
		*calls++
		if *calls == n {
			return &os.PathError{Op: "write", Path: "somewhere", Err: syscall.ENOSPC}
		}
		return nil
	}
	return Files{
		MkdirAll: func(path string) error { return errors.Join(fault(), real.MkdirAll(path)) },
		Write: func(path string, data []byte) error {
			if err := fault(); err != nil {
				return errors.Join(err, os.WriteFile(path, data[:len(data)/2], 0o644))
			}
			return real.Write(path, data)
		},
		Replace: func(path string, data []byte) error {
			if err := fault(); err != nil {
				return err
			}
			return real.Replace(path, data)
		},
		Sync: func(path string) error { return errors.Join(fault(), real.Sync(path)) },
		Rename: func(from, to string) error {
			if err := fault(); err != nil {
				return err
			}
			return real.Rename(from, to)
		},
		Link: func(from, to string) error {
			if err := fault(); err != nil {
				return err
			}
			return real.Link(from, to)
		},
		RemoveAll: real.RemoveAll,
	}
}

// TestFullDiskAnywhere lets every single change to the file system fail once: the pointer always names a whole set, and
// the next publication is right.
func TestFullDiskAnywhere(t *testing.T) {
	work := t.TempDir()
	db := open(t, 2, work)
	night(t, db, 30, 0)
	small := func(id string) Set {
		s := set(id)
		s.Tables = s.Tables[:2]
		return s
	}
	for n := 1; ; n++ {
		dir := filepath.Join(work, itoa(n))
		publish(t, New(dir, 3, 1), db, small("old"))
		calls := 0
		p := New(dir, 3, 1)
		p.Files = failing(n, &calls)
		_, err := p.Publish(context.Background(), db, small("new"))
		if calls < n {
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%d changes tried", n-1)
			return
		}
		if err == nil || !strings.Contains(err.Error(), "the disk is full, the last set stays published") {
			t.Fatalf("change %d: %v", n, err)
		}
		m, err := Current(dir)
		if err != nil || m == nil || !whole(dir, m) {
			t.Fatalf("change %d: the pointer names no whole set: %v", n, err)
		}
		publish(t, New(dir, 3, 1), db, small("new"))
		if m, _ := Current(dir); m.SnapshotID != "new" || !whole(dir, m) || strings.Contains(list(t, dir), ".link") || strings.Contains(list(t, dir), ".staging") {
			t.Fatalf("change %d: the next publication is not right: %s", n, list(t, dir))
		}
	}
}

// TestFullFileSystem fills a real file system of 2 MB.
func TestFullFileSystem(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=2m", "none", dir).CombinedOutput(); err != nil {
		t.Skipf("no file system can be mounted here: %s", strings.TrimSpace(string(out)))
	}
	defer exec.Command("umount", dir).Run()
	pub := filepath.Join(dir, "published")
	db := open(t, 2, dir)
	night(t, db, 100, 0)
	publish(t, New(pub, 3, 1), db, set("small"))
	night(t, db, 200000, 0)
	if _, err := New(pub, 3, 1).Publish(context.Background(), db, set("big")); err == nil {
		t.Fatal("200,000 contacts fit into 2 MB")
	} else {
		t.Log(err)
	}
	if m, err := Current(pub); err != nil || m.SnapshotID != "small" || !whole(pub, m) {
		t.Fatalf("%v, %v", m, err)
	}
	if strings.Contains(list(t, pub), ".staging") {
		t.Error("staging stays on a full disk")
	}
	night(t, db, 200, 0)
	publish(t, New(pub, 3, 1), db, set("next"))
}

// TestDamagedFileIsNotPublished changes a written file before it is verified.
func TestDamagedFileIsNotPublished(t *testing.T) {
	for name, damage := range map[string]func(data []byte) []byte{
		"cut":      func(d []byte) []byte { return d[:len(d)/2] },
		"empty":    func(d []byte) []byte { return nil },
		"zeroed":   func(d []byte) []byte { clear(d[20 : len(d)/2]); return d },
		"codec":    func(d []byte) []byte { d[len(d)/3] ^= 0xff; return d },
		"no magic": func(d []byte) []byte { d[len(d)-1] = 'x'; d[len(d)-8] ^= 0x7f; return d },
	} {
		dir := t.TempDir()
		db := open(t, 1, dir)
		night(t, db, 3000, 0)
		p := New(dir, 3, 1)
		p.At = func(stage string) {
			if stage != "written:tables/contacts.parquet" {
				return
			}
			path := filepath.Join(p.staging("x"), "tables/contacts.parquet")
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, damage(data), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		_, err := p.Publish(context.Background(), db, set("x"))
		if err == nil {
			t.Errorf("%s: a damaged file was published", name)
			continue
		}
		if strings.Contains(err.Error(), "Wąs") {
			t.Errorf("%s: a value stands in the error", name)
		}
		t.Logf("%s: %v", name, err)
	}
}

// TestCancel stops in the middle and leaves nothing.
func TestCancel(t *testing.T) {
	dir := t.TempDir()
	db := open(t, 1, dir)
	night(t, db, 3000, 0)
	ctx, cancel := context.WithCancel(context.Background())
	p := New(dir, 3, 1)
	p.At = func(stage string) {
		if stage == "written:tables/sales.parquet" {
			cancel()
		}
	}
	if _, err := p.Publish(ctx, db, set("x")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if got := list(t, dir); got != "." {
		t.Errorf("left behind: %s", got)
	}
}
