package web

import (
	"net/http"

	"factdesk/views/stories"
)

// storyList and story serve every page in every state, from the registry the tests read.
func (s *Server) storyList(*request) (reply, error) { return show(stories.Index()), nil }

func (s *Server) story(r *request) (reply, error) {
	found, ok := stories.Find(r.PathValue("name"))
	if !ok {
		return reply{status: http.StatusNotFound, page: stories.Index()}, nil
	}
	return show(found.Component), nil
}
