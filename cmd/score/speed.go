package main

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"text/tabwriter"
	"time"

	"kartoteka/pipelines/kernel/address"
	"kartoteka/pipelines/kernel/email"
	"kartoteka/pipelines/kernel/empty"
	"kartoteka/pipelines/kernel/name"
	"kartoteka/pipelines/kernel/phone"
)

// kernelRun is one kernel over its texts.
type kernelRun struct {
	what  string
	texts []string
	one   func(string)
	bar   int // texts per second
	peer  string
}

// speed measures each kernel alone, on one core, over the labelled texts or made
// ones; the best of three rounds of a third of a second counts.
func (s *scorer) speed(ctx context.Context) error {
	s.title("Speed of the kernels, one core")
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	runs, err := s.kernelRuns()
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "  kernel\ttexts\tper second\tbar\t\tbest peer")
	for _, r := range runs {
		if len(r.texts) == 0 {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		rate := r.rate()
		verdict := "below"
		if rate >= r.bar {
			verdict = "reached"
		}
		fmt.Fprintf(w, "  %s\t%d\t%d\t%d\t%s\t%s\n", r.what, len(r.texts), rate, r.bar, verdict, r.peer)
	}
	return w.Flush()
}

func (r kernelRun) rate() int {
	best := 0
	for range 3 {
		started, done := time.Now(), 0
		for time.Since(started) < time.Second/3 {
			for _, t := range r.texts {
				r.one(t)
			}
			done += len(r.texts)
		}
		best = max(best, int(float64(done)/time.Since(started).Seconds()))
	}
	return best
}

func (s *scorer) kernelRuns() ([]kernelRun, error) {
	texts := map[string][]string{}
	for _, f := range []struct{ kind, pattern, column string }{
		{"PL", "addresses/pl_hard*.csv", "raw"}, {"US", "addresses/us_hard*.csv", "raw"}, {"", "addresses/world*.csv", "full_address"}, {"name", "names/names_hard*.csv", "raw"},
	} {
		err := s.read(f.pattern, func(_ string, rows []map[string]string) error {
			for _, r := range rows {
				kind := f.kind
				if kind == "" {
					if kind = strings.ToUpper(r["country_code"]); kind != "PL" && kind != "US" {
						kind = "other"
					}
				}
				texts[kind] = append(texts[kind], r[f.column])
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	persons, err := filepath.Glob(filepath.Join(s.data, "names", "person_labeled*.xml"))
	if err != nil {
		return nil, err
	}
	for _, p := range persons {
		_, raws, err := readTagged(p)
		if err != nil {
			return nil, err
		}
		texts["name"] = append(texts["name"], raws...)
	}
	p, mails := address.New(address.Options{}), email.Reader{}
	parse := func(country string) func(string) {
		return func(t string) {
			p.Parse(address.Input{Lines: strings.Split(t, "\n"), DefaultCountry: country})
		}
	}
	return []kernelRun{
		{"addresses, PL", texts["PL"], parse("PL"), 50000, "-"},
		{"addresses, US", texts["US"], parse("US"), 50000, "usaddress 11,000, scourgify 6,000"},
		{"addresses, other countries", texts["other"], parse(""), 20000, "-"},
		{"names", texts["name"], func(t string) { name.Parse(name.Input{Name: t, Country: "PL"}, empty.Words{}) }, 200000, "nameparser 6,000"},
		{"phones", phones(), func(t string) { phone.Parse(t, "PL", "PL", empty.Words{}) }, 200000, "phonenumbers 43,000"},
		{"e-mails", emails(), func(t string) { mails.Parse(t) }, 500000, "email-validator 18,000"},
	}, nil
}

// phones are made numbers as people write them, of Poland and the United States.
func phones() []string {
	var out []string
	for i := range 2000 {
		out = append(out, fmt.Sprintf([]string{"601 %03d %03d", "+48 22 621 %02d%03d", "60%d%06d", "(617) 555-%04d", "+1 212-555-%04d"}[i%5], numbers(i)...))
	}
	return out
}

func numbers(i int) []any {
	switch i % 5 {
	case 0:
		return []any{i % 1000, i * 7 % 1000}
	case 1:
		return []any{i % 100, i * 3 % 100}
	case 2:
		return []any{i % 9, i * 7919 % 1000000}
	}
	return []any{i % 10000}
}

// emails are made addresses, one in five with something to notice.
func emails() []string {
	var out []string
	for i := range 2000 {
		out = append(out, fmt.Sprintf([]string{"jan.lis%d@wp.pl", "Ewa.Zych%d@poczta.onet.pl", "carter%d@gmail.com", "biuro%d@firma-lis.example", "ewa%d@gmial.com"}[i%5], i))
	}
	return out
}
