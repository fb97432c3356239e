//! What the bytes of a font are that says no more than the name of its encoding; widths of the fonts that every
//! reader has to have.

/// An encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    Standard,
    Windows,
    Mac,
    Symbol,
    Dingbats,
    /// TeX's own, of fonts that name their glyphs by numbers.
    Cork,
}

/// From 0x80.
const WINDOWS: &str = "€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ";
const MAC: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
/// From 0xa1; `_` where there is none.
const STANDARD: &str =
    "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ_–†‡·_¶•‚„”»…‰_¿_`´ˆ˜¯˘˙¨_˚¸_˝˛ˇ—________________Æ_ª____ŁØŒº_____æ___ı__łøœß";

/// The letter of a byte; empty where it has none.
pub(super) fn letter(base: Base, code: u8) -> String {
    let above = |table: &str, from: u8| table.chars().nth(usize::from(code - from));
    if base == Base::Cork {
        return cork(code);
    }
    let letter = match (base, code) {
        // What this encoding leaves free is a bullet.
        (Base::Windows, 0x7f) => Some('•'),
        (_, 0..=0x1f | 0x7f) => return unknown(code),
        (Base::Dingbats, 0x33..=0x36 | 0x6c..=0x78 | 0xd4..) => Some('•'),
        // A telephone, an envelope and the like.
        (Base::Dingbats, 0x21..) => Some('\u{e000}'),
        (Base::Symbol, 0x6c | 0x6e | 0x71 | 0x75 | 0x76 | 0x9f | 0xa1..) => Some('•'),
        (Base::Standard | Base::Symbol, 0x27) => Some('’'),
        (Base::Standard | Base::Symbol, 0x60) => Some('‘'),
        (_, 0x20..=0x7e) => Some(char::from(code)),
        (Base::Windows, 0x80..=0x9f) => above(WINDOWS, 0x80),
        (Base::Windows, _) => Some(char::from(code)),
        (Base::Mac, _) => above(MAC, 0x80),
        (Base::Standard, 0xa1..) => above(STANDARD, 0xa1).filter(|c| *c != '_'),
        _ => None,
    };
    letter.map_or_else(|| unknown(code), String::from)
}

fn cork(code: u8) -> String {
    let letters = match code {
        0x10 => "“",
        0x11 => "”",
        0x12 => "„",
        0x13 => "«",
        0x14 => "»",
        0x15 => "–",
        0x16 => "—",
        0x1b => "ff",
        0x1c => "fi",
        0x1d => "fl",
        0x1e => "ffi",
        0x1f => "ffl",
        0x27 => "’",
        0x60 => "‘",
        // Of the companion of such fonts, which has the signs.
        0x88 => "•",
        0xff => "ß",
        0x20..=0x7e | 0xc0..=0xde | 0xe0..=0xfe => return char::from(code).to_string(),
        _ => return unknown(code),
    };
    letters.to_owned()
}

/// A byte that is no letter.
fn unknown(code: u8) -> String {
    if code == 0 {
        String::new()
    } else {
        "\u{fffd}".to_owned()
    }
}

/// Widths of Helvetica, from the space to the tilde, in thousandths.
const HELVETICA: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// The width of a letter in a font that says none, in sizes of the font.
pub(super) fn width(font: &str, code: u8) -> f64 {
    if font.contains("Courier") || font.contains("Mono") {
        return 0.6;
    }
    let narrow = if font.contains("Times") { 0.9 } else { 1.0 };
    let at = code.checked_sub(32).map(usize::from);
    let width = at.and_then(|at| HELVETICA.get(at)).copied().unwrap_or(556);
    narrow * f64::from(width) / 1000.0
}

#[cfg(test)]
mod tests {
    use super::{Base, MAC, STANDARD, WINDOWS, letter};

    #[test]
    fn tables_have_a_letter_for_each_byte() {
        assert_eq!(super::letter(super::Base::Windows, 0x7f), "•");
        assert_eq!(WINDOWS.chars().count(), 32);
        assert_eq!(MAC.chars().count(), 128);
        assert_eq!(STANDARD.chars().count(), 0xfb - 0xa0);
        assert_eq!(letter(Base::Standard, 0xfb), "ß");
        assert_eq!(letter(Base::Standard, 0xd0), "—");
        assert_eq!(letter(Base::Mac, 0xde), "ﬁ");
        assert_eq!(letter(Base::Windows, 0x96), "–");
    }
}
