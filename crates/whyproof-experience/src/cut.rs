//! Where a person lets a line be cut: ` // ` in it. What stands before the first mark stays; what follows a mark may be
//! left out where the page is full, from the end. The mark itself never shows.

/// The mark, with a space on both sides.
pub(crate) const MARK: &str = " // ";

/// A line without its marks.
pub fn whole(line: &str) -> String {
    bare(line).replace(MARK, " ")
}

/// A line without white space and marks around it.
fn bare(line: &str) -> &str {
    let mut line = line.trim();
    while let Some(rest) = line
        .strip_suffix(" //")
        .or_else(|| line.strip_prefix("// "))
    {
        line = rest.trim();
    }
    line
}

/// A line at every length that it may have, whole first. A comma or the like that would end a cut line is left out.
pub fn lengths(line: &str) -> Vec<String> {
    let line = bare(line);
    let mut found = vec![whole(line)];
    let mut rest = line;
    while let Some((before, _)) = rest.rsplit_once(MARK) {
        let cut = whole(before);
        let cut = cut.trim_end_matches([' ', ',', ';', ':', '–', '—', '-']);
        if !cut.is_empty() && found.last().is_none_or(|last| last != cut) {
            found.push(cut.to_owned());
        }
        rest = before;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{lengths, whole};

    #[test]
    fn a_line_is_cut_from_its_end() {
        let line = "Interviewed 40 nurses // about the handover, // and showed each a drawing.";
        assert_eq!(
            lengths(line),
            [
                "Interviewed 40 nurses about the handover, and showed each a drawing.",
                "Interviewed 40 nurses about the handover",
                "Interviewed 40 nurses",
            ]
        );
    }

    #[test]
    fn an_address_is_no_mark() {
        assert_eq!(
            whole("See https://example.org//a"),
            "See https://example.org//a"
        );
        assert_eq!(lengths("Sold boxes"), ["Sold boxes"]);
        assert_eq!(lengths("Sold boxes // "), ["Sold boxes"]);
    }
}
