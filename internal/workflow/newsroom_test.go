package workflow

import (
	"context"
	"slices"
	"testing"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/textspan"
)

// newsroom is an office with somebody in every role and articles to check.
type newsroom struct {
	*office
	editor, editor2     factcheck.Actor
	reviewer, reviewer2 factcheck.Actor
	viewer              factcheck.Actor
	scale               factcheck.RatingScale
}

func newNewsroom(t *testing.T, db *postgres.DB) *newsroom {
	t.Helper()
	n := &newsroom{office: newOffice(t, db)}
	n.editor, n.editor2 = n.add("editor", factcheck.Editor), n.add("editor2", factcheck.Editor)
	n.reviewer, n.reviewer2 = n.add("reviewer", factcheck.Reviewer), n.add("reviewer2", factcheck.Reviewer)
	n.viewer = n.add("viewer", factcheck.Viewer)
	var err error
	if n.scale, err = db.Scale(t.Context(), n.desk.ID); err != nil {
		t.Fatal(err)
	}
	return n
}

func (n *newsroom) ctx() context.Context { return n.t.Context() }

func (n *newsroom) must(err error) {
	n.t.Helper()
	if err != nil {
		n.t.Fatal(err)
	}
}

// by is a command of the actor that is not meant to be repeated.
func by(actor factcheck.Actor) Command { return Command{Actor: actor} }

// bridge is an article short enough to count in.
const bridge = `The bridge is closed
The old bridge was closed in May, the mayor said on Monday, and 40,000 people must take the ferry.
“It is not safe,” she told Radio One. It will cost $12 million. The old bridge was built in 1931.`

// article imports a text.
func (n *newsroom) article(text string) factcheck.ArticleID {
	n.t.Helper()
	id, err := n.ImportArticle(n.ctx(), by(n.editor), ImportArticle{
		Text: text, Origin: factcheck.Paste, Title: "An article", Language: "en",
	})
	n.must(err)
	return id
}

// propose makes a claim of words that stand in the article once.
func (n *newsroom) propose(article factcheck.ArticleID, quote string) factcheck.ClaimID {
	n.t.Helper()
	id, err := n.ProposeClaim(n.ctx(), by(n.editor), ProposeClaim{
		Article: article, Version: 1, Quote: quote, Type: factcheck.TypeEvent,
	})
	n.must(err)
	return id
}

// candidate makes a claim as the splitter does.
func (n *newsroom) candidate(article factcheck.ArticleID, quote string, who *factcheck.Attribution) factcheck.ClaimID {
	n.t.Helper()
	var ids []factcheck.ClaimID
	n.must(n.db.Tx(n.ctx(), int64(n.editor.Account), func(tx *postgres.DB) error {
		version, err := tx.ArticleVersion(n.ctx(), n.desk.ID, article, 1)
		if err != nil {
			return err
		}
		quotes, err := anchor(version.Text, nil, quote, 1)
		if err != nil {
			return err
		}
		ids, err = tx.InsertClaims(n.ctx(), n.desk.ID, []factcheck.Claim{{
			Article: article, ArticleVersion: 1, Origin: factcheck.BySplitter, Type: factcheck.TypeEvent, Statement: quote,
			Score: 0.5, Spans: quotes, Attribution: who, CreatedBy: factcheck.Person{ID: n.editor.Account},
		}})
		if err != nil {
			return err
		}
		return tx.RecordEvent(n.ctx(), n.desk.ID, claimEvent("claim.proposed", ids[0], nil))
	}))
	return ids[0]
}

// claim reads the claim as it is now.
func (n *newsroom) claim(id factcheck.ClaimID) factcheck.Claim {
	n.t.Helper()
	c, err := n.db.Claim(n.ctx(), n.desk.ID, id, 0)
	n.must(err)
	return c
}

// on is the claim at its newest revision.
func (n *newsroom) on(id factcheck.ClaimID) On {
	n.t.Helper()
	return On{Claim: id, Revision: n.claim(id).Revision}
}

// seen is a decision on the claim's content as it is now.
func (n *newsroom) seen(id factcheck.ClaimID) Decision {
	n.t.Helper()
	return Decision{Claim: id, ContentHash: n.claim(id).ContentHash}
}

func (n *newsroom) rating(code string) factcheck.RatingID {
	n.t.Helper()
	i := slices.IndexFunc(n.scale.Ratings, func(r factcheck.Rating) bool { return r.Code == code })
	if i < 0 {
		n.t.Fatalf("no rating %q", code)
	}
	return n.scale.Ratings[i].ID
}

// ready makes a claim that may be submitted.
func (n *newsroom) ready(article factcheck.ArticleID, quote string) factcheck.ClaimID {
	n.t.Helper()
	id := n.propose(article, quote)
	n.must(n.Attribute(n.ctx(), by(n.editor), n.on(id), factcheck.Attribution{Speaker: "The mayor", Cue: "said"}))
	n.must(n.Judge(n.ctx(), by(n.editor), n.on(id), Judgement{
		Rating: n.rating("without_evidence"), Rationale: "Nothing was found.", SearchNote: "The archive of the city.",
	}))
	return id
}

func (n *newsroom) inReview(article factcheck.ArticleID, quote string) factcheck.ClaimID {
	n.t.Helper()
	id := n.ready(article, quote)
	n.must(n.SubmitClaim(n.ctx(), by(n.editor), n.on(id)))
	return id
}

func (n *newsroom) approved(article factcheck.ArticleID, quote string) factcheck.ClaimID {
	n.t.Helper()
	id := n.inReview(article, quote)
	n.must(n.Approve(n.ctx(), by(n.reviewer), n.seen(id)))
	return id
}

func (n *newsroom) returned(article factcheck.ArticleID, quote string, points ...string) factcheck.ClaimID {
	n.t.Helper()
	id := n.inReview(article, quote)
	n.must(n.RequestChanges(n.ctx(), by(n.reviewer), n.seen(id), asking(points...)))
	return id
}

// asking makes a reviewer's points of words.
func asking(points ...string) Points {
	var p Points
	for _, point := range points {
		p.New = append(p.New, factcheck.ChangeRequest{Field: factcheck.FieldVerdict, Point: point})
	}
	return p
}

func (n *newsroom) wantStatus(id factcheck.ClaimID, want factcheck.Status) factcheck.Claim {
	n.t.Helper()
	c := n.claim(id)
	if c.Status != want {
		n.t.Fatalf("the claim is %s, want %s", c.Status, want)
	}
	return c
}

// wantRefusal checks an error's kind and the first rule behind it.
func wantRefusal(t *testing.T, what string, err error, kind errs.Kind, rule string) {
	t.Helper()
	if err == nil || errs.KindOf(err) != kind {
		t.Errorf("%s: error %v, want %v", what, err, kind)
		return
	}
	reasons := errs.Reasons(err)
	if len(reasons) == 0 || reasons[0].Rule != rule && reasons[0].Field != rule {
		t.Errorf("%s: reasons %+v, want %q", what, reasons, rule)
	}
}

// names lists who they are.
func names(people []factcheck.Person) []string {
	var list []string
	for _, p := range people {
		list = append(list, p.Name)
	}
	slices.Sort(list)
	return list
}

// span finds words in a text.
func span(t *testing.T, text, words string) textspan.Span {
	t.Helper()
	places := textspan.Locate(text, words, "", "")
	if len(places) == 0 {
		t.Fatalf("%q is not in the text", words)
	}
	return places[0].Span
}
