package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"
)

// linkSet is a file of people with truth. The program sees neither the truth nor
// the ids, which tell it: rows are numbered.
type linkSet struct {
	file   string // in linkage/
	entity func(row map[string]string) string
	hidden []string // columns that the program must not see
	fields string   // canonical=column,... ; "" to let the program guess
	what   string
	f1, bcubed, seconds,
	megabytes float64
	peer string
}

func febrl(file, what, fields string, f1, seconds float64, peer string) linkSet {
	return linkSet{
		file: file, what: what, hidden: []string{"rec_id"}, fields: fields, f1: f1, seconds: seconds, peer: peer,
		entity: func(row map[string]string) string { return strings.SplitN(row["rec_id"]+"--", "-", 3)[1] },
	}
}

func linkSets() []linkSet {
	const people = "given_name=given_name,family_name=surname,house_number=street_number,street=address_1,city=suburb,postcode=postcode,region=state,birth_date=date_of_birth"
	byCluster := func(row map[string]string) string { return row["cluster"] }
	return []linkSet{
		febrl("febrl1.csv", "febrl1", people, .999, 0, ""),
		febrl("febrl2.csv", "febrl2", people, .999, 0, ""),
		febrl("febrl3.csv", "febrl3", people, .9998, .5, "recordlinkage .9998, Splink 5 .9938"),
		febrl("febrl3.csv", "febrl3, fields guessed", "", .9998, 0, ""),
		{file: "fake_1000.csv", what: "fake_1000", entity: byCluster, hidden: []string{"cluster", "unique_id"}, f1: .93, peer: "Splink .836 (.927)",
			fields: "given_name=first_name,family_name=surname,birth_date=dob,city=city,email=email"},
		{file: "fake_1000.csv", what: "fake_1000, fields guessed", entity: byCluster, hidden: []string{"cluster", "unique_id"}, f1: .93},
		{file: "historical_50k.parquet", what: "historical_50k", entity: byCluster, hidden: []string{"cluster", "unique_id"}, f1: .87, bcubed: .89, seconds: 1.5, megabytes: 400,
			peer:   "GoldenMatch .843 in 19-55 s, Splink 5 .829",
			fields: "given_name=first_name,family_name=surname,birth_date=dob,postcode=postcode_fake,gender=gender"},
	}
}

// linkage deduplicates every labelled file with the defaults, and the people when
// they are named.
func (s *scorer) linkage(ctx context.Context) error {
	s.title("Duplicates: pairs after closure, default settings")
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "  file\trows\tprecision\trecall\tF1\tbar\tB-cubed\tbar\tseconds\tbar\tMB\tbar\t\tbest peer")
	for _, set := range linkSets() {
		paths, err := filepath.Glob(filepath.Join(s.data, "linkage", set.file))
		if err != nil {
			return err
		}
		if len(paths) == 0 {
			s.skipped(set.file, "no such file in the data directory")
			continue
		}
		rows, err := readPeople(ctx, paths[0])
		if err != nil {
			return err
		}
		entity := make(map[string]string, len(rows))
		for i, r := range rows {
			entity[strconv.Itoa(i+1)] = set.entity(r)
		}
		input := filepath.Join(s.dir, set.file+".csv")
		if err := writePeople(input, rows, set.hidden); err != nil {
			return err
		}
		if err := s.linked(ctx, w, set, input, entity); err != nil {
			return err
		}
	}
	if s.people != "" {
		set := linkSet{what: "people", f1: .93, seconds: 15, megabytes: 1500, peer: "Splink 5 .846 in 33 s, 1,200 MB",
			fields: "given_name=first_name,family_name=last_name,street=street,house_number=house_no,unit=flat,postcode=postcode,city=city,email=email,phone=phone,birth_date=dob"}
		rows, err := readPeople(ctx, filepath.Join(s.people, "truth.csv"))
		if err != nil {
			return err
		}
		entity := make(map[string]string, len(rows))
		for _, r := range rows {
			entity[r["id"]] = r["entity"]
		}
		if err := s.linked(ctx, w, set, filepath.Join(s.people, "records.csv"), entity); err != nil {
			return err
		}
	}
	return w.Flush()
}

// linked runs one deduplication and writes its line.
func (s *scorer) linked(ctx context.Context, w *tabwriter.Writer, set linkSet, input string, entity map[string]string) error {
	out := filepath.Join(s.dir, "cards")
	defer os.RemoveAll(out)
	args := []string{"dedupe", input, "--out", out, "--key", "id"}
	if set.fields != "" {
		args = append(args, "--fields", set.fields)
	}
	c := exec.CommandContext(ctx, s.binary, args...)
	c.Dir = s.dir
	var problems bytes.Buffer
	c.Stderr = &problems
	started := time.Now()
	err := c.Run()
	took := time.Since(started).Seconds()
	if err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		fmt.Fprintf(w, "  %s\t%d\tFAILED: %v: %s\n", set.what, len(entity), err, lastLine(problems.String()))
		return nil
	}
	megabytes := 0.0
	if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		megabytes = float64(usage.Maxrss) / 1000
	}
	cards, err := readPeople(ctx, filepath.Join(out, "tables", "contact_sources.parquet"), "source_key", "contact_id")
	if err != nil {
		return err
	}
	cluster := make(map[string]string, len(cards))
	for _, r := range cards {
		cluster[r["source_key"]] = r["contact_id"]
	}
	q := compare(entity, cluster)
	verdict := "reached"
	if q.f1() < set.f1 || q.bcubed() < set.bcubed || set.seconds > 0 && took > set.seconds || set.megabytes > 0 && megabytes > set.megabytes {
		verdict = "below"
	}
	fmt.Fprintf(w, "  %s\t%d\t%.4f\t%.4f\t%.4f\t%s\t%.4f\t%s\t%.2f\t%s\t%.0f\t%s\t%s\t%s\n", set.what, len(entity), q.precision(), q.recall(), q.f1(), bar(set.f1),
		q.bcubed(), bar(set.bcubed), took, bar(set.seconds), megabytes, bar(set.megabytes), verdict, set.peer)
	return nil
}

func bar(x float64) string {
	if x == 0 {
		return ""
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}

// writePeople writes the rows, numbered, without the hidden columns.
func writePeople(path string, rows []map[string]string, hidden []string) error {
	columns := columnsOf(rows, hidden)
	records := [][]string{append([]string{"id"}, columns...)}
	for i, r := range rows {
		record := []string{strconv.Itoa(i + 1)}
		for _, c := range columns {
			record = append(record, r[c])
		}
		records = append(records, record)
	}
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write %s: %w", filepath.Base(path), err)
	}
	defer f.Close()
	if err := csv.NewWriter(f).WriteAll(records); err != nil {
		return fmt.Errorf("write %s: %w", filepath.Base(path), err)
	}
	return f.Close()
}
