package returns

import (
	"context"
	"strings"

	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/returnpolicy"
)

// suggestion says what to do about a kind of task, in the languages of a project.
type suggestion struct{ kind, en, pl string }

func suggestions() []suggestion {
	return []suggestion{
		{returnpolicy.UnknownReason, "read the sticker on the piece and write its words into the returns file as the code table knows them", "odczytaj naklejkę i wpisz jej treść do pliku zwrotów słowami znanymi tabeli powodów"},
		{returnpolicy.DeceasedAndNewAddress, "find out which message is right; do not mail until then", "ustal, która wiadomość jest prawdziwa; do tego czasu nie wysyłaj"},
		{returnpolicy.TwoNewAddresses, "ask the customer by e-mail or telephone which address holds", "zapytaj klienta e-mailem lub telefonicznie, który adres jest aktualny"},
		{returnpolicy.SameMonth, "ask the customer whether the address was told before or after the move", "zapytaj klienta, czy podał adres przed przeprowadzką, czy po niej"},
		{returnpolicy.EvidenceAfterReturn, "an order was shipped there after the return: ask the customer, check flat number and name on the door", "po zwrocie wysłano tam zamówienie: zapytaj klienta, sprawdź numer mieszkania i nazwisko na drzwiach"},
		{returnpolicy.FixAddress, "complete or correct the address from other records or by asking the customer", "uzupełnij lub popraw adres na podstawie innych danych albo zapytaj klienta"},
		{returnpolicy.Hold, "several pieces came back: ask the customer before the next mailing", "wróciło kilka przesyłek: zapytaj klienta przed następną wysyłką"},
		{returnpolicy.NewAddressUnusable, "the new address could not be read: type it from the label", "nowego adresu nie udało się odczytać: przepisz go z naklejki"},
		{returnpolicy.StaleMove, "the move is older than the address on file: ask the customer which holds", "przeprowadzka jest starsza niż adres w bazie: zapytaj klienta, który jest aktualny"},
	}
}

func (w *work) tasks(ctx context.Context) error {
	var rows []string
	for _, s := range suggestions() {
		text := s.en
		if w.run.Project.Settings.Language == "pl" {
			text = s.pl
		}
		rows = append(rows, "("+duck.Quote(s.kind)+", "+duck.Quote(text)+")")
	}
	table := w.table("suggestions")
	if err := w.db.Exec(ctx, "CREATE TABLE "+duck.Ident(table)+" AS SELECT * FROM (VALUES "+strings.Join(rows, ", ")+") AS v(kind, suggestion)"); err != nil {
		return err
	}
	var assignee any
	if a := w.options.Tasks.Assignee; a != "" {
		assignee = a
	}
	return w.sql(ctx, "tasks", duck.Args{"assignee": assignee, "due_days": w.options.Tasks.DueIn.Days()})
}
