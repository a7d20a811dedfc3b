package factcheck

import "time"

// Decision is what a review comes to.
type Decision string

// The decisions of a review.
const (
	Approve        Decision = "approve"
	RequestChanges Decision = "request_changes"
)

// Review is a reviewer's decision on one content hash of a claim.
type Review struct {
	ID          ReviewID
	Version     int
	ContentHash []byte
	Reviewer    Person
	Decision    Decision
	Note        string
	CreatedAt   time.Time
}

// RequestStatus is where a change request stands.
type RequestStatus string

// The statuses of a change request.
const (
	RequestOpen     RequestStatus = "open"
	RequestAnswered RequestStatus = "answered"
	RequestAccepted RequestStatus = "accepted"
)

// ChangeRequest is one point a reviewer wants answered.
type ChangeRequest struct {
	ID         ChangeRequestID
	Review     ReviewID
	Field      ContentField
	Point      string
	Status     RequestStatus
	Answer     string
	AnsweredBy *Person
	AnsweredAt time.Time
	RaisedBy   Person
	RaisedAt   time.Time
}

// ContentField names a part of a claim that a change request is about.
type ContentField string

// The parts of a claim.
const (
	FieldStatement   ContentField = "statement"
	FieldQuote       ContentField = "quote"
	FieldAttribution ContentField = "attribution"
	FieldEvidence    ContentField = "evidence"
	FieldVerdict     ContentField = "verdict"
	FieldOther       ContentField = "other"
)

// ContentFields lists the parts of a claim in the order of the page.
func ContentFields() []ContentField {
	return []ContentField{FieldStatement, FieldQuote, FieldAttribution, FieldEvidence, FieldVerdict, FieldOther}
}

// Valid reports whether f is one of the parts.
func (f ContentField) Valid() bool {
	for _, field := range ContentFields() {
		if f == field {
			return true
		}
	}
	return false
}
