//! The files of cues can be read, and each phrase can be found.

use super::{CUES, FILES, File};

#[test]
fn every_file_of_cues_is_read() {
    let mut count = 0;
    for text in FILES {
        let file: Result<File, _> = toml::from_str(text);
        count += file.map_or_else(|error| panic!("{error}\n{text}"), |file| file.cue.len());
    }
    assert_eq!(count, CUES.all.len());
}

#[test]
fn no_list_of_phrases_has_an_empty_one() {
    for cue in &CUES.all {
        let lists = [
            &cue.on,
            &cue.with,
            &cue.without,
            &cue.answered,
            &cue.nowhere,
        ];
        for list in lists.into_iter().filter(|list| !list.is_empty()) {
            let empty = list
                .split('|')
                .any(|phrase| phrase.trim() != phrase || phrase.is_empty());
            assert!(!empty, "{}: {list}", cue.name);
            assert_eq!(list.to_lowercase(), *list, "{}", cue.name);
        }
    }
}
