package email

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"kartoteka/pipelines/kernel/empty"
)

// Reader parses addresses. The zero value knows the built-in lists; it is safe
// for use by several goroutines.
type Reader struct {
	Words      empty.Words         // texts that mean "none"
	Disposable map[string]struct{} // further throw-away domains, lower case
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
		if first, found := r.firstValid(text); found {
			return first
		}
	}
	return address
}

// firstValid reads a field that holds several addresses.
func (r Reader) firstValid(text string) (Address, bool) {
	parts := strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(" ;,/|\n\t", c) })
	if len(parts) < 2 || strings.Count(text, "@") < 2 {
		return Address{}, false
	}
	for _, part := range parts {
		if a := r.parseOne(part); a.Address != "" {
			a.Codes = append(a.Codes, CodeTwo)
			return a, true
		}
	}
	return Address{}, false
}

func (r Reader) parseOne(text string) Address {
	var a Address
	bare := unwrap(text)
	if bare != text {
		a.Codes = append(a.Codes, CodeWrapped)
	}
	lower := strings.ToLower(bare)
	if lower != bare {
		a.Codes = append(a.Codes, CodeLowered)
	}
	local, domain, found := strings.Cut(lower, "@")
	if !found {
		return a.withoutAt(lower)
	}
	if mended := strings.ReplaceAll(domain, ",", "."); mended != domain {
		domain = mended
		a.Codes = append(a.Codes, CodeComma)
	}
	domain = a.toASCII(domain)
	if right := r.Corrected[domain]; right != "" {
		domain = right
		a.Codes = append(a.Codes, CodeCorrected)
	}
	switch {
	case !validLocal(local):
		if !isASCII(local) {
			return a.refuse(CodeBadCharset)
		}
		return a.refuse(CodeSyntax)
	case !validDomain(domain) || len(local)+len(domain) > 253:
		return a.refuseDomain(local, domain)
	}
	a.Address = local + "@" + domain
	if a.Suggestion = Suggest(domain); a.Suggestion != "" {
		a.Codes = append(a.Codes, CodeTypo)
		domain = a.Suggestion
	}
	a.Key = Key(local, domain)
	a.Status = r.status(local, domain)
	return a
}

func (r Reader) status(local, domain string) Status {
	if _, own := r.Disposable[domain]; own || disposable(domain) {
		return Disposable
	}
	if _, own := r.Roles[local]; own || role(local) {
		return Role
	}
	return OK
}

func (a Address) refuse(code string) Address {
	a.Status, a.Codes = Invalid, append(a.Codes, code)
	return a
}

// refuseDomain refuses a domain that cannot exist, but keeps the key when the
// domain that was meant is plain (wp.p, gmail.com@).
func (a Address) refuseDomain(local, domain string) Address {
	if a.Suggestion = Suggest(domain); a.Suggestion != "" {
		a.Codes = append(a.Codes, CodeTypo)
		a.Key = Key(local, a.Suggestion)
	}
	return a.refuse(CodeSyntax)
}

// withoutAt refuses a text without @; when it ends in a well-known domain the
// key is that of the address that was meant.
func (a Address) withoutAt(lower string) Address {
	for _, domain := range wellKnown() {
		local, found := strings.CutSuffix(lower, domain)
		if found && len(local) >= 4 && validLocal(local) {
			a.Suggestion, a.Key = domain, Key(local, domain)
			break
		}
	}
	return a.refuse(CodeNoAt)
}

// toASCII gives the IDNA form of a domain with letters outside ASCII.
func (a *Address) toASCII(domain string) string {
	if isASCII(domain) {
		return domain
	}
	ascii, err := idna.Lookup.ToASCII(domain)
	if err != nil {
		return domain
	}
	a.Codes = append(a.Codes, CodeIDN)
	return ascii
}

// unwrap drops what stands around an address: a display name with <>, mailto:,
// quotes, blanks inside, and a final point.
func unwrap(text string) string {
	if at := strings.LastIndexByte(text, '<'); at >= 0 {
		if end := strings.IndexByte(text[at:], '>'); end > 0 {
			text = text[at+1 : at+end]
		}
	}
	text = strings.TrimSpace(text)
	if len(text) > 7 && strings.EqualFold(text[:7], "mailto:") {
		text = text[7:]
	}
	text = strings.Trim(text, "\"'<>()[];,: \t")
	text = strings.TrimSuffix(text, ".")
	if strings.IndexByte(text, ' ') >= 0 && strings.Count(text, "@") == 1 {
		local, domain, _ := strings.Cut(text, "@")
		local, domain = strings.TrimSpace(local), strings.TrimSpace(domain)
		text = local + "@" + strings.ReplaceAll(strings.ReplaceAll(domain, ". ", "."), " .", ".")
	}
	return text
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
