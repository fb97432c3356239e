//! Papers, as pages read back.

use jiff::civil::date;
use proptest::prelude::*;
use whyproof_case::{Case, Computed, Kind, Scope};
use whyproof_typeset::{Document, Typeset, typeset};

use super::{Changes, Form, PageSize, PaperError, PaperOptions, Said, left_out, pdf, source};
use crate::manuscript::{Event, Manuscript};

mod letter;

const EXAMPLES: [(&str, &str); 12] = [
    (
        "measured",
        include_str!("../../../../examples/learn-your-result/measured.md"),
    ),
    (
        "proposal",
        include_str!("../../../../examples/learn-your-result/proposal.md"),
    ),
    (
        "organ",
        include_str!("../../../../examples/organ-donor-form/proposal.md"),
    ),
    (
        "scale",
        include_str!("../../../../examples/stories/the-scale-that-beeped.md"),
    ),
    (
        "whiteboard",
        include_str!("../../../../examples/stories/the-whiteboard-stayed.md"),
    ),
    (
        "bare-numbers",
        include_str!("../../../../examples/weak/bare-numbers.md"),
    ),
    (
        "fluent",
        include_str!("../../../../examples/weak/fluent-no-sources.md"),
    ),
    (
        "only-we",
        include_str!("../../../../examples/weak/only-we.md"),
    ),
    (
        "itself",
        include_str!("../../../../examples/weak/rests-on-itself.md"),
    ),
    (
        "solution",
        include_str!("../../../../examples/weak/solution-as-problem.md"),
    ),
    (
        "unanswered",
        include_str!("../../../../examples/weak/unanswered-objection.md"),
    ),
    (
        "vague",
        include_str!("../../../../examples/weak/vague-problem.md"),
    ),
];

fn case(text: &str) -> Case {
    let host = whyproof_testing::MemoryHost::default();
    whyproof_case::resolve(
        whyproof_syntax::parse(text),
        &host,
        Scope::default(),
        &Computed::default(),
    )
}

fn pages(manuscript: &Manuscript<'_>, options: &PaperOptions) -> Typeset {
    let written = super::write(manuscript, options, super::Attempt::FIRST);
    let document = Document {
        source: written.out,
        files: written.files,
        day: None,
    };
    typeset(&document).unwrap_or_else(|error| panic!("{error}\n{}", document.source))
}

/// Letters and digits only, in the order in which they were set: the text, then what is set smaller at the foot of pages,
/// which would else stand between the two halves of a paragraph.
fn letters(set: &Typeset) -> String {
    let runs: Vec<_> = (1..=set.pages()).flat_map(|page| set.runs(page)).collect();
    let (text, small): (Vec<_>, Vec<_>) = runs.into_iter().partition(|run| run.size > 9.0);
    let notes = small
        .into_iter()
        .filter(|run| (run.size - 8.2).abs() > 0.01);
    let all = text.into_iter().chain(notes);
    bare(&all.map(|run| run.text).collect::<String>())
}

fn bare(text: &str) -> String {
    let lower = text.to_lowercase();
    lower
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

fn said(text: &str, form: Form) -> String {
    let case = case(text);
    letters(&pages(&Manuscript::new(&case), &PaperOptions::new(form)))
}

/// Words of events, a text each.
fn texts<'a>(events: &[Event<'a>]) -> Vec<&'a str> {
    let texts = events.iter().filter_map(|event| match event {
        Event::Text(words, _) | Event::Code(words) => Some(*words),
        _ => None,
    });
    texts.collect()
}

#[test]
fn every_note_stands_on_the_page_of_its_mark() {
    let mut notes = 0;
    for (name, text) in EXAMPLES {
        let case = case(text);
        let manuscript = Manuscript::new(&case);
        for form in Form::ALL {
            let Ok((set, _)) = super::set(&manuscript, &PaperOptions::new(form)) else {
                continue;
            };
            for note in 0..manuscript.notes.len() {
                let page = |label: &str| {
                    let place = set.place(&format!("{label}-{note}"));
                    place.map(|place| place.page)
                };
                assert_eq!(page("note"), page("entry"), "{name} {form:?} {note}");
                notes += usize::from(page("note").is_some());
            }
        }
    }
    assert!(notes > 50, "{notes}");
}

#[test]
fn every_form_of_every_example_is_a_pdf_that_everybody_can_read() {
    for (name, text) in EXAMPLES {
        let case = case(text);
        let manuscript = Manuscript::new(&case);
        for form in Form::ALL {
            let options = PaperOptions {
                day: Some(date(2026, 3, 2)),
                ..PaperOptions::new(form)
            };
            let paper = pdf(&manuscript, &options);
            if form == Form::Story && case.kind == Kind::Idea {
                assert!(matches!(paper, Err(PaperError::NotAStory)), "{name}");
                continue;
            }
            if matches!(paper, Err(PaperError::NothingToShow)) {
                assert!(
                    form == Form::PrFaq && !text.contains("## Questions"),
                    "{name}"
                );
                continue;
            }
            let paper = paper.unwrap_or_else(|error| panic!("{name} {form:?}: {error}"));
            assert!(paper.pdf.starts_with(b"%PDF"));
            // A case is no letter, and has more than its page.
            assert!(
                paper.report.over.is_none() || form == Form::Letter,
                "{name} {form:?}: {:?}",
                paper.report
            );
        }
    }
}

#[test]
fn the_narrative_has_every_word_and_every_note() {
    for (name, text) in EXAMPLES {
        let case = case(text);
        let manuscript = Manuscript::new(&case);
        let set = pages(&manuscript, &PaperOptions::new(Form::Narrative));
        let said = letters(&set);
        let flows = manuscript
            .parts
            .iter()
            .flat_map(|part| [&part.title, &part.flow]);
        let notes = manuscript.notes.iter().map(|note| &note.flow);
        for flow in flows
            .chain(notes)
            .chain([&manuscript.title, &manuscript.lead])
        {
            // `because #id` is told as the words of that statement.
            for words in texts(flow)
                .into_iter()
                .filter(|words| !words.contains(" #"))
            {
                assert!(said.contains(&bare(words)), "{name} lacks {words:?}");
            }
        }
        let fences = case.parse.document.fences.iter();
        for line in fences.flat_map(|fence| fence.code.lines()) {
            assert!(said.contains(&bare(line)), "{name} lacks {line:?}");
        }
        assert!(
            left_out(&manuscript, Form::Narrative)
                .iter()
                .all(|left| { manuscript.parts.iter().all(|part| part.name != *left) })
        );
    }
}

#[test]
fn no_line_runs_out_of_its_page() {
    let long = format!(
        "# {0}\n\n## Case\n\n### {0}\n\n- because {0}\n- because `{0}`\n- because https://example.org/{0}\n\n| {0} | b |\n| --- | --- |\n| {0} | 2 |\n\n    {0}\n\n```sql q\nselect {0}\n```\n",
        "x".repeat(400)
    );
    for text in EXAMPLES
        .iter()
        .map(|(_, text)| *text)
        .chain([long.as_str()])
    {
        let case = case(text);
        let manuscript = Manuscript::new(&case);
        for form in Form::ALL {
            let set = pages(&manuscript, &PaperOptions::new(form));
            for page in 1..=set.pages() {
                let (width, _) = set.size(page).expect("a page");
                for run in set.runs(page) {
                    // Code may take some of the margin.
                    assert!(
                        run.right < width - if run.size < 8.0 { 44.0 } else { 60.0 },
                        "{form:?} page {page}: {run:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let case = case(EXAMPLES[2].1);
    let manuscript = Manuscript::new(&case);
    let options = PaperOptions {
        day: Some(date(2026, 3, 2)),
        ..PaperOptions::new(Form::Narrative)
    };
    let once = || pdf(&manuscript, &options).expect("a PDF").pdf;
    assert_eq!(once(), once());
}

#[test]
fn a_narrative_reads_as_prose() {
    let said = said(
        "# T\n\n## Case\n\n### It pays\n\n- because *they* said so\n- but who knows?\n  - but we do\n",
        Form::Narrative,
    );
    assert!(
        said.contains("itpaysbecausetheysaidsobutwhoknowsbutwedo"),
        "{said}"
    );
}

#[test]
fn a_long_narrative_is_told_by_how_much() {
    let paragraph =
        "Nobody has counted how many of them never come back to hear what was found. ".repeat(12);
    let text = |paragraphs: usize| {
        let body = format!("{paragraph}\n\n").repeat(paragraphs);
        format!("# T\n\n## Customer problem\n\n{body}\n## Questions\n\n### Why?\n\nBecause.\n")
    };
    let report = |paragraphs: usize| {
        let text = text(paragraphs);
        let case = case(&text);
        let paper = pdf(&Manuscript::new(&case), &PaperOptions::new(Form::Narrative));
        paper.expect("a PDF").report
    };
    let short = report(10);
    assert_eq!(short.over, None);
    assert!(short.sentences().is_empty(), "{:?}", short.sentences());
    let long = report(30);
    let over = long.over.expect("too long");
    assert!(long.body_pages > 6 && over.pages > 0.5, "{long:?}");
    // Without so many words it fits.
    let fewer = 30 - over.words.div_ceil(12 * 15) - 1;
    assert_eq!(report(fewer).over, None, "{over:?}");
    assert!(
        long.sentences()[0].contains("too long"),
        "{:?}",
        long.sentences()
    );
}

#[test]
fn typst_in_a_case_is_text() {
    let payloads = "#import \"x\": * #read(\"/etc/passwd\") #eval(\"1\") #{1+1} $x$ <x> @ref \\ ] [ \" // /* ~ = - + ; #";
    let text = format!(
        "---\nkind: idea\nowner: '{payloads}'\n---\n\n# {payloads}\n\n{payloads}\n\n## Case\n\n### {payloads}\n\n- because {payloads}[^x]\n\n| {payloads} |\n| --- |\n| {payloads} |\n\n```{payloads}\n{payloads}\n```\n\n`{payloads}` [{payloads}](javascript:x) <b>{payloads}</b>\n\n## Questions\n\n### {payloads}? {{by=\"#read(1)\" on=\"#x]\"}}\n\n[^x]: observation: {payloads}\n"
    );
    for form in Form::ALL {
        let said = said(&text, form);
        assert!(said.contains(&bare(payloads)), "{form:?}: {said}");
    }
}

#[test]
fn marks_of_direction_are_dropped_and_letters_without_a_shape_are_told() {
    let case = case("# a\u{202e}b\n\n## Case\n\nA party 🎉 for 中\u{200b}文\n");
    let manuscript = Manuscript::new(&case);
    let paper = pdf(&manuscript, &PaperOptions::new(Form::Narrative)).expect("a PDF");
    let letters: String = paper.report.shapeless.iter().collect();
    assert_eq!(letters, "中文🎉");
    assert!(!source(&manuscript, &PaperOptions::new(Form::Narrative)).contains("202e"));
}

#[test]
fn depth_is_flattened_and_keeps_its_words() {
    let lists: String = (0..1000)
        .map(|depth| format!("{}- but {depth}q\n", "  ".repeat(depth)))
        .collect();
    let quotes = format!("{}deepest", ">".repeat(500));
    let stars = format!("{}stars{}", "*_".repeat(300), "_*".repeat(300));
    let text = format!(
        "# T\n\n## Plan\n\n{lists}\n\n{quotes}\n\n{stars}\n\n## Case\n\n### C\n\n{lists}\n"
    );
    for form in [Form::Narrative, Form::Brief] {
        let said = said(&text, form);
        assert!(said.contains("999q"), "{form:?}");
        assert!(form == Form::Brief || said.contains("deepest"));
    }
}

#[test]
fn a_huge_table_is_refused() {
    let row = "| 1 | 2 | 3 | 4 |\n".repeat(300_000);
    let text = format!("# T\n\n## Plan\n\n| a | b | c | d |\n| - | - | - | - |\n{row}");
    let case = case(&text);
    let error =
        pdf(&Manuscript::new(&case), &PaperOptions::new(Form::Narrative)).expect_err("too large");
    assert!(matches!(error, PaperError::TooManyCells(_)), "{error}");
}

#[test]
fn a_table_that_would_take_minutes_is_refused() {
    let row = "| 1 | 2 | 3 | 4 |\n".repeat(5_001);
    let text = format!("# T\n\n## Plan\n\n| a | b | c | d |\n| - | - | - | - |\n{row}");
    let case = case(&text);
    let error = pdf(&Manuscript::new(&case), &PaperOptions::new(Form::Narrative));
    assert!(matches!(error, Err(PaperError::TooManyCells(20_008))));
}

#[test]
fn what_a_press_release_lacks_is_told() {
    let empty = case("# T\n\n## Case\n\n### C\n");
    let none = pdf(&Manuscript::new(&empty), &PaperOptions::new(Form::PrFaq));
    assert!(matches!(none, Err(PaperError::NothingToShow)));
    let lacking = case("# T\n\n## Case\n\n### C\n\n## Questions\n\n### Why?\n\nSo.\n");
    let manuscript = Manuscript::new(&lacking);
    let report = pdf(&manuscript, &PaperOptions::new(Form::PrFaq))
        .expect("a PDF")
        .report;
    assert_eq!(report.lacks.len(), 3, "{:?}", report.lacks);
    assert_eq!(report.left_out, ["Case", "standings"]);
    let whole = "# T\n\n## Internal FAQ\n\n### Why us?\n\nWe can.\n\n## Customer FAQ\n\n### Why me?\n\nYou may.\n\n## Press release\n\nToday it begins.\n";
    let said = said(whole, Form::PrFaq);
    let at = |words: &str| {
        said.find(words)
            .unwrap_or_else(|| panic!("no {words} in {said}"))
    };
    assert!(at("todayitbegins") < at("whyme") && at("whyme") < at("whyus"));
}

#[test]
fn the_brief_asks_first_about_what_most_rests_on() {
    let case = case(
        "---\nkind: idea\nowner: O\n---\n\n# T\n\n## Case\n\n### A {#a}\n\n- because of one thing {#b}\n  - because of another {#c}\n\n## Questions\n\n### Is the whole right? {by=\"P\"}\n\n### Is c right? {on=#c by=\"P\"}\n",
    );
    let options = PaperOptions {
        verdicts: vec![Said {
            by: "P. Rao".to_owned(),
            verdict: "revise".to_owned(),
            reasons: "Count them first.".to_owned(),
            at: Some("director".to_owned()),
            day: Some(date(2026, 3, 2)),
        }],
        changes: Some(Changes {
            since: "main".to_owned(),
            sentences: vec!["A claim was dropped.".to_owned()],
        }),
        ..PaperOptions::new(Form::Brief)
    };
    let said = letters(&pages(&Manuscript::new(&case), &options));
    let at = |words: &str| {
        said.find(words)
            .unwrap_or_else(|| panic!("no {words} in {said}"))
    };
    let asked = &said[at("openwhys")..];
    assert!(
        asked.find("iscright") < asked.find("isthewholeright"),
        "{asked}"
    );
    at("raoreviseatdirector2march2026countthemfirst");
    at("whatchangedsincemainaclaimwasdropped");
}

#[test]
fn a_story_begins_with_its_hardest_part() {
    let said = said(EXAMPLES[3].1, Form::Story);
    let at = |words: &str| said.find(words).unwrap_or_else(|| panic!("no {words}"));
    assert!(at("maybesharednocompanyname") < at("thehardestpart"));
    assert!(at("thehardestpart") < at("whatidid"));
    assert!(at("whyiamproudofit") < at("numbersathand"));
}

#[test]
fn a_note_that_nobody_refers_to_and_one_that_refers_to_another_are_kept() {
    let text = "# T\n\n## Plan\n\nWords.[^a] More.[^a] None.[^none]\n\n[^a]: observation: seen, see [^b]\n[^b]: bee [^a]\n[^c]: sea\n";
    let said = said(text, Form::Narrative);
    for words in ["seenseenoteb", "bee", "sea", "none", "ontheauthorsword"] {
        assert!(said.contains(words), "no {words} in {said}");
    }
}

#[test]
fn the_page_follows_the_locale() {
    let case = case("# T\n\nwords\n");
    let manuscript = Manuscript::new(&case);
    let width = |locale: &str, size: Option<PageSize>| {
        let options = PaperOptions {
            locale: locale.to_owned(),
            size,
            ..PaperOptions::new(Form::Narrative)
        };
        pages(&manuscript, &options)
            .size(1)
            .map_or(0.0, |(width, _)| width.round())
    };
    assert_eq!(width("en-US", None), 612.0);
    assert_eq!(width("en-GB", None), 595.0);
    assert_eq!(width("en-US", Some(PageSize::A4)), 595.0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn no_text_breaks_the_source(text in "([#\\[\\](){}*_`$\"\\\\<>@/~=+;:|!^ \n.a-c-]|\\PC){0,200}") {
        let case = case(&format!("## Case\n\n### {text}\n\n- because {text}\n\n{text}"));
        let manuscript = Manuscript::new(&case);
        for form in Form::ALL {
            let _ = pages(&manuscript, &PaperOptions::new(form));
        }
    }
}
