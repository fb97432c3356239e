//! Names of glyphs as letters: the part of Adobe's glyph list that text of Europe's languages needs.

use unicode_normalization::UnicodeNormalization;

/// Names that are not the letter itself.
const NAMES: &[(&str, &str)] = &[
    ("space", " "),
    ("nbspace", " "),
    ("nonbreakingspace", " "),
    ("exclam", "!"),
    ("quotedbl", "\""),
    ("numbersign", "#"),
    ("dollar", "$"),
    ("percent", "%"),
    ("ampersand", "&"),
    ("quotesingle", "'"),
    ("quoteright", "’"),
    ("quoteleft", "‘"),
    ("parenleft", "("),
    ("parenright", ")"),
    ("asterisk", "*"),
    ("plus", "+"),
    ("comma", ","),
    ("hyphen", "-"),
    ("sfthyphen", "-"),
    ("hyphenchar", "-"),
    ("minus", "−"),
    ("period", "."),
    ("slash", "/"),
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("colon", ":"),
    ("semicolon", ";"),
    ("less", "<"),
    ("equal", "="),
    ("greater", ">"),
    ("question", "?"),
    ("at", "@"),
    ("bracketleft", "["),
    ("backslash", "\\"),
    ("bracketright", "]"),
    ("asciicircum", "^"),
    ("underscore", "_"),
    ("grave", "`"),
    ("braceleft", "{"),
    ("bar", "|"),
    ("braceright", "}"),
    ("asciitilde", "~"),
    ("exclamdown", "¡"),
    ("cent", "¢"),
    ("sterling", "£"),
    ("currency", "¤"),
    ("yen", "¥"),
    ("brokenbar", "¦"),
    ("section", "§"),
    ("dieresis", "¨"),
    ("copyright", "©"),
    ("ordfeminine", "ª"),
    ("guillemotleft", "«"),
    ("logicalnot", "¬"),
    ("registered", "®"),
    ("macron", "¯"),
    ("degree", "°"),
    ("plusminus", "±"),
    ("twosuperior", "²"),
    ("threesuperior", "³"),
    ("acute", "´"),
    ("mu", "µ"),
    ("paragraph", "¶"),
    ("periodcentered", "·"),
    ("middot", "·"),
    ("cedilla", "¸"),
    ("onesuperior", "¹"),
    ("ordmasculine", "º"),
    ("guillemotright", "»"),
    ("onequarter", "¼"),
    ("onehalf", "½"),
    ("threequarters", "¾"),
    ("questiondown", "¿"),
    ("AE", "Æ"),
    ("ae", "æ"),
    ("Oslash", "Ø"),
    ("oslash", "ø"),
    ("OE", "Œ"),
    ("oe", "œ"),
    ("Lslash", "Ł"),
    ("lslash", "ł"),
    ("Dcroat", "Đ"),
    ("dcroat", "đ"),
    ("Eth", "Ð"),
    ("eth", "ð"),
    ("Thorn", "Þ"),
    ("thorn", "þ"),
    ("germandbls", "ß"),
    ("dotlessi", "ı"),
    ("dotlessj", "ȷ"),
    ("Aring", "Å"),
    ("aring", "å"),
    ("multiply", "×"),
    ("divide", "÷"),
    ("endash", "–"),
    ("emdash", "—"),
    ("quotedblleft", "“"),
    ("quotedblright", "”"),
    ("quotedblbase", "„"),
    ("quotesinglbase", "‚"),
    ("guilsinglleft", "‹"),
    ("guilsinglright", "›"),
    ("dagger", "†"),
    ("daggerdbl", "‡"),
    ("bullet", "•"),
    ("openbullet", "◦"),
    ("ellipsis", "…"),
    ("perthousand", "‰"),
    ("Euro", "€"),
    ("trademark", "™"),
    ("fraction", "⁄"),
    ("florin", "ƒ"),
    ("circumflex", "ˆ"),
    ("tilde", "˜"),
    ("caron", "ˇ"),
    ("breve", "˘"),
    ("dotaccent", "˙"),
    ("ring", "˚"),
    ("hungarumlaut", "˝"),
    ("ogonek", "˛"),
    ("ff", "ff"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("ffi", "ffi"),
    ("ffl", "ffl"),
    ("arrowright", "→"),
    ("lessequal", "≤"),
    ("greaterequal", "≥"),
    ("approxequal", "≈"),
    ("notequal", "≠"),
    ("infinity", "∞"),
    ("element", "∈"),
    ("asteriskmath", "*"),
    ("dotmath", "·"),
    ("H18533", "▪"),
    ("filledbox", "■"),
    ("circle", "○"),
    ("blackcircle", "●"),
    ("triagrt", "►"),
    ("diamondmath", "⋄"),
    ("heart", "♥"),
    ("checkmark", "✓"),
    ("visiblespace", " "),
    ("Delta", "∆"),
    ("Omega", "Ω"),
    ("pi", "π"),
    ("alpha", "α"),
    ("beta", "β"),
    (".notdef", ""),
    ("nonmarkingreturn", ""),
    ("NULL", ""),
    ("CR", ""),
];

/// Accents, as they end a letter's name, by the sign that combines.
const ACCENTS: &[(&str, char)] = &[
    ("acute", '\u{301}'),
    ("grave", '\u{300}'),
    ("circumflex", '\u{302}'),
    ("dieresis", '\u{308}'),
    ("tilde", '\u{303}'),
    ("caron", '\u{30c}'),
    ("cedilla", '\u{327}'),
    ("ring", '\u{30a}'),
    ("macron", '\u{304}'),
    ("ogonek", '\u{328}'),
    ("breve", '\u{306}'),
    ("dotaccent", '\u{307}'),
    ("dot", '\u{307}'),
    ("hungarumlaut", '\u{30b}'),
    ("commaaccent", '\u{326}'),
];

/// The letters that a glyph's name stands for.
pub(super) fn letters(name: &str) -> Option<String> {
    if let Some((_, letters)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some((*letters).to_owned());
    }
    if name.chars().count() == 1 {
        return Some(name.to_owned());
    }
    // `a.small`, `f_i`: a look, and several in one.
    let plain = name.split_once('.').map_or(name, |(plain, _)| plain);
    if plain != name || plain.contains('_') {
        let parts = plain.split('_').filter(|part| !part.is_empty());
        let letters: Option<String> = parts.map(one).collect();
        return letters.filter(|letters| !letters.is_empty());
    }
    one(plain)
}

fn one(name: &str) -> Option<String> {
    if let Some((_, letters)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some((*letters).to_owned());
    }
    let mut chars = name.chars();
    let (Some(first), accent) = (chars.next(), chars.as_str()) else {
        return None;
    };
    if accent.is_empty() {
        return Some(first.to_string());
    }
    if let Some((_, sign)) = ACCENTS.iter().find(|(known, _)| *known == accent) {
        return Some([first, *sign].into_iter().nfc().collect());
    }
    let hex = name.strip_prefix("uni").filter(|hex| hex.len() % 4 == 0);
    if let Some(hex) = hex.filter(|hex| !hex.is_empty() && hex.is_ascii()) {
        let units = (0..hex.len())
            .step_by(4)
            .map(|at| u16::from_str_radix(hex.get(at..at + 4)?, 16).ok());
        let units: Option<Vec<u16>> = units.collect();
        return String::from_utf16(&units?).ok();
    }
    let hex = name
        .strip_prefix('u')
        .filter(|hex| (4..=6).contains(&hex.len()))?;
    let c = char::from_u32(u32::from_str_radix(hex, 16).ok()?)?;
    Some(c.to_string())
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn names_are_letters() {
        let read = |name| letters(name).unwrap_or_default();
        assert_eq!(read("a"), "a");
        assert_eq!(read("eacute"), "é");
        assert_eq!(read("Scaron"), "Š");
        assert_eq!(read("f_f_i"), "ffi");
        assert_eq!(read("one.oldstyle"), "1");
        assert_eq!(read("uni20AC"), "€");
        assert_eq!(read("u1F600"), "😀");
        assert_eq!(letters("g123"), None);
    }
}
