package web

import (
	"factdesk/internal/errs"
	"factdesk/internal/workflow"
	"factdesk/views/layout"
	"factdesk/views/pages/account"
)

// passwordHint says what a password must have; the workflow checks it.
const passwordHint = "At least 10 characters. Several words are better than one with digits in it."

func (s *Server) loginForm(r *request) (reply, error) {
	next := localPath(r.URL.Query().Get("next"))
	if r.me.SignedIn() {
		return see(next), nil
	}
	needed, err := s.workflow.NeedsSetUp(r.Context())
	if err != nil {
		return reply{}, err
	}
	if needed {
		return see("/setup"), nil
	}
	return show(account.Login(s.loginPage(r, "", next, nil))), nil
}

func (s *Server) loginPage(r *request, email, next string, err error) account.LoginPage {
	page := account.LoginPage{Page: s.frame(r, "Sign in", layout.None), Form: refused(newForm(0), err), Email: email, Next: next}
	page.Narrow = true
	return page
}

func (s *Server) login(r *request) (reply, error) {
	f, err := r.form()
	if err != nil {
		return reply{}, err
	}
	email, next := f.line("email"), localPath(f.text("next"))
	signedIn, err := s.workflow.SignIn(r.Context(), workflow.SignIn{
		Email: email, Password: f.values.Get("password"), Address: s.address(r.Request), UserAgent: r.UserAgent(),
	})
	if errs.KindOf(err) == errs.Unauthenticated || isRefusal(err) {
		if wantsJSON(r.Request) {
			return reply{}, err
		}
		rep := show(account.Login(s.loginPage(r, email, next, err)))
		rep.status, rep.retry = troubleOf(errs.KindOf(err)).status, retryAfter(err)
		return rep, nil
	}
	if err != nil {
		return reply{}, err
	}
	return see(next), s.sessions.Begin(r.w, r.Request, signedIn.Token)
}

func (s *Server) logout(r *request) (reply, error) {
	return see("/login"), s.sessions.End(r.w, r.Request)
}

// setupForm is served only while there is no account: afterwards there is no such page.
func (s *Server) setupForm(r *request) (reply, error) {
	if err := s.checkSetUp(r); err != nil {
		return reply{}, err
	}
	return show(account.Setup(s.setupPage(r, workflow.SetUp{}, nil))), nil
}

func (s *Server) checkSetUp(r *request) error {
	needed, err := s.workflow.NeedsSetUp(r.Context())
	if err == nil && !needed {
		err = errs.New(errs.NotFound, "This installation has been set up already.")
	}
	return err
}

func (s *Server) setupPage(r *request, in workflow.SetUp, err error) account.SetupPage {
	page := account.SetupPage{
		Page: s.frame(r, "Set up the desk", layout.None), Form: refused(newForm(0), err),
		DeskName: in.DeskName, DeskSlug: in.DeskSlug, Name: in.Name, Email: in.Email,
	}
	page.Narrow = true
	return page
}

func (s *Server) setup(r *request) (reply, error) {
	f, err := r.form()
	if err != nil {
		return reply{}, err
	}
	if err := s.checkSetUp(r); err != nil {
		return reply{}, err
	}
	in := workflow.SetUp{
		DeskName: f.line("desk_name"), DeskSlug: f.line("desk_slug"),
		Name: f.line("name"), Email: f.line("email"), Password: f.values.Get("password"),
	}
	if _, err := s.workflow.SetUp(r.Context(), in); err != nil {
		if !isRefusal(err) || wantsJSON(r.Request) {
			return reply{}, err
		}
		return showAgain(account.Setup(s.setupPage(r, in, err)), err), nil
	}
	signedIn, err := s.workflow.SignIn(r.Context(), workflow.SignIn{
		Email: in.Email, Password: in.Password, Address: s.address(r.Request), UserAgent: r.UserAgent(),
	})
	if err != nil {
		return reply{}, err
	}
	return see("/"), s.sessions.Begin(r.w, r.Request, signedIn.Token)
}

func (s *Server) account(r *request) (reply, error) { return s.accountPage(r, nil) }

// accountPage is the person's own account; err is why their new password was refused.
func (s *Server) accountPage(r *request, err error) (reply, error) {
	sessions, listErr := s.workflow.Sessions(r.Context(), r.actor(), r.me.Token)
	if listErr != nil {
		return reply{}, listErr
	}
	page := account.Page{
		Page: s.frame(r, "Your account", layout.None), PasswordForm: refused(newForm(0), err), SessionsForm: newForm(0),
		MinPassword: passwordHint,
	}
	for _, row := range sessions {
		page.Sessions = append(page.Sessions, account.Session{
			Browser: browserName(row.UserAgent), Address: row.Desk, Started: since(row.CreatedAt), Seen: since(row.LastSeenAt), Current: row.Current,
		})
	}
	rep := show(account.Own(page))
	if err != nil {
		rep.status, rep.retry = formStatus(err), retryAfter(err)
	}
	return rep, nil
}

// browserName is what to call a browser that gave no name.
func browserName(userAgent string) string {
	if userAgent == "" {
		return "A browser without a name"
	}
	return userAgent
}

func (s *Server) changePassword(r *request) (reply, error) {
	f, err := r.form()
	if err != nil {
		return reply{}, err
	}
	next := f.values.Get("password")
	if next != f.values.Get("repeat") {
		return s.accountPage(r, errs.Field("repeat", "The two new passwords differ."))
	}
	err = s.workflow.ChangePassword(r.Context(), r.command(f), workflow.PasswordChange{Current: f.values.Get("current"), Next: next, Keep: r.me.Token})
	if isRefusal(err) && !wantsJSON(r.Request) {
		return s.accountPage(r, err)
	}
	return seeWith("/account", "Your password is changed, and every other session of yours has ended."), err
}

func (s *Server) endOtherSessions(r *request) (reply, error) {
	f, err := r.form()
	if err != nil {
		return reply{}, err
	}
	err = s.workflow.EndOtherSessions(r.Context(), r.command(f), r.me.Token)
	return seeWith("/account", "You are signed in here only."), err
}

func (s *Server) switchDesk(r *request) (reply, error) {
	f, err := r.form()
	if err != nil {
		return reply{}, err
	}
	return see(localPath(f.text("next"))), s.workflow.SwitchDesk(r.Context(), r.me.Token, f.line("desk"))
}
