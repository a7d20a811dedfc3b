package web

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"factdesk/internal/factcheck"
	"factdesk/internal/workflow"
	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/desk"
)

func (s *Server) members(r *request) (reply, error) { return s.membersPage(r, nil, nil, nil) }

// membersPage lists the members. added or changed is the form that err sent back, if one did.
func (s *Server) membersPage(r *request, added *workflow.AddMember, changed *workflow.ChangeMember, err error) (reply, error) {
	members, listErr := s.workflow.Members(r.Context(), r.actor())
	if listErr != nil {
		return reply{}, listErr
	}
	page := desk.MembersPage{
		Page: s.frame(r, "Members", layout.Desk), CanManage: r.actor().Role.AtLeast(factcheck.Admin),
		Add: desk.AddForm{Form: newForm(0), Roles: roleOptions(factcheck.Editor)},
	}
	if added != nil {
		page.Add = desk.AddForm{Form: refused(newForm(0), err), Name: added.Name, Email: added.Email, Roles: roleOptions(added.Role), Open: true}
	}
	for _, m := range members {
		row := desk.Member{
			Account: int64(m.Account), Name: m.Name, Email: m.Email, Role: roleLabel(m.Role), Roles: roleOptions(m.Role),
			Since: day(m.CreatedAt), Disabled: m.Disabled || m.AccountDisabled, Self: m.Account == r.actor().Account, Form: newForm(m.Revision),
		}
		if changed != nil && changed.Account == m.Account {
			row.Form, row.Roles, row.Open = refused(row.Form, err), roleOptions(changed.Role), true
		}
		page.Members = append(page.Members, row)
	}
	rep := show(desk.Members(page))
	if err != nil {
		rep.status = formStatus(err)
	}
	return rep, nil
}

func (s *Server) addMember(r *request) (reply, error) {
	f, err := r.form()
	if err != nil {
		return reply{}, err
	}
	in := workflow.AddMember{Name: f.line("name"), Email: f.line("email"), Role: factcheck.Role(f.line("role")), Password: f.values.Get("password")}
	if _, err := s.workflow.AddMember(r.Context(), r.command(f), in); err != nil {
		if !isRefusal(err) || wantsJSON(r.Request) {
			return reply{}, err
		}
		return s.membersPage(r, &in, nil, err)
	}
	return seeWith("/desk/members", in.Email+" belongs to the desk now. Whoever had an account keeps their own password."), nil
}

func (s *Server) changeMember(r *request) (reply, error) {
	id, err := pathID[factcheck.AccountID](r.Request, "account", "member")
	if err != nil {
		return reply{}, err
	}
	f, err := r.form()
	if err != nil {
		return reply{}, err
	}
	in := workflow.ChangeMember{Account: id, Role: factcheck.Role(f.line("role")), Disabled: f.on("disabled"), Revision: f.revision()}
	if err = f.err(); err == nil {
		err = s.workflow.ChangeMember(r.Context(), r.command(f), in)
	}
	// Nobody has a form for themselves, so there a refusal is a page of its own.
	if isRefusal(err) && !wantsJSON(r.Request) && id != r.actor().Account {
		return s.membersPage(r, nil, &in, err)
	}
	return seeWith("/desk/members", "The member is changed."), err
}

func (s *Server) scale(r *request) (reply, error) {
	scale, err := s.workflow.Scale(r.Context(), r.actor())
	if err != nil {
		return reply{}, err
	}
	page := desk.ScalePage{Page: s.frame(r, "Rating scale", layout.Desk), Name: scale.Name, Version: strconv.Itoa(scale.Version)}
	for i := range scale.Ratings {
		rating := &scale.Ratings[i]
		page.Ratings = append(page.Ratings, desk.ScaleRating{Rating: ratingView(rating), Needs: rating.Rule.Sentence()})
	}
	return show(desk.Scale(page)), nil
}

func (s *Server) audit(r *request) (reply, error) {
	before := queryID[factcheck.ClaimID](r.Request, "before")
	found, err := s.workflow.Events(r.Context(), r.actor(), int64(before), pageSize)
	if err != nil {
		return reply{}, err
	}
	page := desk.AuditPage{Page: s.frame(r, "Audit log", layout.Desk), Pager: older("/desk/audit", found.Next, int64(before))}
	for _, e := range found.Events {
		line := desk.Event{
			Number: strconv.FormatInt(e.Seq, 10), At: at(e.At), Actor: "The command line", What: eventWords(e.Action),
			Subject: subjectLink(e.Subject, e.SubjectID), Detail: eventDetail(e.Body), Hash: bodyHash(e.Body),
		}
		if e.ActorName != nil {
			line.Actor = *e.ActorName
		}
		page.Events = append(page.Events, line)
	}
	return show(desk.Audit(page)), nil
}

// bodyHash is the beginning of the SHA-256 of an event's text.
func bodyHash(body string) string {
	sum := sha256.Sum256([]byte(body))
	return hex.EncodeToString(sum[:6])
}

// subjectLink leads to what an event is about, where that has a page.
func subjectLink(subject string, id int64) components.Link {
	link := components.Link{Text: capital(subject) + " " + strconv.FormatInt(id, 10)}
	switch subject {
	case "claim", "article", "report", "source":
		link.URL = "/" + subject + "s/" + strconv.FormatInt(id, 10)
	}
	return link
}

// eventDetail is what an event recorded besides, as "name: value" pairs in the order of the names.
func eventDetail(body string) string {
	var event struct {
		Detail map[string]json.RawMessage `json:"detail"`
	}
	if err := json.Unmarshal([]byte(body), &event); err != nil {
		return ""
	}
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(event.Detail)) {
		value := string(event.Detail[name])
		var text string
		if json.Unmarshal(event.Detail[name], &text) == nil {
			value = text
		}
		var change struct{ From, To *string }
		if json.Unmarshal(event.Detail[name], &change) == nil && change.From != nil && change.To != nil {
			value = fmt.Sprintf("“%s” became “%s”", *change.From, *change.To)
		}
		if value != "" && value != "null" {
			parts = append(parts, fmt.Sprintf("%s: %s", strings.ReplaceAll(name, "_", " "), value))
		}
	}
	return strings.Join(parts, "; ")
}

// eventWords says what an event is, for a sentence that begins with who did it.
func eventWords(action string) string {
	if words, known := factcheck.DeedWords(action); known {
		return words
	}
	words, known := map[string]string{
		"article.imported":         "imported the article",
		"article.version_added":    "added a new version of the article",
		"article.resplit":          "split the article again",
		"source.edited":            "corrected the source",
		"report.begun":             "began the report",
		"report.saved":             "changed the report",
		"report.published":         "published an edition",
		"member.added":             "added a member",
		"member.changed":           "changed a member",
		"account.disabled":         "disabled an account",
		"account.enabled":          "enabled an account again",
		"account.password_changed": "changed the password of an account",
		"desk.created":             "created the desk",
	}[action]
	if !known {
		return strings.ReplaceAll(strings.ReplaceAll(action, ".", " "), "_", " ")
	}
	return words
}
