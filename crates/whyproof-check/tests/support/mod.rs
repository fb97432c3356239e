//! What tests of checks share: a text resolved and checked.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test binary uses a part"
)]

use whyproof_case::{Case, Computed, Config, Host, Scope, resolve};
use whyproof_check::{Answer, Answers, Finding, Findings, Options, check_links};
use whyproof_testing::MemoryHost;

/// A case and what was found in it.
pub(crate) struct Checked {
    pub(crate) case: Case,
    pub(crate) findings: Findings,
}

impl Checked {
    /// Checks `text` as `case.md` on `host`, with its `whyproof.toml`.
    pub(crate) fn of(text: &str, host: &MemoryHost, all: bool) -> Self {
        Self::computed(text, host, &Computed::default(), all)
    }

    /// Every finding in `text`, where its links were asked and answered with these statuses.
    pub(crate) fn asked(text: &str, host: &MemoryHost, answers: &[(String, u16)]) -> Self {
        let answers = answers
            .iter()
            .map(|(url, status)| (url.clone(), Answer::Status(*status)))
            .collect();
        Self::with(text, host, &Computed::default(), true, &answers)
    }

    /// The same as [`Checked::of`] with what an engine computed.
    pub(crate) fn computed(text: &str, host: &MemoryHost, computed: &Computed, all: bool) -> Self {
        Self::with(text, host, computed, all, &Answers::default())
    }

    fn with(
        text: &str,
        host: &MemoryHost,
        computed: &Computed,
        all: bool,
        answers: &Answers,
    ) -> Self {
        let scope = Scope::of(host, "case.md");
        let config = Config::load(host, &scope.root).unwrap();
        let case = resolve(whyproof_syntax::parse(text), host, scope, computed);
        let options = Options {
            config: &config.check,
            today: host.today(),
            all,
        };
        let findings = check_links(&case, &options, answers);
        Self { case, findings }
    }

    /// The findings of one check, worst first.
    pub(crate) fn of_check(&self, id: &str) -> Vec<&Finding> {
        self.findings
            .shown
            .iter()
            .filter(|f| f.diagnostic.id == id)
            .collect()
    }

    /// The names of the checks that found something, worst first.
    pub(crate) fn ids(&self) -> Vec<&'static str> {
        self.findings
            .shown
            .iter()
            .map(|f| f.diagnostic.id)
            .collect()
    }

    /// A finding in one line.
    pub(crate) fn show(&self, finding: &Finding) -> String {
        let diagnostic = &finding.diagnostic;
        let line = self.case.line(diagnostic.span);
        let words = &self.case.source()[diagnostic.span.range()];
        format!("{}:{line}: {} «{words}»", diagnostic.id, diagnostic.message)
    }
}
