package stories

import (
	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/account"
	"factdesk/views/pages/desk"
	"factdesk/views/pages/problem"
)

func accountStories() []Story {
	out := layout.Page{Title: "Sign in"}
	refused := components.Form{Key: key, Message: "Email and password do not match an account.", Reasons: []components.Reason{{Rule: "credentials", Field: "password", Detail: "Check both, and whether capitals are on."}}}
	own := account.Page{
		Page: page("Your account", layout.None), PasswordForm: components.Form{Key: key}, SessionsForm: components.Form{Key: key}, MinPassword: "At least 12 characters; a sentence is good.",
		Sessions: []account.Session{
			{Browser: "Firefox on Linux", Address: "192.0.2.17", Started: when("2026-09-03T07:00:00Z", "3 Sep 2026, 07:00 UTC"), Seen: when("2026-09-03T14:05:00Z", "just now"), Current: true},
			{Browser: "Safari on iPhone", Address: "2001:db8::7", Started: when("2026-08-28T07:00:00Z", "28 Aug 2026, 07:00 UTC"), Seen: when("2026-09-02T21:05:00Z", "yesterday")},
		},
	}
	wrong := own
	wrong.Sessions = own.Sessions[:1]
	wrong.PasswordForm = components.Form{Key: key, Message: "The password was not changed.", Reasons: []components.Reason{{Rule: "field", Field: "current", Detail: "This is not the current password."}, {Rule: "field", Field: "repeat", Detail: "The two do not match."}}}
	setup := account.SetupPage{Page: layout.Page{Title: "Set up"}, Form: components.Form{Key: key}}
	setupRefused := account.SetupPage{Page: layout.Page{Title: "Set up"}, DeskName: "The Courier", DeskSlug: "The Courier", Name: longWord, Email: "ana@example.org",
		Form: components.Form{Key: key, Reasons: []components.Reason{{Rule: "field", Field: "desk_slug", Detail: "A short name has small letters, digits and hyphens only."}, {Rule: "field", Field: "password", Detail: "The password is shorter than 12 characters."}}}}
	return []Story{
		{Name: "account/login", Title: "Sign in", Component: account.Login(account.LoginPage{Page: out, Next: "/articles/1"})},
		{Name: "account/login-refused", Title: "Sign in, refused", Component: account.Login(account.LoginPage{Page: out, Email: "ana@example.org", Form: refused})},
		{Name: "account/setup", Title: "First administrator", Component: account.Setup(setup)},
		{Name: "account/setup-refused", Title: "First administrator, refused", Component: account.Setup(setupRefused)},
		{Name: "account/own", Title: "Own account", Component: account.Own(own)},
		{Name: "account/own-refused", Title: "Own account, refused", Component: account.Own(wrong)},
	}
}

func problemStories() []Story {
	stories := []Story{}
	for name, p := range map[string]problem.Page{
		"403": {Status: 403, Message: "Approving needs the role of a reviewer.", Reasons: []components.Reason{{Rule: "four_eyes", Detail: "You changed the verdict of this version, so you cannot approve it.", Remedy: "Another reviewer can: Ben Ito or Chidi Okafor."}}, Back: components.Link{Text: "Back to the claim", URL: "/claims/7"}},
		"404": {Status: 404, Message: "There is no such article on this desk."},
		"409": {Status: 409, Message: "Ben Ito approved this claim a minute ago.", Back: components.Link{Text: "Open the claim", URL: "/claims/7"}},
		"422": {Status: 422, Message: "The claim did not go to review.", Reasons: sampleReasons()},
		"429": {Status: 429, Message: "There were too many attempts to sign in from your address."},
		"500": {Status: 500, RequestID: "01K4ZQ8M9T3V"},
		"503": {Status: 503, RequestID: longWord, Message: longWord},
	} {
		p.Page = page("Error", layout.None)
		if name == "404" {
			p.Viewer = nil
		}
		stories = append(stories, Story{Name: "problem/" + name, Title: "Error " + name, Component: problem.Problem(p)})
	}
	return stories
}

func roles(current string) []components.Option {
	out := []components.Option{}
	for _, r := range []string{"Viewer", "Editor", "Reviewer", "Admin"} {
		out = append(out, components.Option{Value: r, Label: r, Selected: r == current})
	}
	return out
}

func deskStories() []Story {
	since := when("2026-01-05", "5 Jan 2026")
	members := desk.MembersPage{Page: page("Members", layout.Desk), CanManage: true, Add: desk.AddForm{Form: components.Form{Key: key}, Roles: roles("Editor")}, Members: []desk.Member{
		{Account: 1, Name: "Ana Petrović", Email: "ana@example.org", Role: "Admin", Since: since, Seen: when("2026-09-03T14:05:00Z", "just now"), Self: true},
		{Account: 2, Name: "Ben Ito", Email: "ben@example.org", Role: "Reviewer", Roles: roles("Reviewer"), Since: since, Seen: when("2026-09-02T14:05:00Z", "yesterday"), Form: components.Form{Key: key, Revision: 2}},
		{Account: 3, Name: longWord, Email: longWord + "@example.org", Role: "Editor", Roles: roles("Editor"), Since: since, Disabled: true, Open: true, Form: components.Form{Key: key, Revision: 4, Message: "The role was not changed.", Reasons: []components.Reason{{Rule: "last_admin", Detail: "A desk keeps at least one administrator.", Remedy: "Make somebody else an administrator first."}}}},
	}}
	viewed := members
	viewed.CanManage = false
	scale := desk.ScalePage{Page: page("Rating scale", layout.Desk), Name: "House scale", Version: "2", Since: since}
	for _, r := range []components.Rating{ratingTrue(), ratingMixed(), ratingFalse(), ratingUnproven(), {Label: longWord, Tone: components.Grey, Definition: longWord}} {
		scale.Ratings = append(scale.Ratings, desk.ScaleRating{Rating: r, Needs: "1 primary source, or 2 secondary ones that do not depend on each other.", Uses: "12 verdicts"})
	}
	events := []desk.Event{
		{Number: "1,204", At: when("2026-09-03T14:05:11Z", "3 Sep 2026, 14:05:11 UTC"), Actor: "Ben Ito", What: "approved", Subject: components.Link{Text: "claim 7", URL: "/claims/7"}, Hash: "9f2c41ab"},
		{Number: "1,203", At: when("2026-09-03T14:01:02Z", "3 Sep 2026, 14:01:02 UTC"), Actor: "Ana Petrović", What: "changed the verdict of", Subject: components.Link{Text: "claim 7", URL: "/claims/7"}, Detail: "Without evidence → False", Hash: "07be55d0"},
		{Number: "1,202", At: when("2026-09-03T13:01:02Z", "3 Sep 2026, 13:01:02 UTC"), Actor: longWord, What: "imported", Subject: components.Link{Text: longWord, URL: "/articles/1"}, Hash: "aa01fe77"},
	}
	audit := desk.AuditPage{Page: page("Audit log", layout.Desk), Events: events, Chain: desk.Chain{Checked: true, Intact: true, Detail: "1,204 events, checked up to 14:05 UTC."}, Pager: components.Pager{OlderURL: "?before=1202"}}
	broken := audit
	broken.Chain = desk.Chain{Checked: true, Detail: "Event 1,203 does not follow from event 1,202. Tell whoever runs the database, and change nothing."}
	empty := desk.AuditPage{Page: page("Audit log", layout.Desk), Chain: desk.Chain{Detail: "The command “factdesk verify” checks it."}}
	return []Story{
		{Name: "desk/members", Title: "Members", Component: desk.Members(members)},
		{Name: "desk/members-viewer", Title: "Members, seen by an editor", Component: desk.Members(viewed)},
		{Name: "desk/scale", Title: "Rating scale", Component: desk.Scale(scale)},
		{Name: "desk/audit", Title: "Audit log", Component: desk.Audit(audit)},
		{Name: "desk/audit-broken", Title: "Audit log, broken chain", Component: desk.Audit(broken)},
		{Name: "desk/audit-empty", Title: "Audit log, empty", Component: desk.Audit(empty)},
	}
}
