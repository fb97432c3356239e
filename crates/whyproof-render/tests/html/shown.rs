//! What a page shows of a case.

use super::parsed::{Parsed, check};
use super::small::{TEXT, host};
use super::{case_in, html};
use whyproof_render::html::{PageOptions, Theme, article, page};
use whyproof_render::manuscript::Manuscript;

fn small(options: &PageOptions) -> (String, Parsed) {
    let case = case_in(&host(), "case.md", TEXT);
    let page = page(&Manuscript::new(&case), options).into_string();
    let parsed = check(&page);
    (page, parsed)
}

#[test]
fn a_figure_says_how_it_stands_to_its_data() {
    let (page, parsed) = small(&PageOptions::default());
    assert!(page.contains("class=\"figure live\""));
    assert!(
        parsed.text.contains("12% (stale: the data say 34%)"),
        "{}",
        parsed.text
    );
    assert!(parsed.text.contains("a few (not computed)"));
}

#[test]
fn a_figure_leads_to_its_query_and_back() {
    let (_, parsed) = small(&PageOptions::default());
    let targets: Vec<&str> = parsed.values("href").collect();
    assert!(targets.contains(&"#q-1") && targets.contains(&"#f-1"));
}

#[test]
fn a_note_stands_once_and_says_whether_it_counts() {
    let (_, parsed) = small(&PageOptions::default());
    assert_eq!(
        parsed
            .values("id")
            .filter(|id| id.starts_with("n-"))
            .count(),
        5
    );
    assert!(
        parsed
            .text
            .contains("On the author’s word: no file, link or DOI")
    );
    assert!(
        parsed
            .text
            .contains("Counts: the file data/waits.csv can be opened")
    );
}

#[test]
fn a_why_stands_beside_what_it_asks_and_in_its_place() {
    let (_, parsed) = small(&PageOptions::default());
    // In the margin beside the claim and in its place; the claim's own explanation quotes it.
    // After the contents, which lead there.
    let at = parsed
        .text
        .match_indices("Argument map")
        .nth(1)
        .expect("a map")
        .0;
    let (text, map) = parsed.text.split_at(at);
    let times = |words: &str| text.matches(words).count();
    assert_eq!(times("Why not a taxi for everyone?"), 3, "{text}");
    assert!(map.contains("Why not a taxi for everyone?"), "{map}");
    let beside = parsed.values("class").filter(|class| *class == "side asks");
    assert_eq!(beside.count(), 3);
    // What asks the whole stands in the head.
    assert_eq!(times("What does the union say?"), 2);
}

#[test]
fn a_page_is_typeset_and_an_article_is_the_files_own_words() {
    let text = "# It's \"so\"\n\n## Case\n\n### One's own\n\n- because it isn't `'x'`[^n]\n\n[^n]: research: a 'survey'\n";
    let case = case_in(&host(), "case.md", text);
    let manuscript = Manuscript::new(&case);
    let options = PageOptions::default();
    let page = check(page(&manuscript, &options).as_str());
    for set in [
        "It’s “so”",
        "One’s own",
        "Because it isn’t 'x'",
        "Research: a ‘survey’",
    ] {
        assert!(page.text.contains(set), "{set}: {}", page.text);
    }
    let article = article(&manuscript, &options).into_string();
    for own in [
        "It&#39;s &quot;so&quot;",
        "because it isn&#39;t",
        "research: a",
    ] {
        assert!(article.contains(own), "{own}: {article}");
    }
}

#[test]
fn a_note_is_as_high_as_what_refers_to_it_first() {
    let text = "# T\n\n## Case\n\nOne[^a] two[^b] three.[^a]\n\nFour.[^b] Five.[^c]\n\n[^a]: x\n\n[^b]: y\n\n[^c]: z\n";
    let case = case_in(&host(), "case.md", text);
    let page = page(&Manuscript::new(&case), &PageOptions::default()).into_string();
    let marks: Vec<&str> = page
        .match_indices("class=\"ref")
        .map(|(at, _)| page[at + 7..].split('"').next().unwrap_or(""))
        .collect();
    assert_eq!(marks, ["ref m1", "ref m2", "ref", "ref", "ref m1"]);
    let notes: Vec<&str> = page
        .match_indices("class=\"side note")
        .map(|(at, _)| page[at + 7..].split('"').next().unwrap_or(""))
        .collect();
    assert_eq!(notes, ["side note s1", "side note s2", "side note s1"]);
}

#[test]
fn every_statement_says_its_standing() {
    let case = case_in(&host(), "case.md", TEXT);
    let page = page(&Manuscript::new(&case), &PageOptions::default()).into_string();
    for statement in &case.statements {
        let id = format!("id=\"s-{}\"", statement.id);
        assert!(page.contains(&id), "{id}");
    }
}

#[test]
fn blocks_can_be_found_by_their_place() {
    let case = case_in(&host(), "case.md", TEXT);
    let page = page(&Manuscript::new(&case), &PageOptions::default()).into_string();
    for (at, text) in case.parse.document.texts.iter().enumerate() {
        // A note is found by its own id, and a chart is no block of words.
        let is_note =
            matches!(text.place, whyproof_syntax::Place::Footnote(_)) || text.words.text.is_empty();
        let shown = page.contains(&format!("data-block=\"{at}\""));
        assert!(shown || is_note, "{}", text.words.text);
    }
}

#[test]
fn a_theme_is_forced_or_left_to_the_reader() {
    let with = |theme| {
        small(&PageOptions {
            theme,
            ..PageOptions::default()
        })
        .0
    };
    assert!(with(Theme::Auto).contains("content=\"light dark\""));
    assert!(with(Theme::Dark).contains("<html lang=\"en\" class=\"theme-dark\">"));
    assert!(with(Theme::Light).contains("name=\"color-scheme\" content=\"light\""));
}

#[test]
fn the_language_of_a_case_is_that_of_its_page() {
    assert!(html("---\nkind: idea\nlang: de-CH\n---\n# T\n").contains("<html lang=\"de-CH\""));
    assert!(html("---\nkind: idea\nlang: '\"x'\n---\n# T\n").contains("<html lang=\"en\""));
    assert!(html("---\nkind: idea\nlang: ar\n---\n# T\n").contains("dir=\"rtl\""));
}

#[test]
fn headings_leave_no_level_out() {
    let parsed = check(&html("# T\n\n## A\n\n##### b\n\n###### c\n\n### d\n"));
    let names = parsed
        .elements
        .iter()
        .map(|(name, _)| name.local.to_string());
    let levels: Vec<String> = names
        .filter(|name| name.len() == 2 && name.starts_with('h') && name != "hr")
        .collect();
    assert_eq!(levels, ["h1", "h2", "h3", "h4", "h3"]);
}

#[test]
fn an_empty_text_is_a_page_too() {
    let parsed = check(&html(""));
    assert_eq!(parsed.count("h1"), 1);
}

#[test]
fn what_follows_a_second_title_is_not_lost() {
    let parsed = check(&html("# One\n\na\n\n## S\n\nb\n\n# Two\n\nc\n"));
    for words in ["One", "a", "S", "b", "Two", "c"] {
        assert!(parsed.text.contains(words), "{words} in {}", parsed.text);
    }
}

#[test]
fn only_a_previewed_page_has_a_script_and_its_policy_knows_that_one() {
    use sha2::{Digest, Sha256};
    let (page, _) = small(&PageOptions::default());
    assert!(!page.contains("<script"));
    let case = case_in(&host(), "case.md", TEXT);
    let live = PageOptions {
        live: true,
        ..PageOptions::default()
    };
    let page = whyproof_render::html::page(&Manuscript::new(&case), &live).into_string();
    let (_, rest) = page.split_once("<script>").expect("a script");
    let (script, _) = rest.split_once("</script>").expect("its end");
    let hash = base64(&Sha256::digest(script));
    assert!(
        page.contains(&format!("script-src &#39;sha256-{hash}&#39;")),
        "{hash}"
    );
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let all = three
            .iter()
            .fold(0u32, |all, byte| all << 8 | u32::from(*byte));
        let all = all << (8 * (3 - three.len()));
        for at in 0..4 {
            let letter = LETTERS[(all >> (18 - 6 * at) & 63) as usize];
            out.push(if at > three.len() {
                '='
            } else {
                char::from(letter)
            });
        }
    }
    out
}

#[test]
fn a_part_of_a_story_that_is_not_told_has_no_link() {
    let text = "---\nkind: story\n---\n\n# S\n\n## What happened\n\nIt rained.\n";
    let case = case_in(&host(), "case.md", text);
    let page = page(&Manuscript::new(&case), &PageOptions::default()).into_string();
    let parsed = check(&page);
    assert!(
        parsed
            .text
            .contains("Weakest where it says “Why it mattered”")
    );
}
