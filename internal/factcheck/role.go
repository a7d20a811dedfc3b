package factcheck

// Role is what a member may do at a desk. Each role may do all that the one before it may.
type Role string

// The roles, in rising order.
const (
	Viewer   Role = "viewer"   // reads
	Editor   Role = "editor"   // takes articles apart, checks claims, composes reports
	Reviewer Role = "reviewer" // also approves or returns what others checked
	Admin    Role = "admin"    // also runs the desk; has no way around four eyes
)

// Roles lists the roles in rising order.
func Roles() []Role { return []Role{Viewer, Editor, Reviewer, Admin} }

// Valid reports whether r is one of the roles.
func (r Role) Valid() bool { return r.rank() >= 0 }

// AtLeast reports whether r may do what other may.
func (r Role) AtLeast(other Role) bool { return r.rank() >= other.rank() && r.rank() >= 0 }

func (r Role) rank() int {
	for i, role := range Roles() {
		if r == role {
			return i
		}
	}
	return -1
}

// Actor is the signed-in member on whose behalf something is done.
type Actor struct {
	Account AccountID
	Desk    DeskID
	Name    string
	Role    Role
	// PasswordSetBy is who chose the account's password and so could sign in as it; 0 once its
	// owner has changed it.
	PasswordSetBy AccountID
}
