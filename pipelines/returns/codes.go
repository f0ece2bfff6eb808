package returns

import (
	"fmt"
	"os"
	"path"
	"strings"

	"kartoteka/pipelines/kernel/returncode"
)

// codeTables reads the code table of every feed.
func (w *work) codeTables() (map[string]*returncode.Table, error) {
	out := map[string]*returncode.Table{}
	for _, fb := range w.options.From.Feedback {
		codes := fb.Codes.Value
		if out[codes] != nil {
			continue
		}
		var t *returncode.Table
		var err error
		if isFile(codes) {
			t, err = w.codeFile(codes)
		} else {
			t, err = returncode.Builtin(codes)
		}
		if err != nil {
			return nil, fmt.Errorf("codes of %s: %w", fb.Table.Value, err)
		}
		out[codes] = t
	}
	return out, nil
}

func (w *work) codeFile(codes string) (*returncode.Table, error) {
	found := w.run.Files[codes]
	if len(found) != 1 {
		return nil, fmt.Errorf("%s: %d files; name one code table", codes, len(found))
	}
	text, err := os.ReadFile(found[0].Path)
	if err != nil {
		return nil, fmt.Errorf("%s: read the code table: %w", codes, err)
	}
	var t *returncode.Table
	if path.Ext(codes) == ".csv" {
		t, err = returncode.ParseCSV(strings.TrimSuffix(path.Base(codes), ".csv"), text)
	} else {
		t, err = returncode.Parse(text)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", codes, err)
	}
	return t, nil
}
