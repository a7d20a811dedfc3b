package web

import (
	"cmp"
	"slices"
	"strconv"
	"unicode/utf8"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/intake"
	"factdesk/internal/textspan"
	"factdesk/internal/workflow"
	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/articles"
	"factdesk/views/pages/workbench"
)

func versionsPath(id factcheck.ArticleID) string { return articlePath(id) + "/versions" }

func versionPath(id factcheck.ArticleID, number int) string {
	return versionsPath(id) + "/" + strconv.Itoa(number)
}

// versionForm is the form that takes a new text of an article.
func (s *Server) versionForm(r *request) (reply, error) {
	id, err := pathID[factcheck.ArticleID](r.Request, "id", "article")
	if err != nil {
		return reply{}, err
	}
	page, err := s.versionFormPage(r, id, workflow.ImportArticle{}, nil)
	return show(articles.NewVersion(page)), err
}

// versionFormPage is the form with what was typed, and why it came back.
func (s *Server) versionFormPage(r *request, id factcheck.ArticleID, in workflow.ImportArticle, why error) (articles.VersionForm, error) {
	found, err := s.workflow.Article(r.Context(), r.actor(), id)
	return articles.VersionForm{
		Page: s.frame(r, "New version of the article", layout.Articles), Article: components.Link{Text: found.Title, URL: articlePath(id)},
		Action: versionsPath(id) + "/compare", Form: refused(newForm(found.Version), why), Text: in.Text, FileName: in.FileName,
		Lede:    "Paste the text as it is now, or upload it. It is compared with version " + strconv.Itoa(found.Version) + " first; nothing is stored before you have seen what becomes of the claims.",
		MaxFile: strconv.Itoa(intake.MaxUpload>>20) + " MB", MaxText: strconv.Itoa(intake.MaxText>>20) + " MB",
	}, err
}

// toVersionForm leads back to the form from the address it is posted to.
func (s *Server) toVersionForm(r *request) (reply, error) {
	id, err := pathID[factcheck.ArticleID](r.Request, "id", "article")
	if err != nil {
		return reply{}, err
	}
	_, err = s.workflow.Article(r.Context(), r.actor(), id)
	return see(versionsPath(id)), err
}

// compareVersion shows what a new text would do.
func (s *Server) compareVersion(r *request) (reply, error) {
	id, err := pathID[factcheck.ArticleID](r.Request, "id", "article")
	if err != nil {
		return reply{}, err
	}
	f, err := r.form()
	if err != nil {
		return reply{}, err
	}
	typed := workflow.ImportArticle{Text: f.text("text"), FileName: f.file.name}
	in, _, err := takeIn(typed, f.file)
	var preview articles.VersionPreview
	if err == nil {
		preview, err = s.versionPreview(r, workflow.AddVersion{Article: id, Text: in.Text, Origin: in.Origin, FileName: in.FileName}, nil)
	}
	if err == nil {
		return show(articles.CompareVersion(preview)), nil
	}
	if !isRefusal(err) || wantsJSON(r.Request) {
		return reply{}, err
	}
	page, pageErr := s.versionFormPage(r, id, typed, err)
	if pageErr != nil {
		return reply{}, pageErr
	}
	return showAgain(articles.NewVersion(page), err), nil
}

// addVersion stores a text that was compared.
func (s *Server) addVersion(r *request) (reply, error) {
	id, err := pathID[factcheck.ArticleID](r.Request, "id", "article")
	if err != nil {
		return reply{}, err
	}
	f, err := r.form()
	if err != nil {
		return reply{}, err
	}
	in := workflow.AddVersion{Article: id, Based: f.revision(), Text: f.text("text"), Origin: factcheck.Paste, FileName: f.line("file_name")}
	if f.line("origin") == string(factcheck.File) {
		in.Origin = factcheck.File
	}
	var done workflow.VersionAdded
	if err = f.err(); err == nil {
		done, err = s.workflow.AddArticleVersion(r.Context(), r.command(f), in)
	}
	if err == nil {
		return s.versionAdded(r, id, done)
	}
	if !isRefusal(err) || wantsJSON(r.Request) {
		return reply{}, err
	}
	preview, previewErr := s.versionPreview(r, in, err)
	if previewErr != nil {
		return reply{}, err
	}
	return showAgain(articles.CompareVersion(preview), err), nil
}

// versionAdded leads to the workbench, at the first claim that somebody has to place.
func (s *Server) versionAdded(r *request, id factcheck.ArticleID, done workflow.VersionAdded) (reply, error) {
	found, err := s.workflow.Workbench(r.Context(), r.actor(), id, 0)
	to := articlePath(id)
	if first := nextToPlace(found.Claims, 0); first != 0 {
		to = benchPath(id, first, benchView(r))
	}
	return seeWith(to, versionWords(done)), err
}

// versionWords say what became of the claims.
func versionWords(done workflow.VersionAdded) string {
	if done.Same {
		return "The article has this text already, so nothing was changed."
	}
	c := done.Counts
	words := "Version " + strconv.Itoa(done.Version) + " is stored. " + counted(c.Automatic, "claim") + " carried over, " +
		counted(c.Confirm, "claim") + " to confirm, " + counted(c.Changed, "claim") + " changed, " + counted(c.Open, "claim") + " to place, " +
		counted(c.Added, "new candidate") + "."
	if c.Voided > 0 {
		words += " " + counted(c.Voided, "approval") + " ended."
	}
	return words
}

// versionPreview is the page that says what a new text would do; why is what was wrong with storing it.
func (s *Server) versionPreview(r *request, in workflow.AddVersion, why error) (articles.VersionPreview, error) {
	found, err := s.workflow.PreviewVersion(r.Context(), r.actor(), in.Article, in.Text)
	if err != nil {
		return articles.VersionPreview{}, err
	}
	now := found.Article.Version
	page := articles.VersionPreview{
		Page: s.frame(r, "New version of the article", layout.Articles), Article: components.Link{Text: found.Article.Title, URL: articlePath(in.Article)},
		Back: versionsPath(in.Article), Action: versionsPath(in.Article), Form: refused(newForm(now), why), Same: found.Same,
		Text: in.Text, Origin: string(in.Origin), FileName: in.FileName, Lang: found.Article.Language,
		Lede: "Compared with version " + strconv.Itoa(now) + ". Nothing is stored yet.",
	}
	if found.Same {
		return page, nil
	}
	c := found.Counts()
	page.Counts = []articles.ResplitCount{
		{Label: "Carried over", Claims: c.Automatic, Help: "Their words are the same. Nobody need look, and approvals stay."},
		{Label: "To confirm", Claims: c.Confirm, Help: "Other words, or another place: one key each. Approvals stay."},
		{Label: "Claim changed", Claims: c.Changed, Help: "A figure, name, negation or the like differs. Approvals end."},
		{Label: "To place", Claims: c.Open, Help: "Their words are gone, or stand in several places."},
		{Label: "New candidates", Claims: c.Added, Help: "Found in the new text, on words that have no claim."},
	}
	page.Groups, page.Diff = versionGroups(found.Claims), foldedDiff(found.Text, in.Text)
	page.Added, page.More = resplitClaims(found.Added)
	return page, nil
}

// versionGroups are the claims by state, those that ask most of people first.
func versionGroups(claims []workflow.CarriedClaim) []articles.VersionGroup {
	var groups []articles.VersionGroup
	for _, state := range factcheck.AnchorStates() {
		g := articles.VersionGroup{State: string(state), Label: factcheck.AnchorLabel(state), Help: anchorWords(&factcheck.Anchor{State: state}, factcheck.Open)}
		for i := range claims {
			c := &claims[i]
			switch {
			case c.Anchor.State != state || !c.Shown():
			case len(g.Claims) == resplitShown:
				g.More++
			default:
				g.Claims = append(g.Claims, versionClaim(c))
			}
		}
		if len(g.Claims) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

func versionClaim(c *workflow.CarriedClaim) articles.VersionClaim {
	view := articles.VersionClaim{
		Statement: cmp.Or(c.Claim.Statement, c.Was), URL: claimPath(c.Claim.ID), Status: statusView(c.Claim.Status), Quote: c.Was,
	}
	if c.Now != "" && c.Now != c.Was {
		view.Diff = wordDiff(c.Was, c.Now)
	}
	switch n := len(c.Anchor.Proposals); {
	case c.Voided():
		view.Note = "Its approval ends: a new version of the claim is opened."
	case n > 0 && c.Anchor.State == textspan.StateOrphaned:
		view.Note = counted(n, "place") + " that reads alike."
		if n > 1 {
			view.Note = counted(n, "place") + " that read alike."
		}
	case n > 0:
		view.Note = counted(n, "place") + " to choose from."
	}
	return view
}

// sameShown is how much of a long stretch that is the same stays in sight on either side of a change, in code points;
// shorter ones are not folded.
const sameShown, sameFolded = 160, 600

// foldedDiff is the word diff of two texts with long stretches that are the same folded away.
func foldedDiff(from, to string) []articles.VersionDiff {
	list := wordDiff(from, to)
	var out []articles.VersionDiff
	var open []components.Diff
	for i, d := range list {
		length := utf8.RuneCountInString(d.Text)
		if d.Kind != components.Same || length < sameFolded {
			open = append(open, d)
			continue
		}
		index := textspan.NewIndex(d.Text)
		head, tail := sameShown, length-sameShown
		if i == 0 {
			head = 0
		}
		if i == len(list)-1 {
			tail = length
		}
		cut := func(from, to int) string { words, _ := index.Slice(textspan.Span{Start: from, End: to}); return words }
		if open = append(open, components.Diff{Kind: components.Same, Text: cut(0, head)}); head > 0 || i > 0 {
			out = append(out, articles.VersionDiff{Diff: open})
		}
		out = append(out, articles.VersionDiff{Folded: cut(head, tail), Length: tail - head})
		open = nil
		if tail < length {
			open = []components.Diff{{Kind: components.Same, Text: cut(tail, length)}}
		}
	}
	if len(open) > 0 {
		out = append(out, articles.VersionDiff{Diff: open})
	}
	return out
}

// readVersion shows one version of an article.
func (s *Server) readVersion(r *request) (reply, error) {
	id, err := pathID[factcheck.ArticleID](r.Request, "id", "article")
	if err != nil {
		return reply{}, err
	}
	number, err := strconv.Atoi(r.PathValue("n"))
	if err != nil || number < 1 {
		return reply{}, errs.New(errs.NotFound, "The article has no such version.")
	}
	found, err := s.workflow.ArticleText(r.Context(), r.actor(), id, number)
	if err != nil {
		return reply{}, err
	}
	bench := workflow.Workbench{}
	bench.Article, bench.Version, bench.Claims = found.Article, found.Version, found.Claims
	for i, line := range lineSentences(found.Version.Text, nil) {
		bench.Sentences = append(bench.Sentences, factcheck.Sentence{Ordinal: i, Span: textspan.Span{Start: line.Start, End: line.End}, Class: factcheck.ClassClaim})
	}
	page := articles.VersionText{
		Page: s.frame(r, found.Article.Title, layout.Articles), Article: components.Link{Text: found.Article.Title, URL: articlePath(id)},
		Title: versionOf(number, len(found.Texts)), Lede: versionLede(found.Texts, number), Text: benchText(&bench, ""),
	}
	for _, t := range slices.Backward(found.Texts) {
		page.Texts = append(page.Texts, components.Tab{Text: "Version " + strconv.Itoa(t.Number), URL: versionPath(id, t.Number), Current: t.Number == number})
	}
	if number != found.Article.Version {
		page.Newest = components.Link{Text: "Go to the newest version", URL: articlePath(id)}
	}
	return show(articles.ReadVersion(page)), nil
}

func versionOf(number, all int) string {
	return "Version " + strconv.Itoa(number) + " of " + strconv.Itoa(all)
}

// versionLede says who brought a version in, when and how.
func versionLede(texts []factcheck.TextVersion, number int) string {
	for _, t := range texts {
		if t.Number == number {
			how := "Pasted"
			if t.Origin == factcheck.File {
				how = "Taken from " + cmp.Or(t.FileName, "a file")
			}
			return how + " by " + t.CreatedBy + ", " + since(t.CreatedAt).Text + "."
		}
	}
	return ""
}

// benchTexts says which version of the article is shown, leads to the others, and offers a new one to whoever may.
func benchTexts(actor factcheck.Actor, found *workflow.Workbench) workbench.Texts {
	id := found.Article.ID
	var t workbench.Texts
	if n := len(found.Texts); n > 1 {
		t.Line = versionOf(found.Version.Number, n)
		for _, text := range slices.Backward(found.Texts[1:]) {
			t.Older = append(t.Older, components.Link{Text: "Version " + strconv.Itoa(text.Number), URL: versionPath(id, text.Number)})
		}
	}
	if actor.Role.AtLeast(factcheck.Editor) {
		t.New = components.Link{Text: "New version", URL: versionsPath(id)}
	}
	waiting := 0
	for i := range found.Claims {
		if found.Claims[i].Anchor != nil && found.Claims[i].Anchor.Waits() && found.Claims[i].Status != factcheck.Declined {
			waiting++
		}
	}
	if waiting > 0 {
		t.Waiting = counted(waiting, "claim") + " to look at: the article has a new version."
		t.Look = components.Link{Text: "Show them", URL: articlePath(id) + "?show=" + showWaiting}
	}
	return t
}
