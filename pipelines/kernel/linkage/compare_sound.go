package linkage

import "kartoteka/pipelines/kernel/similar"

// soundsAlike tells whether two surnames, by code, share a code of Daitch and
// Mokotoff's soundex: two spellings that few letters have in common (mintz,
// minc). The codes of a surname are found when it is first needed.
func (c *comparer) soundsAlike(a, b uint32) bool {
	return common(c.sounds(a), c.sounds(b))
}

func (c *comparer) sounds(family uint32) []string {
	s, ok := c.sound[family]
	if !ok {
		s = similar.DaitchMokotoff(c.q.Family.Values[family])
		c.sound[family] = s
	}
	return s
}
