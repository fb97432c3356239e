//! Any bytes, under any ending, are a résumé of which no word is lost, or a refusal; what was read survives YAML.
#![no_main]

use whyproof_experience::resume::Resume;

/// The first byte chooses the ending.
const NAMES: [&str; 9] = [
    "cv.txt", "cv.md", "cv.html", "cv.pdf", "cv.docx", "cv.json", "cv.yaml", "cv.xml", "Positions.csv",
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else {
        return;
    };
    let name = NAMES[usize::from(*first) % NAMES.len()];
    let Ok(imported) = whyproof_import::resume(name, bytes) else {
        return;
    };
    assert_eq!(whyproof_import::lost(&imported), Vec::<String>::new());
    let yaml = imported.resume.to_yaml().expect("YAML");
    assert_eq!(Resume::from_yaml(&yaml).expect("a résumé"), imported.resume);
});
