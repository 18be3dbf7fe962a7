# Both `make demo` and `make test` start from a bare machine: what the build needs is installed first.
#
# Everything is built in the release profile, tests and benches included: the HiGHS solver is compiled from
# source once per profile, and that takes minutes.

# Cargo as rustup installs it, also in a shell opened before the installation.
export PATH := $(PATH):$(or $(CARGO_HOME),$(HOME)/.cargo)/bin

CARGO_FLAGS := --release --locked
DOSSIER := samples/banque-horizon
PLAN := target/demo/plan.html
CXFOLIO := cargo run $(CARGO_FLAGS) --quiet --

.PHONY: help demo test lint bench outside pages needs announce

help:
	@echo "make demo    build, choose a portfolio for the sample bank, print the plan and write $(PLAN)"
	@echo "make test    run every test"
	@echo "make lint    check the format (rustfmt) and the code (clippy, warnings are errors)"
	@echo "make outside generated clients and every kind of request, against the running service"
	@echo "make pages   the pages built anew, and every journey in a real browser"
	@echo "make bench   measure the speed of reading, appraising and choosing"
	@echo "make help    this list"

demo: needs announce
	@cargo build $(CARGO_FLAGS)
	@mkdir -p $(dir $(PLAN)) && rm -f $(PLAN)
	@echo
	@echo "The sample bank, Banque Horizon: which of its 28 candidates to fund?"
	@echo "$$ cxfolio choose $(DOSSIER)"
	@echo
	@$(CXFOLIO) choose $(DOSSIER)
	@echo
	@echo "$$ cxfolio report $(DOSSIER) -o $(PLAN)"
	@echo
	@$(CXFOLIO) report $(DOSSIER) -o $(PLAN)
	@test -s $(PLAN) || { echo "$(PLAN) was not written." >&2; exit 1; }
	@echo
	@echo "The decision memo is in $(CURDIR)/$(PLAN): open it in a browser."
	@echo
	@echo "What to try next, with \"$(CXFOLIO)\" for cxfolio:"
	@printf "  cxfolio %-50s %s\n" \
		"check $(DOSSIER)" "what is doubtful in the dossier" \
		"appraise $(DOSSIER) --investment B20" "the case of one candidate" \
		"score $(DOSSIER)" "every candidate on every objective" \
		"map $(DOSSIER) --moment M10" "from a customer's anger to its back-stage cause" \
		"choose $(DOSSIER) --scenario S-CUT20" "the same choice with a fifth less money" \
		"choose samples/maison-lumen" "the other sample: a retailer" \
		"serve --demo" "the pages: open http://127.0.0.1:8080 in a browser" \
		"--help" "every command, with examples"
	@echo "The stories behind the samples: samples/README.md. Every test: make test"

test: needs announce
	cargo test $(CARGO_FLAGS)

lint: needs announce
	@cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 || { \
		echo "rustfmt and clippy belong to the Rust toolchain and are not there; with rustup:" >&2; \
		echo "  rustup component add rustfmt clippy" >&2; exit 1; }
	cargo fmt --check
	cargo clippy --all-targets $(CARGO_FLAGS) -- -D warnings

# The bench profile is the release profile under another name: HiGHS is not built again.
bench: needs announce
	cargo bench --locked

# Needs Python 3.11 and Node 20; what else it needs goes into a folder outside the clone.
outside: needs announce
	@cargo build $(CARGO_FLAGS)
	@tools/outside/install.sh
	@CXFOLIO="$${CARGO_TARGET_DIR:-target}/release/cxfolio" tools/outside/all.sh

# Needs Node 20 and chromium, which are installed where apt can.
pages: needs announce
	@cargo build $(CARGO_FLAGS)
	@CXFOLIO="$${CARGO_TARGET_DIR:-target}/release/cxfolio" tools/pages/check.sh

needs:
	@sh tools/install-build-needs.sh

# Said only while the solver's library is not in the target folder yet.
announce: needs
	@ls $${CARGO_TARGET_DIR:-target}/release/build/highs-sys-*/out/lib*/libhighs.a >/dev/null 2>&1 || { \
		echo "The first build compiles the HiGHS solver from source: 4 to 8 minutes on two cores, once."; \
		echo "Cargo shows \"Building ... highs-sys\" meanwhile; nothing is stuck."; }
