// Package static owns the style sheets, scripts and fonts the pages ask for, and
// how they are served: from the bundle in dist/ when it was built into the
// binary, from the plain sources otherwise, so that a bare `go build` works (in
// system fonts and without htmx). It knows nothing of pages.
//
// `go generate ./views/static`, after `npm ci`, makes the bundle.
package static

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"path"
	"strings"
	"sync"
)

//go:generate go tool esbuild css/app.css css/icon.svg js/app.js --bundle --minify --sourcemap=linked --sources-content=false --target=es2022 --charset=utf8 --log-level=warning --outdir=dist --entry-names=[name] --asset-names=fonts/[name]-[hash] --loader:.woff2=file --loader:.svg=copy

// One pattern matches css, js and, when it is there, dist: a pattern of its own
// for dist would not compile before the first build of the bundle.
//
//go:embed [cdj]*s*
var embedded embed.FS

// Prefix is the path below which Handler expects to be mounted.
const Prefix = "/static/"

// Built reports whether the bundle was in dist/ when the binary was compiled.
func Built() bool {
	_, err := fs.Stat(embedded, "dist/app.css")
	return err == nil
}

// FS returns the files that may be served: those of the bundle when it was
// built, else the css and js folders as they are in the repository.
func FS() fs.FS {
	if !Built() {
		return embedded
	}
	sub, err := fs.Sub(embedded, "dist")
	if err != nil {
		return embedded // fs.Sub refuses invalid names only, and "dist" is valid
	}
	return sub
}

// URL returns the address of an entry point ("app.css", "app.js" or "icon.svg") with a hash
// of the content, so that it may be cached for ever. Of a name that does not
// exist it returns the plain address, which answers 404.
func URL(name string) string {
	if file, ok := files()[source(name)]; ok {
		return Prefix + source(name) + "?v=" + file.hash
	}
	return Prefix + name
}

// source returns the served file behind an entry point: itself in the bundle;
// unbundled, the sheet and script without what comes from npm.
func source(name string) string {
	if Built() {
		return name
	}
	switch name {
	case "app.css":
		return "css/main.css"
	case "app.js":
		return "js/main.js"
	case "icon.svg":
		return "css/icon.svg"
	}
	return name
}

// file is one served file in memory.
type file struct {
	body        []byte
	gzip        []byte // nil when compressing does not pay
	hash        string // first 12 hex digits of the SHA-256
	contentType string
}

// files reads and compresses everything once, when first asked for.
var files = sync.OnceValue(load)

func load() map[string]file {
	out := map[string]file{}
	root := FS()
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		kind := contentType(name)
		if err != nil || entry.IsDir() || kind == "" {
			return err
		}
		body, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(body)
		out[name] = file{body: body, gzip: compressed(body, kind), hash: hex.EncodeToString(sum[:6]), contentType: kind}
		return nil
	})
	if err != nil {
		return map[string]file{} // the files are part of the binary: reading them does not fail
	}
	return out
}

// contentType returns the media type of a file that may be served, and "" for
// any other.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".map":
		return "application/json"
	case ".woff2":
		return "font/woff2"
	case ".svg":
		return "image/svg+xml"
	}
	return ""
}

// hashed reports whether esbuild wrote a content hash into the name.
func hashed(name string) bool {
	return strings.HasPrefix(name, "fonts/")
}
