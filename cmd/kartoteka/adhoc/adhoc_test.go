package adhoc

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/catalog"
)

// plan makes a project of files and plans it, as a run does.
func plan(t *testing.T, files map[string]string, o Order) (*Project, error) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		o.Files = append(o.Files, path)
	}
	made, err := Make(context.Background(), o)
	if err != nil {
		return nil, err
	}
	to := filepath.Join(dir, "project")
	if err := made.Save(to); err != nil {
		t.Fatal(err)
	}
	p, problems := config.Load(to, os.LookupEnv)
	if err := problems.Err(); err != nil {
		t.Fatalf("%v\n%s", err, made.Files["pipelines/dedupe.yaml"])
	}
	if _, problems := pipelines.NewPlan(p, p.Jobs[0], catalog.All(), pipelines.Values{Env: os.LookupEnv}); len(problems) > 0 {
		t.Fatalf("%v\n%s", problems.Err(), made.Files["pipelines/dedupe.yaml"])
	}
	return made, nil
}

func TestOddNames(t *testing.T) {
	for _, name := range []string{"null.csv", "true.csv", "contacts.csv", "2024 [new] export.csv", "żółć.csv", "people.tsv"} {
		made, err := plan(t, map[string]string{name: "id,first_name,last_name,yes,off,Source File,source file,e-mail 2\n1,Jutta,Farn,a,b,c,d,e\n"}, Order{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if text := made.Files["pipelines/dedupe.yaml"]; !strings.Contains(text, "given_name: first_name") {
			t.Errorf("%s:\n%s", name, text)
		}
	}
}

func TestHeaderOnly(t *testing.T) {
	if _, err := plan(t, map[string]string{"a.csv": "id,first_name,last_name\n"}, Order{}); err != nil {
		t.Error(err)
	}
}

func TestNothingToCompare(t *testing.T) {
	_, err := plan(t, map[string]string{"a.csv": "id,amount\n1,5\n2,6\n"}, Order{})
	if err == nil || !strings.Contains(err.Error(), "no column tells people apart") {
		t.Errorf("got %v", err)
	}
}

func TestPartsOfFields(t *testing.T) {
	made, err := plan(t, map[string]string{"a.csv": "fname,lname,by,bm,bd\nJutta,Farn,1970,1,2\nUwe,Efeu,1971,12,30\n"}, Order{Match: .9})
	if err != nil {
		t.Fatal(err)
	}
	text := made.Files["pipelines/dedupe.yaml"]
	for _, want := range []string{`birth_date: {column: [by, bm, bd], join: "-"}`, "threshold: {match: 0.9, review: 0.8}"} {
		if !strings.Contains(text, want) {
			t.Errorf("the pipeline lacks %q:\n%s", want, text)
		}
	}
}

func TestParseFields(t *testing.T) {
	for text, want := range map[string]string{
		"famly_name=x":              "did you mean family_name?",
		"family_name":               "write FIELD=COLUMN",
		"email=a,email=b":           "stands twice",
		"family_name=a,city= b c ,": "",
		"surname=a,dob=b,zip=c":     "",
		"surname=a,family_name=b":   "stands twice",
	} {
		_, err := ParseFields(text)
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
}
