package web

import (
	"slices"
	"strings"

	"factdesk/internal/errs"
	"factdesk/internal/workflow"
	"factdesk/views/components"
)

// returned is a form of a claim that was refused: its name on the panel, what was typed, why.
type returned struct {
	name string
	form *form
	err  error
	// settled says that somebody has done already what the form asked for; "" where nobody has.
	settled string
}

// typed returns what was typed into the field of the named form, or what is stored when that
// form did not come back.
func (b *returned) typed(form, field, stored string) string {
	if b == nil || b.name != form {
		return stored
	}
	return b.form.text(field)
}

// came reports whether the named form came back.
func (b *returned) came(form string) bool { return b != nil && b.name == form }

// hasPlace reports whether the panel has a place for the form's errors: buttons have none.
func (b *returned) hasPlace() bool {
	switch b.name {
	case "statement", "attribution", "quote", "anchor", "evidence", "verdict", "decline", "request-changes":
		return true
	}
	return strings.HasPrefix(b.name, "evidence-") || strings.HasPrefix(b.name, "answer-")
}

// isConflict reports whether the form came back because somebody saved before it, so that
// both texts are to be compared.
func (b *returned) isConflict() bool {
	return b != nil && b.settled == "" && errs.KindOf(b.err) == errs.Stale &&
		slices.ContainsFunc(errs.Reasons(b.err), func(r errs.Reason) bool { return r.Rule == "stale" })
}

// flashes says above the page why a form came back that has no place on it to say so: a button
// has none, and a form that the claim's new status rules out is gone.
func (b *returned) flashes() []components.Flash {
	if b == nil || b.isConflict() || (b.hasPlace() && errs.KindOf(b.err) != errs.Stale) {
		return nil
	}
	if b.settled != "" {
		return []components.Flash{{Kind: "warn", Text: b.settled}}
	}
	return []components.Flash{{Kind: "error", Text: errs.Message(b.err)}}
}

// settle finds out whether a step came too late because somebody else took it: then there is nothing
// left to choose.
func (b *returned) settle(found *workflow.ClaimPage) {
	if found == nil || !b.isConflict() {
		return
	}
	for _, a := range panelActions() {
		if a.view.Name != b.name || a.to() != found.Claim.Status {
			continue
		}
		who := "Somebody"
		for _, e := range found.Events {
			if e.Action == a.event {
				if e.ActorName != nil {
					who = *e.ActorName
				}
				break
			}
		}
		b.settled = who + " " + a.done + " already."
	}
}
