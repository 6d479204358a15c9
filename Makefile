# The commands of the project; CONTRIBUTING.md tells when to use which.
# `make run` and `make test` do all the set-up on a Debian machine with Swift and make.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := run
.PHONY: run release dist package spark test build lint format docs accept samples statement benchmarks clean

SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
SHARED := ../shared
comma := ,
# Debian's own: python3-lxml isn't seen by another one that may come first in the path.
PYTHON := /usr/bin/python3
STATEMENT := joint-statement-migration-1997
# One file with all that it needs in it: it starts in half the time, and can be moved.
RELEASE = swift build -c release --product engross -Xswiftc -static-executable \
  $$(pkg-config --static --libs libxml-2.0 | sed 's/ *$$/ -lstdc++ -lm/; s/-l/-Xlinker -l/g')
ENGROSS = $(shell swift build -c release --show-bin-path)/engross
SAMPLES := $(sort $(wildcard Samples/*.txt))

# $(call need,WHAT,TEST,PACKAGES): installs Debian packages where a test of the shell fails.
define need
	@if ! ( $(2) ) >/dev/null 2>&1; then \
	  echo "Installing $(3), for $(1)"; \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(3); \
	fi
endef

LIBXML2 = test -e /usr/include/libxml2/libxml/parser.h && pkg-config --exists libxml-2.0
ARCHIVES = for name in xml2 icuuc z lzma; do test -e "$$(clang -print-file-name=lib$$name.a)" || exit 1; done

# The program as it is given away.
release:
	$(call need,reading XML,$(LIBXML2),libxml2-dev pkg-config)
	$(call need,one static binary,$(ARCHIVES),libxml2-dev libicu-dev liblzma-dev zlib1g-dev)
	$(RELEASE)

# What is given away: build/dist, with the binary, a .deb, an archive and their SHA-256.
# Of ICU's data the character converters are kept, which libxml2 uses; what is never called is left out.
# Built twice it's the same: the compiler orders some of its work by addresses, so these are fixed.
dist:
	$(call need,reading XML,$(LIBXML2),libxml2-dev pkg-config)
	$(call need,one static binary,$(ARCHIVES),libxml2-dev libicu-dev liblzma-dev zlib1g-dev)
	$(call need,ICU's converters,test -x /usr/sbin/icupkg,icu-devtools)
	@rm -rf build/dist && mkdir -p build/dist
	Distribution/converters build/icu
	setarch --addr-no-randomize $(subst -l/g,-l/g; s|-licudata|$(CURDIR)/build/icu/libicudata.a|,$(RELEASE)) \
	  --scratch-path build/dist-build -Xlinker --gc-sections -Xlinker --build-id=none -Xlinker -s
	SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct)} \
	  Distribution/package build/dist-build/release/engross build/dist
	@cat build/dist/SHA256SUMS

# Installs what is given away, uses it, removes it; tries the binary where there's nothing else.
package: dist
	$(call need,the package's test,command -v mandoc && command -v zsh && command -v fish && command -v groff,mandoc zsh fish groff)
	$(SUDO) Tests/Batch/package.sh build/dist

# Runs the Spark job with that binary: on local[2], and on a cluster of which one worker is killed.
spark: dist
	$(call need,Spark,command -v java,default-jre-headless)
	$(call need,Spark,python3 -c 'import venv$(comma) ensurepip',python3-venv)
	@$(MAKE) --no-print-directory build/spark
	@if [ -e build/spark ]; then \
	  build/spark/bin/python Integrations/spark/test_job.py build/dist/engross 40 --cluster; \
	fi

# Spark from PyPI; without a network its runs are skipped.
build/spark: Integrations/spark/requirements.txt
	@rm -rf $@ && mkdir -p build
	@if ! ( python3 -m venv $@ && $@/bin/pip --quiet install --requirement $< ) ; then \
	  rm -rf $@; echo "skipped: Spark can't be installed"; \
	fi

# Builds; encodes, validates and reads back the samples; compares; shows one.
run: release
	@rm -rf build/samples && mkdir -p build/samples
	$(ENGROSS) encode --output-dir build/samples/tei $(SAMPLES)
	$(ENGROSS) validate build/samples/tei/*.xml
	$(ENGROSS) text --output-dir build/samples/txt build/samples/tei/*.xml
	@for file in $(SAMPLES); do cmp $$file build/samples/txt/$$(basename $$file); done
	@echo
	@sed -n '/<text/,$$p' build/samples/tei/$(STATEMENT).xml
	@echo
	@echo "$(words $(SAMPLES)) samples encoded, valid, and read back byte for byte: build/samples/tei"
	@echo "The command is $(ENGROSS)"

build:
	$(call need,reading XML,$(LIBXML2),libxml2-dev pkg-config)
	swift build --build-tests

# All tests. jing, a second validator, lxml, for check.py, and Chromium are needed by tests alone.
test:
	$(call need,reading XML,$(LIBXML2),libxml2-dev pkg-config)
	$(call need,the tests,command -v jing,jing)
	$(call need,the tests,$(PYTHON) -c 'import lxml',python3-lxml)
	$(call need,the tests,python3 -c 'import venv$(comma) ensurepip',python3-venv)
	$(call need,the tests,command -v chromium,chromium)
	@$(MAKE) --no-print-directory build/python
	swift build --build-tests
	swift test
	@$(MAKE) --no-print-directory statement

# Programs from PyPI that read our reports and drive our pages; without a network the tests that need
# them are skipped.
build/python: Tests/Reports/requirements.txt Tests/Pages/requirements.txt
	@rm -rf $@ && mkdir -p build
	@if ! ( python3 -m venv $@ && $@/bin/pip --quiet install $(addprefix --requirement ,$^) ) ; then \
	  rm -rf $@; echo "skipped: what reads our reports and drives our pages can't be installed"; \
	fi

# An expert's reading of the founding document, held against ours.
statement:
	@if [ -e $(SHARED)/statement/check.py ]; then \
	  mkdir -p build && \
	  "$$(swift build --show-bin-path)/engross" encode Samples/$(STATEMENT).txt -o build/$(STATEMENT).xml && \
	  $(PYTHON) $(SHARED)/statement/check.py build/$(STATEMENT).xml; \
	else \
	  echo "skipped: $(SHARED)/statement isn't here"; \
	fi

lint:
	swift format lint --strict --parallel --recursive Package.swift Sources Tests
	@for file in Benchmarks/*.py Tests/*/*.py Integrations/*/*.py; do python3 -c 'import ast, sys; ast.parse(open(sys.argv[1]).read())' $$file; done
	@for file in .ci/run Distribution/converters Distribution/package Tests/Batch/package.sh; do bash -n $$file; done

format:
	swift format format --in-place --parallel --recursive Package.swift Sources Tests

# The documentation of the library, without a warning: build/docs.
# Symbol graphs are emitted in a build of their own, so that none of an older build is left in them.
docs:
	$(call need,reading XML,$(LIBXML2),libxml2-dev pkg-config)
	@rm -rf build/symbols build/docs build/docs-build && mkdir -p build/symbols
	swift build --target Engross --scratch-path build/docs-build -Xswiftc -emit-symbol-graph \
	  -Xswiftc -emit-symbol-graph-dir -Xswiftc "$(CURDIR)/build/symbols" \
	  -Xswiftc -symbol-graph-minimum-access-level -Xswiftc public
	@mkdir -p build/symbols/public && \
	  mv build/symbols/Engross.symbols.json build/symbols/Engross@*.symbols.json \
	    build/symbols/EngrossModel.symbols.json build/symbols/EngrossModel@*.symbols.json \
	    build/symbols/public/ 2>/dev/null || test -e build/symbols/public/Engross.symbols.json
	"$$(dirname "$$(readlink -f "$$(command -v swift)")")/docc" convert $(wildcard Sources/Engross/*.docc) --warnings-as-errors \
	  --fallback-display-name Engross --fallback-bundle-identifier engross \
	  --additional-symbol-graph-dir build/symbols/public --output-path build/docs

# Writes the sessions of Tests/CommandTests, the README's tables and the goldens anew, as the
# program now behaves. Read the difference before you commit it.
accept:
	swift build --build-tests
	ENGROSS_ACCEPT=1 swift test
	git --no-pager diff --stat

# Remakes Samples/*.xml.
samples: release
	$(ENGROSS) encode --output-dir Samples $(SAMPLES)

benchmarks: release
	python3 Benchmarks/startup.py
	python3 Benchmarks/founding.py
	python3 Benchmarks/hostile.py
	python3 Benchmarks/corpora.py
	python3 Benchmarks/encode.py
	$(call need,the validators beside,command -v jing,jing)
	python3 Benchmarks/validate.py
	python3 Benchmarks/batch.py

clean:
	rm -rf .build build
