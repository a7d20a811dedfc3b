package postgres

import "factdesk/internal/errs"

// refusal is what a broken constraint means to the person who broke it.
type refusal struct {
	kind    errs.Kind
	field   string // of the form, if one is to blame
	message string
	remedy  string
}

// constraintRefusals gives constraints their words, by the name the migrations give
// them. A row is worth adding where a person can run into the constraint; a test
// checks that each name exists. Fields are named after their columns.
func constraintRefusals() map[string]refusal {
	return map[string]refusal{
		"account_email_form":   {errs.Invalid, "email", "This is not an e-mail address.", ""},
		"account_email_unique": {errs.Unmet, "email", "There is an account with this e-mail address already.", "Sign in with it, or use another address."},
		"account_name_present": {errs.Invalid, "name", "A name has 1 to 200 characters.", ""},

		"article_language_form":        {errs.Invalid, "language", "A language is a code such as en or pt-BR.", ""},
		"article_names_length":         {errs.Invalid, "publisher", "A publisher has at most 200 characters, an author 300.", ""},
		"article_title_present":        {errs.Invalid, "title", "A title has 1 to 500 characters.", ""},
		"article_url_form":             {errs.Invalid, "url", "A link starts with http:// or https:// and has at most 2,000 bytes.", ""},
		"article_version_pk":           {errs.Stale, "", "Somebody else has just stored a new version of this article.", "Look at theirs first."},
		"article_version_text_length":  {errs.TooLarge, "text", "An article has at most 2 MiB of text.", "Split it into several articles."},
		"article_version_text_present": {errs.Invalid, "text", "There is no text in this article.", ""},

		"attribution_lengths":          {errs.Invalid, "speaker", "Each part of an attribution has at most 300 characters.", ""},
		"attribution_speaker_or_none":  {errs.Invalid, "speaker", "Say who said it, or that nobody is named.", ""},
		"change_request_answer_length": {errs.Invalid, "answer", "An answer has at most 2,000 characters.", ""},
		"change_request_point_present": {errs.Invalid, "point", "A point to change has 1 to 2,000 characters.", ""},

		"claim_assignee_fk":              {errs.Invalid, "assignee", "Only a member of the desk can be given a claim.", ""},
		"claim_decline_reasoned":         {errs.Invalid, "decline_reason", "A claim is declined for a reason from the list.", ""},
		"claim_duplicate_fk":             {errs.Invalid, "duplicate_of", "The desk has no such claim.", ""},
		"claim_duplicate_named":          {errs.Invalid, "duplicate_of", "Say which claim it is a duplicate of.", ""},
		"claim_duplicate_other":          {errs.Invalid, "duplicate_of", "A claim cannot be a duplicate of itself.", ""},
		"claim_statement_length":         {errs.Invalid, "statement", "A statement has at most 2,000 characters.", ""},
		"claim_version_statement_length": {errs.Invalid, "statement", "A statement has at most 2,000 characters.", ""},
		"claimant_name_present":          {errs.Invalid, "name", "A name has 1 to 200 characters.", ""},
		"claimant_name_unique":           {errs.Unmet, "name", "The desk has a claimant of this name already.", "Use that one."},
		"correction_texts_present":       {errs.Invalid, "what", "A correction says what changed and why, in at most 2,000 characters each.", ""},

		"desk_language_form": {errs.Invalid, "language", "A language is a code such as en or pt-BR.", ""},
		"desk_name_present":  {errs.Invalid, "desk_name", "A desk's name has 1 to 200 characters.", ""},
		"desk_slug_form":     {errs.Invalid, "desk_slug", "A short name has lower-case letters, digits and single hyphens, 60 at most.", ""},
		"desk_slug_unique":   {errs.Unmet, "desk_slug", "There is a desk with this short name already.", "Choose another."},

		"evidence_lengths":       {errs.Invalid, "quote", "A quote has at most 4,000 characters, a note 2,000, a place in the source 300, a group 100.", ""},
		"idempotency_key_length": {errs.Invalid, "", "An idempotency key has 8 to 100 characters.", ""},
		"member_pk":              {errs.Unmet, "email", "This person is a member of the desk already.", ""},
		"rating_code_unique":     {errs.Unmet, "code", "The scale has a rating with this code already.", "Choose another."},
		"rating_texts_present":   {errs.Invalid, "label", "A rating has a label, a definition, and a code of lower-case letters.", ""},

		"report_article_unique":   {errs.Unmet, "", "This article has a report already.", "Open that one."},
		"report_claim_pk":         {errs.Invalid, "claims", "A claim is in a report once.", ""},
		"report_claim_report_fk":  {errs.Invalid, "claims", "Only claims of the report's own article can be in it.", ""},
		"report_headline_present": {errs.Invalid, "headline", "A headline has 1 to 300 characters.", ""},
		"report_slug_form":        {errs.Invalid, "slug", "A report's address has lower-case letters, digits and single hyphens, 100 at most.", ""},
		"report_slug_unique":      {errs.Unmet, "slug", "The desk has a report at this address already.", "Choose another."},
		"report_summary_length":   {errs.Invalid, "summary", "A summary has at most 4,000 characters.", ""},
		"review_approved_once":    {errs.Stale, "", "Another reviewer has just approved this claim.", "Look at the claim as it is now."},
		"review_note_length":      {errs.Invalid, "note", "A note has at most 4,000 characters.", ""},

		"source_lengths":    {errs.Invalid, "title", "A title has at most 500 characters, a citation 2,000, a publisher 200, an author 300.", ""},
		"source_named":      {errs.Invalid, "url", "A source has a link or a citation.", ""},
		"source_url_form":   {errs.Invalid, "url", "A link starts with http:// or https:// and has at most 2,000 bytes.", ""},
		"source_url_unique": {errs.Unmet, "url", "The desk's library has this link already.", "Use that source."},
		"span_once":         {errs.Unmet, "", "These words are part of the claim's quote already.", ""},
		"splitting_pk":      {errs.Stale, "", "Somebody else has just split this article again.", "Look at what has come of it first."},
		"verdict_rating_fk": {errs.Invalid, "rating", "The desk has no such rating.", "Choose one of the desk’s scale."},
		"verdict_lengths":   {errs.Invalid, "rationale", "A rationale has at most 10,000 characters, the note of what was searched 4,000.", ""},
	}
}
