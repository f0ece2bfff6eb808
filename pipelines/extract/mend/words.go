package mend

// words are what a person reads in the workbook.
type words struct {
	decision, reasons, place, record string
	about                            string // name of the sheet
	more                             string
	lines                            [][2]string
}

func wordsOf(language string) words {
	if language == "pl" {
		return words{
			decision: "decyzja", reasons: "powody odrzucenia", place: "miejsce", record: "wiersz w pliku", about: "instrukcja", more: "i %d takich samych",
			lines: [][2]string{
				{"co to jest", "wiersze, których nie dało się użyć, po jednym arkuszu na źródło; komórki wskazane w powodach są zaznaczone"},
				{"poprawianie", "popraw komórki kolumn źródła; pisz daty i liczby tak, jak robi to źródło, jako tekst"},
				{"decyzja", "mend: użyj poprawionego wiersza (to samo znaczy puste pole przy zmienionej komórce); drop: wiersz jest zbędny, nie pokazuj go więcej; leave: na razie nic"},
				{"nie zmieniaj", "nazw i kolejności kolumn ani kolumn ukrytych; wiersze wolno sortować i usuwać"},
				{"dane osobowe", "ten plik zawiera dane osobowe: trzymaj go jak pliki źródłowe i usuń po wczytaniu; poprawki trafiają do folderu mended/ projektu"},
				{"dalej", "kartoteka rejects import PLIK.xlsx --by KTO"},
			},
		}
	}
	return words{
		decision: "decision", reasons: "why it was rejected", place: "place", record: "the record in the file", about: "instructions", more: "and %d equal to it",
		lines: [][2]string{
			{"what this is", "rows that could not be used, one sheet per source; the cells that a reason names are marked"},
			{"to correct", "edit the cells of the source's columns; write dates and numbers as the source does, as text"},
			{"decision", "mend: use the corrected row (an empty decision beside an edited cell means the same); drop: the row is not wanted, do not show it again; leave: nothing yet"},
			{"leave alone", "names and order of the columns, and the hidden columns; rows may be sorted and deleted"},
			{"personal data", "this file holds personal data: keep it as you keep the source files, and delete it after the import; corrections go to the folder mended/ of the project"},
			{"then", "kartoteka rejects import FILE.xlsx --by WHO"},
		},
	}
}
