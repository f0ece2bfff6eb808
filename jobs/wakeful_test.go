package jobs

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A pause of a minute ends as soon as a file comes; the watching itself is that
// of the system.
func TestAPauseEndsWhenAFileComes(t *testing.T) {
	dir := t.TempDir()
	pause, done := Wakeful([]string{dir, filepath.Join(dir, "absent")})
	defer func() {
		if err := done(); err != nil {
			t.Error(err)
		}
	}()
	begun := time.Now()
	if err := os.WriteFile(filepath.Join(dir, "crm.csv"), []byte("id\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := pause(t.Context(), time.Minute); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(begun); took > 30*time.Second {
		t.Errorf("it took %s", took)
	}
}
