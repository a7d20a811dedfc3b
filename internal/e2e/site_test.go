package e2e

import (
	"context"
	"log/slog"
	"testing"

	"factdesk/internal/factcheck"
	"factdesk/internal/postgres/pgtest"
	"factdesk/internal/server"
	"factdesk/internal/workflow"
	"factdesk/views/static"
)

// password is everybody's.
const password = "a quiet harbour at dawn"

// deskSlug is the short name of the desk of startSite.
const deskSlug = "harbour"

// site is the running program, wired as in production, with a desk and people at it.
type site struct {
	url   string
	flow  *workflow.Workflow
	admin factcheck.Actor
}

// startSite runs the site on a database of its own until the test ends, which it must do
// without a complaint. The people are members by role: Ana (ana@example.org) and so on.
func startSite(t *testing.T, people map[string]factcheck.Role) *site {
	t.Helper()
	s := new(site)
	s.start(t, func(ctx context.Context, flow *workflow.Workflow) (err error) {
		s.flow = flow
		s.admin, err = flow.SetUp(ctx, workflow.SetUp{
			DeskName: "Harbour Desk", DeskSlug: deskSlug, Name: "Ada", Email: "ada@example.org", Password: password,
		})
		for name, role := range people {
			if err == nil {
				_, err = flow.AddMember(ctx, workflow.Command{Actor: s.admin}, workflow.AddMember{
					Name: name, Email: address(name), Role: role, Password: password,
				})
			}
		}
		return err
	})
	return s
}

// start runs the program, and returns when it answers.
func (s *site) start(t *testing.T, prepare func(context.Context, *workflow.Workflow) error) {
	t.Helper()
	if !static.Built() {
		t.Fatal("the bundle is not built: run npm ci, then go generate ./views/static")
	}
	options := server.Options{
		Config:  server.Config{DatabaseURL: pgtest.URL(t), Addr: "127.0.0.1:0", Data: t.TempDir()},
		Log:     slog.New(slog.NewTextHandler(t.Output(), &slog.HandlerOptions{Level: slog.LevelWarn})),
		Prepare: prepare,
	}
	ready, ended := make(chan string, 1), make(chan error, 1)
	options.Ready = func(address string) { ready <- address }
	ctx, stop := context.WithCancel(context.Background())
	go func() { ended <- server.Run(ctx, options) }()
	select {
	case address := <-ready:
		s.url = "http://" + address
	case err := <-ended:
		stop()
		t.Fatalf("start the site: %v", err)
	}
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Errorf("the site ended with: %v", err)
		}
	})
}

// address is the e-mail address of one of the people of startSite.
func address(name string) string { return name + "@example.org" }

// claim reads a claim as it is stored.
func (s *site) claim(t *testing.T, id factcheck.ClaimID) factcheck.Claim {
	t.Helper()
	page, err := s.flow.Claim(t.Context(), s.admin, id, 0)
	if err != nil {
		t.Fatal(err)
	}
	return page.Claim
}
