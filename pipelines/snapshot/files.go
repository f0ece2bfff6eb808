package snapshot

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/google/renameio/v2"
)

// Files are the changes that publishing makes to the file system. Tests put faults in; everybody else uses Disk.
type Files struct {
	MkdirAll  func(path string) error
	Write     func(path string, data []byte) error // a new file, synced
	Replace   func(path string, data []byte) error // atomically, synced
	Sync      func(path string) error              // a file or a folder
	Rename    func(from, to string) error
	Link      func(from, to string) error
	RemoveAll func(path string) error
}

// Disk is the real file system.
func Disk() Files {
	return Files{
		MkdirAll: func(path string) error { return os.MkdirAll(path, 0o755) },
		Write: func(path string, data []byte) error {
			f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
			if err != nil {
				return err
			}
			_, err = f.Write(data)
			return errors.Join(err, f.Sync(), f.Close())
		},
		Replace: func(path string, data []byte) error { return renameio.WriteFile(path, data, 0o644) },
		Sync: func(path string) error {
			f, err := os.Open(path)
			if err != nil {
				return err
			}
			return errors.Join(f.Sync(), f.Close())
		},
		Rename:    os.Rename,
		Link:      os.Link,
		RemoveAll: os.RemoveAll,
	}
}

// move renames a file, or copies it where the two paths are on different file systems.
func (f Files) move(from, to string) error {
	err := f.Rename(from, to)
	if !errors.Is(err, syscall.EXDEV) {
		return err
	}
	if err := copyFile(from, to); err != nil {
		return err
	}
	return f.RemoveAll(from)
}

// place puts a second name of a file at a stable path, atomically: a link under a name that no reader's pattern
// matches, then a rename. A file system without hard links gets a copy. Nothing happens when the path is that file
// already (a rename between two names of one file would leave both).
func (f Files) place(from, to string) error {
	if same(from, to) {
		return nil
	}
	tmp := filepath.Join(filepath.Dir(to), "."+filepath.Base(to)+".link")
	if err := f.RemoveAll(tmp); err != nil {
		return err
	}
	err := f.Link(from, tmp)
	if errors.Is(err, syscall.EXDEV) || errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.ENOTSUP) || errors.Is(err, syscall.EMLINK) {
		err = copyFile(from, tmp)
	}
	if err != nil {
		return err
	}
	return f.Rename(tmp, to)
}

func same(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// explain says what a full disk means, to this program or to DuckDB, which has only words for it; every other error
// passes through.
func explain(err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || strings.Contains(err.Error(), syscall.ENOSPC.Error()) ||
		strings.Contains(err.Error(), "No space left on device") {
		return fmt.Errorf("the disk is full, the last set stays published; free space or lower publish.keep.snapshots: %w", err)
	}
	return err
}
