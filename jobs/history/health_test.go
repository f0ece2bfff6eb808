package history

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// filled is a closed ledger with enough runs for many pages.
func filled(t *testing.T) string {
	t.Helper()
	path := Path(t.TempDir())
	l, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	for _, day := range []string{"2026-03-08", "2026-03-09", "2026-03-10"} {
		r := night(day)
		r.ID = begin(t, l, r)
		r.Status, r.Finished = OK, r.Started
		var d Details
		for range 300 {
			d.Warnings = append(d.Warnings, Warning{"extract crm", "source_shrank", strings.Repeat("rows ", 20)})
		}
		if err := l.Finish(t.Context(), r, d); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestDamagedLedgerIsRefusedAndSetAside(t *testing.T) {
	for name, damage := range map[string]func(b []byte) []byte{
		"cut short":        func(b []byte) []byte { return b[:len(b)/2] },
		"another file":     func(b []byte) []byte { return bytes.Repeat([]byte("not a ledger "), 500) },
		"no header":        func(b []byte) []byte { copy(b, make([]byte, 100)); return b },
		"pages of nothing": func(b []byte) []byte { copy(b[8192:], bytes.Repeat([]byte{0xA5}, 3*4096)); return b },
	} {
		t.Run(name, func(t *testing.T) {
			path := filled(t)
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			text = damage(text)
			if err := os.WriteFile(path, text, 0o644); err != nil {
				t.Fatal(err)
			}
			if _, err := Open(t.Context(), path); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "kartoteka history --repair") {
				t.Fatalf("opened with %v", err)
			}
			if left, err := os.ReadFile(path); err != nil || !bytes.Equal(left, text) {
				t.Error("the damaged file was written to")
			}
			aside, err := Repair(t.Context(), path, at("2026-03-11 07:00:00"))
			if err != nil || aside != "history.db.damaged-20260311T070000Z" {
				t.Fatalf("set aside as %q: %v", aside, err)
			}
			if kept, err := os.ReadFile(filepath.Join(filepath.Dir(path), aside)); err != nil || !bytes.Equal(kept, text) {
				t.Error("what was set aside is not what was there")
			}
			l, err := Open(t.Context(), path)
			if err != nil || !l.New() {
				t.Fatalf("a new ledger: %v", err)
			}
			begin(t, l, night("2026-03-11"))
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			if aside, err := Repair(t.Context(), path, at("2026-03-11 08:00:00")); aside != "" || err != nil {
				t.Errorf("a whole ledger was set aside as %q, %v", aside, err)
			}
		})
	}
}

func TestLostLedgerIsMadeAnew(t *testing.T) {
	path := filled(t)
	l, err := Open(t.Context(), path)
	if err != nil || l.New() {
		t.Fatal("a ledger that is there counts as new", err)
	}
	begin(t, l, night("2026-03-11")) // stands in the log beside the file
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	again, err := Open(t.Context(), path)
	if err != nil || !again.New() {
		t.Fatalf("the lost ledger: %v", err)
	}
	if runs, err := again.List(t.Context(), Filter{}); err != nil || len(runs) != 0 {
		t.Errorf("%d runs, %v", len(runs), err)
	}
	begin(t, again, night("2026-03-12"))
	_ = l.Close()
	_ = again.Close()
}

func TestLedgerThatCannotBeMade(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, ".kartoteka"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), Path(dir)); err == nil || strings.Contains(err.Error(), dir) {
		t.Errorf("with a file in the folder's place: %v", err)
	}
	if os.Geteuid() == 0 {
		t.Skip("a super-user may write everywhere")
	}
	path := filled(t)
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Dir(path), 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(filepath.Dir(path), 0o755) })
	if _, err := Open(t.Context(), path); err == nil || !strings.Contains(err.Error(), "the right to write") {
		t.Errorf("without rights: %v", err)
	}
}

// TestFullDisk fills a small disk under an open ledger: the run that finds no room
// is told in words, and what was recorded before is still there.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("needs the right to mount: %s", out)
	}
	t.Cleanup(func() { _ = exec.Command("umount", dir).Run() })
	path := Path(dir)
	l, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	kept := begin(t, l, night("2026-03-09"))
	filler, err := os.Create(filepath.Join(dir, "filler"))
	if err != nil {
		t.Fatal(err)
	}
	for err == nil {
		_, err = filler.Write(make([]byte, 4096))
	}
	_ = filler.Close()
	r := night("2026-03-09")
	r.ID, r.Status = kept, OK
	var d Details
	for range 500 {
		d.Warnings = append(d.Warnings, Warning{"extract crm", "source_shrank", strings.Repeat("rows ", 20)})
	}
	if err := l.Finish(t.Context(), r, d); err == nil || !strings.Contains(err.Error(), "disk is full") {
		t.Errorf("on a full disk: %v", err)
	}
	_ = l.Close()
	if err := os.Remove(filler.Name()); err != nil {
		t.Fatal(err)
	}
	l, err = Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if run, _, err := l.Show(t.Context(), kept); err != nil || run.Status != Running {
		t.Errorf("after the disk was full the run is %s: %v", run.Status, err)
	}
}
