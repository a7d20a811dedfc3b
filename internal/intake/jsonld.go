package intake

import (
	"encoding/json"
	"strings"
)

// jsonLD is what a page's JSON-LD says of its article, from the first object that is one.
// The vocabulary is that of schema.org; only its common plain forms are understood, not
// JSON-LD as such.
type jsonLD struct {
	headline, url, publisher, author, published, language string
	found                                                 bool
}

// read takes the article from a script's content, unless one was found before. Content
// that is not JSON says nothing.
func (l *jsonLD) read(script string) {
	if l.found {
		return
	}
	var value any
	if err := json.Unmarshal([]byte(script), &value); err != nil {
		return
	}
	object := articleObject(value)
	if object == nil {
		return
	}
	*l = jsonLD{
		found:     true,
		headline:  firstOf(ldText(object["headline"]), ldText(object["name"])),
		url:       firstOf(ldText(object["url"]), ldText(object["mainEntityOfPage"])),
		publisher: ldName(object["publisher"]),
		author:    ldName(object["author"]),
		published: ldText(object["datePublished"]),
		language:  ldText(object["inLanguage"]),
	}
}

// articleObject returns the first object of a type of article in value: itself, in a
// list, in the @graph, or as a page's main entity.
func articleObject(value any) map[string]any {
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			if found := articleObject(item); found != nil {
				return found
			}
		}
	case map[string]any:
		if isArticleType(value["@type"]) {
			return value
		}
		for _, key := range []string{"@graph", "mainEntity"} {
			if found := articleObject(value[key]); found != nil {
				return found
			}
		}
	}
	return nil
}

// isArticleType reports Article and the types under it, such as NewsArticle and BlogPosting.
func isArticleType(value any) bool {
	switch value := value.(type) {
	case string:
		return strings.HasSuffix(value, "Article") || strings.HasSuffix(value, "Posting") || value == "Report"
	case []any:
		for _, item := range value {
			if isArticleType(item) {
				return true
			}
		}
	}
	return false
}

// ldText returns a text value: plain, the first of a list, or an object's @id.
func ldText(value any) string {
	switch value := value.(type) {
	case string:
		return value
	case []any:
		for _, item := range value {
			if text := ldText(item); text != "" {
				return text
			}
		}
	case map[string]any:
		text, _ := value["@id"].(string)
		return text
	}
	return ""
}

// ldName returns the name of a person or organisation; of several, joined by ", ".
func ldName(value any) string {
	switch value := value.(type) {
	case string:
		return notURL(value)
	case map[string]any:
		name, _ := value["name"].(string)
		return name
	case []any:
		var names []string
		for _, item := range value {
			if name := ldName(item); name != "" {
				names = append(names, name)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}
