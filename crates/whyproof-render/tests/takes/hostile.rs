//! Whatever a take or a book brings is text.

use whyproof_experience::{Gap, Judgement, Met, Quote, Reading, Remark, Strong, Take};
use whyproof_render::prep::{self, Book, Said};
use whyproof_render::take;

use super::{options, parsed, sample};

/// What somebody might put into a name, a sentence, a note.
const PAYLOADS: &[&str] = &[
    "<script>alert(1)</script>",
    "</style></title></textarea><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "</bdi></p></section></article></main></body></html><script>alert(1)</script>",
    "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)",
    "\"><script>alert(1)</script>",
    "<!-- --!><script>alert(1)</script>",
    "]]><![CDATA[<script>",
    "&lt;script&gt;&#60;script&#62;",
    "javascript:alert(1)",
    "[x](javascript:alert(1)) <https://evil.example>",
    "\u{202e}gnp.exe\u{202c} \u{2066}x\u{2069} \u{202a}\u{202b}\u{202d}\u{2067}\u{2068}",
    "\u{0}\u{7}\u{b}\u{c}\u{1b}[31m\u{7f}\u{85}\u{9b}\u{fffe}\u{fdd0}",
    "#import \"x\": *",
    "#read(\"/etc/passwd\")",
    "\"); #panic(\"x\"); #(\"",
    "]#panic(\"x\")[",
    "\\\"#eval(\"1\")",
    "= Heading <label> @ref $x$ `raw` *b* _e_ // comment /* open",
    "}}]])) */ <sheet-0> #metadata(0)",
    "中文 😀 \u{200b}\u{feff}\u{ad}",
    "line\nbreak\r\n\r\ntab\t end",
    "https://evil.example/\"#panic()",
    "\u{200b}\u{feff}",
    "",
    " \n ",
];

/// Puts a payload wherever a take has words.
fn filled(payload: &str) -> Take {
    let mut take = sample::take();
    let owned = || payload.to_owned();
    take.person = Some(owned());
    take.question = Some(owned());
    take.signed = Some(owned());
    take.files = vec![owned(); 3];
    fill_bars(&mut take, payload);
    take.strongest = vec![Strong {
        story: 9,
        title: owned(),
        path: owned(),
        reasons: vec![owned()],
        questions: vec![owned()],
    }];
    take.gaps = vec![Gap {
        bar: owned(),
        criterion: owned(),
        title: owned(),
        untold: Some(owned()),
        open: true,
        steps: vec![owned()],
    }];
    for remark in &mut take.remarks {
        *remark = Remark {
            kind: remark.kind,
            words: owned(),
            path: owned(),
            line: None,
            says: owned(),
        };
    }
    for place in &mut take.places {
        place.title = owned();
        place.said = owned();
        place.questions = vec![owned()];
        place
            .found
            .iter_mut()
            .for_each(|quote| fill(quote, payload));
    }
    for (id, title) in take
        .matrix
        .requirements
        .iter_mut()
        .chain(&mut take.matrix.columns)
    {
        *id = owned();
        *title = owned();
    }
    for cell in take.matrix.cells.iter_mut().flatten() {
        cell.found.iter_mut().for_each(|quote| fill(quote, payload));
    }
    for one in &mut take.choice.stories {
        one.title = owned();
        one.covers = vec![owned()];
        one.second = Some((7, owned(), vec![owned()]));
    }
    take.choice.uncovered = vec![owned()];
    take.people = vec![judgement(payload)];
    take
}

fn fill_bars(take: &mut Take, payload: &str) {
    let owned = || payload.to_owned();
    for bar in &mut take.bars {
        bar.name = owned();
        bar.title = owned();
        for one in &mut bar.criteria {
            one.id = owned();
            one.title = owned();
            one.meets = owned();
            one.below = owned();
            one.raises = owned();
            one.questions = vec![owned()];
            one.from = Some(owned());
            one.missing = vec![owned()];
            one.people = vec![judgement(payload)];
            one.found.iter_mut().for_each(|quote| fill(quote, payload));
        }
    }
}

fn judgement(payload: &str) -> Judgement {
    Judgement {
        by: payload.to_owned(),
        day: Some(payload.to_owned()),
        judged: None,
        note: payload.to_owned(),
    }
}

fn fill(quote: &mut Quote, payload: &str) {
    let owned = || payload.to_owned();
    quote.words = owned();
    quote.path = owned();
    quote.part = owned();
    quote.evidence = vec![owned()];
    let met = Met {
        wanted: owned(),
        found: owned(),
    };
    quote.readings = vec![
        Reading::Words(vec![met.clone()]),
        Reading::Kind(owned()),
        Reading::Part(owned()),
        Reading::Meaning {
            near: f32::NAN,
            met: vec![met],
        },
    ];
}

fn book(payload: &str) -> Book {
    let mut book = sample::book();
    let owned = || payload.to_owned();
    book.person = Some(owned());
    book.job = Some(owned());
    book.take = filled(payload);
    for story in &mut book.stories {
        story.title = owned();
        story.path = owned();
        story.when = Some(owned());
        story.my_part = Some(owned());
        story.share = vec![owned()];
        story.parts = (0..4)
            .map(|depth| {
                let said = Said {
                    depth,
                    words: owned(),
                };
                (owned(), vec![said])
            })
            .collect();
        story.numbers = vec![owned()];
        story.notes = Some(owned());
        story.hardest = vec![owned()];
    }
    for one in &mut book.interviewers {
        one.name = owned();
        one.who = owned();
        one.looks_for = vec![owned()];
        for why in &mut one.whys {
            why.question = owned();
            why.asked = owned();
            why.story = Some(owned());
        }
    }
    book.ask_them = vec![owned()];
    for failure in &mut book.failures {
        failure.story = owned();
        failure.learned = vec![owned()];
    }
    for one in &mut book.debriefs {
        one.day = Some(owned());
        one.by = owned();
        one.question = owned();
        one.went = owned();
    }
    for one in &mut book.line_notes {
        one.line = owned();
        one.note = owned();
    }
    book
}

#[test]
fn whatever_they_bring_is_text_on_a_page() {
    for payload in PAYLOADS {
        for page in [
            take::html(&filled(payload), &options()),
            prep::html(&book(payload), &options()),
        ] {
            let parsed = parsed::check(page.as_str());
            assert_eq!(parsed.count("script"), 0);
            // Nothing of theirs leads anywhere.
            assert!(
                parsed.values("href").all(|target| target.starts_with('#')),
                "{payload}"
            );
        }
    }
}

#[cfg(feature = "pdf")]
#[test]
fn whatever_they_bring_stands_in_strings_on_paper() {
    for payload in PAYLOADS {
        super::read::check(&take::source(&filled(payload), &options()));
        super::read::check(&prep::source(&book(payload), &options()));
    }
}

#[cfg(feature = "pdf")]
#[test]
fn whatever_they_bring_is_set() {
    // What is nothing, cannot be seen, has no shape, or would end a string.
    for payload in PAYLOADS.iter().rev().take(9) {
        prep::pdf(&book(payload), &options()).expect("it is set");
    }
}

#[test]
fn a_locale_is_no_way_in() {
    let locale = "\"><script>alert(1)</script>".to_owned();
    let options = take::TakeOptions {
        locale,
        ..options()
    };
    parsed::check(take::html(&sample::take(), &options).as_str());
}
