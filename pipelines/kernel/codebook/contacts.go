package codebook

// names are the codes of names of people and firms.
func names() []Entry {
	return []Entry{
		{"name", "placeholder", Absent, "a text that means not known, or a test", "brak danych"},
		{"name", "order_reversed", Changed, "the family name stood first", "Lis Ewa -> Ewa Lis"},
		{"name", "fields_swapped", Changed, "given and family name stood in each other's column", "given name Wolańska, family name Ewa"},
		{"name", "order_unsure", Doubted, "both words are given names, so the order is a guess", "Marcin Jan"},
		{"name", "case_changed", Changed, "capitals were restored", "LIS EWA -> Ewa Lis"},
		{"name", "plural_resolved", Changed, "the plural of a surname became the form of each person", "Wolańscy -> Wolański, Wolańska"},
		{"name", "digits_in_name", Doubted, "there are digits in the name", "Ewa Lis 2"},
		{"name", "remark_dropped", Changed, "a maiden name, a nickname or a remark was left out", "Ewa Lis (córka)"},
		{"name", "gender_conflict", Doubted, "the column of the gender and the name disagree", "Ewa with the gender M"},
		{"name", "deceased_marker", Doubted, "the name bears the mark of the dead", "śp. Ewa Lis"},
		{"name", "mojibake_repaired", Changed, "the text was decoded in a wrong way before it came here", "GĂłrski -> Górski"},
	}
}

// emails are the codes of e-mail addresses.
func emails() []Entry {
	return []Entry{
		{"email", "placeholder", Absent, "an address that means not known", "brak@brak.pl"},
		{"email", "domain_typo_suspected", Doubted, "the domain is one slip away from a well-known one", "ewa@gmial.com"},
		{"email", "domain_corrected", Changed, "the domain stands for another one, as the user says", "firmalis.pl -> firma-lis.pl"},
		{"email", "comma_for_point", Changed, "a comma stood for a point", "ewa@wp,pl -> ewa@wp.pl"},
		{"email", "at_sign_missing", Absent, "there is no @", "ewawp.pl"},
		{"email", "at_sign_restored", Changed, "another sign or word stood for the @", "ewa(at)wp.pl -> ewa@wp.pl"},
		{"email", "point_missing", Doubted, "the point before the end of the domain is lacking", "ewa@wppl"},
		{"email", "not_an_address", Absent, "this cannot be an e-mail address", "ewa@@wp"},
		{"email", "too_long", Absent, "longer than an address may be", "a part before the @ of more than 64 characters"},
		{"email", "two_addresses", Changed, "of several addresses the first valid one was taken", "ewa@wp.pl; jan@wp.pl -> ewa@wp.pl"},
		{"email", "domain_to_ascii", Changed, "a domain with other letters has its ASCII form", "łódź.pl -> xn--d-uga0v4h.pl"},
		{"email", "wrapping_dropped", Changed, "what stood around the address was dropped", "mailto:ewa@wp.pl"},
		{"email", "lower_cased", Changed, "capitals became small letters", "Ewa@WP.pl -> ewa@wp.pl"},
		{"email", "non_ascii_local_part", Absent, "letters outside ASCII in front of the @", "józef@wp.pl"},
		{"email", "quoted_local_part", Absent, "a quoted part in front of the @, which no mailbox has", "\"ewa lis\"@wp.pl"},
		{"email", "address_literal", Absent, "an address of a machine instead of a domain", "ewa@[192.0.2.1]"},
	}
}

// phones are the codes of telephone numbers.
func phones() []Entry {
	return []Entry{
		{"phone", "placeholder", Absent, "a number that means not known", "000-000-000"},
		{"phone", "unassigned_range", Doubted, "right length, but nobody holds numbers of this range", "100 000 001"},
		{"phone", "too_short", Absent, "digits are lacking", "601 123 45"},
		{"phone", "too_long", Absent, "there are too many digits", "601 123 4567"},
		{"phone", "not_a_number", Absent, "this is not a telephone number", "rano"},
		{"phone", "two_numbers", Changed, "of several numbers the first valid one was taken", "601123456, 602123456"},
		{"phone", "extension_dropped", Changed, "the extension was left out", "22 621 45 67 wew. 3"},
		{"phone", "remark_dropped", Changed, "a remark beside the number was left out", "601 123 456 po 17"},
		{"phone", "digit_corrected", Changed, "a letter stood for a digit", "6O1 123 456 -> 601 123 456"},
		{"phone", "fictional", Absent, "a number reserved for films, or a digit with nothing but zeros", "212-555-0143"},
		{"phone", "other_country", Changed, "read with the default country, not with that of the address", "601 123 456 at an address in Berlin"},
		{"phone", "country_guessed", Changed, "the country was told by the currency, or by length and beginning", "0171 1234567 -> +491711234567"},
	}
}

// dates are the codes of birth dates.
func dates() []Entry {
	return []Entry{
		{"birth_date", "placeholder", Absent, "a day that means not known", "1900-01-01"},
		{"birth_date", "invalid", Absent, "no day of the calendar", "1980-02-30"},
		{"birth_date", "future", Absent, "after the day of the run", "2090-01-01"},
		{"birth_date", "day_and_month_unsure", Doubted, "day and month could be exchanged", "05/03/1980"},
		{"birth_date", "only_possible_order", Changed, "read in the only order that the calendar allows", "05/13/1980 -> 1980-05-13"},
		{"birth_date", "two_digit_year", Doubted, "the century was chosen", "05.03.80 -> 1980-03-05"},
		{"birth_date", "spreadsheet_day", Changed, "the day number of a spreadsheet", "29344 -> 1980-05-03"},
		{"birth_date", "unix_time", Changed, "seconds or milliseconds since 1970", "1709596800 -> 2024-03-05"},
		{"birth_date", "without_separators", Changed, "day, month and year without separators, the day first", "03051980 -> 1980-05-03"},
		{"birth_date", "epoch_day", Absent, "the day that programs write for none", "1970-01-01"},
		{"birth_date", "implausible", Absent, "more than 120 years ago", "1850-05-05"},
	}
}
