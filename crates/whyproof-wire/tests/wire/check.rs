//! The documents of `check`: ours, SARIF, workflow commands.

use serde_json::Value;
use whyproof_check::{Finding, Findings};
use whyproof_syntax::{Diagnostic, Edit, Fix, Severity, Span};
use whyproof_wire::{Check, CheckedFile, github, json, sarif};

use crate::cases::{examples, findings, of};
use crate::schemas::committed;
use crate::validate::validate;

/// One finding with everything, in a text whose columns are not its bytes.
fn one(path: &str) -> Check {
    let case = of("# Tïtle\n\n## Case\n\n### Ärger is 100% sure\n");
    let text = case.source();
    let at = |words: &str| {
        let start = text.find(words).unwrap() as u32;
        Span::new(start, start + words.len() as u32)
    };
    let diagnostic = Diagnostic::new(
        "claim-on-word",
        Severity::Warning,
        at("100%"),
        "50% sure,\nsay: who?",
    )
    .help("Cite it::error::no")
    .related(at("Tïtle"), "the title")
    .fix(Fix {
        title: "Remove it".to_owned(),
        safe: true,
        edits: vec![Edit {
            span: at("100% "),
            text: String::new(),
        }],
    });
    let over = Diagnostic::new(
        "bad-attributes",
        Severity::Error,
        Span::new(0, text.len() as u32),
        "All",
    );
    let shown = [diagnostic, over].map(|diagnostic| Finding {
        diagnostic,
        weight: 3,
        folded: 2,
    });
    let found = Findings {
        repeats: Vec::new(),
        shown: shown.to_vec(),
        left_out: 1,
        total: 7,
    };
    Check::of(vec![CheckedFile::of(
        path,
        case.source(),
        &case.parse.lines,
        &found,
    )])
}

#[test]
fn every_example_is_what_the_schema_says() {
    let schema = committed("check.schema.json");
    let mut files = Vec::new();
    for (path, case) in examples() {
        let lines = &case.parse.lines;
        files.push(CheckedFile::of(
            &path,
            case.source(),
            lines,
            &findings(&case),
        ));
    }
    for check in [Check::of(files), one("a.md")] {
        let document: Value = serde_json::from_str(&json(&check).unwrap()).unwrap();
        let wrong = validate(&schema, &document);
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

#[test]
fn columns_count_characters_and_offsets_count_bytes() {
    let document = serde_json::to_value(one("a.md")).unwrap();
    let finding = &document["files"][0]["findings"][0];
    assert_eq!(
        (&finding["line"], &finding["column"]),
        (&5.into(), &14.into())
    );
    assert_eq!(
        (&finding["end_line"], &finding["end_column"]),
        (&5.into(), &18.into())
    );
    assert_eq!(
        finding["end"].as_u64().unwrap() - finding["start"].as_u64().unwrap(),
        4
    );
    assert_eq!(finding["related"][0]["column"], 3);
    assert_eq!(finding["fix"]["edits"][0]["text"], "");
    assert_eq!(document["summary"]["warnings"], 1);
    assert_eq!(document["summary"]["errors"], 1);
    assert_eq!(document["summary"]["left_out"], 1);
    assert_eq!(document["summary"]["folded"], 4);
}

#[test]
fn a_workflow_command_is_one_line_whatever_it_says() {
    assert_eq!(
        github(&one("a,b:c%\n.md")),
        "::warning file=a%2Cb%3Ac%25%0A.md,line=5,endLine=5,col=14,endColumn=18,title=claim-on-word::\
         50%25 sure,%0Asay: who?%0ACite it::error::no%0Aand 2 more like this\n\
         ::error file=a%2Cb%3Ac%25%0A.md,line=1,endLine=6,title=bad-attributes::All%0Aand 2 more like this\n"
    );
}

#[test]
fn sarif_has_places_rules_and_fixes() {
    let log: Value = serde_json::from_str(&sarif(&one("a b/ç#.md")).unwrap()).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in run["results"].as_array().unwrap() {
        let rule = &rules[result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "a%20b/%C3%A7%23.md");
        let region = &place["region"];
        for key in ["startLine", "startColumn", "endLine", "endColumn"] {
            assert!(region[key].as_u64().unwrap() >= 1, "{key}");
        }
    }
    let first = &run["results"][0];
    assert_eq!(first["level"], "warning");
    assert_eq!(first["relatedLocations"][0]["message"]["text"], "the title");
    let change = &first["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(change["deletedRegion"]["byteLength"], 5);
    assert_eq!(change["insertedContent"]["text"], "");
    let page = rules[0]["helpUri"].as_str().unwrap();
    assert!(page.ends_with(&format!(
        "/docs/checks/{}.md",
        rules[0]["id"].as_str().unwrap()
    )));
}
