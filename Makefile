# Everything that a person or CI does with kartoteka. `make help` lists it.
SHELL := /bin/bash
TAGS := -tags duckdb_arrow
GO ?= go
BIN := bin/kartoteka
SIZE ?= 20000
WORLD ?= ../shared/data/world
PYTHON ?= python3
export PYTHON
SCORE_DIR ?= $(SHARED)/data
PEOPLE_DIR ?= bin/people-$(PEOPLE)
SHARED ?= $(firstword $(wildcard $(KARTOTEKA_SHARED) ../shared))
export CGO_ENABLED := 1

.DEFAULT_GOAL := help

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

need:
	@command -v $(GO) >/dev/null 2>&1 || { echo "kartoteka needs Go 1.26 or newer: install it from your system's packages or go.dev, then run make again" >&2; exit 1; }
	@$(GO) version | awk '{split(substr($$3,3),v,"."); exit !(v[1]>1 || (v[1]==1 && v[2]>=26))}' || { echo "kartoteka needs Go 1.26 or newer, this is $$($(GO) version | cut -d' ' -f3): install a newer Go, then run make again" >&2; exit 1; }
	@command -v $${CC:-cc} >/dev/null 2>&1 || command -v gcc >/dev/null 2>&1 || { echo "kartoteka needs a C compiler (gcc or clang) for DuckDB: install one (for example build-essential), then run make again" >&2; exit 1; }
	@command -v $${CXX:-c++} >/dev/null 2>&1 || command -v g++ >/dev/null 2>&1 || { echo "kartoteka needs a C++ compiler (g++ or clang++) for DuckDB: install one (for example build-essential), then run make again" >&2; exit 1; }

build: need ## build bin/kartoteka
	@mkdir -p bin
	@$(GO) build $(TAGS) -trimpath -ldflags '-s -w' -o $(BIN) ./cmd/kartoteka

example: build ## run the nightly job of testdata/example and show one customer's story
	@testdata/example/tour.sh $(BIN)

test: need ## run every test
	@$(GO) test $(TAGS) -timeout 9m ./...

vet: need ## gofmt and go vet
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { echo "not gofmt-clean:"; gofmt -l $$(git ls-files '*.go'); exit 1; }
	@$(GO) vet $(TAGS) ./...

bench: build ## benchmarks of kernels and steps, and one whole night of SIZE people (make bench SIZE=20000)
	@$(GO) test $(TAGS) -run '^$$' -bench . -benchtime 300ms ./pipelines/... ./jobs/...
	@$(BIN) bench --people $(SIZE)

golden: need ## write the golden files anew; read their diff
	@$(GO) test $(TAGS) ./cmd/kartoteka ./jobs/announce $(addprefix ./pipelines/,assess check cleanse dedupe response returns suppress) -update

judge: build ## score a run over a copy of a generated world against its truth (make judge WORLD=DIR)
	@testdata/world/judge.sh $(BIN) "$(WORLD)" "$(SHARED)"

score: build ## score the program over labelled files (make score ONLY=names ROWS=1 SCORE_DIR=DIR PEOPLE=1000000)
	@mkdir -p bin
	@$(GO) build -trimpath -o bin/score ./cmd/score
	@if [ -n "$(PEOPLE)" ] && [ ! -f "$(PEOPLE_DIR)/meta.json" ]; then mkdir -p "$(PEOPLE_DIR)" && $(PYTHON) "$(SHARED)/tools/make_people.py" --rows $(PEOPLE) --out "$(PEOPLE_DIR)"; fi
	@bin/score -bin $(BIN) -data "$(SCORE_DIR)" $(if $(ONLY),-only $(ONLY)) $(if $(ROWS),-rows) $(if $(PEOPLE),-people "$(PEOPLE_DIR)")

train: need ## make the embedded weights and tables anew from the labelled files; equal files give equal bytes
	@test -d "$(SHARED)/data" || { echo "the labelled files are not there: name their directory with SHARED=DIR" >&2; exit 1; }
	@$(GO) run ./pipelines/kernel/phone/train
	@$(GO) run ./pipelines/kernel/address/places/train -from "$(SHARED)/data/reference/geonames_pl.csv.gz" -to pipelines/kernel/address/places/pl.bloom
	@$(GO) run ./pipelines/kernel/address/places/train -us -from "$(SHARED)/data/reference/geonames_us.csv.gz" -to pipelines/kernel/address/places/us.bloom
	@$(GO) run ./pipelines/kernel/name/train -data "$(SHARED)/data/names"
	@$(GO) run ./pipelines/kernel/address/train -shared "$(SHARED)/data"
	@git status --short -- pipelines/kernel

clean: ## remove what was built
	@rm -rf bin testdata/example/published testdata/example/.kartoteka

.PHONY: help need build example test vet bench golden judge score train clean
