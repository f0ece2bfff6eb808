package response

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// worlds are the labelled firms to compare with: the one beside the repository
// and, when KARTOTEKA_WORLD names it, a generated one.
func worlds(t testing.TB) map[string]string {
	t.Helper()
	shared := os.Getenv("KARTOTEKA_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	found := map[string]string{}
	for name, dir := range map[string]string{"shared": filepath.Join(shared, "data", "world"), "generated": os.Getenv("KARTOTEKA_WORLD")} {
		if _, err := os.Stat(filepath.Join(dir, "truth", "response_summary.json")); dir != "" && err == nil {
			abs, err := filepath.Abs(dir)
			if err != nil {
				t.Fatal(err)
			}
			found[name] = abs
		}
	}
	if len(found) == 0 {
		t.Skip("SKIPPED: no labelled world: set KARTOTEKA_SHARED or place shared beside the repository")
	}
	return found
}

// TestWorldWithTrueIdentities: with the true contact on every order and piece,
// every figure of every campaign equals the truth, and so does the credit of
// every counted order.
func TestWorldWithTrueIdentities(t *testing.T) {
	for name, dir := range worlds(t) {
		t.Run(name, func(t *testing.T) {
			r := runWorld(t, dir)
			compareFigures(t, r, dir)
			compareOrders(t, r, dir)
		})
	}
}

const worldStep = `- response: campaign_response
  from:
    campaigns: in_campaigns
    pieces: in_pieces
    orders: [in_online, in_phone]
    changes: in_changes
    contacts: in_contacts
    returns: in_returns
    objections: in_objections
  makes: {orders: orders, pieces: pieces, campaigns: campaigns, purchases: contact_purchases}
  cuts: [segment, channel, rep]
`

func runWorld(t testing.TB, dir string) *pipelines.Run {
	t.Helper()
	ctx := context.Background()
	exported := t.TempDir()
	phone := filepath.Join(exported, "phone.csv")
	writePhoneOrders(t, dir, phone)
	db, err := duck.Open(ctx, duck.Options{AllowedDirs: []string{dir, exported}})
	must(t, err)
	t.Cleanup(func() { must(t, db.Close()) })
	file := func(name string) string { return duck.Quote(filepath.Join(dir, name)) }
	for _, stmt := range []string{
		`CREATE TABLE truth AS SELECT order_id, 'P' || person_id AS contact_id FROM read_parquet(` + file("truth/orders.parquet") + `)`,
		`CREATE TABLE rekeyed AS SELECT order_id, regexp_extract(why, 'WEB-\d+') AS same FROM read_parquet(` + file("truth/duplicate_orders.parquet") + `)`,
		`CREATE TABLE in_online AS SELECT o.order_id, TRY_CAST(created_at AS TIMESTAMP) AS ordered_at, CAST(ordered_at AS DATE) AS ordered_on, 'online' AS channel,
			coupon_code AS coupon, TRY_CAST(total AS DECIMAL(18,2)) AS amount, currency, contact_id
			FROM read_csv(` + file("orders/online_orders.csv") + `, all_varchar = true, ignore_errors = true) o JOIN truth USING (order_id)`,
		`CREATE TABLE in_phone AS SELECT p.order_id, strptime(ordered_on, '%d.%m.%Y')::DATE AS ordered_on, 'phone' AS channel, rep, key_code, coupon,
			CAST(REPLACE(amount, ',', '.') AS DECIMAL(18,2)) AS amount, currency, same_as, COALESCE(t.contact_id, s.contact_id) AS contact_id
			FROM read_csv(` + duck.Quote(phone) + `, all_varchar = true, header = true) p LEFT JOIN truth t USING (order_id)
			LEFT JOIN rekeyed k ON k.order_id = p.order_id LEFT JOIN truth s ON s.order_id = k.same
			WHERE t.order_id IS NOT NULL OR k.order_id IS NOT NULL`,
		`CREATE TABLE in_changes AS SELECT order_id, type AS kind, CAST(amount AS DECIMAL(18,2)) AS amount, currency FROM read_csv(` + file("orders/cancellations.csv") + `, all_varchar = true)`,
		`CREATE TABLE in_campaigns AS SELECT campaign_id, name, channel, CAST(drop_date AS DATE) AS drop_date, CAST(in_home_date AS DATE) AS in_home_date,
			CAST(window_days AS INTEGER) AS window_days, CAST(cost_per_piece AS DECIMAL(18,4)) AS cost_per_piece, CAST(return_fee_per_piece AS DECIMAL(18,4)) AS return_fee,
			CAST(margin_rate AS DECIMAL(18,4)) AS margin, currency, coupon_rule, coupon_code, key_codes, CAST(control_share AS DOUBLE) AS control_share
			FROM read_csv(` + file("campaigns/campaigns.csv") + `, all_varchar = true)`,
		`CREATE TABLE in_pieces AS SELECT p.piece_id, regexp_extract(p.filename, 'mailfile_(.+)\.csv', 1) AS campaign_id, cell, segment, coupon_code AS coupon, key_code, 'P' || r.person_id AS contact_id
			FROM read_csv(` + file("campaigns/mailfile_*.csv") + `, all_varchar = true, filename = true) p LEFT JOIN read_parquet(` + file("truth/records.parquet") + `) r USING (source, source_key)`,
		`CREATE TABLE in_contacts AS SELECT 'P' || person_id AS contact_id, CAST(household_id AS VARCHAR) AS household_id FROM read_parquet(` + file("truth/people.parquet") + `)`,
		`CREATE TABLE in_returns AS SELECT piece_id, file <> 'returns/email_bounces.csv' AND file <> 'returns/ncoa_result.csv' OR canonical_reason = 'bounce_hard' AS came_back FROM read_parquet(` + file("truth/returns.parquet") + `)`,
		`CREATE TABLE in_objections AS SELECT 'P' || person_id AS contact_id, channel, day AS since FROM read_parquet(` + file("truth/suppression.parquet") + `)`,
	} {
		if err := db.Exec(ctx, stmt); err != nil {
			t.Fatalf("%v\n%s", err, stmt)
		}
	}
	var problems config.Problems
	entry, _ := config.EntryOf(config.Parse("world.yaml", []byte(worldStep), &problems).Items()[0], &problems)
	options := Spec().Options()
	config.Decode(entry.Body, options, &problems)
	step, more := Spec().New(entry, options, pipelines.Setting{})
	if problems = append(problems, more...); len(problems) > 0 {
		t.Fatal(problems)
	}
	run, journal := pipelines.NewRun(db, &config.Project{}, time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC))
	start := time.Now()
	accounts, err := step.Run(ctx, run)
	must(t, err)
	t.Logf("%v, account %+v, warnings %v", time.Since(start).Round(time.Millisecond), accounts, journal.Warnings)
	return run
}

// writePhoneOrders brings the monthly files of both kinds into one CSV.
func writePhoneOrders(t testing.TB, dir, path string) {
	t.Helper()
	out, err := os.Create(path)
	must(t, err)
	defer func() { must(t, out.Close()) }()
	w := csv.NewWriter(out)
	must(t, w.Write([]string{"order_id", "ordered_on", "rep", "customer", "name", "phone", "key_code", "coupon", "amount", "currency", "same_as"}))
	for _, row := range append(phoneCSV(t, dir), phoneSheets(t, dir)...) {
		if _, err := time.Parse("02.01.2006", row[1]); err == nil && len(row) == 11 {
			must(t, w.Write(row))
		}
	}
	w.Flush()
	must(t, w.Error())
}

func phoneCSV(t testing.TB, dir string) (rows [][]string) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "orders", "phone_orders_*.csv"))
	must(t, err)
	for _, name := range names {
		f, err := os.Open(name)
		must(t, err)
		r := csv.NewReader(charmap.Windows1250.NewDecoder().Reader(f))
		r.Comma, r.FieldsPerRecord = ';', -1
		all, err := r.ReadAll()
		must(t, err)
		must(t, f.Close())
		rows = append(rows, all[1:]...)
	}
	return rows
}

func phoneSheets(t testing.TB, dir string) (rows [][]string) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "orders", "phone_orders_*.xlsx"))
	must(t, err)
	for _, name := range names {
		book, err := excelize.OpenFile(name)
		must(t, err)
		all, err := book.GetRows("Zamówienia", excelize.Options{RawCellValue: true})
		must(t, err)
		must(t, book.Close())
		for _, row := range all[1:] {
			for len(row) < 11 {
				row = append(row, "")
			}
			if serial, err := strconv.ParseFloat(row[1], 64); err == nil {
				day, err := excelize.ExcelDateToTime(serial, false)
				must(t, err)
				row[1] = day.Format("02.01.2006")
			}
			rows = append(rows, row)
		}
	}
	return rows
}

var decimalForm = regexp.MustCompile(`^-?\d+\.\d\d$`)

// compareFigures compares every leaf of the truth with its column.
func compareFigures(t *testing.T, r *pipelines.Run, dir string) {
	t.Helper()
	var truth struct{ Campaigns []map[string]any }
	text, err := os.ReadFile(filepath.Join(dir, "truth", "response_summary.json"))
	must(t, err)
	must(t, json.Unmarshal(text, &truth))
	equal, whole := 0, 0
	for _, c := range truth.Campaigns {
		id := c["campaign_id"].(string)
		leaves := map[string]any{}
		flatten(c, "", leaves)
		for _, name := range sortedKeys(leaves) {
			want := leaves[name]
			var got any
			err := r.DB.One(context.Background(), queryOf(name, id), &got)
			must(t, err)
			whole++
			if same(want, got) {
				equal++
				continue
			}
			t.Errorf("%s %s = %v, want %v", id, name, got, want)
		}
	}
	t.Logf("%d of %d figures equal", equal, whole)
}

// queryOf finds the column of a leaf: amounts by currency stand in
// campaign_money, everything else in campaign_response.
func queryOf(name, campaign string) string {
	where := " WHERE cut = 'all' AND campaign_id = " + duck.Quote(campaign)
	money := map[string]string{"revenue": "revenue", "passalong_revenue": "passalong_revenue", "aov": "aov",
		"lift.test_revenue": "lift_test_revenue", "lift.control_revenue": "lift_control_revenue", "lift.incremental_revenue": "incremental_revenue"}
	cost := map[string]string{"cost.total": "cost", "cost.wasted_on_returned": "wasted", "cost.per_responder": "per_responder",
		"cost.per_order": "per_order", "cost.profit": "profit", "cost.currency": "currency"}
	if column, ok := cost[name]; ok {
		return "SELECT CAST(" + column + " AS VARCHAR) FROM campaign_money" + where + " AND cost IS NOT NULL"
	}
	if i := strings.LastIndex(name, "."); i > 0 {
		if column, ok := money[name[:i]]; ok {
			return "SELECT CAST(" + column + " AS VARCHAR) FROM campaign_money" + where + " AND currency = " + duck.Quote(name[i+1:])
		}
	}
	return "SELECT " + duck.Ident(strings.ReplaceAll(name, ".", "_")) + " FROM campaign_response" + where
}

func flatten(v any, prefix string, out map[string]any) {
	switch x := v.(type) {
	case map[string]any:
		for k, w := range x {
			flatten(w, strings.TrimPrefix(prefix+"."+k, "."), out)
		}
	case []any:
		for i, w := range x {
			if _, list := w.([]any); !list {
				flatten(w, fmt.Sprintf("%s.%d", prefix, i), out)
			}
		}
	default:
		if prefix != "campaign_id" {
			out[prefix] = v
		}
	}
}

func same(want, got any) bool {
	if want == nil || got == nil {
		return want == nil && got == nil
	}
	if w, text := want.(string); text {
		return fmt.Sprint(got) == w && (decimalForm.MatchString(w) || len(w) == 3)
	}
	g, err := strconv.ParseFloat(fmt.Sprint(got), 64)
	w := want.(float64)
	return err == nil && abs(g-w) <= 1e-8*max(1, abs(w))
}

func abs(x float64) float64 { return max(x, -x) }

func sortedKeys(m map[string]any) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// compareOrders compares the credit of every counted order, and the days of
// the curves.
func compareOrders(t *testing.T, r *pipelines.Run, dir string) {
	t.Helper()
	var orders, wrong, days int64
	must(t, r.DB.One(context.Background(), `SELECT COUNT(*), COUNT(*) FILTER (WHERE a.campaign_id IS DISTINCT FROM x.campaign_id OR a.rung IS DISTINCT FROM x.level
		OR a.piece_id IS DISTINCT FROM x.piece_id OR CAST(a.net * 100 AS BIGINT) IS DISTINCT FROM x.net_cents OR a.currency IS DISTINCT FROM x.currency
		OR list_sort(string_split(a.flags, ' ')) IS DISTINCT FROM list_sort(string_split(x.flags, ' '))
		OR a.responder_id IS DISTINCT FROM 'P' || x.responder_person_id)
		FROM read_parquet(`+duck.Quote(filepath.Join(dir, "truth/response.parquet"))+`) x FULL JOIN order_attribution a USING (order_id) WHERE counted OR counted IS NULL`, &orders, &wrong))
	if wrong > 0 {
		t.Errorf("%d of %d counted orders are credited wrongly", wrong, orders)
	}
	must(t, r.DB.One(context.Background(), `SELECT COUNT(*) FROM (
		SELECT u.campaign_id, CAST(d[1] AS INTEGER) AS day, CAST(d[2] AS BIGINT) AS so_far
		FROM (SELECT c.campaign_id, UNNEST(c.cumulative_orders_by_day) AS d FROM (SELECT UNNEST(campaigns) AS c FROM read_json(`+duck.Quote(filepath.Join(dir, "truth/response_summary.json"))+`))) u) AS x
		FULL JOIN (SELECT campaign_id, day, cumulative_orders FROM campaign_curve WHERE orders > 0) AS g ON g.campaign_id = x.campaign_id AND g.day = x.day
		WHERE x.so_far IS DISTINCT FROM g.cumulative_orders`, &days))
	if days > 0 {
		t.Errorf("%d days of the curves differ", days)
	}
	t.Logf("%d counted orders, %d wrong", orders, wrong)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
