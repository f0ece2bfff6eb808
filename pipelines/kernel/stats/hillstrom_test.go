package stats

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// TestHillstromSpend compares spend per head of the public experiment with the
// figures published for it.
func TestHillstromSpend(t *testing.T) {
	arms := map[string][]float64{}
	for _, row := range hillstrom(t) {
		spend, err := strconv.ParseFloat(row[11], 64)
		if err != nil {
			t.Fatal(err)
		}
		arms[row[8]] = append(arms[row[8]], spend)
	}
	control := sample(arms["No E-Mail"])
	near(t, "control per head", control.Mean, .6528, 1e-4)
	for _, c := range []struct {
		arm                       string
		d, low, high, incremental float64
	}{
		{"Mens E-Mail", .7698, .4851, 1.0545, 16402.71},
		{"Womens E-Mail", .4244, .1690, .6799, 9076.90},
	} {
		treated := sample(arms[c.arm])
		d := Welch(treated, control, .95)
		near(t, c.arm, d.Mean, c.d, 1e-4)
		near(t, c.arm+" low", d.Interval.Low, c.low, 1e-4)
		near(t, c.arm+" high", d.Interval.High, c.high, 1e-4)
		near(t, c.arm+" incremental revenue", float64(treated.N)*d.Mean, c.incremental, .01)
	}
}

func sample(values []float64) Sample {
	var sum, squares float64
	for _, v := range values {
		sum += v
		squares += v * v
	}
	return FromSums(int64(len(values)), sum, squares)
}

// hillstrom reads the public file from the shared data beside the repository,
// and skips the test when it is not there.
func hillstrom(t *testing.T) [][]string {
	t.Helper()
	root := os.Getenv("KARTOTEKA_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "..", "shared")
	}
	f, err := os.Open(filepath.Join(root, "data", "campaigns", "hillstrom.csv"))
	if err != nil {
		t.Skip("skipped: the shared data is not beside the repository")
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}
