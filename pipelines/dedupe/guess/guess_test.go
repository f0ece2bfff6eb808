package guess

import (
	"fmt"
	"strings"
	"testing"
)

// columnsOf reads a small table: a header, then rows, split at commas.
func columnsOf(text string) []Column {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	var out []Column
	for _, h := range strings.Split(lines[0], ",") {
		out = append(out, Column{Name: h})
	}
	for n := range 10 { // a sample long enough to be judged
		for _, line := range lines[1:] {
			for i, v := range strings.Split(line, ",") {
				out[i].Values = append(out[i].Values, strings.ReplaceAll(strings.TrimSpace(v), "#", fmt.Sprint(n)))
			}
		}
	}
	return out
}

func TestHeaders(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"polish", "Nr,Imię,Nazwisko,Data ur.,Ulica,Nr domu,Kod,Miejscowość,E-mail,Telefon,PESEL\nA#,Bogna,Wrzosek,1981-03-14,Długa,5,80-001,Gdańsk,b@poczta.example,500600701,81031400001\nB#,Jan,Jaskier,1979-11-02,Krótka,6,80-002,Sopot,j@poczta.example,500600702,79110200001",
			"Nr:key|Imię:given_name|Nazwisko:family_name|Data ur.:birth_date|Ulica:street|Nr domu:house_number|Kod:postcode|Miejscowość:city|E-mail:email|Telefon:phone|PESEL:compare"},
		{"german", "Kundennr,Vorname,Nachname,Geburtsdatum,PLZ,Ort,Straße\nA#,Jutta,Farn,01.02.1970,10115,Berlin,Rosenweg 5\nB#,Uwe,Efeu,03.04.1971,10117,Berlin,Nelkenweg 6",
			"Kundennr:key|Vorname:given_name|Nachname:family_name|Geburtsdatum:birth_date|PLZ:postcode|Ort:city|Straße:street"},
		{"blanks after commas", "rec_id, given_name, surname, street_number, address_1, address_2, suburb, state, date_of_birth, soc_sec_id\nx#,ivy,farn,6,rose street,willow,st ives,nsw,19081209,6988048\ny#,max,efeu,7,elm street,oak,bittern,qld,19090101,6988049",
			"rec_id:key| given_name:given_name| surname:family_name| street_number:house_number| address_1:street| address_2:compare| suburb:city| state:region| date_of_birth:birth_date| soc_sec_id:compare"},
		{"shops", "id,name,addr,city,phone,type,class\n1#,Blue Anchor Grill,5 Sea Road,Porthmere,01632 960123,fish,7\n2#,The Copper Kettle,9 High Street,Wexbury,01632 960456,tea,8",
			"id:key|name:company|addr:street|city:city|phone:phone|type:keep|class:never"},
		{"date in three", "fname,lname,by,bm,bd\nJutta,Farn,1970,1,2\nUwe,Efeu,1971,12,30",
			"fname:given_name|lname:family_name|by:birth_date|bm:birth_date|bd:birth_date"},
		{"camel", "customerFirstName,customerLastName,mobilePhone,homePhone,entityId\nIvy,Farn,07700900123,,1\nMax,Oak,07700900456,07700900457,1",
			"customerFirstName:given_name|customerLastName:family_name|mobilePhone:phone|homePhone:keep|entityId:never"},
		{"by value", "a,b,c,d\nJutta,Farn,j#@post.example,1970-01-0#\nUwe,Efeu,u#@post.example,1971-02-0#\nAnna,Mohn,a#@post.example,1981-03-1#",
			"a:given_name|b:family_name|c:email|d:birth_date"},
		{"contradiction", "email,name\nRosenweg 5,Jutta Farn\nNelkenweg 6,Uwe Efeu", "email:keep|name:name"},
	} {
		g := Of(columnsOf(c.table), Told{})
		var got []string
		for _, f := range g.Fields {
			what := f.Role
			if f.Role == Use {
				what = f.Field
			}
			got = append(got, f.Column+":"+what)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, s, c.want)
		}
	}
}

func TestCountries(t *testing.T) {
	for want, table := range map[string]string{
		"PL": "kod,telefon\n80-001,500600701\n30-002,500600702",
		"AU": "state,postcode\nnsw,2000\nqld,4000",
		"GB": "postcode,phone\nSW1A 1AA,07700900123\nM1 1AE,07700900124",
		"US": "state,zip\nCA,90001\nTX,73301",
	} {
		if g := Of(columnsOf(table), Told{}); g.Country != want {
			t.Errorf("got %s (%s), want %s", g.Country, g.CountryWhy, want)
		}
	}
	if g := Of(columnsOf("dob\n12/31/1980\n01/15/1970"), Told{}); !g.MonthFirst {
		t.Error("the month stands first")
	}
}

func TestToldWins(t *testing.T) {
	g := Of(columnsOf("a,first_name,x\nFarn,Jutta,1\nEfeu,Uwe,2"), Told{Fields: map[string][]string{"family_name": {"a"}}, Compare: []string{"x"}, Only: true})
	if got := strings.Join(g.Columns("family_name"), ""); got != "a" || g.Fields[1].Role != Keep || g.Fields[2].Role != Compare {
		t.Errorf("got %+v", g.Fields)
	}
}
