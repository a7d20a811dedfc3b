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
// checks that each name exists.
func constraintRefusals() map[string]refusal {
	return map[string]refusal{
		"account_email_form":           {errs.Invalid, "email", "This is not an e-mail address.", ""},
		"account_email_unique":         {errs.Unmet, "email", "There is an account with this e-mail address already.", "Sign in with it, or use another address."},
		"account_name_present":         {errs.Invalid, "name", "A name has 1 to 200 characters.", ""},
		"article_title_present":        {errs.Invalid, "title", "A title has 1 to 500 characters.", ""},
		"article_url_form":             {errs.Invalid, "url", "A link starts with http:// or https:// and has at most 2,000 bytes.", ""},
		"article_version_text_length":  {errs.TooLarge, "text", "An article has at most 2 MiB of text.", "Split it into several articles."},
		"article_version_text_present": {errs.Invalid, "text", "There is no text in this article.", ""},
		"desk_name_present":            {errs.Invalid, "name", "A desk's name has 1 to 200 characters.", ""},
		"desk_slug_form":               {errs.Invalid, "slug", "A short name has lower-case letters, digits and single hyphens, 60 at most.", ""},
		"desk_slug_unique":             {errs.Unmet, "slug", "There is a desk with this short name already.", "Choose another."},
		"member_pk":                    {errs.Unmet, "email", "This person is a member of the desk already.", ""},
	}
}
