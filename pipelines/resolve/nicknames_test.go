package resolve

import (
	"os"
	"path/filepath"
	"testing"

	"kartoteka/pipelines"
)

func TestReadNicknames(t *testing.T) {
	dir := t.TempDir()
	for text, want := range map[string]int{
		"name1,relationship,name2\nLetycja,has_nickname,Lelka\nLelka,is_friend_of,Ina\n": 1,
		"Imię;Zdrobnienie\nLetycja;Lelka\nLetycja;Lela\n":                                2,
		"name\tnickname\nLetycja\tLelka\n":                                               1,
		"name,nickname\n":                                                                0,
	} {
		path := filepath.Join(dir, "nicknames.csv")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		pairs, err := readNicknames(pipelines.InputFile{Name: "nicknames.csv", Path: path})
		if err != nil || len(pairs) != want {
			t.Errorf("%q: got %d pairs, %v, want %d", text, len(pairs), err, want)
		}
		if want > 0 && (pairs[0].Short != "Lelka" || pairs[0].Full != "Letycja") {
			t.Errorf("%q: got %+v", text, pairs[0])
		}
	}
	path := filepath.Join(dir, "wrong.csv")
	if err := os.WriteFile(path, []byte("a,b\n1,2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := readNicknames(pipelines.InputFile{Name: "wrong.csv", Path: path}); err == nil {
		t.Error("a header without names is taken")
	}
}
