package email

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"kartoteka/pipelines/kernel/empty"
	"kartoteka/pipelines/kernel/fold"
)

// Reader parses addresses. The zero value knows the built-in lists; it is safe
// for use by several goroutines.
type Reader struct {
	Words      empty.Words         // texts that mean "none"
	Disposable map[string]struct{} // further throw-away domains, lower case; see Domains
	Roles      map[string]struct{} // further mailboxes of a function (the part before @), lower case
	Corrected  map[string]string   // domains that stand for another one, lower case: they are replaced
}

// Parse reads the e-mail address in text.
func (r Reader) Parse(text string) Address {
	text = strings.TrimSpace(text)
	if text == "" {
		return Address{Status: Missing}
	}
	if r.Words.Is(empty.Email, text) {
		return Address{Status: Placeholder}
	}
	address := r.parseOne(text)
	if address.Status == Invalid {
		if found, ok := r.several(text); ok {
			return found
		}
	}
	if address.Address != "" && r.Words.Is(empty.Email, address.Address) {
		return Address{Status: Placeholder, Codes: address.Codes} // wrapped
	}
	return address
}

// several reads a field that holds more than one address: the first valid one counts,
// the next one is the second.
func (r Reader) several(text string) (Address, bool) {
	if strings.Count(text, "@") < 2 {
		return Address{}, false
	}
	parts := strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(" ;,/|\n\r\t", c) })
	if len(parts) < 2 {
		return Address{}, false
	}
	var first Address
	for _, part := range parts {
		a := r.parseOne(part)
		switch {
		case a.Address == "" || a.Address == first.Address || r.Words.Is(empty.Email, a.Address):
		case first.Address == "":
			first = a
			first.Codes = append(first.Codes, CodeTwo)
		default:
			first.Second = a.Address
			return first, true
		}
	}
	return first, first.Address != ""
}

func (r Reader) parseOne(text string) Address {
	var a Address
	bare := text
	if !plain(text) {
		bare = a.unwrap(text)
	}
	lower := strings.ToLower(bare)
	if lower != bare {
		a.Codes = append(a.Codes, CodeLowered)
	}
	at := strings.LastIndexByte(lower, '@')
	if at < 0 {
		return a.withoutAt(lower)
	}
	local, domain := lower[:at], lower[at+1:]
	if strings.IndexByte(domain, ',') >= 0 {
		domain = strings.ReplaceAll(domain, ",", ".")
		a.Codes = append(a.Codes, CodeComma)
	}
	if !isASCII(domain) {
		domain = a.toASCII(domain)
	}
	if right := r.Corrected[domain]; right != "" {
		domain = right
		a.Codes = append(a.Codes, CodeCorrected)
	}
	written := local
	local, fault := checkLocal(local, domain)
	if local != written {
		a.Codes = append(a.Codes, CodeWrapped)
	}
	switch {
	case fault != "":
		return a.refuseLocal(fault, local, domain)
	case strings.HasPrefix(domain, "["):
		return a.refuse(CodeLiteral)
	case len(local)+len(domain) > 253:
		return a.refuse(CodeTooLong)
	case !validDomain(domain):
		return a.refuseDomain(local, domain)
	}
	return r.accept(a, local, domain)
}

// accept fills in what is known of a valid address.
func (r Reader) accept(a Address, local, domain string) Address {
	a.Address = local + "@" + domain
	switch {
	case local[0] == '"':
		a.Codes = append(a.Codes, CodeQuoted)
	case !isASCII(local):
		a.Codes = append(a.Codes, CodeBadCharset)
	}
	if a.Suggestion = Suggest(domain); a.Suggestion != "" {
		a.Codes = append(a.Codes, CodeTypo)
		a.Suggested = local + "@" + a.Suggestion
		domain = a.Suggestion
	}
	a.Key = Key(local, domain)
	a.Status = OK
	switch {
	case r.throwaway(domain):
		a.Status = Disposable
	case r.role(local):
		a.Status = Role
	}
	return a
}

func (a Address) refuse(code string) Address {
	a.Status, a.Codes = Invalid, append(a.Codes, code)
	return a
}

// refuseLocal refuses what stands before the @, and offers the address that was
// probably meant: without diacritics, without stray points.
func (a Address) refuseLocal(fault, local, domain string) Address {
	if fault != CodeTooLong && validDomain(domain) {
		meant := fold.ASCII(local)
		if fault == CodeSyntax {
			meant = strings.Trim(squeeze(meant, '.'), ".")
		}
		if validLocal(meant) {
			a.Suggested = meant + "@" + domain
		}
	}
	return a.refuse(fault)
}

// refuseDomain refuses a domain that cannot exist, but keeps the key when the
// domain that was meant is plain (wp.p, gmailcom).
func (a Address) refuseDomain(local, domain string) Address {
	if a.Suggestion = withPoint(domain); a.Suggestion != "" {
		a.Codes = append(a.Codes, CodePoint)
	} else if a.Suggestion = Suggest(domain); a.Suggestion != "" {
		a.Codes = append(a.Codes, CodeTypo)
	}
	if a.Suggestion != "" {
		a.Key, a.Suggested = Key(local, a.Suggestion), local+"@"+a.Suggestion
	}
	return a.refuse(CodeSyntax)
}

// withoutAt refuses a text without @; when it ends in a well-known domain the
// key is that of the address that was meant.
func (a Address) withoutAt(lower string) Address {
	for _, domain := range wellKnown() {
		local, found := strings.CutSuffix(lower, domain)
		if found && len(local) >= 4 && validLocal(local) {
			a.Suggestion, a.Suggested, a.Key = domain, local+"@"+domain, Key(local, domain)
			break
		}
	}
	return a.refuse(CodeNoAt)
}

// toASCII gives the IDNA form of a domain with letters outside ASCII.
func (a *Address) toASCII(domain string) string {
	ascii, err := idna.Lookup.ToASCII(domain)
	if err != nil || !isASCII(ascii) {
		return domain
	}
	a.Codes = append(a.Codes, CodeIDN)
	return ascii
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// squeeze leaves one of neighbouring c.
func squeeze(s string, c byte) string {
	two, one := string([]byte{c, c}), string([]byte{c})
	for strings.Contains(s, two) {
		s = strings.ReplaceAll(s, two, one)
	}
	return s
}
