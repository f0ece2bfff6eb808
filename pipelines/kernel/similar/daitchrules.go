package similar

import (
	"slices"
	"strings"
	"sync"
)

// soundRule gives the codes of a group of letters at the beginning of a name,
// before a vowel and elsewhere; "" is not coded. Two lists of codes are two ways
// to read the group.
type soundRule struct {
	letters string
	codes   [][3]string
}

// daitchTable is the coding chart of Daitch and Mokotoff without the letters that
// folding removes. Each line: groups of letters, then the codes at the beginning,
// before a vowel and elsewhere ("-" is not coded), then those of a second reading.
const daitchTable = `
ai aj ay ei ej ey oi oj oy ui uj uy : 0 1 -
au : 0 7 -
eu : 1 1 -
ia ie io iu y : 1 - -
a e i o u ue : 0 - -
b f fb p pf ph v w : 7 7 7
ch : 4 4 4 : 5 5 5
c : 4 4 4 : 5 5 5
ck : 5 5 5 : 45 45 45
chs ks x : 5 54 54
cs csz cz czs drs drz ds dsh dsz dz dzh dzs : 4 4 4
s sch sh sz z zh zs zsch zsh : 4 4 4
tc tch trs trz ts tsch tsh tsz ttch tts ttsch ttsz ttz tz tzs : 4 4 4
d dt t th : 3 3 3
g k kh q : 5 5 5
h : 5 5 -
j : 1 - - : 4 4 4
l : 8 8 8
m n : 6 6 6
mn nm : 66 66 66
r : 9 9 9
rs rz : 4 4 4 : 94 94 94
sc schtch schtsch schtsh shch shtch shtsh stch strs strz stsch stsh szcs szcz zdz zdzh zhdzh : 2 4 4
schd scht sd shd sht st szd szt zd zhd : 2 43 43
`

// daitchRules are the rules by first letter, the longest first.
var daitchRules = sync.OnceValue(func() (out [26][]soundRule) {
	for line := range strings.Lines(strings.TrimSpace(daitchTable)) {
		sides := strings.Split(line, ":")
		var codes [][3]string
		for _, reading := range sides[1:] {
			var c [3]string
			copy(c[:], strings.Fields(strings.ReplaceAll(reading, "-", " \"\" ")))
			for i := range c {
				c[i] = strings.Trim(c[i], `"`)
			}
			codes = append(codes, c)
		}
		for _, letters := range strings.Fields(sides[0]) {
			out[letters[0]-'a'] = append(out[letters[0]-'a'], soundRule{letters, codes})
		}
	}
	for i := range out {
		slices.SortStableFunc(out[i], func(a, b soundRule) int { return len(b.letters) - len(a.letters) })
	}
	return out
})
