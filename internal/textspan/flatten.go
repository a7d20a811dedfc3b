package textspan

import "slices"

// Mark is a span with the identity of what it marks. Several marks may carry the same ID, as a claim in
// several pieces does.
type Mark struct {
	ID   int64
	Span Span
}

// Piece is a stretch of text under one and the same set of marks.
type Piece struct {
	Span Span
	// IDs of the marks that cover the piece, ascending, each once; nil where there is none.
	IDs []int64
}

// edge is a place where a mark begins or ends.
type edge struct {
	at    int
	delta int
	id    int64
}

// Flatten cuts a text of length code points into the pieces between the edges of marks: in order, without gaps
// or overlaps, none empty, neighbours never under the same marks. Marks are clipped to the text; empty ones are
// left out. It is one sweep over the sorted edges, so overlapping highlights need no nested elements.
func Flatten(length int, marks []Mark) []Piece {
	if length <= 0 {
		return nil
	}
	edges := make([]edge, 0, 2*len(marks))
	for _, m := range marks {
		s := Span{Start: max(0, m.Span.Start), End: min(length, m.Span.End)}
		if !s.Empty() {
			edges = append(edges, edge{at: s.Start, delta: 1, id: m.ID}, edge{at: s.End, delta: -1, id: m.ID})
		}
	}
	slices.SortFunc(edges, func(a, b edge) int { return a.at - b.at })

	pieces := make([]Piece, 0, len(edges)+1)
	depth := make(map[int64]int)
	var ids []int64
	at := 0
	for i := 0; i < len(edges); {
		pieces = appendPiece(pieces, Span{Start: at, End: edges[i].at}, ids)
		at = edges[i].at
		for ; i < len(edges) && edges[i].at == at; i++ {
			depth[edges[i].id] += edges[i].delta
			ids = setMember(ids, edges[i].id, depth[edges[i].id] > 0)
		}
	}
	return appendPiece(pieces, Span{Start: at, End: length}, ids)
}

// appendPiece adds a piece over s under ids, or widens the last one when its marks are the same.
func appendPiece(pieces []Piece, s Span, ids []int64) []Piece {
	if s.Empty() {
		return pieces
	}
	if last := len(pieces) - 1; last >= 0 && slices.Equal(pieces[last].IDs, ids) {
		pieces[last].Span.End = s.End
		return pieces
	}
	var own []int64
	if len(ids) > 0 {
		own = slices.Clone(ids)
	}
	return append(pieces, Piece{Span: s, IDs: own})
}

// setMember adds id to the sorted set ids, or takes it out.
func setMember(ids []int64, id int64, in bool) []int64 {
	i, found := slices.BinarySearch(ids, id)
	switch {
	case in && !found:
		return slices.Insert(ids, i, id)
	case !in && found:
		return slices.Delete(ids, i, i+1)
	default:
		return ids
	}
}
