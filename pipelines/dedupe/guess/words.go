package guess

import (
	"strings"

	"kartoteka/pipelines/kernel/fold"
)

// Fields that are no columns of the language by themselves.
const (
	birthYear, birthMonth, birthDay = "birth_year", "birth_month", "birth_day"
	oneOf                           = "identifier"  // of a person or firm, wherever it stands
	trait                           = "description" // of a person or firm
	never                           = "number"      // of rows, or the answer
)

// dictionary lists the headers of each field, folded to letters and digits.
var dictionary = []struct{ field, words string }{
	{"given_name", "firstname fname first given givenname gname forename forenames givennames firstnames christianname firstnm nmfirst imie imiona pierwszeimie vorname vornamen rufname prenom nombre nome"},
	{"middle_name", "middlename middle mname midname middlenames middleinitial mi minit midlnm secondname drugieimie zweitername zweitvorname"},
	{"family_name", "lastname last lname surname familyname family sirname lastnm nmlast nazwisko nachname familienname zuname apellido apellidos cognome nomdefamille"},
	{"name", "name fullname wholename personname completename firstandsurname firstandlastname firstlastname nameline displayname imieinazwisko imienazwisko nazwiskoiimie nazwiskoimie vollername vorundnachname nameundvorname osoba klient kunde customer client person patient"},
	{"company", "company companyname firm firma firmname nazwafirmy nazwapelna nazwaskrocona organisation organization organisationname organizationname org orgname business businessname firmenname unternehmen przedsiebiorstwo nazwa nazwaodbiorcy sitename storename shopname vendor vendorname supplier suppliername merchant merchantname legalname tradingname tradename dba restaurant restaurantname hotel hotelname establishment establishmentname venue venuename facility facilityname providername institution institutionname accountname dostawca kontrahent betrieb praxis corporatename entityname"},
	{"birth_date", "dob dateofbirth birthdate birthday bdate birth born birthdt datebirth datofbirth dateofbirthdob dataurodzenia dataur urodzony urodzona geburtsdatum gebdatum gebdat geburtstag geboren geb datedenaissance"},
	{birthYear, "yob yearofbirth birthyear byear by rokurodzenia geburtsjahr birthyr"},
	{birthMonth, "mob monthofbirth birthmonth bmonth bm miesiacurodzenia geburtsmonat birthmo"},
	{birthDay, "dayofbirth birthday bday bd dzienurodzenia birthdayofmonth"},
	{"gender", "gender sex sexcode gendercode plec geschlecht sexe"},
	{"prefix", "title salutation prefix nameprefix honorific tytul zwrot anrede titel namenstitel"},
	{"name_suffix", "suffix namesuffix generation gensuffix namesufx sufx"},
	{"email", "email emailaddress mail emailaddr emial eml adresemail poczta pocztaelektroniczna emailadresse mailaddress mailadresse emailid"},
	{"phone", "phone telephone tel telno phoneno phonenumber phonenum telephonenumber mobile mobilephone mobilenumber mobileno cell cellphone telefon telefonnummer telefonnr handy handynummer komorka nrtel nrtelefonu numertelefonu kom telkom telefonkomorkowy telefonstacjonarny mobil mobiltelefon homephone workphone landline rufnummer contactnumber msisdn"},
	{"address", "address fulladdress adres adrespelny adreskorespondencyjny adreszamieszkania anschrift adresse addr mailingaddress postaladdress addresslines wholeaddress domicile"},
	{"street", "street streetname streetnm streetaddress staddress address1 addressline1 addrline1 addr1 add1 line1 adres1 ulica ul strasse strassenname str road roadname strasseundhausnummer ulicainumer addressstreet rue"},
	{"house_number", "streetnumber streetno streetnum housenumber houseno housenum house hsno hsnum nrdomu numerdomu nr dom hausnummer hausnr nrbudynku numerbudynku buildingnumber buildingno addressnumber stnumber"},
	{"unit", "flat flatno flatnumber apt apartment aptno aptnumber apartmentnumber unit unitno unitnumber unitnum suite suiteno mieszkanie nrmieszkania numermieszkania nrlokalu lokal wohnung wohnungsnummer"},
	{"postcode", "postcode zip zipcode postalcode postcod pcode postal zip5 kod kodpocztowy plz postleitzahl postcd codepostal"},
	{"city", "city town suburb locality municipality miasto miejscowosc ort stadt wohnort cityname posttown village citytown ville rescity rescitydesc placename"},
	{"region", "state province region county statecode wojewodztwo bundesland voivodeship statecd stateprovince statename"},
	{"country", "country countrycode kraj land nation panstwo countryname"},
	{oneOf, "ssn socsecid socialsecurity socialsecuritynumber socialsecurityno socialsecurityid socsec socsecno nationalid nationalidnumber nationalinsurance nationalinsurancenumber nin nino nhs nhsno nhsnumber pesel nrpesel passport passportno passportnumber paszport nrpaszportu driverslicense driverlicense driverslicence driverslicensenumber licensenumber svnr svnummer sozialversicherungsnummer steuerid steueridentifikationsnummer taxid taxno taxnumber tin personalausweis personalausweisnummer nrdowodu dowod idcard idcardnumber medicare medicareno medicarenumber nip nrnip vat vatid vatno vatnumber vatregno regon nrregon krs nrkrs ein duns dunsnumber abn acn companynumber companyregistrationnumber registrationnumber ustid ustidnr steuernummer lei siren siret taxpayerid"},
	{trait, "birthplace placeofbirth miejsceurodzenia geburtsort birthcity birthtown birthcountry countryofbirth occupation job jobtitle profession zawod beruf maidenname nazwiskopanienskie nazwiskorodowe geburtsname birthname mothersname mothername mothersmaidenname imiematki fathersname fathername imieojca nationality address2 addressline2 addrline2 addr2 add2 line2 adres2 address3 addressline3 website url www homepage webpage web domain"},
	{never, "id uuid guid recid uniqueid rowid index idx unnamed0 key pk recordid recordno recordnumber rownum rownumber lp cluster clusterid clusterno entity entityid group groupid truth label labels gold goldid truecluster trueid matchid personid duplicateof duplicate dup isduplicate ismatch household householdid pair pairid block blocking masterid mdmid goldenid goldenrecord canonicalid crid globalid class source sourceid dataset table kundennr kundennummer customerno customernumber customerid custno nrklienta numerklienta idklienta clientno clientnumber clientid accountno accountnumber accountid memberno memberid membernumber voterid voterno patientid patientno employeeid employeeno invoiceno orderno orderid personno personnr mitgliedsnr mitgliedsnummer idosoby siteid storeid laufendenummer lfdnr"},
}

// table maps headers to fields.
func table() map[string]string {
	out := map[string]string{}
	for _, d := range dictionary {
		for _, w := range strings.Fields(d.words) {
			if _, taken := out[w]; !taken {
				out[w] = d.field
			}
		}
	}
	return out
}

// idle are words at the ends of a header that say whose field it is or how it was
// handled, and not what it holds.
func idle(word string) bool {
	switch word {
	case "customer", "cust", "client", "contact", "person", "personal", "patient", "voter", "member", "user", "subscriber", "subject", "applicant",
		"donor", "owner", "buyer", "klient", "klienta", "klientki", "kunde", "kunden", "osoba", "osoby", "home", "residential", "residence", "res", "primary",
		"main", "default", "current", "fake", "raw", "str", "txt", "text", "value", "val", "clean", "cleaned", "std", "normalized", "normalised", "original",
		"orig", "the", "of", "do", "na", "dla", "number1", "1", "c", "c1", "a", "my", "nm", "col", "field", "attr", "billing", "shipping", "delivery", "business", "site", "store":
		return true
	}
	return false
}

// named looks a header up. exact tells that the header itself is a usual one.
func (l lookup) named(header string) (field string, exact bool) {
	tokens := words(header)
	if f, ok := l[strings.Join(tokens, "")]; ok {
		return f, true
	}
	for len(tokens) > 1 && idle(tokens[len(tokens)-1]) {
		tokens = tokens[:len(tokens)-1]
		if f, ok := l[strings.Join(tokens, "")]; ok {
			return f, false
		}
	}
	for len(tokens) > 1 && idle(tokens[0]) {
		tokens = tokens[1:]
		if f, ok := l[strings.Join(tokens, "")]; ok {
			return f, false
		}
	}
	if last := tokens[max(len(tokens)-1, 0):]; len(tokens) > 1 && numbers(last[0]) {
		return never, false
	}
	return "", false
}

type lookup map[string]string

// numbers are last words of headers that number things.
func numbers(word string) bool {
	switch word {
	case "id", "uuid", "guid", "key", "pk", "fk", "idx", "index", "cluster", "entity", "nr", "no":
		return true
	}
	return false
}

// words splits a header where blanks, signs, digits and capitals do: addressLine1
// is address line 1.
func words(header string) []string {
	var out []string
	for _, token := range fold.Tokens(apart(header)) {
		out = append(out, token)
	}
	return out
}

func apart(header string) string {
	var b strings.Builder
	var last rune
	for _, c := range header {
		switch {
		case last >= 'a' && last <= 'z' && c >= 'A' && c <= 'Z',
			last >= '0' && last <= '9' != (c >= '0' && c <= '9') && letterOrDigit(last) && letterOrDigit(c):
			b.WriteByte(' ')
		}
		b.WriteRune(c)
		last = c
	}
	return b.String()
}

func letterOrDigit(c rune) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c > 127
}

// Canonical is the field that goes by a usual name: surname is family_name.
func Canonical(name string) (field string, ok bool) {
	field, ok = table()[strings.Join(words(name), "")]
	switch field {
	case oneOf, trait, never, birthYear, birthMonth, birthDay:
		return "", false
	}
	return field, ok
}
