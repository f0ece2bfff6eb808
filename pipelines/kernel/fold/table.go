package fold

// latin holds the folding of U+00C0 to U+024F in cells of two bytes, padded
// with a space; an empty cell means "ask the general transliteration". A
// constant string cannot be changed at run time and costs no start-up.
const latin = "" +
	"a a a a a a aec e e e e i i i i " + // 00C0
	"d n o o o o o x o u u u u y thss" + // 00D0
	"a a a a a a aec e e e e i i i i " + // 00E0
	"d n o o o o o / o u u u u y thy " + // 00F0
	"a a a a a a c c c c c c c c d d " + // 0100
	"d d e e e e e e e e e e g g g g " + // 0110
	"g g g g h h h h i i i i i i i i " + // 0120
	"i i ijijj j k k k l l l l l l l " + // 0130
	"l l l n n n n n n n n n o o o o " + // 0140
	"o o oeoer r r r r r s s s s s s " + // 0150
	"s s t t t t t t u u u u u u u u " + // 0160
	"u u u u w w y y y z z z z z z s " + // 0170
	"b b b b     o c c d d       e e " + // 0180
	"e f f g     i i k k l     n n   " + // 0190
	"o o     p p r         t t t t u " + // 01A0
	"u   v y y z z                   " + // 01B0
	"        dzdzdzljljljnjnjnja a i " + // 01C0
	"i o o u u u u u u u u u u e a a " + // 01D0
	"a a aeaeg g g g k k o o o o     " + // 01E0
	"j dzdzdzg g   w n n a a aeae    " + // 01F0
	"a a a a e e e e i i i i o o o o " + // 0200
	"r r r r u u u u s s t t y y h h " + // 0210
	"n d ououz z a a e e o o o o o o " + // 0220
	"o o y y l n t j dbqpa c c l t s " + // 0230
	"z     b u   e e j j q q r r y y " // 0240

const (
	latinFirst = 0x00C0
	latinLast  = 0x024F
)

// latinFold gives the lower-case ASCII spelling of a Latin letter, or "".
func latinFold(r rune) string {
	if r < latinFirst || r > latinLast {
		return ""
	}
	i := int(r-latinFirst) * 2
	switch {
	case latin[i] == ' ':
		return ""
	case latin[i+1] == ' ':
		return latin[i : i+1]
	}
	return latin[i : i+2]
}
