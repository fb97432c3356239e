//! Files that mean harm, are damaged, or are not what their names say: a clear error each, or what can be read.
#![allow(clippy::unwrap_used)]

mod zipped;

use whyproof_import::{ImportError, MAX_TEXT, resume, text_of};
use zipped::zip;

fn refused(name: &str, bytes: &[u8]) -> String {
    match resume(name, bytes) {
        Ok(imported) => panic!(
            "{name} was read: {}",
            imported.text.chars().take(200).collect::<String>()
        ),
        Err(error) => error.to_string(),
    }
}

/// A PDF of these objects, the first of them the catalog; `trailer` has further keys.
fn pdf(objects: &[&str], trailer: &str) -> Vec<u8> {
    let objects: Vec<Vec<u8>> = objects
        .iter()
        .map(|object| object.as_bytes().to_vec())
        .collect();
    pdf_of(&objects, trailer)
}

fn pdf_of(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n", at + 1).into_bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let table = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for place in places {
        out.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    out.extend(
        format!(
            "trailer\n<< /Size {} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n",
            objects.len() + 1
        )
        .into_bytes(),
    );
    out
}

fn stream(keys: &str, data: &[u8]) -> Vec<u8> {
    let mut out = format!("<< {keys} /Length {} >>\nstream\n", data.len()).into_bytes();
    out.extend(data);
    out.extend(b"\nendstream");
    out
}

const CATALOG: &str = "<< /Type /Catalog /Pages 2 0 R >>";
const PAGES: &str = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const PAGE: &str = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /X 5 0 R >> >> >>";

/// A page with these instructions, and an object that they may draw as `/X`.
fn page(instructions: &str, drawn: Vec<u8>) -> Vec<u8> {
    let head = [CATALOG, PAGES, PAGE].map(|object| object.as_bytes().to_vec());
    let mut objects = head.to_vec();
    objects.push(stream("", instructions.as_bytes()));
    objects.push(drawn);
    pdf_of(&objects, "")
}

const WORDS: &str = "BT /F1 12 Tf 14 TL 50 700 Td (Ann Example) Tj T* (ann@example.org) Tj T* (Experience) Tj T* (Nurse, Ward, 2019 - 2021) Tj ET";

#[cfg(feature = "pdf")]
#[test]
fn a_small_pdf_is_read() {
    let read = text_of("cv.pdf", &page(WORDS, b"null".to_vec())).unwrap();
    assert_eq!(
        read.text,
        "Ann Example\nann@example.org\nExperience\nNurse, Ward, 2019 - 2021\n"
    );
    assert_eq!(read.pages, Some(1));
}

#[cfg(feature = "pdf")]
#[test]
fn pdfs_that_cannot_be_read_say_why() {
    let key = "00".repeat(32);
    let locked = format!(
        "/Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<00> <00>]"
    );
    let picture = stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray",
        b"x",
    );
    let whole = page(WORDS, b"null".to_vec());
    let cycle = pdf(
        &[
            CATALOG,
            "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1 >>",
            "<< /Type /Pages /Kids [2 0 R] >>",
        ],
        "",
    );
    let table: Vec<(&str, Vec<u8>, &str)> = vec![
        (
            "encrypted",
            pdf(&[CATALOG, PAGES, PAGE, "null", "null"], &locked),
            "is encrypted",
        ),
        (
            "scanned",
            page("q 600 0 0 800 0 0 cm /X Do Q", picture),
            "only pictures",
        ),
        ("empty page", page("", b"null".to_vec()), "no words"),
        ("truncated", whole[..60].to_vec(), "no table of its parts"),
        (
            "nothing but a mark",
            b"%PDF-1.7\n".to_vec(),
            "no table of its parts",
        ),
        ("pages in a circle", cycle, ""),
    ];
    all_refused(table);
}

/// Each is refused with these words, and by its name.
#[cfg(feature = "pdf")]
fn all_refused(table: Vec<(&str, Vec<u8>, &str)>) {
    for (what, bytes, wanted) in table {
        let said = refused("cv.pdf", &bytes);
        assert!(said.contains(wanted), "{what}: {said}");
        assert!(said.contains("cv.pdf"), "{what}: {said}");
    }
}

#[cfg(feature = "pdf")]
#[test]
fn pdfs_that_are_too_much_say_why() {
    let table: Vec<(&str, Vec<u8>, &str)> = vec![
        (
            "deep list",
            page(&"[".repeat(200_000), b"null".to_vec()),
            "nested too deeply",
        ),
        (
            "deep dictionary",
            pdf(&[CATALOG, &"<< /A ".repeat(100_000)], ""),
            "nested too deeply",
        ),
        (
            "many pages",
            pdf(
                &[
                    CATALOG,
                    &format!("<< /Type /Pages /Kids [{}] >>", "3 0 R ".repeat(400)),
                    "<< /Type /Page >>",
                ],
                "",
            ),
            "more than 300 pages",
        ),
    ];
    all_refused(table);
}

#[cfg(feature = "pdf")]
#[test]
fn a_form_that_draws_itself_and_letters_without_end_are_bounded() {
    let itself = stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X 5 0 R >> >>",
        b"/X Do /X Do /X Do",
    );
    let bytes = page(&format!("{WORDS} /X Do"), itself);
    let read = text_of("cv.pdf", &bytes);
    assert!(read.is_err() || read.unwrap().text.contains("Nurse"));
    let many = page(
        &format!("BT /F1 9 Tf ({}) Tj ET", "x".repeat(700_000)),
        b"null".to_vec(),
    );
    assert!(refused("cv.pdf", &many).contains("more than 600000 letters"));
}

/// A shape before words is a bullet, but not where a page is a drawing of thousands: none of its shapes is kept then.
#[cfg(feature = "pdf")]
#[test]
fn a_drawing_of_many_shapes_has_no_bullets() {
    let bullet = "40 702 4 4 re f\n";
    let read = |shapes: usize| {
        let drawing = "300 300 4 4 re f\n".repeat(shapes);
        let bytes = page(&format!("{drawing}{bullet}{WORDS}"), b"null".to_vec());
        text_of("cv.pdf", &bytes).unwrap().text
    };
    assert!(read(100).starts_with("- Ann Example\n"), "{}", read(100));
    for shapes in [3_000, 300_000] {
        let text = read(shapes);
        assert!(text.starts_with("Ann Example\n"), "{shapes}: {text}");
        assert!(
            text.ends_with("Nurse, Ward, 2019 - 2021\n"),
            "{shapes}: {text}"
        );
    }
}

/// Zeros, packed as a PDF packs its parts.
fn zlib(zeros: usize) -> Vec<u8> {
    let archive = zip(&[("z", "\0".repeat(zeros))]);
    let size = u32::from_le_bytes(archive[18..22].try_into().unwrap()) as usize;
    // With the size after the data, the archive's table has it.
    let size = if size > 0 { size } else { archive.len() - 100 };
    let mut out = vec![0x78, 0x9c];
    out.extend(&archive[31..31 + size]);
    out
}

#[cfg(feature = "pdf")]
#[test]
fn what_unpacks_without_end_is_not_unpacked() {
    let bomb = zlib(80 << 20);
    let mut objects = [CATALOG, PAGES, PAGE]
        .map(|object| object.as_bytes().to_vec())
        .to_vec();
    objects.extend((0..8).map(|_| stream("/Filter /FlateDecode", &bomb)));
    assert!(refused("cv.pdf", &pdf_of(&objects, "")).contains("bytes when unpacked"));
    objects.truncate(3);
    objects.push(stream("/Filter [/FlateDecode /Fl#61teDecode]", &bomb));
    assert!(refused("cv.pdf", &pdf_of(&objects, "")).contains("packed more than once"));
}

#[test]
fn archives_that_unpack_without_end_are_refused() {
    let export = zip(&[(
        "Profile.csv",
        format!("First Name\n{}", "a".repeat(70 << 20)),
    )]);
    assert!(refused("export.zip", &export).contains("unpacks to more than 64 MB"));
    let docx = zip(&[(
        "word/document.xml",
        format!("<w:document>{}</w:document>", " ".repeat(70 << 20)),
    )]);
    assert!(refused("cv.docx", &docx).contains("unpacks to more than 64 MB"));
    let mut cut = zip(&[("Profile.csv", "First Name\nAnn\n".to_owned())]);
    cut.truncate(40);
    assert!(refused("export.zip", &cut).contains("damaged"));
}

#[test]
fn nesting_and_references_without_end_are_refused() {
    let deep = |open: &str| format!("{{\"basics\": {}", open.repeat(100_000));
    assert!(refused("cv.json", deep("[").as_bytes()).contains("JSON Resume"));
    assert!(refused("cv.json", deep("{\"a\":").as_bytes()).contains("JSON Resume"));
    let yaml = format!("cv:\n  name: {}\n", "[".repeat(100_000));
    assert!(refused("cv.yaml", yaml.as_bytes()).contains("RenderCV"));
    let mut laughs = "cv:\n  a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (one, next) in ('a'..'i').zip('b'..) {
        let many = format!("*{one}, ").repeat(9);
        laughs += &format!("  {next}: &{next} [{}]\n", many.trim_end_matches(", "));
    }
    assert!(refused("cv.yaml", laughs.as_bytes()).contains("RenderCV"));
    let xml = format!("<SkillsPassport>{}", "<a>".repeat(100_000));
    let said = refused("cv.xml", xml.as_bytes());
    assert!(said.contains("Europass"), "{said}");
    let closed = format!(
        "<SkillsPassport>{}{}</SkillsPassport>",
        "<a>".repeat(300),
        "</a>".repeat(300)
    );
    assert!(refused("cv.xml", closed.as_bytes()).contains("nested more than 200 deep"));
    let entities = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><SkillsPassport><LearnerInfo>&a;</LearnerInfo></SkillsPassport>";
    assert!(refused("cv.xml", entities.as_bytes()).contains("entities"));
}

#[test]
fn enormous_texts_are_refused_and_long_lines_are_read() {
    let large = "a ".repeat(30 << 20);
    for name in ["cv.txt", "cv.md", "cv.html"] {
        assert!(
            matches!(
                resume(name, large.as_bytes()),
                Err(ImportError::TooLarge {
                    limit: MAX_TEXT,
                    ..
                })
            ),
            "{name}"
        );
    }
    let long = format!(
        "Ann Example\nann@example.org\n\nExperience\n- {}\n",
        "word ".repeat(100_000)
    );
    assert_eq!(
        resume("cv.txt", long.as_bytes())
            .unwrap()
            .resume
            .lines()
            .len(),
        1
    );
    let many = format!(
        "Ann Example\nann@example.org\n\nExperience\n{}",
        "Nurse, Ward, 2019 – 2020\n- Did it\n".repeat(5_000)
    );
    assert_eq!(
        resume("cv.txt", many.as_bytes())
            .unwrap()
            .resume
            .work
            .unwrap()
            .len(),
        5_000
    );
}

#[test]
fn control_characters_are_gone_and_other_encodings_are_read() {
    let text = "Ann\u{1b}[31m Example\r\nann@example.org\r\n\r\nExperience\r\nN\u{202e}urse, Café, 2019 – 2020\r\n";
    let imported = resume("cv.txt", text.as_bytes()).unwrap();
    let yaml = imported.resume.to_yaml().unwrap();
    assert!(
        !yaml.contains(['\u{1b}', '\u{202e}']) && yaml.contains("Café"),
        "{yaml}"
    );
    let wide: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    assert_eq!(resume("cv.txt", &wide).unwrap().resume, imported.resume);
    let windows = b"Ann Example\nann@example.org\n\nExperience\nNurse, Caf\xe9, 2019 \x96 2020\n";
    let read = resume("cv.txt", windows).unwrap();
    assert_eq!(read.resume.work.unwrap()[0].name.as_deref(), Some("Café"));
}

#[test]
fn a_wrong_ending_does_no_harm() {
    let text = b"Ann Example\nann@example.org\n\nExperience\nNurse, Ward, 2019 \xe2\x80\x93 2020\n";
    for (name, bytes, wanted) in [
        ("cv.pdf", text.to_vec(), "cannot be read as PDF"),
        ("cv.docx", text.to_vec(), "cannot be read as DOCX"),
        ("cv.pdf", b"\x89PNG\r\n\x1a\n".to_vec(), "is a picture"),
        ("cv.doc", b"\xd0\xcf\x11\xe0rest".to_vec(), "old Word file"),
        ("cv.rtf", b"{\\rtf1 Ann}".to_vec(), "rich text"),
        ("cv.txt", b"\0\0\0\0".to_vec(), "not UTF-8 text"),
        (
            "cv.txt",
            b"Just a note.\n".to_vec(),
            "nothing that a résumé has",
        ),
        ("cv.txt", Vec::new(), "no words"),
    ] {
        let said = refused(name, &bytes);
        assert!(said.contains(wanted), "{name}: {said}");
    }
    #[cfg(feature = "pdf")]
    assert!(text_of("cv.txt", &page(WORDS, b"null".to_vec())).is_ok());
}
