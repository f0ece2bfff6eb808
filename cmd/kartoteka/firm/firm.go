// Package firm makes an invented firm of any size for benchmarks: a project
// and the files that its systems would drop. Every person stands in the CRM,
// some of them again in the web shop with another spelling; they are mailed,
// they order, some pieces come back. Equal sizes and seeds give equal bytes.
package firm

import (
	"bufio"
	"embed"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"
)

//go:embed project
var project embed.FS

// Write makes the project and files of a firm with that many people in dir and
// returns the number of data rows written.
func Write(dir string, people int, seed uint64) (rows int, err error) {
	if err := copyProject(dir); err != nil {
		return 0, err
	}
	f := &maker{dir: dir, rng: rand.New(rand.NewPCG(seed, 1))}
	for _, name := range []string{"sources/crm.csv", "sources/webshop.jsonl", "orders/online.csv", "campaigns/campaigns.csv", "campaigns/mailfile_C1.csv", "returns/stickers.csv"} {
		if err := f.open(name); err != nil {
			return 0, err
		}
	}
	f.line("sources/crm.csv", "id;surname;name;born;street;postcode;city;phone;email;changed")
	f.line("orders/online.csv", "order_id,created,customer,email,street,postcode,city,coupon,total,currency")
	f.line("campaigns/campaigns.csv", "campaign_id,name,channel,drop,in_home,days,cost,fee,currency,margin,rule,code,keys")
	f.line("campaigns/campaigns.csv", "C1,Spring,postcard,2026-01-05,2026-01-09,42,2.00,1.00,PLN,0.40,shared,WIOSNA26,KA")
	f.line("campaigns/mailfile_C1.csv", "piece_id,cell,segment,source,source_key,name,street,postcode,city,coupon,key_code")
	f.line("returns/stickers.csv", "piece;day;reason;new_address")
	for i := range people {
		f.person(i)
	}
	return f.rows, f.close()
}

func copyProject(dir string) error {
	return fs.WalkDir(project, "project", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := project.ReadFile(path)
		if err != nil {
			return err
		}
		to := filepath.Join(dir, filepath.FromSlash(strings.TrimPrefix(path, "project/")))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return fmt.Errorf("make the firm: %w", err)
		}
		return os.WriteFile(to, text, 0o644)
	})
}

type maker struct {
	dir   string
	rng   *rand.Rand
	files map[string]*output
	rows  int
	err   error
}

type output struct {
	file *os.File
	*bufio.Writer
}

func (f *maker) open(name string) error {
	path := filepath.Join(f.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("make the firm: %w", err)
	}
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("make the firm: %w", err)
	}
	if f.files == nil {
		f.files = map[string]*output{}
	}
	f.files[name] = &output{file, bufio.NewWriterSize(file, 1<<16)}
	return nil
}

func (f *maker) line(name, text string) {
	if _, err := f.files[name].WriteString(text + "\n"); err != nil && f.err == nil {
		f.err = err
	}
	f.rows++
}

func (f *maker) close() error {
	for _, o := range f.files {
		if err := o.Flush(); err != nil && f.err == nil {
			f.err = err
		}
		if err := o.file.Close(); err != nil && f.err == nil {
			f.err = err
		}
	}
	return f.err
}

// person writes everything about one person.
func (f *maker) person(i int) {
	g, s := pick(f.rng, given), pick(f.rng, family)
	if strings.HasSuffix(g, "a") && strings.HasSuffix(s, "ski") {
		s = strings.TrimSuffix(s, "i") + "a"
	}
	street, house := pick(f.rng, streets), 1+f.rng.IntN(140)
	town := f.rng.IntN(len(towns))
	postcode := fmt.Sprintf("%02d-%03d", 10+town*3, f.rng.IntN(900))
	flat := 1 + f.rng.IntN(60)
	phone := fmt.Sprintf("6%08d", f.rng.IntN(100_000_000))
	email := fmt.Sprintf("%s.%s%d@example.com", plain(g), plain(s), i)
	born := time.Date(1940+f.rng.IntN(65), time.Month(1+f.rng.IntN(12)), 1+f.rng.IntN(28), 0, 0, 0, 0, time.UTC)
	told := time.Date(2015+f.rng.IntN(10), time.Month(1+f.rng.IntN(12)), 1+f.rng.IntN(28), 0, 0, 0, 0, time.UTC)
	f.line("sources/crm.csv", fmt.Sprintf("K%07d;%s;%s;%s;ul. %s %d/%d;%s;%s;%s;%s;%s", i, s, g, born.Format("02.01.2006"), street, house, flat, postcode, towns[town], phone, email, told.Format(time.DateOnly)))
	web := f.rng.IntN(10) < 6
	if web {
		f.line("sources/webshop.jsonl", fmt.Sprintf(`{"id":"W%07d","created":"%s","first":"%s","last":"%s","email":"%s","phone":"+48%s","address":{"line":"%s %d m. %d","code":"%s","city":"%s"}}`,
			i, told.AddDate(0, 1, 0).Format(time.DateOnly), g, strings.ToUpper(s), email, phone, street, house, flat, strings.ReplaceAll(postcode, "-", ""), towns[town]))
	}
	f.campaign(i, g+" "+s, fmt.Sprintf("%s %d/%d", street, house, flat), postcode, towns[town], email, web)
}

// campaign mails half of the people, holds one in ten back, and lets some
// order or move.
func (f *maker) campaign(i int, name, line, postcode, town, email string, web bool) {
	mailed := i%2 == 0
	if mailed {
		cell, piece := "test", Piece("J", i)
		if i%20 == 0 {
			cell, piece = "control", ""
		}
		f.line("campaigns/mailfile_C1.csv", fmt.Sprintf("%s,%s,A,crm,K%07d,%s,%s,%s,%s,WIOSNA26,KA", piece, cell, i, name, line, postcode, town))
		if piece != "" && f.rng.IntN(40) == 0 {
			f.line("returns/stickers.csv", piece+";"+time.Date(2026, 1, 12+f.rng.IntN(15), 0, 0, 0, 0, time.UTC).Format(time.DateOnly)+";"+pick(f.rng, stickers)+";")
		}
	}
	for range f.rng.IntN(2) {
		day := time.Date(2026, 1, 1, 8, f.rng.IntN(600), 0, 0, time.UTC).AddDate(0, 0, f.rng.IntN(80))
		customer, code := "", ""
		if web {
			customer = fmt.Sprintf("W%07d", i)
		}
		if mailed && f.rng.IntN(4) == 0 {
			code = "WIOSNA26"
		}
		f.line("orders/online.csv", fmt.Sprintf("O%07d,%s,%s,%s,%s,%s,%s,%s,%d.%02d,PLN", i, day.Format("2006-01-02T15:04:05"), customer, email, line, postcode, town, code, 20+f.rng.IntN(300), f.rng.IntN(100)))
	}
}

func pick(r *rand.Rand, words []string) string { return words[r.IntN(len(words))] }

var folder = strings.NewReplacer("ą", "a", "ć", "c", "ę", "e", "ł", "l", "ń", "n", "ó", "o", "ś", "s", "ź", "z", "ż", "z", "Ł", "l", "Ż", "z", "Ś", "s")

func plain(s string) string { return strings.ToLower(folder.Replace(s)) }

// Piece is a letter, eight digits and the MOD 10 check digit of a keyline.
func Piece(letter string, n int) string {
	text := fmt.Sprintf("%s%08d", letter, n)
	sum := 0
	for i, c := range text {
		v := int(c & 15)
		if i%2 == 0 {
			v *= 2
		}
		sum += v/10 + v%10
	}
	return text + fmt.Sprint((10-sum%10)%10)
}
