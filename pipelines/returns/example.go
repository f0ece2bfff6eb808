package returns

import "embed"

//go:embed doc.md
var docFile string

//go:embed example/*
var exampleFiles embed.FS

const example = `- returns: corrections
  from:
    contacts: contacts_found
    sources: contact_sources
    pieces: mailed_pieces
    orders: orders
    changes: cancellations
    feedback:                      # the order breaks ties
      - {table: stickers, codes: pl_sticker}
      - {table: acs, codes: usps_acs}
      - {table: epo, codes: epo}
      - {table: ncoa, codes: ncoa}
      - {table: bounces, codes: email}
  makes: {contacts: contacts_corrected, tasks: tasks, addresses: contact_addresses}
  actions: {refused: do_not_mail, unclaimed: {hold_after: 2, within: 365d}}
  rules: {evidence_of_life: task}
  task_list: {assignee: customer service, due_in: 7d}
`

// fixture makes the tables that the example reads.
func fixture() string {
	text, err := exampleFiles.ReadFile("example/fixture.sql")
	if err != nil {
		return ""
	}
	return string(text)
}
