package stories

import (
	"factdesk/views/components"
	"factdesk/views/layout"
)

// longWord has no place to break, as addresses and names of offices have not.
const longWord = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"

// key stands for the random idempotency keys, so that goldens do not change.
const key = "story-key"

func viewer() *layout.Viewer {
	return &layout.Viewer{
		Name: "Ana Petrović", Email: "ana@example.org", Role: "Admin", Desk: "The Courier",
		Desks: []components.Option{
			{Value: "courier", Label: "The Courier", Selected: true},
			{Value: "weekend", Label: "Weekend desk"},
		},
		QueueCount: "12", ReviewCount: "3", Key: key,
	}
}

func page(title string, section layout.Section) layout.Page {
	return layout.Page{Title: title, Section: section, Path: "/", Viewer: viewer()}
}

func when(iso, text string) components.When {
	return components.When{ISO: iso, Text: text}
}

func ratingFalse() components.Rating {
	return components.Rating{Label: "False", Tone: components.Red, Definition: "The statement is contradicted by the best evidence there is."}
}

func ratingTrue() components.Rating {
	return components.Rating{Label: "True", Tone: components.Green, Definition: "The statement is accurate and nothing of weight is missing."}
}

func ratingMixed() components.Rating {
	return components.Rating{Label: "Missing context", Tone: components.Amber, Definition: "The words are accurate, but leave out something that changes what they mean."}
}

func ratingUnproven() components.Rating {
	return components.Rating{Label: "Without evidence", Tone: components.Violet, Definition: "We searched and found nothing that supports the statement; nor can it be shown to be false."}
}
