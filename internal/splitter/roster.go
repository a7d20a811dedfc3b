package splitter

// gender is what a first name or title suggests, for finding whom "he" or "she" stands for.
type gender uint8

const (
	genderUnknown gender = iota
	genderHe
	genderShe
)

// person is somebody the text names in full at least once.
type person struct {
	name   string
	gender gender
}

// roster is the people of a text by full name and by each part of the name.
type roster struct {
	people []person
	byPart map[string]int
}

// addPerson enters the person named by tokens [core,to) in the roster; [from,core) are titles.
func (a *analysis) addPerson(core, from, to int) int {
	name := a.plain(a.tokensOf(core, to))
	if i, ok := a.roster.byPart[name]; ok {
		return i
	}
	p := person{name: name}
	switch {
	case a.has(core, setHe) && !a.has(core, setShe), a.anyOf(run{from, core}, heTitles):
		p.gender = genderHe
	case a.has(core, setShe) && !a.has(core, setHe), a.anyOf(run{from, core}, sheTitles):
		p.gender = genderShe
	}
	a.roster.people = append(a.roster.people, p)
	i := len(a.roster.people) - 1
	a.roster.byPart[name] = i
	for _, k := range []int{core, to - 1} {
		part := a.str(k)
		if _, taken := a.roster.byPart[part]; len(part) > 1 && (!taken || k == to-1) {
			a.roster.byPart[part] = i
		}
	}
	return i
}
