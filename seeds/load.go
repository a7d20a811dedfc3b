package seeds

import (
	"context"
	"fmt"
	"io/fs"
	"time"

	"factdesk/internal/factcheck"
	"factdesk/internal/intake"
	"factdesk/internal/textspan"
	"factdesk/internal/workflow"
)

// loader plays the script. Claims and people are found by the names the script has for them.
type loader struct {
	w      *workflow.Workflow
	now    time.Time
	script script
	people map[string]factcheck.Actor // by e-mail
	claims map[string]factcheck.ClaimID
}

func (l *loader) load(ctx context.Context) error {
	if err := l.hire(ctx); err != nil {
		return err
	}
	for i := range l.script.Articles {
		if err := l.article(ctx, &l.script.Articles[i]); err != nil {
			return err
		}
	}
	return nil
}

// hire sets the desk up with the first person as its admin, who adds the others.
func (l *loader) hire(ctx context.Context) error {
	var admin factcheck.Actor
	for i, p := range l.script.People {
		actor := factcheck.Actor{Name: p.Name, Role: p.Role}
		var err error
		if i == 0 {
			admin, err = l.w.SetUp(ctx, workflow.SetUp{
				DeskName: l.script.Name, DeskSlug: Desk, Name: p.Name, Email: p.Email, Password: Password,
			})
			actor = admin
		} else {
			actor.Desk = admin.Desk
			actor, err = l.join(ctx, admin, actor, p)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", p.Email, err)
		}
		l.people[p.Email] = actor
	}
	return nil
}

// join adds a member, who then chooses a password of their own as people do: while the admin
// knows it, what the admin worked on could not be reviewed under that name.
func (l *loader) join(ctx context.Context, admin, actor factcheck.Actor, p Person) (factcheck.Actor, error) {
	const first = "given by the admin"
	var err error
	actor.Account, err = l.w.AddMember(ctx, workflow.Command{Actor: admin}, workflow.AddMember{
		Name: p.Name, Email: p.Email, Role: p.Role, Password: first,
	})
	if err != nil {
		return actor, err
	}
	return actor, l.w.ChangePassword(ctx, workflow.Command{Actor: actor}, workflow.PasswordChange{Current: first, Next: Password})
}

// as returns what is asked for by the person with the address.
func (l *loader) as(email string) workflow.Command {
	return workflow.Command{Actor: l.people[email]}
}

// article imports an article and, as far as the script goes, has it checked and reported on. The
// next version of a published claim is opened last: until then its approval must stand.
func (l *loader) article(ctx context.Context, a *article) error {
	raw, err := fs.ReadFile(data, "data/"+a.File)
	if err != nil {
		return fmt.Errorf("read the demonstration: %w", err)
	}
	text, err := intake.FromText(raw)
	if err != nil {
		return fmt.Errorf("%s: %w", a.File, err)
	}
	id, err := l.w.ImportArticle(ctx, l.as(a.By), workflow.ImportArticle{
		Text: text.Text, Origin: factcheck.Paste, Title: a.Title, URL: a.URL, Publisher: a.Publisher,
		Author: a.Author, PublishedOn: a.Published.Time, Language: "en",
	})
	if err != nil {
		return fmt.Errorf("%s: %w", a.File, err)
	}
	for i := range a.claims {
		if err := l.claim(ctx, id, &a.claims[i]); err != nil {
			return fmt.Errorf("claim %s: %w", a.claims[i].Key, err)
		}
	}
	if a.Report != nil {
		if err := l.publish(ctx, id, a.Report); err != nil {
			return fmt.Errorf("report %s: %w", a.Report.Slug, err)
		}
	}
	for i := range a.claims {
		if err := l.edit(ctx, &a.claims[i]); err != nil {
			return fmt.Errorf("edit claim %s: %w", a.claims[i].Key, err)
		}
	}
	return nil
}

func (l *loader) publish(ctx context.Context, article factcheck.ArticleID, r *report) error {
	cmd := l.as(r.By)
	id, err := l.w.OpenReport(ctx, cmd, article)
	if err != nil {
		return err
	}
	page, err := l.w.Report(ctx, cmd.Actor, id)
	if err != nil {
		return err
	}
	chosen := make([]factcheck.ClaimID, len(r.Claims))
	for i, key := range r.Claims {
		chosen[i] = l.claims[key]
	}
	if err := l.w.SaveReport(ctx, cmd, workflow.SaveReport{
		Report: id, Revision: page.Report.Revision, Headline: r.Headline, Slug: r.Slug, Summary: r.Summary, Claims: chosen,
	}); err != nil {
		return err
	}
	if page, err = l.w.Report(ctx, cmd.Actor, id); err != nil {
		return err
	}
	_, err = l.w.PublishReport(ctx, cmd, workflow.PublishReport{Report: id, Revision: page.Report.Revision})
	return err
}

// claim brings one claim to the stage the script has for it.
func (l *loader) claim(ctx context.Context, article factcheck.ArticleID, c *claim) error {
	cmd := l.as(c.By)
	place, err := l.find(ctx, cmd, article, c)
	if err != nil {
		return err
	}
	l.claims[c.Key] = place.claim
	p := &player{w: l.w, cmd: cmd, claim: place.claim}
	if c.Stage == factcheck.Declined {
		p.do(ctx, func(on workflow.On) error {
			return l.w.DeclineClaim(ctx, cmd, on, workflow.Decline{Reason: c.Decline.Reason, Note: c.Decline.Note})
		})
		return p.err
	}
	if place.candidate {
		p.do(ctx, func(on workflow.On) error { return l.w.AcceptClaim(ctx, cmd, on) })
	}
	if place.moved {
		p.do(ctx, func(on workflow.On) error { return l.w.MoveSpan(ctx, cmd, on, 1, place.words) })
	}
	l.check(ctx, p, c)
	if c.Stage != factcheck.Open {
		p.do(ctx, func(on workflow.On) error { return l.w.SubmitClaim(ctx, cmd, on) })
	}
	if p.err != nil {
		return p.err
	}
	return l.review(ctx, p, c)
}

// found is the claim on the script's words.
type found struct {
	claim     factcheck.ClaimID
	words     textspan.Span // where the article has them
	candidate bool          // the splitter's; else made by hand, and open
	moved     bool          // the splitter drew the boundaries elsewhere
}

// find returns the candidate that the splitter made of the script's words, or of most of
// them; where it made none, the claim is marked by hand, as an editor would.
func (l *loader) find(ctx context.Context, cmd workflow.Command, article factcheck.ArticleID, c *claim) (found, error) {
	bench, err := l.w.Workbench(ctx, cmd.Actor, article, 0)
	if err != nil {
		return found{}, err
	}
	places := textspan.Locate(bench.Version.Text, c.Words, "", "")
	if len(places) != 1 {
		return found{}, fmt.Errorf("%q stands in the article %d times", c.Words, len(places))
	}
	f, most := found{words: places[0].Span}, 0
	for _, candidate := range bench.Claims {
		if n := shared(candidate.Spans, f.words); candidate.Status == factcheck.Candidate && n > most {
			f.claim, most = candidate.ID, n
			f.moved = len(candidate.Spans) == 1 && candidate.Spans[0].Span != f.words
		}
	}
	if f.candidate = 2*most >= f.words.Len(); f.candidate {
		return f, nil
	}
	f.moved = false
	f.claim, err = l.w.ProposeClaim(ctx, cmd, workflow.ProposeClaim{
		Article: article, Version: bench.Version.Number, Quote: c.Words, Statement: c.Statement, Type: c.Type,
	})
	return f, err
}

// shared counts the code points of a claim's spans that lie within s.
func shared(spans []factcheck.Quote, s textspan.Span) int {
	n := 0
	for _, q := range spans {
		n += max(0, min(q.Span.End, s.End)-max(q.Span.Start, s.Start))
	}
	return n
}

// check does an editor's work on an open claim.
func (l *loader) check(ctx context.Context, p *player, c *claim) {
	p.do(ctx, func(on workflow.On) error {
		return l.w.ChangeStatement(ctx, p.cmd, on, workflow.Statement{Text: c.Statement, Type: c.Type})
	})
	p.do(ctx, func(on workflow.On) error { return l.w.Attribute(ctx, p.cmd, on, c.Attribution.domain()) })
	for _, e := range c.Evidence {
		p.do(ctx, func(on workflow.On) error {
			in, err := l.script.use(e, l.now)
			if err != nil {
				return err
			}
			return l.w.AddEvidence(ctx, p.cmd, on, in)
		})
	}
	p.do(ctx, func(on workflow.On) error {
		rating, err := l.rating(ctx, p, c.Verdict.Rating)
		if err != nil {
			return err
		}
		return l.w.Judge(ctx, p.cmd, on, workflow.Judgement{
			Rating: rating, Rationale: c.Verdict.Rationale, SearchNote: c.Verdict.SearchNote,
		})
	})
}

// rating finds a rating by its code; 0 for the empty code of a draft.
func (l *loader) rating(ctx context.Context, p *player, code string) (factcheck.RatingID, error) {
	if code == "" {
		return 0, nil
	}
	page, err := l.w.Claim(ctx, p.cmd.Actor, p.claim, 0)
	if err != nil {
		return 0, err
	}
	for _, r := range page.Scale.Ratings {
		if r.Code == code {
			return r.ID, nil
		}
	}
	return 0, fmt.Errorf("the scale has no rating %q", code)
}

// review has the reviewer decide, where the stage is past that, and the editor answer points.
func (l *loader) review(ctx context.Context, p *player, c *claim) error {
	if c.Stage != factcheck.Approved && c.Stage != factcheck.ChangesRequested {
		return nil
	}
	reviewer := l.as(l.script.Reviewer)
	page, err := l.w.Review(ctx, reviewer.Actor, p.claim)
	if err != nil {
		return err
	}
	decision := workflow.Decision{Claim: p.claim, ContentHash: page.Claim.ContentHash, Note: c.Review.Note}
	if c.Stage == factcheck.Approved {
		return l.w.Approve(ctx, reviewer, decision)
	}
	points := make([]factcheck.ChangeRequest, len(c.Review.Points))
	answers := map[string]string{}
	for i, raised := range c.Review.Points {
		points[i] = factcheck.ChangeRequest{Field: raised.Field, Point: raised.Point}
		answers[raised.Point] = raised.Answer
	}
	if err := l.w.RequestChanges(ctx, reviewer, decision, workflow.Points{New: points}); err != nil {
		return err
	}
	returned, err := l.w.Claim(ctx, p.cmd.Actor, p.claim, 0)
	if err != nil {
		return err
	}
	for _, request := range returned.Claim.ChangeRequests {
		if answer := answers[request.Point]; answer != "" {
			p.do(ctx, func(on workflow.On) error { return l.w.Answer(ctx, p.cmd, on, request.ID, answer) })
		}
	}
	return p.err
}

// edit opens the next version of an approved claim, if the script has one, with a better statement.
func (l *loader) edit(ctx context.Context, c *claim) error {
	if c.Edit == nil {
		return nil
	}
	cmd := l.as(c.Edit.By)
	p := &player{w: l.w, cmd: cmd, claim: l.claims[c.Key]}
	p.do(ctx, func(on workflow.On) error { return l.w.EditApproved(ctx, cmd, on) })
	p.do(ctx, func(on workflow.On) error {
		return l.w.ChangeStatement(ctx, cmd, on, workflow.Statement{Text: c.Edit.Statement, Type: c.Edit.Type})
	})
	return p.err
}

// player is one person at work on one claim. After an error it does nothing more.
type player struct {
	w     *workflow.Workflow
	cmd   workflow.Command
	claim factcheck.ClaimID
	err   error
}

// do takes one step on the claim as it stands now.
func (p *player) do(ctx context.Context, step func(on workflow.On) error) {
	if p.err != nil {
		return
	}
	page, err := p.w.Claim(ctx, p.cmd.Actor, p.claim, 0)
	if err != nil {
		p.err = err
		return
	}
	p.err = step(workflow.On{Claim: p.claim, Revision: page.Claim.Revision})
}
