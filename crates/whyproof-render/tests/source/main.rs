//! The Typst source of a case: whatever a case says stands in strings.
#![cfg(feature = "pdf")]
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads the corpus of the fuzzers"
)]

mod read;

use std::path::Path;

use proptest::prelude::*;
use whyproof_experience::resume::Resume;
use whyproof_render::manuscript::Manuscript;
use whyproof_render::paper::{Form, PaperOptions, source};
use whyproof_render::resume::{self, Design, ResumeOptions};
use whyproof_testing::{fuzz, markdown};

fn check(text: &str) {
    let case = fuzz::resolved(text);
    let manuscript = Manuscript::new(&case);
    for form in Form::ALL {
        read::check(&source(&manuscript, &PaperOptions::new(form)));
    }
}

#[test]
fn what_the_fuzzers_keep_stands_in_strings() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    let mut seen = 0;
    for target in ["fixes", "papers", "pages", "parser", "resolver"] {
        for entry in std::fs::read_dir(corpus.join(target)).unwrap() {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap();
            check(&String::from_utf8_lossy(&bytes));
            seen += 1;
        }
    }
    assert!(seen > 10);
}

#[test]
#[should_panic(expected = "ModuleImport")]
fn what_is_not_ours_is_found() {
    read::check("\n#show: paper.with(title: \"\")\n#import \"x\": *");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_markdown_stands_in_strings(text in markdown::markdown()) {
        check(&text);
    }

    #[test]
    fn any_resume_stands_in_strings(words in "(\\PC|[\"#\\[\\](){}\\\\@<>:/.$ ]|https://[a-z/.]*){0,60}") {
        let text = serde_json::json!({
            "basics": {"name": words, "label": words, "email": words, "url": words, "summary": words},
            "work": [{"name": words, "position": words, "url": words, "startDate": words, "highlights": [words]}],
            "education": [{"area": words, "score": words, "courses": [words]}],
            "skills": [{"name": words, "keywords": [words]}],
            "references": [{"reference": words}],
        });
        let resume = Resume::from_json(&text.to_string()).unwrap();
        for design in Design::ALL {
            let options = ResumeOptions { design, ..ResumeOptions::of(&resume) };
            read::check(&resume::source(&resume, &options));
        }
    }
}
