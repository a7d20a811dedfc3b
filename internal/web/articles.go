package web

import (
	"strconv"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/intake"
	"factdesk/internal/session"
	"factdesk/internal/workflow"
	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/articles"
)

// importDraft is the name under which the browser keeps an import form that was not sent.
const importDraft = "article-new@0"

func (s *Server) articles(r *request) (reply, error) {
	before := queryID[factcheck.ArticleID](r.Request, "before")
	found, err := s.workflow.Articles(r.Context(), r.actor(), before, pageSize)
	if err != nil {
		return reply{}, err
	}
	page := articles.ListPage{
		Page: s.frame(r, "Articles", layout.Articles), CanImport: r.actor().Role.AtLeast(factcheck.Editor),
		Pager: older("/articles", int64(found.Next), int64(before)),
	}
	for _, a := range found.Articles {
		row := articles.Row{
			URL: articlePath(a.ID), Title: a.Title, Publisher: a.Publisher, Published: dayPtr(a.PublishedOn),
			Imported: since(a.CreatedAt), By: a.CreatedBy,
		}
		total := 0
		for _, status := range factcheck.Statuses() {
			if n := a.Counts[status]; n > 0 {
				total += n
				row.Progress = append(row.Progress, articles.Part{Status: statusView(status), Count: strconv.Itoa(n)})
			}
		}
		row.Claims = counted(total, "claim")
		if a.ReportID != nil {
			row.Report = components.Link{Text: reportState(*a.Edition), URL: reportPath(*a.ReportID)}
		}
		page.Rows = append(page.Rows, row)
	}
	return show(articles.List(page)), nil
}

// reportState says how far an article's report is.
func reportState(edition int) string {
	if edition == 0 {
		return "Report begun"
	}
	return "Report, edition " + strconv.Itoa(edition)
}

func (s *Server) articleForm(r *request) (reply, error) {
	return show(articles.New(s.articleFormPage(r, workflow.ImportArticle{}, nil))), nil
}

// articleOfForm leads to the article from the address its claims are posted to, which a browser
// shows when such a form came back.
func (s *Server) articleOfForm(r *request) (reply, error) {
	id, err := pathID[factcheck.ArticleID](r.Request, "id", "article")
	if err != nil {
		return reply{}, err
	}
	found, err := s.workflow.Workbench(r.Context(), r.actor(), id, 0)
	return see(components.InView(articlePath(found.Article.ID), benchView(r))), err
}

// articleFormPage is the import form with what was typed.
func (s *Server) articleFormPage(r *request, in workflow.ImportArticle, err error) articles.NewPage {
	return articles.NewPage{
		Page: s.frame(r, "Import an article", layout.Articles), Form: refused(newForm(0), err),
		Text: in.Text, Title: in.Title, URL: in.URL, Publisher: in.Publisher, Author: in.Author,
		PublishedOn: isoDay(in.PublishedOn), Languages: languageOptions(in.Language), LanguagesHint: languagesHint(),
		MaxFile: strconv.Itoa(intake.MaxUpload>>20) + " MB", MaxText: strconv.Itoa(intake.MaxText>>20) + " MB", FileName: in.FileName,
	}
}

// languages are those offered for an article. The text decides unless a person does.
func languages() []components.Option {
	return []components.Option{
		{Value: "", Label: "Found out from the text"},
		{Value: "en", Label: "English"}, {Value: "de", Label: "German"}, {Value: "fr", Label: "French"},
		{Value: "es", Label: "Spanish"}, {Value: "pt", Label: "Portuguese"}, {Value: "it", Label: "Italian"},
		{Value: "nl", Label: "Dutch"}, {Value: "pl", Label: "Polish"}, {Value: "cs", Label: "Czech"}, {Value: "hu", Label: "Hungarian"},
		{Value: "uk", Label: "Ukrainian"}, {Value: "ru", Label: "Russian"}, {Value: "tr", Label: "Turkish"},
		{Value: "ar", Label: "Arabic"}, {Value: "hi", Label: "Hindi"}, {Value: "ja", Label: "Japanese"}, {Value: "zh", Label: "Chinese"},
	}
}

func languageOptions(selected string) []components.Option {
	list, found := languages(), false
	for i := range list {
		list[i].Selected = list[i].Value == selected
		found = found || list[i].Selected
	}
	if !found && selected != "" {
		list = append(list, components.Option{Value: selected, Label: selected, Selected: true})
	}
	return list
}

// importArticle takes a pasted text or a file in. What the document says about itself fills
// the fields that were left empty.
func (s *Server) importArticle(r *request) (reply, error) {
	f, err := r.form()
	if err != nil {
		return reply{}, err
	}
	typed := workflow.ImportArticle{
		Text: f.text("text"), Title: f.line("title"), URL: f.line("url"), Publisher: f.line("publisher"),
		Author: f.line("author"), PublishedOn: f.date("published_on"), Language: f.line("language"), FileName: f.file.name,
	}
	again := func(err error) (reply, error) {
		if !isRefusal(err) || wantsJSON(r.Request) {
			return reply{}, err
		}
		page := s.articleFormPage(r, typed, err)
		if page.PublishedOn == "" {
			page.PublishedOn = f.line("published_on")
		}
		return showAgain(articles.New(page), err), nil
	}
	if err := f.err(); err != nil {
		return again(err)
	}
	in, warnings, err := takeIn(typed, f.file)
	if err != nil {
		return again(err)
	}
	id, err := s.workflow.ImportArticle(r.Context(), r.command(f), in)
	if err != nil {
		return again(err)
	}
	rep := see(articlePath(id))
	rep.flash = []session.Flash{saved(importDraft), {Kind: "ok", Text: "The article is here, taken apart."}}
	for _, w := range warnings {
		rep.flash = append(rep.flash, session.Flash{Kind: "warn", Text: w})
	}
	return rep, nil
}

// takeIn makes canonical text of what was typed or uploaded, and reads from the document what
// was not typed.
func takeIn(in workflow.ImportArticle, file upload) (workflow.ImportArticle, []string, error) {
	var (
		found intake.Article
		err   error
	)
	switch {
	case len(file.content) > 0 && in.Text != "":
		return in, nil, errs.Field("file", "There is a text and a file. Send one of them.")
	case len(file.content) > 0:
		in.Origin = factcheck.File
		found, err = intake.FromFile(file.name, file.content, file.contentType)
	case in.Text == "":
		return in, nil, errs.Field("text", "Paste the text of the article, or choose a file.")
	default:
		in.Origin = factcheck.Paste
		found, err = intake.FromText([]byte(in.Text))
	}
	if err != nil {
		return in, nil, err
	}
	in.Text = found.Text
	for field, value := range map[*string]string{
		&in.Title: found.Title, &in.URL: found.URL, &in.Publisher: found.Publisher, &in.Author: found.Author, &in.Language: found.Language,
	} {
		if *field == "" {
			*field = value
		}
	}
	if in.PublishedOn.IsZero() && !found.Published.IsZero() {
		in.PublishedOn = found.Published.Truncate(24 * time.Hour)
	}
	return in, found.Warnings, nil
}
