package response

import (
	"strings"
	"testing"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/steptest"
)

// with adds lines to the example.
func with(lines ...string) string { return example + "  " + strings.Join(lines, "\n  ") + "\n" }

// credits runs the example with other options and gives order, campaign, rung,
// net and flags of the orders named.
func credits(t *testing.T, yaml string, orders ...string) string {
	t.Helper()
	b := steptest.Execute(t, Spec(), steptest.Options{YAML: yaml})
	var out []string
	for _, line := range strings.Split(b.Dump(t, "order_attribution", "order_id", "campaign_id", "rung", "weight", "net", "flags"), "\n") {
		for _, o := range orders {
			if strings.HasPrefix(line, o+"|") {
				out = append(out, line)
			}
		}
	}
	return strings.Join(out, "\n")
}

func TestOptions(t *testing.T) {
	for _, c := range []struct{ name, yaml, orders, want string }{
		{"latest of two campaigns", example, "W5", "W5|SUMMER|recency|1.0|20.00|"},
		{"equal shares, odd cent to the later", with("overlap: equal"), "W5",
			"W5|SPRING|recency|0.5|10.00|\nW5|SUMMER|recency|0.5|10.00|"},
		{"shares halve with age", with("overlap: decay", "half_life: 14d"), "W5",
			"W5|SPRING|recency|0.3333333333333333|6.67|\nW5|SUMMER|recency|0.6666666666666666|13.33|"},
		{"a shared code passed along goes on", with("coupons: {pass_along: continue}"), "W4", "W4|∅|organic|1.0|70.00|code_passalong"},
		{"the code of a returned piece is not credited", with("coupons: {returned_piece: ignore}"), "W7", "W7|∅|organic|1.0|60.00|code_of_returned_piece"},
		{"two uses of one code", with("coupons: {uses: 2}"), "W3", "W3|SPRING|code_unique|1.0|20.00|"},
		{"people of returned pieces can respond", with("eligible: mailed"), "T1", "T1|SPRING|key_code|1.0|80.00|"},
		{"recency only", with("rungs: [recency]"), "W1 W7", "W1|SPRING|recency|1.0|100.00|\nW7|∅|organic|1.0|60.00|"},
		{"a window that opens at the drop and stays longer", with("window: {from: drop_date, grace: 80}"), "T4",
			"T4|SPRING|recency|1.0|12.34|code_reused key_unknown"},
		{"key codes typed on the web", with("key_codes: {channels: [online]}"), "T6", "T6|SPRING|recency|1.0|45.00|"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := credits(t, c.yaml, strings.Fields(c.orders)...); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestProblems: what is wrong with a declaration is named before a run.
func TestProblems(t *testing.T) {
	for _, c := range []struct{ name, yaml, want string }{
		{"a cut that no table has", strings.Replace(example, "[segment, channel]", "[segmnt]", 1), "has the column segmnt"},
		{"a table without the columns of its role", strings.Replace(example, "campaigns: declared_campaigns", "campaigns: corrections", 1), "has no column campaign_id"},
		{"one name for two tables", strings.Replace(example, "makes: {", "makes: {orders: campaign_money, ", 1), "two tables of this step"},
		{"a rung that does not exist", with("rungs: [code_uniqe]"), "not one of"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := problems(t, c.yaml); !strings.Contains(got, c.want) {
				t.Errorf("problems %q do not say %q", got, c.want)
			}
		})
	}
}

// problems decodes and plans the example's project with other YAML.
func problems(t *testing.T, yaml string) string {
	t.Helper()
	b := steptest.Prepare(t, Spec(), steptest.Options{})
	var ps config.Problems
	entry, _ := config.EntryOf(config.Parse("p.yaml", []byte(yaml), &ps).Items()[0], &ps)
	options := Spec().Options()
	config.Decode(entry.Body, options, &ps)
	step, more := Spec().New(entry, options, pipelines.Setting{})
	ps = append(ps, more...)
	in := map[string]*pipelines.Table{}
	for _, i := range step.Inputs() {
		if table, ok := b.Run.Table(i.Table.Value); ok {
			in[table.Name] = table
		}
	}
	_, more = step.Plan(in)
	var text strings.Builder
	for _, p := range append(ps, more...) {
		text.WriteString(p.String() + "\n")
	}
	return text.String()
}

// TestForecast: an open campaign is compared with finished ones of its channel.
// Spring had 5 of 6 orders by its day 17; summer has 2 by then, so it will have
// 2 / (5/6) = 2.4 on day 18.
func TestForecast(t *testing.T) {
	spec := Spec()
	spec.Fixture = strings.Replace(spec.Fixture, "'email', DATE", "'postcard', DATE", 1)
	b := steptest.Execute(t, spec, steptest.Options{AsOf: time.Date(2025, 4, 6, 0, 0, 0, 0, time.UTC)})
	got := b.Dump(t, "campaign_curve", "campaign_id", "day", "cumulative_orders", "forecast", "still_open")
	for _, want := range []string{"SPRING|18|6|∅|false", "SUMMER|17|2|∅|true", "SUMMER|18|∅|2.4|true"} {
		if !strings.Contains(got, want+"\n") {
			t.Errorf("no line %s in\n%s", want, got)
		}
	}
}
