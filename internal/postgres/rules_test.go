package postgres_test

import (
	"fmt"
	"slices"
	"testing"

	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/postgres/pgtest"
	"factdesk/internal/workflow"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestRules_AgreeWithTheSchema: what Go says is missing before a claim may be submitted, the
// database says as well, on whatever claims.
func TestRules_AgreeWithTheSchema(t *testing.T) {
	t.Parallel()
	f := newFixture(t, pgtest.Tx(t))
	kinds := map[factcheck.SourceKind][]factcheck.SourceID{}
	for _, kind := range factcheck.SourceKinds() {
		for i := range 3 {
			kinds[kind] = append(kinds[kind], f.source(fmt.Sprintf("%s %d", kind, i), kind))
		}
	}
	// Every rule the default scale has not: other numbers of sources, and nothing at all.
	f.must(f.db.Tx(f.ctx(), int64(f.editor.Account), func(tx *postgres.DB) error {
		err := tx.InsertScale(f.ctx(), f.desk, factcheck.RatingScale{Name: "Odd", Version: 2, Ratings: []factcheck.Rating{
			odd(1, factcheck.EvidenceRule{Needs: factcheck.NeedsProof, MinPrimary: 2, MinIndependent: 3}),
			odd(2, factcheck.EvidenceRule{Needs: factcheck.NeedsProof, MinPrimary: 1, MinIndependent: 1}),
			odd(3, factcheck.EvidenceRule{Needs: factcheck.NeedsNothing}),
		}})
		if err != nil {
			return err
		}
		return tx.RecordEvent(f.ctx(), f.desk, postgres.NewEvent{Action: "scale.added", Subject: "desk", ID: int64(f.desk)})
	}))
	scale, err := f.db.Scale(f.ctx(), f.desk)
	f.must(err)
	ratings := []factcheck.RatingID{0, f.ratings["true"], f.ratings["without_evidence"]}
	for _, r := range scale.Ratings {
		ratings = append(ratings, r.ID)
	}
	rapid.Check(t, func(r *rapid.T) {
		id := rapid.SampledFrom([]factcheck.ClaimID{f.open, f.returned, f.edited}).Draw(r, "claim")
		f.rewrite(r, id, ratings, kinds)
		c := f.claim(id)
		want := []string{}
		for _, reason := range c.Unmet() {
			want = append(want, reason.Rule)
		}
		slices.Sort(want)
		got := read[[]string](t, f.db, "select coalesce(array_agg(rule order by rule), '{}') from claim_unmet($1, $2, $3)", f.desk, id, c.Version)
		if diff := cmp.Diff(want, got); diff != "" {
			r.Fatalf("missing (-Go +SQL):\n%s\n%+v %+v %+v", diff, c.Statement, c.Verdict, c.Evidence)
		}
	})
}

func odd(n int, rule factcheck.EvidenceRule) factcheck.Rating {
	return factcheck.Rating{
		Code: "odd_" + string(rune('a'+n)), Label: "Odd", Definition: "For tests.", Position: n, Colour: "neutral", Rule: rule,
	}
}

func (f *fixture) source(citation string, kind factcheck.SourceKind) factcheck.SourceID {
	f.t.Helper()
	var s factcheck.Source
	f.must(f.db.Tx(f.ctx(), int64(f.editor.Account), func(tx *postgres.DB) error {
		var err error
		s, err = tx.EnsureSource(f.ctx(), f.desk, factcheck.Source{Citation: citation, Kind: kind, Tier: factcheck.Primary}, f.editor.Account)
		if err != nil {
			return err
		}
		return tx.RecordEvent(f.ctx(), f.desk, postgres.NewEvent{Action: "source.added", Subject: "source", ID: int64(s.ID)})
	}))
	return s.ID
}

// rewrite gives a claim content drawn at random, past what the use cases would let through.
func (f *fixture) rewrite(r *rapid.T, id factcheck.ClaimID, ratings []factcheck.RatingID, kinds map[factcheck.SourceKind][]factcheck.SourceID) {
	words := rapid.SampledFrom([]string{"", " ", "\n\t\u00a0\u2003\u3000", "\u200b", "Words.", "  Words.  "})
	c := f.claim(id)
	v := postgres.Version{Desk: f.desk, Claim: id, Number: c.Version}
	err := f.db.Tx(f.ctx(), int64(f.editor.Account), func(tx *postgres.DB) error {
		if err := tx.TouchClaim(f.ctx(), f.desk, id, c.UpdatedAt); err != nil {
			return err
		}
		if err := tx.ChangeStatement(f.ctx(), v, words.Draw(r, "statement"), factcheck.TypeEvent); err != nil {
			return err
		}
		a := factcheck.Attribution{Unattributed: true}
		if rapid.Bool().Draw(r, "attributed") {
			a = factcheck.Attribution{Speaker: "Somebody"}
			if rapid.Bool().Draw(r, "claimant") {
				a.Claimant = factcheck.ClaimantID(read[int64](f.t, tx, "select min(id) from claimant where desk_id = $1", f.desk))
			}
		}
		if err := tx.PutAttribution(f.ctx(), v, a); err != nil {
			return err
		}
		if err := tx.PutVerdict(f.ctx(), v, rapid.SampledFrom(ratings).Draw(r, "rating"), factcheck.Verdict{
			Rationale: words.Draw(r, "rationale"), SearchNote: words.Draw(r, "note"), DecidedBy: factcheck.Person{ID: f.editor.Account},
		}); err != nil {
			return err
		}
		if err := f.replaceEvidence(r, tx, v, c.Evidence, kinds); err != nil {
			return err
		}
		return tx.RecordEvent(f.ctx(), f.desk, postgres.NewEvent{Action: "claim.changed", Subject: "claim", ID: int64(id)})
	})
	if err != nil {
		r.Fatal(err)
	}
	if c.Status == factcheck.ChangesRequested && rapid.Bool().Draw(r, "answer") {
		for _, q := range c.ChangeRequests {
			f.must(f.w.Answer(f.ctx(), workflow.Command{Actor: f.editor}, f.on(id), q.ID, "Done."))
		}
	}
}

func (f *fixture) replaceEvidence(r *rapid.T, tx *postgres.DB, v postgres.Version, old []factcheck.Evidence, kinds map[factcheck.SourceKind][]factcheck.SourceID) error {
	for _, e := range old {
		if _, err := tx.DeleteEvidence(f.ctx(), v, e.ID); err != nil {
			return err
		}
	}
	for range rapid.IntRange(0, 5).Draw(r, "pieces") {
		kind := rapid.SampledFrom(factcheck.SourceKinds()).Draw(r, "kind")
		_, err := tx.InsertEvidence(f.ctx(), v, factcheck.Evidence{
			Source:            factcheck.Source{ID: rapid.SampledFrom(kinds[kind]).Draw(r, "source")},
			Tier:              rapid.SampledFrom(factcheck.Tiers()).Draw(r, "tier"),
			Stance:            rapid.SampledFrom(factcheck.Stances()).Draw(r, "stance"),
			IndependenceGroup: rapid.SampledFrom([]string{"", " ", "wire", "WIRE\u00a0", "\tother", "source 1"}).Draw(r, "group"),
			AddedBy:           factcheck.Person{ID: f.editor.Account},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// TestSubmission_AgreesWithTheSchema: what has no words, no attribution or no verdict at all.
func TestSubmission_AgreesWithTheSchema(t *testing.T) {
	t.Parallel()
	f := newFixture(t, pgtest.Tx(t))
	id, err := f.w.ProposeClaim(f.ctx(), by(f.editor), workflow.ProposeClaim{Article: f.article, Version: 1, Quote: "Radio One", Type: factcheck.TypeEvent})
	f.must(err)
	f.must(f.db.Tx(f.ctx(), int64(f.editor.Account), func(tx *postgres.DB) error {
		c := f.claim(id)
		v := postgres.Version{Desk: f.desk, Claim: id, Number: 1}
		if err := tx.TouchClaim(f.ctx(), f.desk, id, c.UpdatedAt); err != nil {
			return err
		}
		if err := tx.DeleteSpan(f.ctx(), v, c.Spans[0]); err != nil {
			return err
		}
		return tx.RecordEvent(f.ctx(), f.desk, postgres.NewEvent{Action: "claim.changed", Subject: "claim", ID: int64(id)})
	}))
	c := f.claim(id)
	var want []string
	for _, reason := range c.Unmet() {
		want = append(want, reason.Rule)
	}
	slices.Sort(want)
	got := read[[]string](t, f.db, "select array_agg(rule order by rule) from claim_unmet($1, $2, 1)", f.desk, id)
	if diff := cmp.Diff(want, got); diff != "" || len(want) != 3 {
		t.Errorf("missing (-Go +SQL):\n%s", diff)
	}
}
