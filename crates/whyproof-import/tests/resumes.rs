//! Résumés of every format: what is read of them, and that nothing is lost.
#![allow(clippy::unwrap_used)]
#![allow(
    clippy::disallowed_methods,
    reason = "a test reads samples and the corpus of the fuzzer"
)]

mod zipped;

use std::collections::BTreeSet;

use proptest::prelude::*;
use whyproof_experience::resume::{Resume, all};
use whyproof_import::{FileFormat, ImportedResume, is_resume, lost, resume, story_drafts};
use zipped::{Docx, p, r, zip};

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(format!("tests/resumes/{name}")).unwrap()
}

/// Reads a sample, which has to be told for a résumé, and to lose nothing on the way to YAML and back.
fn read(name: &str, bytes: &[u8]) -> ImportedResume {
    assert!(is_resume(name, bytes), "{name} is not told for a résumé");
    let imported = resume(name, bytes).unwrap();
    assert_eq!(lost(&imported), Vec::<String>::new(), "{name}");
    let yaml = imported.resume.to_yaml().unwrap();
    assert_eq!(Resume::from_yaml(&yaml).unwrap(), imported.resume, "{yaml}");
    imported
}

/// Jobs as title, company, place, dates and how many lines.
fn jobs(imported: &ImportedResume) -> Vec<String> {
    let jobs = all(&imported.resume.work).iter();
    let text = |field: &Option<String>| field.clone().unwrap_or_default();
    jobs.map(|job| {
        let dates = format!("{}–{}", text(&job.start_date), text(&job.end_date));
        let lines = all(&job.highlights).len();
        format!(
            "{} | {} | {} | {dates} | {lines}",
            text(&job.position),
            text(&job.name),
            text(&job.location)
        )
    })
    .collect()
}

fn unplaced(imported: &ImportedResume) -> Vec<(String, String)> {
    let own = imported.resume.own().unwrap();
    own.unplaced
        .into_iter()
        .map(|one| (one.from, one.text))
        .collect()
}

fn from(imported: &ImportedResume, words: &str) -> String {
    let own = imported.resume.own().unwrap();
    let note = own.lines.iter().find(|note| note.line.starts_with(words));
    note.and_then(|note| note.from.clone()).unwrap_or_default()
}

#[test]
fn plain_text_is_read_line_by_line() {
    let imported = read("cv/quill.txt", &sample("quill.txt"));
    assert_eq!(
        jobs(&imported),
        [
            "Operations Lead | Harbor Parcel Co. | Seattle, WA | 2021-03– | 2",
            "Shift Supervisor | Harbor Parcel Co. |  | 2017-06–2021-02 | 1",
        ]
    );
    let basics = imported.resume.basics.as_ref().unwrap();
    assert_eq!(basics.label.as_deref(), Some("Operations lead"));
    assert!(
        basics
            .summary
            .as_ref()
            .unwrap()
            .contains("customers rang about")
    );
    let school = &all(&imported.resume.education)[0];
    assert_eq!(
        (school.institution.as_deref(), school.area.as_deref()),
        (Some("University of Washington"), Some("History"))
    );
    assert_eq!(
        all(&imported.resume.skills)[0].keywords.as_ref().unwrap()[1],
        "Excel (pivot tables, macros)"
    );
    assert_eq!(
        all(&imported.resume.languages)[1].fluency.as_deref(),
        Some("B2")
    );
    assert_eq!(from(&imported, "Cut missed"), "imported/quill.txt:11");
    let line = imported.text.lines().nth(10).unwrap();
    assert!(line.contains("Cut missed deliveries"), "{line}");
    let words: Vec<String> = unplaced(&imported)
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    assert!(
        words
            .iter()
            .all(|text| text.contains("BEEKEEPING") || text.contains("Page")),
        "{words:?}"
    );
}

#[test]
fn markdown_is_read_by_its_headings() {
    let imported = read("ward.md", &sample("ward.md"));
    assert_eq!(
        jobs(&imported),
        [
            "Ward Nurse | St. Orla Hospital |  | 2019– | 2",
            "Care assistant | Green Meadow |  | 2016–2019 | 1",
        ]
    );
    assert_eq!(unplaced(&imported).len(), 2, "{:?}", unplaced(&imported));
}

#[test]
fn a_word_file_is_read_with_its_header_its_lists_and_its_tables() {
    let item = |text: &str| {
        let list = r#"<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>"#;
        format!("<w:p>{list}{}</w:p>", r(text))
    };
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", p(text));
    let row = |one: &str, other: &str| format!("<w:tr>{}{}</w:tr>", cell(one), cell(other));
    let body = [
        p("Work experience"),
        p("Ward nurse, Orla Hospital, 2019 – 2022"),
        item("Cut the wait from 6 hours to 4"),
        item("Taught twelve nurses"),
        p("Education"),
        format!(
            "<w:tbl>{}{}</w:tbl>",
            row("2016 – 2019", "BSc Nursing, University of Leeds"),
            row("2014 – 2016", "A-levels, Leeds City College")
        ),
    ];
    let header = format!(
        "<w:hdr>{}{}</w:hdr>",
        p("Ida Ward"),
        p("ida.ward@example.org")
    );
    let docx = Docx::new(&body.concat()).part("header1", "header", &header);
    let imported = read("ward.docx", &docx.build());
    assert_eq!(imported.format, FileFormat::Docx);
    assert_eq!(
        imported.resume.basics.as_ref().unwrap().name.as_deref(),
        Some("Ida Ward")
    );
    assert_eq!(
        jobs(&imported),
        ["Ward nurse | Orla Hospital |  | 2019–2022 | 2"]
    );
    assert_eq!(all(&imported.resume.education).len(), 2);
    assert_eq!(unplaced(&imported), []);
}

#[test]
fn json_resume_is_kept_as_it_is() {
    let bytes = sample("quill.json");
    let imported = read("quill.json", &bytes);
    let before: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let after = serde_json::to_value(imported.resume.clone().without_own()).unwrap();
    assert_eq!(before, after);
    assert_eq!(from(&imported, "Cut missed"), "imported/quill.json:16");
    assert_eq!(from(&imported, "Wrote the"), "imported/quill.json:16");
    assert_eq!(from(&imported, "A composed"), "imported/quill.json:7");
}

#[test]
fn what_whyproof_wrote_keeps_its_places() {
    let first = resume("quill.txt", &sample("quill.txt")).unwrap();
    let again = resume(
        "experience.yaml",
        first.resume.to_yaml().unwrap().as_bytes(),
    )
    .unwrap();
    assert_eq!(again.resume, first.resume);
}

#[test]
fn rendercv_is_read_by_the_keys_of_its_entries() {
    let imported = read("quill.yaml", &sample("quill-rendercv.yaml"));
    assert_eq!(
        jobs(&imported),
        ["Operations Lead | Harbor Parcel | Seattle, WA | 2021-03– | 2"]
    );
    let resume = &imported.resume;
    assert_eq!(
        all(&resume.projects)[0].start_date.as_deref(),
        Some("2022-05")
    );
    assert_eq!(
        all(&resume.publications)[0].publisher.as_deref(),
        Some("Parcel Review")
    );
    assert_eq!(all(&resume.skills)[0].keywords.as_ref().unwrap().len(), 3);
    assert_eq!(
        resume.basics.as_ref().unwrap().summary.as_deref(),
        Some("Operations lead who moved into product work.")
    );
    assert_eq!(from(&imported, "Cut missed"), "imported/quill.yaml:22");
    let texts: Vec<String> = unplaced(&imported)
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    assert_eq!(texts, ["Two hives on the roof"]);
    assert_eq!(imported.notes.len(), 1, "{:?}", imported.notes);
}

fn linkedin() -> Vec<(String, String)> {
    let folder = std::fs::read_dir("tests/resumes/linkedin").unwrap();
    let file = |entry: std::io::Result<std::fs::DirEntry>| {
        let entry = entry.unwrap();
        let text = std::fs::read_to_string(entry.path()).unwrap();
        (entry.file_name().into_string().unwrap(), text)
    };
    folder.map(file).collect()
}

#[test]
fn linkedins_export_is_read_whole_or_by_the_file() {
    let files = linkedin();
    let entries: Vec<(&str, String)> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.clone()))
        .collect();
    let imported = read("Basic_LinkedInDataExport.zip", &zip(&entries));
    assert_eq!(
        jobs(&imported),
        [
            "Operations Lead | Harbor Parcel | Seattle, Washington | 2021-03– | 2",
            "Shift Supervisor | Harbor Parcel | Tacoma | 2017-06–2021-02 | 0"
        ]
    );
    let resume = &imported.resume;
    let basics = resume.basics.as_ref().unwrap();
    assert_eq!(
        (basics.name.as_deref(), basics.email.as_deref()),
        (Some("Mara Quill"), Some("mara.quill@example.org"))
    );
    assert_eq!(all(&resume.awards)[0].date.as_deref(), Some("2022-12"));
    assert_eq!(all(&resume.skills)[0].keywords.as_ref().unwrap().len(), 2);
    assert_eq!(
        all(&resume.volunteer).len()
            + all(&resume.projects).len()
            + all(&resume.certificates).len(),
        3
    );
    let texts: Vec<String> = unplaced(&imported)
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    for kept in ["old@example.org", "Logistics", "A-17", "Poverty"] {
        assert!(texts.iter().any(|text| text == kept), "{kept}: {texts:?}");
    }
    let place = from(&imported, "Cut missed");
    let line: usize = place.rsplit_once(':').unwrap().1.parse().unwrap();
    assert!(
        imported
            .text
            .lines()
            .nth(line - 1)
            .unwrap()
            .starts_with("Company Name"),
        "{place}"
    );

    let (_, positions) = files
        .iter()
        .find(|(name, _)| name == "Positions.csv")
        .unwrap();
    assert_eq!(
        jobs(&read("me/Positions.csv", positions.as_bytes())).len(),
        2
    );
}

#[test]
fn europass_is_read_in_both_schemas() {
    let old = read("cv.xml", &sample("europass-old.xml"));
    assert_eq!(
        jobs(&old),
        ["Shift Supervisor | Harbor Parcel | Leeds, United Kingdom | 2017-06–2021-02 | 2"]
    );
    assert_eq!(
        all(&old.resume.languages)[1].fluency.as_deref(),
        Some("B1, B1, A2, A2, B1")
    );
    assert_eq!(from(&old, "Led a team"), "imported/cv.xml:20");
    let texts: Vec<String> = unplaced(&old).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, ["British"]);
    let new = read("cv.xml", &sample("europass-new.xml"));
    assert_eq!(
        jobs(&new),
        ["Operations Lead | Harbor Parcel | Leeds, GB | 2021-03– | 1"]
    );
    assert_eq!(
        new.resume.basics.as_ref().unwrap().phone.as_deref(),
        Some("+44 1632960001")
    );
    assert_eq!(all(&new.resume.languages)[0].fluency.as_deref(), Some("B2"));
    assert_eq!(unplaced(&new), []);
}

#[cfg(feature = "pdf")]
#[test]
fn pdfs_are_read_column_by_column_whatever_drew_them() {
    let two = read("two-columns.pdf", &sample("two-columns.pdf"));
    assert_eq!(
        two.resume.basics.as_ref().unwrap().name.as_deref(),
        Some("Mara Quill")
    );
    assert_eq!(
        jobs(&two),
        [
            "Operations Lead | Harbor Parcel Co. | Seattle, WA | 2021-03– | 2",
            "Shift Supervisor | Harbor Parcel Co. | Tacoma, WA | 2017-06–2021-02 | 1"
        ]
    );
    assert_eq!(
        all(&two.resume.skills)[0].keywords.as_ref().unwrap().len(),
        4
    );
    assert_eq!(
        all(&two.resume.certificates)[0].issuer.as_deref(),
        Some("Scrum Alliance")
    );
    assert_eq!(unplaced(&two), []);
    let latex = read("latex.pdf", &sample("latex.pdf"));
    assert_eq!(
        jobs(&latex),
        [
            "Operations Lead | Harbor Parcel Co. | Seattle, WA | 2021-03– | 2",
            "Shift Supervisor | Naïve Foods | Zürich, Switzerland | 2017-06–2021-02 | 1"
        ]
    );
    assert_eq!(unplaced(&latex), []);
}

#[test]
fn stories_to_be_told_are_of_lines_that_tell_something_done() {
    let imported = resume("quill.txt", &sample("quill.txt")).unwrap();
    let drafts = story_drafts(&imported);
    let slugs: Vec<&str> = drafts.iter().map(|draft| draft.slug.as_str()).collect();
    assert_eq!(
        slugs,
        [
            "cut-missed-deliveries-from-11-to-4-in",
            "wrote-the-weekly-report-that-40-depots-use",
            "led-a-team-of-12-loaders"
        ]
    );
    assert_eq!(drafts[0].owner.as_deref(), Some("MARA QUILL"));
    assert_eq!(drafts[2].when.as_deref(), Some("2017-06 – 2021-02"));
    assert_eq!(drafts[0].from.as_deref(), Some("imported/quill.txt:11"));
}

#[test]
fn a_first_resume_with_one_post_is_one() {
    let text = "# Eve Adams\n\neve@example.org\n\n## Experience\n\n### Intern, Acme\nJune 2026 – August 2026\n\n- Served customers.\n";
    assert!(is_resume("eve.md", text.as_bytes()));
}

#[test]
fn other_texts_are_no_resumes() {
    for (name, text) in [
        (
            "proposal.md",
            "# Shorter forms\n\nPeople leave because the form asks for a telephone number.\n\n## Summary\n\nAsk for less.\n",
        ),
        (
            "story.md",
            "---\nkind: story\n---\n\n# It\n\n## Experience\n\n2019 – 2020\n\n## Education\n\n2018 – 2019 a@example.org\n",
        ),
        ("data.json", "{\"rows\": [1, 2]}"),
        ("notes.txt", "a@example.org\n\nExperience\n"),
        ("empty.txt", ""),
    ] {
        assert!(!is_resume(name, text.as_bytes()), "{name}");
    }
}

#[cfg(feature = "pdf")]
#[test]
fn the_corpus_of_the_fuzzer_is_read() {
    let endings = ["txt", "md", "html", "pdf", "docx", "json", "yaml", "xml"];
    let mut count = 0;
    for entry in std::fs::read_dir("../../fuzz/corpus/resumes").unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        let Some((first, bytes)) = bytes.split_first() else {
            continue;
        };
        let ending = endings.get(usize::from(*first) % 9);
        let name = ending.map_or("Positions.csv".to_owned(), |ending| format!("cv.{ending}"));
        if let Ok(imported) = resume(&name, bytes) {
            assert_eq!(lost(&imported), Vec::<String>::new(), "{name}");
            count += 1;
        }
    }
    assert!(count >= 7, "only {count} files of the corpus are résumés");
}

/// Words, in lower case.
fn words(text: &str) -> BTreeSet<String> {
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Every word in a value, keys apart.
fn values(value: &serde_json::Value, found: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::String(text) => found.extend(words(text)),
        serde_json::Value::Array(list) => list.iter().for_each(|value| values(value, found)),
        serde_json::Value::Object(map) => map.values().for_each(|value| values(value, found)),
        _ => {}
    }
}

/// Words of the generated résumés that name sections and months, and those that join.
const STRUCTURE: &str = "work experience employment history education skills languages certifications references projects \
    awards volunteering professional summary jan mar june dec present to at in of and the email phone current";

fn name() -> impl Strategy<Value = String> {
    "[A-Z][a-z]{2,8} [A-Z][a-z]{2,9}"
}

fn sentence() -> impl Strategy<Value = String> {
    "(Led|Built|Cut|Wrote|Helped with) [a-z]{3,9}( [a-z0-9%,-]{1,9}){1,18}\\.?"
}

fn dates() -> impl Strategy<Value = String> {
    let date = prop_oneof![
        "(Jan|Mar|June|Dec) 20[0-2][0-9]",
        "20[0-2][0-9]",
        "(0[1-9]|1[0-2])/20[0-2][0-9]"
    ];
    (
        date,
        prop_oneof![
            Just("Present".to_owned()),
            Just("current".to_owned()),
            "20[0-2][0-9]".prop_map(|year| year)
        ],
        "( – | - |-| to )",
    )
        .prop_map(|(start, end, sign)| format!("{start}{sign}{end}"))
}

fn job() -> impl Strategy<Value = String> {
    let title = "(Senior |Lead |)(Nurse|Engineer|Product Manager|Keeper of bees)";
    let head = (
        title,
        name(),
        dates(),
        "(Leeds, UK|Seattle, WA|Remote|Oslo)",
        0..8_u8,
    );
    (
        head,
        proptest::collection::vec(sentence(), 0..4),
        "(- |• |\\* )",
        0..3_u8,
    )
        .prop_map(|((title, company, dates, place, how), lines, sign, wrap)| {
            let head = match how {
                0 => format!("{title}, {company} — {place}, {dates}\n"),
                1 => format!("{company} | {title} | {dates}\n"),
                2 => format!("{company}      {place}\n{title}          {dates}\n"),
                3 => format!("{title}\n{company}, {place}\n{dates}\n"),
                4 => format!("{title} at {company} ({dates})\n"),
                5 => format!("{dates}    {title}, {company}, {place}\n"),
                6 => format!("{company}, {place}    {dates}\n{title}\n"),
                _ => format!("{company} – {title}\n"),
            };
            let lines = lines.into_iter().map(|line| {
                // Wrapped with an indent, without one, or not at all.
                let half = line.len() / 2;
                match (wrap, line.get(half..).and_then(|rest| rest.find(' '))) {
                    (0, Some(at)) => format!(
                        "{sign}{}\n  {}\n",
                        &line[..half + at],
                        line[half + at..].trim()
                    ),
                    (1, Some(at)) => format!(
                        "{sign}{}\n{}\n",
                        &line[..half + at],
                        line[half + at..].trim()
                    ),
                    _ => format!("{sign}{line}\n"),
                }
            });
            head + &lines.collect::<String>()
        })
}

fn generated() -> impl Strategy<Value = String> {
    let heading = |names: &'static str| {
        let names: Vec<&str> = names.split('|').collect();
        (proptest::sample::select(names), 0..4_u8).prop_map(|(name, how)| match how {
            0 => name.to_uppercase(),
            1 => format!("## {name}"),
            2 => format!("{name}:"),
            _ => name.to_owned(),
        })
    };
    let school = (
        prop_oneof!["BSc Physics", "Bachelor of Arts in History", "MBA"],
        "University of [A-Z][a-z]{3,8}",
        dates(),
    )
        .prop_map(|(degree, school, dates)| format!("{degree}, {school}, {dates}"));
    let skills = "(Tools: |)[A-Z][a-z+#]{1,8}(, [a-z]{2,9}){0,5}";
    let odd = proptest::collection::vec("[A-Za-z0-9 ,.:;()/&|–-]{0,60}", 0..4);
    let top = (
        name(),
        "[a-z]{2,8}@example\\.org",
        "(Seattle, WA|Leeds, UK|Oslo)",
    )
        .prop_map(|(name, mail, place)| format!("{name}\n{place} | {mail} | (555) 010-2345\n"));
    (
        top,
        (
            heading("Work experience|Employment history|Experience"),
            proptest::collection::vec(job(), 1..4),
        ),
        (
            heading("Education"),
            proptest::collection::vec(school, 1..3),
        ),
        (
            heading("Skills|Languages|Certifications|Awards|Projects|Volunteering|References"),
            proptest::collection::vec(skills, 0..4),
        ),
        odd,
    )
        .prop_map(
            |(top, (work, jobs), (education, schools), (list, rows), odd)| {
                format!(
                    "{top}\n{work}\n{}\n{education}\n{}\n\n{list}\n{}\n{}\n",
                    jobs.join("\n"),
                    schools.join("\n"),
                    rows.join("\n"),
                    odd.join("\n")
                )
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Counted here apart from how the importer counts.
    #[test]
    fn every_word_is_in_the_resume_or_among_what_has_no_place(text in generated()) {
        let imported = resume("cv.txt", text.as_bytes()).unwrap();
        let mut kept = words(STRUCTURE);
        values(&serde_json::to_value(&imported.resume).unwrap(), &mut kept);
        let owed = words(&imported.text).into_iter().filter(|word| {
            let plain = word.trim_start_matches('0');
            !kept.contains(word) && !kept.contains(plain) && !kept.contains(&format!("0{word}"))
        });
        let owed: Vec<String> = owed.collect();
        prop_assert!(owed.is_empty(), "{owed:?} of\n{text}\n{}", imported.resume.to_yaml().unwrap());
        let yaml = imported.resume.to_yaml().unwrap();
        prop_assert_eq!(&Resume::from_yaml(&yaml).unwrap(), &imported.resume, "{}", yaml);
    }

    #[test]
    fn lines_come_from_the_line_that_has_them(text in generated()) {
        let imported = resume("cv.txt", text.as_bytes()).unwrap();
        let lines: Vec<&str> = imported.text.lines().collect();
        for note in imported.resume.own().unwrap().lines {
            let from = note.from.unwrap();
            let line: usize = from.strip_prefix("imported/cv.txt:").unwrap().parse().unwrap();
            let token = note.line.split_whitespace().next().unwrap_or_default();
            // A word that is broken over two lines at its hyphen stands where it begins, and goes on in the next line.
            let next = words(lines.get(line).copied().unwrap_or_default());
            let is_broken = token.match_indices('-').any(|(at, _)| {
                let (begin, rest) = token.split_at(at + 1);
                let mut runs = rest.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty());
                lines[line - 1].trim_end().ends_with(begin)
                    && runs.next().is_some_and(|run| next.contains(&run.to_lowercase()))
            });
            let first = if is_broken { BTreeSet::new() } else { words(token) };
            prop_assert!(first.is_subset(&words(lines[line - 1])), "{from}: {}\n{text}", note.line);
        }
    }

    #[test]
    fn any_text_is_read_without_loss(lines in proptest::collection::vec("\\PC{0,40}|Experience|- \\PC{0,30}|Skills: \\PC{0,20}|2019 – \\PC{0,9}", 0..20)) {
        if let Ok(imported) = resume("x.txt", lines.join("\n").as_bytes()) {
            prop_assert_eq!(lost(&imported), Vec::<String>::new());
        }
    }
}

/// What strangers' résumés were misread in, in a trial: see docs/trials.md.
#[test]
fn heads_years_and_sections_of_all_kinds_are_read() {
    let text = "Cath\nOduya-\nBrennan\nLeeds, UK | cath@example.org\n\nCAREER HISTORY\nClinical Lead – Electronic Handover    Sept 2020 – now\nNorthmere Hospitals Trust, Northmere\n- Led it\n\nProduct Intern, Loopcart, Manchester    Spring 2017 to Feb. 2019\n- Shipped it\n\nOct 09 – Aug 14    Ward Sister\nNorthmere General Hospital\n- Ran it\n\nEDUCATION\nPGCert Healthcare\nLeadership\nUniversity of Leeds\n2018 – 2019\nBSc Physics, University of Leeds, 2003 – 06\nDissertation: Light in fog (72 %)\n\nLANGUAGES\nEnglish (native)\n\nREGISTRATION\nNMC PIN 06X0000X,\nrevalidated 03/2024\n\nPENSIONS\nNone yet\n\nCOURSES\nAWS Certified Architect – Professional, May\n2022\n\nLEADERSHIP\nPresident, Data Society, 2019 – 2020\n- Grew it\n\nSKILLS\nLanguages    Go, Java\n";
    let imported = read("cv.txt", text.as_bytes());
    assert_eq!(
        jobs(&imported),
        [
            "Clinical Lead – Electronic Handover | Northmere Hospitals Trust | Northmere | 2020-09– | 1",
            "Product Intern | Loopcart | Manchester | 2017–2019-02 | 1",
            "Ward Sister | Northmere General Hospital |  | 2009-10–2014-08 | 1",
        ]
    );
    let resume = &imported.resume;
    let name = resume.basics.as_ref().unwrap().name.as_deref();
    assert_eq!(name, Some("Cath Oduya-Brennan"));
    assert_eq!(all(&resume.education).len(), 2);
    assert_eq!(all(&resume.education)[1].end_date.as_deref(), Some("2006"));
    assert_eq!(all(&resume.languages).len(), 1);
    let names: Vec<_> = all(&resume.certificates)
        .iter()
        .map(|one| (one.name.as_deref().unwrap(), one.issuer.as_deref()))
        .collect();
    assert_eq!(
        names,
        [
            ("NMC PIN 06X0000X, revalidated", None),
            ("AWS Certified Architect – Professional", None)
        ]
    );
    let society = &all(&resume.volunteer)[0];
    assert_eq!(society.organization.as_deref(), Some("Data Society"));
    assert_eq!(all(&resume.skills)[0].name.as_deref(), Some("Languages"));
    let texts: Vec<String> = unplaced(&imported)
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    assert!(texts.iter().any(|text| text == "None yet"), "{texts:?}");
    assert!(
        texts.iter().any(|text| text.contains("Spring")),
        "{texts:?}"
    );
}

/// A title whose brackets hold a comma, also with more words than a head has, is the head of its own job.
#[test]
fn a_comma_in_brackets_parts_no_head() {
    let text = "Jo Park\njo@example.org\n\nEXPERIENCE\n\nHead of Mathematics, Brookfield Academy, Maidstone\n\
        September 2018 - present\n- Lead a department of nine teachers.\n\n\
        County Exams Logistics Lead (secondment, two days a week), Kent Schools Partnership\n\
        January 2020 - present\n- Run the exams of 31 schools.\n\n\
        Exams Lead (part-time, 0.4), Kent Schools\nJanuary 2016 - August 2018\n- Ran exams.\n";
    let imported = read("resume.txt", text.as_bytes());
    assert_eq!(
        jobs(&imported),
        [
            "Head of Mathematics | Brookfield Academy | Maidstone | 2018-09– | 1",
            "County Exams Logistics Lead (secondment, two days a week) | Kent Schools Partnership |  | 2020-01– | 1",
            "Exams Lead (part-time, 0.4) | Kent Schools |  | 2016-01–2018-08 | 1",
        ]
    );
    assert_eq!(all(&imported.resume.work)[0].summary, None);
}

const MAREN: &str = "Maren Oduya\nmaren@example.org\nlinkedin.com/in/maren-\noduya-example\n\nEXPERIENCE\n\
    Analyst, Foo Ltd, 2020 – 2023\n- Cut waits from 9 to 5 minutes\n\nEDUCATION\nMSc Health Data Science\n\
    University of Leeds\n2018 – 2019\nBSc Statistics\nUniversity of Sheffield\n2015 – 2018\n";

#[test]
fn each_degree_over_three_lines_keeps_its_school() {
    let imported = read("resume.txt", MAREN.as_bytes());
    let schools = all(&imported.resume.education).iter().map(|one| {
        let text = |field: &Option<String>| field.clone().unwrap_or_default();
        format!(
            "{} | {} | {} | {}",
            text(&one.study_type),
            text(&one.area),
            text(&one.institution),
            text(&one.end_date)
        )
    });
    assert_eq!(
        schools.collect::<Vec<_>>(),
        [
            "MSc | Health Data Science | University of Leeds | 2019",
            "BSc | Statistics | University of Sheffield | 2018",
        ]
    );
}

#[test]
fn a_profile_that_was_wrapped_is_the_persons_own_or_none() {
    let url = |imported: &ImportedResume| {
        let basics = imported.resume.basics.clone().unwrap();
        basics.profiles.unwrap_or_default().first()?.url.clone()
    };
    let imported = read("resume.txt", MAREN.as_bytes());
    let whole = "https://linkedin.com/in/maren-oduya-example";
    assert_eq!(url(&imported).as_deref(), Some(whole));
    let cut = MAREN.replace("oduya-example", "Leeds, UK");
    let imported = read("resume.txt", cut.as_bytes());
    assert_eq!(url(&imported), None);
    assert_eq!(unplaced(&imported)[0].1, "linkedin.com/in/maren");
}
