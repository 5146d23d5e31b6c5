# Two commands first: `make run` (or `cargo run`) and `make test`. `make check` is for every day.
# The program as the integration tests have it: `cargo build` would build its libraries once more, with fewer features.
PROGRAM := cargo test --locked --test all --no-run
.DEFAULT_GOAL := help
.PHONY: help run check test test-rust test-browsers bench screenshots

help: ## what can be asked for
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

run: ## the site on http://127.0.0.1:8080, everything in ./data
	cargo run

check: ## format, lints, unit tests: a minute or two, needs nothing but Rust
	cargo fmt --check
	cargo clippy --all-targets --locked -- -D warnings
	cargo test --lib --locked

test: ## everything; installs what it needs and says so
	end2end/provision test
	$(MAKE) check
	if cargo deny --version >/dev/null 2>&1; then cargo deny check; else echo "cargo-deny is not installed: skipped"; fi
	$(MAKE) test-rust
	$(MAKE) test-browsers

test-rust: ## integration tests on SQLite and PostgreSQL, mail through a real SMTP server
	end2end/with-postgres end2end/with-smtp cargo test --locked --test all

test-browsers: ## the whole story in Chromium and Firefox, with and without scripts; axe and the Nu checker
	$(PROGRAM)
	end2end/with-postgres end2end/with-smtp npm --prefix end2end test

screenshots: ## what people see, into end2end/out/
	$(PROGRAM)
	end2end/with-smtp npm --prefix end2end run screenshots

bench: ## measures, beside this machine's own limits
	end2end/provision bench
	end2end/with-postgres cargo bench --locked --bench bench
