package dedupe

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/linkage"
	"kartoteka/pipelines/kernel/name"
)

// sharedDir finds the public data sets beside the repository.
func sharedDir(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("KARTOTEKA_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "data", "linkage")); err != nil {
		t.Skip("the shared data sets are not there")
	}
	return dir
}

// TestPublicSets holds the F1 over all true pairs, after closure, at the default
// thresholds and one configuration for all files.
func TestPublicSets(t *testing.T) {
	dir := filepath.Join(sharedDir(t), "data", "linkage")
	db, err := duck.Open(context.Background(), duck.Options{AllowedDirs: []string{dir}})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, c := range []struct {
		file, query string
		floor       float64
	}{
		{"febrl3.csv", `SELECT split_part(rec_id, '-', 2), trim(given_name), trim(surname), trim(date_of_birth), '', trim(postcode), trim(suburb), trim(address_1), trim(street_number), trim(soc_sec_id)
			FROM read_csv({file}, all_varchar = true, header = true, names = ['rec_id', 'given_name', 'surname', 'street_number', 'address_1', 'address_2', 'suburb', 'postcode', 'state', 'date_of_birth', 'soc_sec_id'])`, .9995},
		{"febrl3.csv", `SELECT split_part(rec_id, '-', 2), trim(given_name), trim(surname), trim(date_of_birth), '', trim(postcode), trim(suburb), trim(address_1), trim(street_number), ''
			FROM read_csv({file}, all_varchar = true, header = true, names = ['rec_id', 'given_name', 'surname', 'street_number', 'address_1', 'address_2', 'suburb', 'postcode', 'state', 'date_of_birth', 'soc_sec_id'])`, .99},
		{"fake_1000.csv", `SELECT cluster, first_name, surname, replace(dob, '-', ''), email, '', city, '', '', '' FROM read_csv({file}, all_varchar = true)`, .93},
		{"historical_50k.parquet", `SELECT cluster, first_name, surname, replace(dob, '-', ''), '', postcode_fake, birth_place, '', '', occupation FROM read_parquet({file}) ORDER BY unique_id`, .9},
	} {
		p, entity := publicSet(t, db, filepath.Join(dir, c.file), c.query)
		r, err := linkage.Find(context.Background(), p, linkage.Options{})
		if err != nil {
			t.Fatal(err)
		}
		precision, recall := pairwise(entity, r.Cluster)
		f1 := 2 * precision * recall / (precision + recall)
		t.Logf("%s: %d rows, precision %.4f, recall %.4f, F1 %.4f", c.file, p.Rows, precision, recall, f1)
		if f1 < c.floor {
			t.Errorf("%s: F1 %.4f, want at least %.3f", c.file, f1, c.floor)
		}
	}
}

func publicSet(t *testing.T, db *duck.DB, path, query string) (linkage.People, []string) {
	t.Helper()
	enc := make([]*linkage.Encoder, 10)
	for i := range enc {
		enc[i] = linkage.NewEncoder(0)
	}
	var birth []int32
	rendered := strings.Replace(query, "{file}", duck.Quote(path), 1)
	err := db.Rows(context.Background(), rendered, func(scan func(...any) error) error {
		values := make([]*string, len(enc))
		dest := make([]any, len(enc))
		for i := range values {
			dest[i] = &values[i]
		}
		err := scan(dest...)
		day := int32(0)
		for i, v := range values {
			s := ""
			if v != nil {
				s = *v
			}
			if i == 3 {
				day = digitsDay(s)
			}
			if i > 0 && i != 4 {
				s = words(s)
			}
			enc[i].Add(s)
		}
		birth = append(birth, day)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	column := func(i int) linkage.Column {
		if c := enc[i].Column(); len(c.Values) > 1 {
			return c
		}
		return linkage.Column{}
	}
	p := linkage.People{
		Rows: len(birth), Given: column(1), Family: column(2), Birth: birth, Email: column(4), Postcode: column(5), City: column(6),
		Street: column(7), House: column(8), GivenKeys: (*name.Nicknames)(nil).Keys, SurnameKey: name.SurnameKey,
	}
	if other := column(9); other.Present() {
		p.Other = []linkage.Field{{Name: "other", Column: other}}
	}
	entities := enc[0].Column()
	out := make([]string, p.Rows)
	for i := range out {
		out[i] = entities.Text(uint32(i))
	}
	return p, out
}

// digitsDay reads eight digits, whatever day they name; 0 for anything else.
func digitsDay(s string) int32 {
	if len(s) != 8 {
		return 0
	}
	n := int32(0)
	for _, c := range s {
		if c < '0' || c > '9' {
			return 0
		}
		n = n*10 + c - '0'
	}
	return n
}

// pairwise counts the pairs of rows in one cluster against those of one entity.
func pairwise(entity []string, cluster []uint32) (precision, recall float64) {
	type cell struct {
		entity  string
		cluster uint32
	}
	both, truth, found := map[cell]int{}, map[string]int{}, map[uint32]int{}
	for i, e := range entity {
		both[cell{e, cluster[i]}]++
		truth[e]++
		found[cluster[i]]++
	}
	pairs := func(n int) float64 { return float64(n) * float64(n-1) / 2 }
	var right, all, got float64
	for _, n := range both {
		right += pairs(n)
	}
	for _, n := range truth {
		all += pairs(n)
	}
	for _, n := range found {
		got += pairs(n)
	}
	return right / got, right / all
}
