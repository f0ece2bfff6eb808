package name

// rate sets the confidence by the rule that decided and lowers it for what is
// doubtful. The figures are the shares of rows, right in every part, that the
// rules had on labelled names that nothing was learned from, rounded; those of
// couples, columns and slips are estimates.
func (n *Name) rate() {
	if n.Kind == Unknown {
		n.Confidence = 0
		if n.Rule == RulePlaceholder {
			n.Confidence = 0.98
		}
		return
	}
	if n.Rule == "" {
		n.Rule = RuleColumns
	}
	c := 0.9
	switch n.Rule {
	case RuleLegalForm:
		c = 0.99
	case RuleFirmWord:
		c = 0.98
	case RuleColumns:
		c = 0.97
	case RuleFirmShape, RuleShape, RuleCouple, RulePlural:
		c = 0.95
	case RuleGiven, RuleComma, RuleInitials:
		c = 0.93
	case RuleNear:
		c = 0.9
	case RuleModel:
		c = 0.75
	case RuleOneWord:
		c = 0.7
	}
	for _, code := range n.Codes {
		switch code {
		case CodeUnsure:
			c -= 0.1
		case CodeGender, CodeDigits, CodeSwapped:
			c -= 0.1
		case CodeRemark:
			c -= 0.03
		}
	}
	n.Confidence = max(0, float64(int(c*100+0.5))/100)
}
