use super::{counted, typed, width, wrap, wrap_to};

#[test]
fn words_are_kept_whole() {
    assert_eq!(
        wrap("one two  three\nfour", 9),
        ["one two", "three", "four"]
    );
    assert_eq!(wrap("", 9), Vec::<String>::new());
}

#[test]
fn a_word_longer_than_a_line_is_broken_by_width() {
    assert_eq!(wrap("a abcdefgh", 4), ["a", "abcd", "efgh"]);
    assert_eq!(wrap("村の診療所", 4), ["村の", "診療", "所"]);
}

#[test]
fn what_is_left_out_is_shown() {
    assert_eq!(wrap_to("one two three four", 9, 2), ["one two", "three…"]);
    assert_eq!(wrap_to("one two", 9, 2), ["one two"]);
    for columns in 1..30 {
        for line in wrap_to("Ob, ein Wörterbuch und nochmals eins, gut.", columns, 2) {
            assert!(width(&line) <= columns, "{line:?} in {columns}");
        }
    }
}

#[test]
fn nothing_steers_the_terminal() {
    assert_eq!(wrap("a\u{1b}[31mb \u{202e}c", 20), ["a[31mb c"]);
}

#[cfg(feature = "figures")]
#[test]
fn a_line_shows_where_something_would_have_steered() {
    assert_eq!(super::one_line("a\u{1b}b\n c\u{202e}d"), "a·b c·d");
}

#[test]
fn numbers_are_words_up_to_twelve() {
    assert_eq!(counted(1, "place", "places"), "one place");
    assert_eq!(counted(13, "place", "places"), "13 places");
}

#[test]
fn a_path_is_quoted_where_a_shell_would_read_it_otherwise() {
    assert_eq!(typed("a/b-c.md"), "a/b-c.md");
    assert_eq!(typed("my case.md"), "'my case.md'");
    assert_eq!(typed("it's.md"), r"'it'\''s.md'");
    assert_eq!(typed("-x.md"), "./-x.md");
    assert_eq!(typed("-"), "-");
}
