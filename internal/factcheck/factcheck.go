// Package factcheck is the domain: articles, claims, evidence, verdicts, reviews
// and reports, the transitions a claim may make, the evidence each rating needs
// and who may do what. It is pure: it reads no clock, opens no connection and
// knows nothing of SQL, HTTP or HTML. The same rules are enforced once more by
// the database (migrations/), and tests hold the two against each other.
package factcheck

// Identifiers. Each is unique within a desk; a row is found by desk and identifier together.
type (
	DeskID          int64 // a newsroom's workspace
	AccountID       int64 // a person, at whatever desk
	ArticleID       int64
	ClaimID         int64
	ClaimantID      int64
	SourceID        int64
	EvidenceID      int64
	RatingID        int64
	ReviewID        int64
	ChangeRequestID int64
	ReportID        int64
)

// Person is somebody named on a screen.
type Person struct {
	ID   AccountID
	Name string
}

// Desk is a newsroom's workspace.
type Desk struct {
	ID       DeskID
	Slug     string // its place in public URLs
	Name     string
	Language string // BCP 47
}
