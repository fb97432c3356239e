//! Bars: those that are built in, and those of a workspace, laid over others.

use std::sync::Arc;

use whyproof_case::{Bar, Host, Scope, bar, built_in_bars, built_in_ladders, ladder};
use whyproof_testing::MemoryHost;

fn on(files: &[(&str, &str)], name: &str) -> Result<Arc<Bar>, String> {
    let host = files.iter().fold(MemoryHost::new(), |host, (path, text)| {
        host.file(path, text)
    });
    let host: &dyn Host = &host;
    bar(host, &Scope::default(), name).map_err(|error| error.to_string())
}

const HEAD: &str = "name = \"acme\"\ntitle = \"Acme\"\nsummary = \"What Acme asks.\"\n";

fn ids(bar: &Bar) -> Vec<&str> {
    bar.criteria.iter().map(|one| one.id.as_str()).collect()
}

#[test]
fn all_that_is_built_in_can_be_read() {
    for name in built_in_bars() {
        let bar = on(&[], name).expect(name);
        assert_eq!(bar.name, name);
        assert!(bar.criteria.len() >= 6, "{name}");
        for one in &bar.criteria {
            let said = [&one.below, &one.meets, &one.raises];
            let whole = said.iter().all(|said| !said.is_empty()) && one.from.is_none();
            let listed =
                !one.signals.is_empty() && one.cues.len() >= 8 && !one.questions.is_empty();
            assert!(whole && listed, "{name}: {}", one.id);
        }
    }
    let host = MemoryHost::new();
    for name in built_in_ladders() {
        let ladder = ladder(&host, &Scope::default(), name).expect(name);
        assert!(ladder.name == name && !ladder.rungs.is_empty());
    }
}

#[test]
fn the_sixteen_principles_are_sixteen() {
    let bar = on(&[], "leadership-principles").expect("it is built in");
    assert_eq!(bar.criteria.len(), 16);
}

#[test]
fn a_companys_bar_lies_over_a_roles() {
    let text = format!(
        "{HEAD}over = \"product-manager\"\nwithout = [\"faster\"]\n\n[[criterion]]\nid = \"impact\"\nmeets = \"Moved a number of ours.\"\n\n[[criterion]]\nid = \"written\"\ntitle = \"Writes\"\nmeets = \"A page that was read.\"\n"
    );
    let bar = on(&[("bars/acme.toml", &text)], "acme").expect("it is one");
    let role = on(&[], "product-manager").expect("it is built in");
    let mut wanted = ids(&role);
    wanted.retain(|id| *id != "faster");
    wanted.push("written");
    assert_eq!(ids(&bar), wanted);
    let impact = |bar: &Bar| {
        let one = bar.criteria.iter().find(|one| one.id == "impact");
        one.cloned().expect("it is there")
    };
    assert_eq!(impact(&bar).meets, "Moved a number of ours.");
    assert_eq!(impact(&bar).raises, impact(&role).raises);
    assert_eq!(bar.title, "Acme");
    assert_eq!(bar.over, ["product-manager"]);
}

#[test]
fn a_file_of_the_same_name_lies_over_what_is_built_in() {
    let text = "name = \"founder\"\nover = \"founder\"\ntitle = \"Ours\"\n";
    let bar = on(&[("bars/founder.toml", text)], "founder").expect("it is one");
    let built_in = on(&[], "founder").expect("it is built in");
    assert_eq!(bar.title, "Ours");
    assert_eq!(bar.criteria, built_in.criteria);
}

#[test]
fn what_is_wrong_with_a_bar_is_said_with_its_place() {
    let new = "name = \"acme\"\ntitle = \"A\"\nsummary = \"B\"\n";
    let cases = [
        (
            "name = \"other\"\n".to_owned(),
            "line 1, column 8: the bar is called `other` and its file `acme`",
        ),
        (
            "name = \"acme\"\nover = \"nobody\"\n".to_owned(),
            "line 2, column 8: there is no bar `nobody`",
        ),
        (
            "name = \"acme\"\nover = \"acme\"\n".to_owned(),
            "line 2, column 8: there is no bar `acme`",
        ),
        (
            "name = \"acme\"\nover = \"founder\"\nwithout = [\"luck\"]\n".to_owned(),
            "line 3, column 12: there is no criterion `luck` to leave out",
        ),
        (
            format!("{new}[[criterion]]\nid = \"x\"\n"),
            "line 5, column 6: the criterion `x` has no `title`",
        ),
        (new.to_owned(), "the bar has no criterion"),
        (
            "name = \"acme\"\nover = \"founder\"\ntitle = \" \"\n".to_owned(),
            "line 1, column 8: the bar has no title",
        ),
        (
            "name = \"acme\"\nweight = 3\n".to_owned(),
            "unknown field `weight`",
        ),
        ("name = ".to_owned(), "TOML parse error at line 1, column 8"),
        (
            format!("{new}[[criterion]]\nid = \"no id\"\ntitle = \"T\"\nmeets = \"M\"\n"),
            "line 5, column 6: `no id` is no id",
        ),
    ];
    for (text, wanted) in cases {
        let error = on(&[("bars/acme.toml", &text)], "acme").expect_err(&text);
        assert!(
            error.contains(wanted) && error.contains("bars/acme.toml"),
            "{error}"
        );
    }
}

#[test]
fn bars_do_not_lie_under_themselves() {
    let one = "name = \"one\"\nover = \"two\"\n";
    let two = "name = \"two\"\nover = \"one\"\n";
    let files = [("bars/one.toml", one), ("bars/two.toml", two)];
    let error = on(&files, "one").expect_err("a circle");
    assert!(error.contains("`one` lies under itself"), "{error}");
}
