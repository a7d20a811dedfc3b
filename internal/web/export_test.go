package web

import (
	"net/http"

	"factdesk/internal/errs"
	"factdesk/views/components"
)

// Row is a row of the route table, for the tests of the package's outside.
type Row struct {
	Method, Path, Access string
}

// Table returns the route table.
func (s *Server) Table() []Row {
	var rows []Row
	for _, rt := range s.routes() {
		rows = append(rows, Row{Method: rt.method(), Path: rt.path(), Access: string(rt.access)})
	}
	return rows
}

// Failing returns the site with routes that fail as tests want them to: /fail/{how}.
func Failing(o Options) (http.Handler, error) {
	s, err := New(o)
	if err != nil {
		return nil, err
	}
	site, err := s.route([]route{
		{pattern: "GET /fail/panic", access: readers, handle: func(*request) (reply, error) { panic("the secret of the panic") }},
		{pattern: "GET /fail/half", access: readers, handle: func(r *request) (reply, error) {
			_, _ = r.w.Write([]byte("half"))
			panic("after the first byte")
		}},
		{pattern: "GET /fail/kind/{kind}", access: readers, handle: func(r *request) (reply, error) {
			for _, kind := range errs.Kinds() {
				if kind.String() == r.PathValue("kind") {
					return reply{}, &errs.Error{Kind: kind, Message: "The message.", Err: http.ErrBodyNotAllowed,
						Reasons: []errs.Reason{{Rule: "the_rule", Detail: "The detail.", Remedy: "The remedy."}}}
				}
			}
			return reply{}, http.ErrNotSupported
		}},
	})
	if err != nil {
		return nil, err
	}
	return s.observe(s.harden(s.recoverPanic(site))), nil
}

// CheckPatterns runs the table's check on rows of the given patterns and accesses.
func CheckPatterns(pattern, who string) error {
	return checkRoutes([]route{{pattern: pattern, access: access(who), handle: func(*request) (reply, error) { return reply{}, nil }}})
}

// Functions that have no other door.
var (
	LocalPath = localPath
	StatusOf  = func(k errs.Kind) int { return troubleOf(k).status }
	WordDiff  = wordDiff
	DiffSides = func(a, b string) (left, right []components.Diff) { return diffSides(a, b) }
)
