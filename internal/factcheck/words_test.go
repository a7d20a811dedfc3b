package factcheck_test

import (
	"slices"
	"testing"

	"factdesk/internal/factcheck"
	"factdesk/internal/textspan"
)

// TestLabels: whatever a person can choose has words of its own, and nothing else is valid.
func TestLabels(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	label := func(list, value, label string, valid bool) {
		t.Helper()
		if label == "" || label == value || seen[list+label] || !valid {
			t.Errorf("%s %q: label %q, valid %t", list, value, label, valid)
		}
		seen[list+label] = true
	}
	for _, s := range factcheck.Statuses() {
		label("status", string(s), s.Label(), true)
	}
	for _, c := range factcheck.ClaimTypes() {
		label("type", string(c), c.Label(), c.Valid())
	}
	for _, r := range factcheck.DeclineReasons() {
		label("reason", string(r), r.Label(), r.Valid())
	}
	for _, k := range factcheck.SourceKinds() {
		label("kind", string(k), k.Label(), k.Valid())
	}
	for _, c := range factcheck.CorrectionClasses() {
		label("correction", string(c), c.Label(), c.Valid())
	}
	for _, v := range []interface{ Valid() bool }{
		factcheck.ClaimType(""), factcheck.ClaimType("rumour"), factcheck.DeclineReason(""), factcheck.DeclineReason("lazy"), factcheck.Superseded,
		factcheck.SourceKind(""), factcheck.SourceKind("Web page"), factcheck.CorrectionClass(""), factcheck.Tier(""), factcheck.Tier("Primary"),
		factcheck.Stance(""), factcheck.Stance("against"), factcheck.ContentField(""), factcheck.ContentField("rating"),
		factcheck.Role(""), factcheck.Role("owner"),
	} {
		if v.Valid() {
			t.Errorf("%T %v is valid", v, v)
		}
	}
}

func TestRole_AtLeast(t *testing.T) {
	t.Parallel()
	roles := factcheck.Roles()
	for i, r := range roles {
		for j, other := range roles {
			if r.AtLeast(other) != (i >= j) {
				t.Errorf("%s at least %s: %t", r, other, r.AtLeast(other))
			}
		}
		if factcheck.Role("owner").AtLeast(r) || factcheck.Role("").AtLeast(r) {
			t.Errorf("no role is at least %s", r)
		}
	}
	if factcheck.Role("").AtLeast("") {
		t.Error("no role is at least no role")
	}
}

func TestClaim_Quoted(t *testing.T) {
	t.Parallel()
	c := factcheck.Claim{}
	if got := c.Quoted(); got != "" {
		t.Errorf("of no spans: %q", got)
	}
	for _, words := range []string{"the bridge", "was closed"} {
		c.Spans = append(c.Spans, factcheck.Quote{Selector: textspan.Selector{Exact: words}})
	}
	if got, want := c.Quoted(), "the bridge … was closed"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestClaimant_Key(t *testing.T) {
	t.Parallel()
	want := (&factcheck.Claimant{Name: "Élise Müller"}).Key()
	for _, name := range []string{" élise  müller", "ÉLISE\tMÜLLER ", "Élise\u00a0Müller"} {
		if got := (&factcheck.Claimant{Name: name}).Key(); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
	if got := (&factcheck.Claimant{Name: "Elise Muller"}).Key(); got == want {
		t.Error("other letters are another name")
	}
}

func TestSource_Name(t *testing.T) {
	t.Parallel()
	for want, s := range map[string]factcheck.Source{
		"A title":             {ID: 1, Title: "A title", Citation: "A citation", URL: "https://example.org/"},
		"A citation":          {ID: 1, Title: " ", Citation: "A citation", URL: "https://example.org/"},
		"https://example.org": {ID: 1, URL: "https://example.org"},
		"Source 1":            {ID: 1},
	} {
		if got := s.Name(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestDefaultScale: a new desk can judge at once, and what asserts truth needs proof.
func TestDefaultScale(t *testing.T) {
	t.Parallel()
	scale := factcheck.DefaultScale()
	codes, positions := map[string]bool{}, map[int]bool{}
	last := 0
	for _, r := range scale.Ratings {
		if codes[r.Code] || positions[r.Position] || r.Label == "" || r.Definition == "" || r.Colour == "" || r.Position <= last {
			t.Errorf("%+v", r)
		}
		codes[r.Code], positions[r.Position], last = true, true, r.Position
		if onScale := r.Value > 0; onScale != (r.Rule.Needs == factcheck.NeedsProof) {
			t.Errorf("%s has the value %d and needs %s", r.Code, r.Value, r.Rule.Needs)
		}
	}
	if !slices.IsSortedFunc(scale.Ratings[:5], func(a, b factcheck.Rating) int { return b.Value - a.Value }) {
		t.Error("the scale does not run from true to false")
	}
}
