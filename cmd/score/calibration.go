package main

import (
	"fmt"
	"strconv"
)

// confident notes the confidence of an answer and whether it was right.
func (s *scorer) confident(confidence string, right bool) {
	c, err := strconv.ParseFloat(confidence, 64)
	if err != nil || c < 0 {
		return
	}
	s.sure[min(len(s.sure)-1, int(c*float64(len(s.sure))))].add(right)
}

// calibration prints how often answers of each confidence were right: where the
// figures follow the confidence, it may be used as a threshold.
func (s *scorer) calibration() {
	if s.sure == ([10]tally{}) {
		return
	}
	s.title("Confidence beside the share of right rows (all files above)")
	for i, t := range s.sure {
		if t.rows > 0 {
			fmt.Fprintf(s.out, "  %.1f to %.1f  %6d rows  %6.2f %% right\n", float64(i)/10, float64(i+1)/10, t.rows, t.percent())
		}
	}
}
