package components_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"factdesk/views/components"
)

// workedOn is a claim with every part open to change.
func workedOn() components.ClaimPanel {
	return components.ClaimPanel{
		ID: "12", Number: 7, Version: 2, Status: components.Status{Name: "changes_requested", Label: "Changes requested"},
		Forms:       components.PanelForms{Key: "k", Revision: 7, ContentHash: "0f", Page: "workbench"},
		Quote:       components.PanelQuote{Editable: true, Spans: []components.PanelSpan{{Ordinal: 1, Start: 1, End: 3, Exact: "ab"}, {Ordinal: 2, Start: 5, End: 7, Exact: "cd"}}},
		Statement:   components.PanelStatement{Editable: true, Types: []components.Option{{Value: "event", Label: "Event"}}},
		Attribution: components.PanelAttribution{Editable: true},
		Evidence:    &components.PanelEvidence{Editable: true, Items: []components.EvidenceItem{{ID: "5", Stance: "supports"}, {ID: "6", Stance: "refutes"}}},
		Verdict:     &components.PanelVerdict{Editable: true},
		Requests:    []components.PanelRequest{{ID: "3", Field: "verdict", Answerable: true}},
		Decline:     &components.PanelDecline{},
		Returns:     &components.PanelReturns{},
		Assignment:  components.Assignment{Me: "1", Members: []components.Option{{Value: "1", Label: "Ana"}}},
	}
}

func panelForms(t *testing.T, p components.ClaimPanel) map[string]map[string]string {
	t.Helper()
	var b strings.Builder
	if err := components.ClaimPanelView(p).Render(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	if err := components.PanelActions(p).Render(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	forms := map[string]map[string]string{}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != "form" {
			continue
		}
		values := map[string]string{"hx-post": attribute(n, "hx-post"), "method": attribute(n, "method")}
		for in := range n.Descendants() {
			if in.Data == "input" && attribute(in, "type") == "hidden" {
				values[attribute(in, "name")] = attribute(in, "value")
			}
			if attribute(in, "role") == "alert" {
				values["alert"] = "yes"
			}
		}
		forms[attribute(n, "id")] = values
		values["action"] = attribute(n, "action")
	}
	return forms
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func TestPanelFormsCarryWhatTheyMust(t *testing.T) {
	t.Parallel()
	p := workedOn()
	p.Actions = []components.PanelAction{{Name: "submit", Text: "Submit", Allowed: true}, {Name: "approve", Text: "Approve", Allowed: true}}
	p.Forms.Failed, p.Forms.Message = "evidence-6", "The source was not saved."
	forms := panelForms(t, p)
	var actions []string
	keys := map[string]bool{}
	for id, f := range forms {
		actions = append(actions, f["action"])
		if f["method"] != "post" || f["hx-post"] != f["action"] || f["revision"] != "7" || f["page"] != "workbench" || keys[f["key"]] {
			t.Errorf("form %s carries %v", id, f)
		}
		if (f["alert"] != "") != (id == "c12-form-evidence-6") {
			t.Errorf("form %s: alert %q", id, f["alert"])
		}
		keys[f["key"]] = true
	}
	slices.Sort(actions)
	want := []string{
		"/claims/12/approve", "/claims/12/assign", "/claims/12/assign", "/claims/12/attribution", "/claims/12/change-requests/3/answer",
		"/claims/12/decline", "/claims/12/evidence", "/claims/12/evidence/5", "/claims/12/evidence/5/remove", "/claims/12/evidence/6",
		"/claims/12/evidence/6/remove", "/claims/12/request-changes", "/claims/12/spans", "/claims/12/spans/1", "/claims/12/spans/1/remove",
		"/claims/12/spans/2", "/claims/12/spans/2/remove", "/claims/12/statement", "/claims/12/submit", "/claims/12/verdict",
	}
	if diff := cmp.Diff(want, actions); diff != "" {
		t.Errorf("forms (-want +got):\n%s", diff)
	}
	for _, id := range []string{"c12-form-approve", "c12-form-request-changes"} {
		if forms[id]["content_hash"] != "0f" {
			t.Errorf("%s does not name what the reviewer saw", id)
		}
	}
}

func TestPanelReadOnlyHasNoForms(t *testing.T) {
	t.Parallel()
	p := workedOn()
	p.Quote.Editable, p.Statement.Editable, p.Attribution.Editable, p.Evidence.Editable, p.Verdict.Editable = false, false, false, false, false
	p.Requests[0].Answerable, p.Decline, p.Returns, p.Assignment = false, nil, nil, components.Assignment{}
	p.Actions = []components.PanelAction{{Name: "approve", Text: "Approve", Keycap: "Shift+A", Reasons: []components.Reason{{Detail: "No."}}}}
	if forms := panelForms(t, p); len(forms) != 0 {
		t.Errorf("a panel nobody may change has forms: %v", forms)
	}
}

// Steps refused for the same reasons share one explanation, and each leads to it.
func TestRefusedStepsSayWhy(t *testing.T) {
	t.Parallel()
	eyes := []components.Reason{{Rule: "four_eyes", Detail: "You worked on it.", Remedy: "Another reviewer can."}}
	p := components.ClaimPanel{ID: "1", Actions: []components.PanelAction{
		{Name: "approve", Text: "Approve", Reasons: eyes}, {Name: "request-changes", Text: "Request changes", Reasons: eyes},
		{Name: "withdraw", Text: "Withdraw", Reasons: []components.Reason{{Detail: "You did not submit it."}}},
	}}
	var b strings.Builder
	if err := components.PanelDecision(p).Render(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	if err := components.PanelActions(p).Render(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for text, times := range map[string]int{
		"You worked on it.": 1, "Another reviewer can.": 1, "You did not submit it.": 1,
		"Why “Approve” and “Request changes” cannot be done now": 1,
		`href="#why-not-approve"`: 2, `href="#why-not-withdraw"`: 1, "<form": 0,
	} {
		if got := strings.Count(page, text); got != times {
			t.Errorf("%q stands in it %d times, want %d", text, got, times)
		}
	}
}
