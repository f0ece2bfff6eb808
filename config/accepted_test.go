package config

import (
	"strings"
	"testing"
	"time"
)

const acceptedHead = "check,rule,record,until,by,reason,on\n"

func TestAcceptedIsReadBackAsWritten(t *testing.T) {
	var p Problems
	text := acceptedHead + "c,\"not_null a, b\",crm:1,2026-06-30,anna,\"no name, no letter\",2026-03-31\nd,r,*,2026-04-01,jan,x,2026-03-31\n"
	list := ParseAccepted([]byte("\ufeff"+text), &p)
	if len(p) > 0 || len(list) != 2 || list[0].At.Line != 2 || list[1].Record != EveryRecord {
		t.Fatalf("%v %v", p, list)
	}
	if got := string(AcceptedBytes([]Acceptance{list[1], list[0]})); got != text {
		t.Errorf("%s", got)
	}
	day := time.Date(2026, 6, 30, 0, 0, 0, 0, time.UTC)
	if !list[0].Holds(day) || list[0].Holds(day.AddDate(0, 0, 1)) {
		t.Error("until is the last day")
	}
	again := list[0]
	again.By = "ola"
	if all := Accept(list, again, Acceptance{Check: "e"}); len(all) != 3 || all[0].By != "ola" || list[0].By != "anna" {
		t.Errorf("%v", all)
	}
}

func TestMistakesInAccepted(t *testing.T) {
	for text, want := range map[string]string{
		"check,rule,record\n":                                                               "issues/accepted.csv:1:1: the columns are check,rule,record; write check,rule,record,until,by,reason,on",
		acceptedHead + "c,r,1,31.03.2026,a,b,2026-03-31\n":                                  "issues/accepted.csv:2:7: until \"31.03.2026\" is not a date; write it as 2026-03-31",
		acceptedHead + "c,r,1,2026-03-30,a,b,2026-03-31\n":                                  "issues/accepted.csv:2:7: until lies before on",
		acceptedHead + "c,r,,2026-03-31,a,b,2026-03-31\n":                                   "issues/accepted.csv:2:5: the column record is empty; write the record's key, or * for every record",
		acceptedHead + "c,r,1,2026-03-31,,b,2026-03-31\n":                                   "issues/accepted.csv:2:18: the column by is empty",
		acceptedHead + "c,r,1\n":                                                            "issues/accepted.csv:2:1: the line has 3 values, 7 are expected",
		acceptedHead + "c,r,1,2026-03-31,a,b,2026-03-31\nc,r,1,2026-04-01,a,b,2026-03-31\n": "issues/accepted.csv:3:1: the issue is accepted twice; the first is at issues/accepted.csv:2:1",
		acceptedHead + "c,r,\"1,2026-03-31,a,b,2026-03-31\n":                                "issues/accepted.csv:2:",
	} {
		var p Problems
		ParseAccepted([]byte(text), &p)
		if got := p.Error(); !strings.HasPrefix(got, want) {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
