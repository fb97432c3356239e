//! A résumé as Markdown, read back.

use proptest::prelude::*;
use whyproof_experience::resume::Resume;

use super::{ENGINEER, NURSE, OPERATIONS, read};
use crate::resume::{ResumeOptions, is_markdown, markdown};

/// The words of each block that Markdown makes of it.
fn blocks(text: &str) -> Vec<String> {
    let parse = whyproof_syntax::parse(text);
    let texts = parse.document.texts.iter();
    let words = texts.map(|text| {
        text.words
            .text
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    });
    words.collect()
}

fn written(resume: &Resume) -> String {
    markdown(resume, &ResumeOptions::of(resume))
}

#[test]
fn every_line_is_there_in_order() {
    for text in [OPERATIONS, NURSE, ENGINEER] {
        let resume = read(text);
        let markdown = written(&resume);
        let said = blocks(&markdown).join("\n");
        let mut rest = said.as_str();
        for line in resume.lines() {
            for words in line.text.split("\n\n") {
                let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                let at = rest.find(&words);
                rest = &rest[at.unwrap_or_else(|| panic!("{words} is not in {rest}"))..];
            }
        }
        assert!(!markdown.contains("PRIVATE-NOTE"));
        assert!(is_markdown(&markdown));
    }
    for other in [
        "",
        "# Notes\n\nMine.\n",
        "# Notes\n\n## Experience\n\n## Ideas\n",
        "---\nkind: story\n---\n\n# A story\n\n## Experience\n",
    ] {
        assert!(!is_markdown(other), "{other}");
    }
}

#[test]
fn a_small_resume_is_this_markdown() {
    let resume = read(
        "basics: {name: Ann *Example*, label: Cook, email: ann@example.org, url: 'https://ann.example.org/'}\nwork:\n- {name: Acme, position: Cook, location: Rome, startDate: 2020-01, endDate: 2022-03, highlights: ['1. Cooked for 40', '# and #2', 'a_b_c and _d_']}\nskills: [{name: Food, keywords: [pasta, 'rice']}]\n",
    );
    assert_eq!(
        written(&resume),
        "# Ann \\*Example\\*\n\nCook\n\n[ann@example.org](<mailto:ann@example.org>) · [ann.example.org](<https://ann.example.org/>)\n\n## Experience\n\n### Cook, Acme\n\nRome · Jan 2020 – Mar 2022\n\n- 1\\. Cooked for 40\n- \\# and #2\n- a_b_c and \\_d\\_\n\n## Skills\n\n**Food:** pasta, rice\n"
    );
}

proptest! {
    #[test]
    fn any_words_are_words(words in "([a-z \n#>*`~|\\-\\[\\]()!:<&;_+=0-9.$\\\\{}]|\\PC){1,60}") {
        let wanted = words.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assume!(!wanted.is_empty() && !words.contains('\0'));
        let text = serde_json::json!({"work": [{"position": words, "summary": words.replace('\n', " "), "highlights": [words]}]});
        let resume = Resume::from_json(&text.to_string()).expect("a résumé");
        let markdown = written(&resume);
        let said = blocks(&markdown);
        let as_wanted = said.iter().filter(|block| **block == wanted).count();
        prop_assert_eq!(as_wanted, 3, "{} gives {:?}", markdown, said);
    }
}
