package report

import (
	"fmt"
	"html"
	"math"
	"strings"
)

// Sizes of charts in SVG units.
const (
	width    = 760
	left     = 150 // of labels beside bars
	bottom   = 34
	barStep  = 22
	chartTop = 14
)

// weights draws a bar per level: to the right for, to the left against.
func weights(fields []Field) string {
	rows, most := 0, 4.0
	for _, f := range fields {
		rows += len(f.Levels)
		for _, l := range f.Levels {
			most = max(most, math.Abs(l.Bits()))
		}
	}
	most = math.Ceil(most/5) * 5
	height := rows*barStep + len(fields)*10 + bottom + chartTop
	mid, scale := float64(left+90+(width-left-112)/2), float64(width-left-112)/2/most
	var b strings.Builder
	open(&b, height, "Match weights in bits per field and level")
	axis := height - bottom
	for v := -most; v <= most; v += most / 5 {
		x := mid + v*scale
		fmt.Fprintf(&b, `<line class="grid" x1="%.1f" y1="%d" x2="%.1f" y2="%d"/><text class="tick" x="%.1f" y="%d" text-anchor="middle">%s</text>`, x, chartTop-6, x, axis, x, axis+16, signed(int(math.Round(v))))
	}
	y := chartTop
	for _, f := range fields {
		fmt.Fprintf(&b, `<text class="name" x="0" y="%d">%s</text>`, y+12, html.EscapeString(strings.ReplaceAll(f.Name, "_", " ")))
		for _, l := range f.Levels {
			bits := l.Bits()
			x, w := mid, bits*scale
			class := "for"
			if w < 0 {
				x, w, class = mid+w, -w, "against"
			}
			fmt.Fprintf(&b, `<g><title>%s, %s: %+.1f bits; m %.4f, u %.6f</title><text class="level" x="%d" y="%d" text-anchor="end">%s</text><rect class="%s" x="%.1f" y="%d" width="%.1f" height="%d" rx="2"/></g>`,
				html.EscapeString(f.Name), html.EscapeString(l.Name), bits, l.M, l.U, left+84, y+12, html.EscapeString(l.Name), class, x, y+2, max(w, 1), barStep-8)
			y += barStep
		}
		y += 10
	}
	fmt.Fprintf(&b, `<line class="axis" x1="%.1f" y1="%d" x2="%.1f" y2="%d"/>`, mid, chartTop-6, mid, axis)
	b.WriteString("</svg>")
	return b.String()
}

// mark is a vertical line in a histogram.
type mark struct {
	bits float64
	text string
}

// histogram draws counts by bits, heights by logarithm.
func histogram(h Bits, what string, marks []mark) string {
	from, to := h.span()
	if from == to {
		return `<p class="none">nothing to show</p>`
	}
	const height, base = 240, 240 - bottom
	var most int64
	for _, c := range h.Count {
		most = max(most, c)
	}
	scale := float64(base-chartTop-16) / math.Log10(float64(most)+1)
	step := float64(width-50) / float64(to-from)
	var b strings.Builder
	open(&b, height, what)
	for decade := int64(1); decade <= most; decade *= 10 {
		y := float64(base) - math.Log10(float64(decade)+1)*scale
		fmt.Fprintf(&b, `<line class="grid" x1="44" y1="%.1f" x2="%d" y2="%.1f"/><text class="tick" x="40" y="%.1f" text-anchor="end">%s</text>`, y, width, y, y+4, short(decade))
	}
	every := max(1, (to-from)/12)
	for i := from; i < to; i++ {
		x := 46 + float64(i-from)*step
		bits := h.Least + i
		if n := h.Count[i]; n > 0 {
			tall := math.Log10(float64(n)+1) * scale
			fmt.Fprintf(&b, `<rect class="%s" x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="1"><title>%+d to %+d bits: %s</title></rect>`, side(float64(bits), marks), x, float64(base)-tall, max(step-1.5, .8), tall, bits, bits+1, count(n))
		}
		if (i-from)%every == 0 {
			fmt.Fprintf(&b, `<text class="tick" x="%.1f" y="%d" text-anchor="middle">%s</text>`, x, base+16, signed(bits))
		}
	}
	for k, m := range marks {
		x := 46 + (m.bits-float64(h.Least+from))*step
		if x < 46 || x > width {
			continue
		}
		anchor, dx := "start", 5.0
		if k%2 == 0 && len(marks) > 1 {
			anchor, dx = "end", -5
		}
		fmt.Fprintf(&b, `<line class="mark" x1="%.1f" y1="%d" x2="%.1f" y2="%d"/><text class="marked" x="%.1f" y="%d" text-anchor="%s">%s</text>`, x, chartTop-8, x, base, x+dx, chartTop, anchor, html.EscapeString(m.text))
	}
	fmt.Fprintf(&b, `<line class="axis" x1="44" y1="%d" x2="%d" y2="%d"/>`, base, width, base)
	b.WriteString("</svg>")
	return b.String()
}

// side colours a bar by the marks that it has passed.
func side(bits float64, marks []mark) string {
	switch {
	case len(marks) == 0 || bits >= marks[len(marks)-1].bits:
		return "for"
	case bits >= marks[0].bits:
		return "between"
	}
	return "against"
}

// curve draws how many pairs lie above each threshold.
func curve(h Bits, match float64) string {
	const height, base = 220, 220 - bottom
	steps := []float64{.5, .6, .7, .8, .9, .95, .99, .995, .999, .9999, .99999}
	var most int64
	for _, p := range steps {
		most = max(most, h.above(bitsOf(p)))
	}
	if most == 0 {
		return `<p class="none">no pair reaches a probability of one half</p>`
	}
	var b, line strings.Builder
	open(&b, height, "Pairs above each threshold")
	wide := float64(width-90) / float64(len(steps)-1)
	for i, p := range steps {
		n := h.above(bitsOf(p))
		x, y := 60+float64(i)*wide, float64(base)-float64(n)/float64(most)*float64(base-chartTop-18)
		fmt.Fprintf(&line, "%.1f,%.1f ", x, y)
		fmt.Fprintf(&b, `<line class="grid" x1="%.1f" y1="%d" x2="%.1f" y2="%d"/><text class="tick" x="%.1f" y="%d" text-anchor="middle">%g</text>`, x, chartTop, x, base, x, base+16, p)
		fmt.Fprintf(&b, `<circle class="dot" cx="%.1f" cy="%.1f" r="3.5"><title>threshold %g: %s pairs</title></circle><text class="tick" x="%.1f" y="%.1f" text-anchor="middle">%s</text>`, x, y, p, count(n), x, y-9, short(n))
	}
	at := 0.0
	for i := 1; i < len(steps); i++ {
		if match >= steps[i-1] && match <= steps[i] {
			at = 60 + wide*(float64(i-1)+(match-steps[i-1])/(steps[i]-steps[i-1]))
		}
	}
	if at > 0 {
		fmt.Fprintf(&b, `<line class="mark" x1="%.1f" y1="%d" x2="%.1f" y2="%d"/><text class="marked" x="%.1f" y="%d">match %.2f</text>`, at, chartTop, at, base, at+5, base-6, match)
	}
	fmt.Fprintf(&b, `<polyline class="curve" points="%s"/><line class="axis" x1="44" y1="%d" x2="%d" y2="%d"/></svg>`, line.String(), base, width, base)
	return b.String()
}

// sizes draws how many contacts have how many rows.
func sizes(by map[int]int) string {
	const most = 15
	list := make([]int, most+1)
	top := 0
	for size, n := range by {
		list[min(size, most)] += n
	}
	last := 1
	for i, n := range list {
		if n > 0 {
			last = i
		}
		top = max(top, n)
	}
	if top == 0 {
		return `<p class="none">no contacts</p>`
	}
	height := last*barStep + chartTop + 10
	scale := float64(width-left-90) / math.Sqrt(float64(top))
	var b strings.Builder
	open(&b, height, "Contacts by number of rows")
	for size := 1; size <= last; size++ {
		y := chartTop + (size-1)*barStep
		label := fmt.Sprintf("%d rows", size)
		switch {
		case size == 1:
			label = "1 row"
		case size == most:
			label = fmt.Sprintf("%d rows or more", most)
		}
		w := math.Sqrt(float64(list[size])) * scale
		fmt.Fprintf(&b, `<text class="level" x="%d" y="%d" text-anchor="end">%s</text><rect class="for" x="%d" y="%d" width="%.1f" height="%d" rx="2"/><text class="tick" x="%.1f" y="%d">%s</text>`,
			left-8, y+12, label, left, y+2, w, barStep-8, left+w+6, y+12, count(int64(list[size])))
	}
	b.WriteString("</svg>")
	return b.String()
}

func open(b *strings.Builder, height int, title string) {
	fmt.Fprintf(b, `<svg viewBox="0 0 %d %d" role="img" aria-label="%s">`, width+4, height, html.EscapeString(title))
}

// signed writes a number with its sign; zero has none.
func signed(n int) string {
	if n == 0 {
		return "0"
	}
	return fmt.Sprintf("%+d", n)
}

// short writes a number with k, M.
func short(n int64) string {
	switch {
	case n >= 1e9:
		return fmt.Sprintf("%.3gG", float64(n)/1e9)
	case n >= 1e6:
		return fmt.Sprintf("%.3gM", float64(n)/1e6)
	case n >= 1e4:
		return fmt.Sprintf("%.3gk", float64(n)/1e3)
	}
	return count(n)
}

// count writes a number with its thousands apart.
func count(n int64) string {
	s := fmt.Sprint(n)
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + " " + s[at:]
	}
	return s
}
