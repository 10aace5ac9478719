# Paragone: build, generate, test.  `make site` and `make test` do everything.

PREFIX  = /usr/local
DESTDIR =
OUT     = out
T       =
F       =

LIBS     = libcmark libxml-2.0 yaml-0.1 pangocairo pangoft2 fontconfig libdeflate libxxhash \
	   libmicrohttpd libbrotlienc libzip icu-i18n icu-uc
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wmissing-prototypes
CSTD     = -std=c17 -D_GNU_SOURCE -Isrc
CFLAGS   = -O2 -g1
SANITIZE = -Og -g1 -fsanitize=address,undefined -fno-sanitize-recover=all \
	   -fno-omit-frame-pointer

# What a fresh Debian 12 lacks: to build, and to test.
BUILD_PACKAGES = gcc libc6-dev pkg-config libcmark-dev libyaml-dev libxml2-dev \
	libcairo2-dev libpango1.0-dev libdeflate-dev libxxhash-dev libmicrohttpd-dev \
	libbrotli-dev libzip-dev libicu-dev fonts-dejavu-core
TEST_PACKAGES  = libcmocka-dev libjansson-dev libpng-dev clang clang-format git rsync nginx-light curl \
	rclone brotli zsh fish chromium-headless-shell \
	librsvg2-bin nodejs npm default-jre-headless python3 \
	python3-jsonschema python3-yaml procps strace time
BENCH_PACKAGES = hugo python3 time

SOURCES  = $(sort $(wildcard src/*/*.c))
OBJECTS  = $(SOURCES:src/%.c=build/obj/%.o)
CHECKED  = $(SOURCES:src/%.c=build/san/%.o)
UNIT     = $(sort $(wildcard tests/unit/*/*_test.c))
PROGRAMS = $(UNIT:tests/unit/%.c=build/tests/%)

# The same bytes in whatever folder this is built: debug lines name src/….
SAME     = -ffile-prefix-map='$(CURDIR)'=.

# One line a file, on all cores; V=1 shows the whole commands.
SAY      = $(if $(V),,@echo '  $1' &&)
PARALLEL = $(MAKE) --no-print-directory $(if $(filter -j%,$(MAKEFLAGS)),,-j$(shell nproc))

# Where it is installed.
AT = $(DESTDIR)$(PREFIX)

PKG_CFLAGS = $(shell pkg-config --cflags $(LIBS) 2>/dev/null)
PKG_LIBS   = $(shell pkg-config --libs $(LIBS) 2>/dev/null) -lm -pthread
COMPILE    = $(CC) $(CSTD) $(SAME) $(WARNINGS) $(PKG_CFLAGS) -pthread -MMD -MP

all: build/paragone  ## the program only

site: packages-build  ## install what is missing, build, generate out/
	+@$(PARALLEL) build/paragone
	build/paragone build content -o "$(OUT)"

test: packages-build packages-test  ## run every test, under the sanitisers
	+@$(PARALLEL) build/san/paragone build/paragone build/faults.so $(if $(T),,$(PROGRAMS))
	+@tests/run T='$(T)' F='$(F)'

test-all:  ## the same, with every example where `make test` takes some of a kind
	+@TESTS=all $(MAKE) --no-print-directory test

faults: build/paragone build/faults.so  ## every call of the system, every allocation fails once
	tests/faults/run --all

golden: build/san/paragone  ## write the expected output of one golden site anew
	tests/golden/run --accept $(T)

check-style: packages-build packages-test  ## formatting, layers, no warning
	tests/layers
	tests/style

mutate: packages-build packages-test  ## 60 wrong programs; how many a test notices
	tests/mutate

coverage: packages-build packages-test  ## lines and branches that the tests run through
	tests/coverage

lighthouse: build/paragone packages-test  ## points of six pages on a phone, by Lighthouse
	tests/lighthouse/run

docs: build/paragone packages-test  ## the pictures of README.md and docs/, drawn anew
	docs/draw build/paragone
	tests/browser/install
	node docs/draw-pages.mjs

layers:  ## each stage includes only the stages before it
	tests/layers

bench: packages-build packages-bench  ## what a build costs, beside Hugo and the floor
	+@$(PARALLEL) build/paragone build/bench-pictures build/bench-code
	tests/bench/run $(T)
	build/bench-pictures content
	build/bench-code src/read/markdown_html.c themes/default/assets/style.css \
		themes/default/i18n/en.yaml tests/sentences/claims.py tests/browser/serve.mjs

bench-large: packages-build packages-bench  ## the same of 499,500 pairs
	+@$(PARALLEL) build/paragone
	RUNS=1 tests/bench/run more-pairs

# Readable by all, whatever the umask and the modes of the source are.
install: build/paragone
	install -d "$(AT)/bin" "$(AT)/share/man/man1" "$(AT)/share/paragone"
	install -s -m 755 build/paragone "$(AT)/bin"
	install -m 644 docs/paragone.1 "$(AT)/share/man/man1"
	for dir in $$(find templates themes -type d); do \
		install -d "$(AT)/share/paragone/$$dir" || exit; done
	for file in $$(find templates themes -type f); do \
		install -m 644 $$file "$(AT)/share/paragone/$$file" || exit; done
	build/paragone completion bash >build/bash
	build/paragone completion zsh >build/zsh
	build/paragone completion fish >build/fish
	install -D -m 644 build/bash "$(AT)/share/bash-completion/completions/paragone"
	install -D -m 644 build/zsh "$(AT)/share/zsh/site-functions/_paragone"
	install -D -m 644 build/fish "$(AT)/share/fish/vendor_completions.d/paragone.fish"

clean:
	rm -rf build

build/paragone: $(OBJECTS)
	$(call SAY,link $@) $(CC) $(CFLAGS) $^ $(PKG_LIBS) -o $@

# At a fixed address: a program that is started a thousand times need not move
# the million addresses that the sanitisers keep each time.
build/san/paragone: $(CHECKED) build/san/sanitiser.o
	$(call SAY,link $@) $(CC) $(SANITIZE) -no-pie $^ $(PKG_LIBS) -o $@

build/bench-%: tests/bench/%.c $(filter-out build/obj/cli/main.o,$(OBJECTS))
	$(call SAY,cc $<) $(COMPILE) $(CFLAGS) $^ $(PKG_LIBS) -o $@

build/faults.so: tests/faults/fail.c
	@mkdir -p $(@D)
	$(call SAY,cc $<) $(CC) -std=gnu17 -D_GNU_SOURCE -O1 -fPIC -fno-builtin -shared -Wall -Wextra $< -o $@

build/obj/%.o: src/%.c Makefile
	@mkdir -p $(@D)
	$(call SAY,cc $<) $(COMPILE) $(CFLAGS) -c $< -o $@

build/san/%.o: src/%.c Makefile
	@mkdir -p $(@D)
	$(call SAY,cc $< (sanitised)) $(COMPILE) -Werror $(SANITIZE) -fPIC -fno-semantic-interposition -c $< -o $@

build/san/sanitiser.o: tests/sanitiser.c
	@mkdir -p $(@D)
	$(call SAY,cc $<) $(CC) -c $< -o $@

# The unit tests share one library: it is linked once, and they are not linked
# anew when only a source has changed.  It names the libraries it needs, which a
# linker need not go through again for each of them.  They run too briefly to be optimised.
build/san/libparagone.so: $(filter-out build/san/cli/main.o,$(CHECKED))
	$(call SAY,link $@) $(CC) $(SANITIZE) -shared $^ $(PKG_LIBS) -o $@

build/tests/%: tests/unit/%.c | build/san/libparagone.so
	@mkdir -p $(@D)
	$(call SAY,cc $<) $(COMPILE) -Werror $(SANITIZE) -O0 -Itests/unit $< -Lbuild/san -lparagone \
		-Wl,-rpath,'$$ORIGIN/../../san' -Wl,--unresolved-symbols=ignore-in-shared-libs \
		-Wl,--as-needed $(PKG_LIBS) -lcmocka -ljansson -lpng -o $@

# The value of a variable, for scripts.
print-%:
	@: $(info $($*))

packages-build:
	@tests/packages 'the build' $(BUILD_PACKAGES)

packages-test: packages-build
	@tests/packages 'the test' $(TEST_PACKAGES)

packages-bench: packages-build
	@tests/packages 'the benchmark' $(BENCH_PACKAGES)

-include $(OBJECTS:.o=.d) $(CHECKED:.o=.d) $(PROGRAMS:=.d)

.PHONY: all site test test-all faults golden mutate coverage check-style docs layers bench bench-large install clean \
	packages-build packages-test packages-bench
.SECONDARY:
