package config

import "testing"

func TestExpand(t *testing.T) {
	lookup := func(ref string) (string, bool, string) {
		if ref == "param.days" {
			return "42", true, ""
		}
		return "", false, "declare it"
	}
	var p Problems
	n := Expand(Parse("f.yaml", []byte("limit: ${param.days}\ntext: \"in ${param.days} days\"\nbad: from ${param.dyas} on\nlist: [\"x${nope}\"]\n"), &p), lookup, &p)
	want := "f.yaml:3:11: bad: ${param.dyas} is not defined; declare it\nf.yaml:4:10: list[0]: ${nope} is not defined; declare it"
	if got := p.Sorted().Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if n.Get("limit").Tag() != "!!int" {
		t.Errorf("an expanded plain value is %s, want a number", n.Get("limit").Tag())
	}
	if s, _ := n.Get("text").Text(); s != "in 42 days" {
		t.Errorf("got %q", s)
	}
}

func TestClosest(t *testing.T) {
	for _, c := range []struct{ word, want string }{
		{"treshold", "threshold"}, {"extrakt", "extract"}, {"pubilsh", "publish"}, {"zebra", ""}, {"form", "from"},
	} {
		got, _ := Closest(c.word, []string{"threshold", "extract", "publish", "from"})
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.word, got, c.want)
		}
	}
}

func TestFrame(t *testing.T) {
	got := Frame([]byte("a: 1\nbb: 2\nc: 3\n"), Pos{"f", 2, 5})
	want := "     1 | a: 1\n>    2 | bb: 2\n       |     ^\n     3 | c: 3\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
