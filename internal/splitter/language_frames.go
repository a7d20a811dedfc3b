package splitter

// readFrames takes a text in another language than English apart, whose sentences are cut.
func (a *analysis) readFrames() {
	a.takeAsidesOut()
	a.classifyInLanguage()
}
