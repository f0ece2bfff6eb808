package returns

import (
	"kartoteka/config"
	"kartoteka/pipelines/kernel/returncode"
	"kartoteka/pipelines/kernel/returnpolicy"
)

// Options are the keys of a returns step. Every rule of the policy is one of them; left out, the defaults are the
// policy.
type Options struct {
	From    from    `yaml:"from" required:"true" about:"the tables it reads, by role"`
	Makes   makes   `yaml:"makes" about:"names of the further tables it makes"`
	Actions actions `yaml:"actions" about:"what each reason leads to: a word, {task: kind}, {hold_after: 2, within: 365d} or {mark_after: 2, within: 365d}"`
	Rules   rules   `yaml:"rules" about:"how messages are read and how conflicts between them are settled"`
	Tasks   toDo    `yaml:"task_list" about:"who gets the tasks and until when"`
}

type from struct {
	Contacts config.Text   `yaml:"contacts" default:"contacts_found" about:"contacts of dedupe"`
	Sources  config.Text   `yaml:"sources" default:"contact_sources" about:"source rows of dedupe: references and names are looked up there"`
	Pieces   config.Tables `yaml:"pieces" about:"cleansed mail files: piece_id, tracking_no, campaign_id, reference to the contact, printed address"`
	Orders   config.Tables `yaml:"orders" about:"cleansed orders with their ship-to address: evidence of life; a table without any address gives none"`
	Changes  config.Tables `yaml:"changes" about:"cancellations and returned goods; such orders are no evidence"`
	Feedback []feedback    `yaml:"feedback" required:"true" about:"what carriers sent, a list of {table, codes}; its order breaks ties"`
}

type feedback struct {
	Table config.Text `yaml:"table" required:"true" about:"extracted feedback, cleansed when it carries new addresses"`
	Codes config.Text `yaml:"codes" required:"true" about:"code table: email, epo, ncoa, pl_sticker, uk, upu, usps_acs, or a YAML or CSV file of the project"`
}

type makes struct {
	Contacts  config.Text `yaml:"contacts" default:"contacts_corrected" about:"contacts after the corrections"`
	Addresses config.Text `yaml:"addresses" default:"contact_addresses" about:"every known address of every contact with its days"`
	Tasks     config.Text `yaml:"tasks" default:"tasks" about:"work for people"`
}

type actions struct {
	NewAddress       action `yaml:"new_address" default:"update" about:"a new address is given"`
	MovedNoForward   action `yaml:"moved_no_forward" default:"mark_undeliverable" about:"moved, new address not known"`
	BoxClosed        action `yaml:"box_closed" default:"mark_undeliverable" about:"post office box closed"`
	UnknownAddressee action `yaml:"unknown_addressee" default:"mark_undeliverable" about:"nobody of that name there"`
	BadAddress       action `yaml:"bad_address" default:"{task: fix_address}" about:"address wrong or incomplete"`
	TemporaryAbsent  action `yaml:"temporary_absent" default:"retry" about:"away for a time"`
	Inaccessible     action `yaml:"inaccessible" default:"{mark_after: 2, within: 365d}" about:"no receptacle, vacant, closed"`
	Unclaimed        action `yaml:"unclaimed" default:"{hold_after: 2, within: 365d}" about:"not collected in time"`
	Generic          action `yaml:"generic" default:"{hold_after: 2, within: 365d}" about:"no usable reason"`
	Refused          action `yaml:"refused" default:"do_not_mail" about:"refused: an objection to post"`
	Deceased         action `yaml:"deceased" default:"suppress_all" about:"the addressee died"`
	NotContactFault  action `yaml:"not_contact_fault" default:"ignore" about:"fault of carrier, sender or item"`
	NoMatch          action `yaml:"no_match" default:"ignore" about:"a list processor found no move"`
	Unknown          action `yaml:"unknown" default:"{task: unknown_reason}" about:"code or text not understood"`
	BounceHard       action `yaml:"bounce_hard" default:"mark_undeliverable" about:"e-mail address does not work"`
	BounceSoft       action `yaml:"bounce_soft" default:"count" about:"e-mail failed for now"`
	Complaint        action `yaml:"complaint" default:"stop_email" about:"e-mail reported as unwanted"`
}

type rules struct {
	CheckDigit            string `yaml:"check_digit" default:"mod10" enum:"mod10,none" about:"an unknown piece reference with a wrong check digit is told apart (bad_check_digit)"`
	Duplicates            string `yaml:"duplicates" default:"no_change" enum:"no_change,repeat" about:"the same piece, day, reason and new address of one carrier again"`
	DeceasedAndNewAddress string `yaml:"deceased_and_new_address" default:"task" enum:"task,in_order" about:"one batch says that a person died and that the person moved"`
	TwoNewAddresses       string `yaml:"two_new_addresses" default:"task" enum:"task,in_order" about:"one batch gives a person two new addresses with effect in one calendar month"`
	SameAddress           string `yaml:"same_address" default:"near" enum:"near,exact" about:"near: printed, new and current address are one when a single word without digits differs by a slip"`
	StalePrinted          string `yaml:"stale_printed" default:"no_change" enum:"no_change,apply" about:"the printed address is not the current one: the message says nothing about the current one"`
	StaleMove             string `yaml:"stale_move" default:"no_change" enum:"no_change,task,apply" about:"the move is older than the current address"`
	SameMonth             string `yaml:"same_month" default:"task" enum:"task,no_change,apply" about:"move month and month of the current address are the same"`
	FamilyMoves           string `yaml:"family_moves" default:"same_surname" enum:"same_surname,everybody,addressee" about:"whom a family move takes along from the old address, if their address was told in an earlier month"`
	EvidenceOfLife        string `yaml:"evidence_of_life" default:"task" enum:"task,no_change,off" about:"an order was shipped to the address after the return"`
	NewAddressUnusable    string `yaml:"new_address_unusable" default:"task" enum:"task,no_change" about:"the new address cannot be read or is not complete"`
}

type toDo struct {
	Assignee string          `yaml:"assignee" about:"who gets the tasks; empty: nobody in particular"`
	DueIn    config.Duration `yaml:"due_in" default:"14d" about:"time for a task, from the night it opened"`
}

// policy is the options as the engine takes them.
func (o *Options) policy() returnpolicy.Policy {
	a, r := o.Actions, o.Rules
	return returnpolicy.Policy{
		Actions: map[returncode.Reason]returnpolicy.Action{
			returncode.NewAddress:       a.NewAddress.Action,
			returncode.MovedNoForward:   a.MovedNoForward.Action,
			returncode.BoxClosed:        a.BoxClosed.Action,
			returncode.UnknownAddressee: a.UnknownAddressee.Action,
			returncode.BadAddress:       a.BadAddress.Action,
			returncode.TemporaryAbsent:  a.TemporaryAbsent.Action,
			returncode.Inaccessible:     a.Inaccessible.Action,
			returncode.Unclaimed:        a.Unclaimed.Action,
			returncode.Generic:          a.Generic.Action,
			returncode.Refused:          a.Refused.Action,
			returncode.Deceased:         a.Deceased.Action,
			returncode.NotContactFault:  a.NotContactFault.Action,
			returncode.NoMatch:          a.NoMatch.Action,
			returncode.Unknown:          a.Unknown.Action,
			returncode.BounceHard:       a.BounceHard.Action,
			returncode.BounceSoft:       a.BounceSoft.Action,
			returncode.Complaint:        a.Complaint.Action,
		},
		Duplicates:            returnpolicy.Choice(r.Duplicates),
		DeceasedAndNewAddress: returnpolicy.Choice(r.DeceasedAndNewAddress),
		TwoNewAddresses:       returnpolicy.Choice(r.TwoNewAddresses),
		StalePrinted:          returnpolicy.Choice(r.StalePrinted),
		StaleMove:             returnpolicy.Choice(r.StaleMove),
		SameMonth:             returnpolicy.Choice(r.SameMonth),
		FamilyMoves:           returnpolicy.Choice(r.FamilyMoves),
		EvidenceOfLife:        returnpolicy.Choice(r.EvidenceOfLife),
		NewAddressUnusable:    returnpolicy.Choice(r.NewAddressUnusable),
	}
}
