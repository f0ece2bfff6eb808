package snapshot

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"slices"
	"strings"
	"time"
)

// Content names a file of a run and what it holds.
type Content struct {
	Path   string `json:"path"` // relative to the project, with '/'
	SHA256 string `json:"sha256"`
}

// ID is the snapshot_id of a run: 16 characters of base32, a hash of all that the run's result depends on. The order
// in which files are given does not matter.
func ID(previous string, inputs, project []Content, asOf time.Time) string {
	canonical, err := json.Marshal(struct {
		Previous, AsOf  string
		Inputs, Project []Content
	}{previous, asOf.Format(time.DateOnly), sorted(inputs), sorted(project)})
	if err != nil {
		panic("snapshot: strings that cannot be JSON: " + err.Error())
	}
	sum := sha256.Sum256(canonical)
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:10]))
}

func sorted(list []Content) []Content {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b Content) int {
		return strings.Compare(a.Path+"\x00"+a.SHA256, b.Path+"\x00"+b.SHA256)
	})
	return list
}
