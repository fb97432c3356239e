//! A font, as far as its codes are letters of a width.

use std::collections::BTreeMap;
use std::rc::Rc;

use hayro_interpret::hayro_cmap::{BfString, CMap, CMapName, load_embedded};
use hayro_syntax::object::dict::keys::{
    BASE_ENCODING, BASE_FONT, DESCENDANT_FONTS, DIFFERENCES, DW, ENCODING, FIRST_CHAR, FLAGS,
    FONT_DESC, FONT_FILE, FONT_MATRIX, MISSING_WIDTH, SUBTYPE, TO_UNICODE, W, WIDTHS,
};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use rustc_hash::FxHashMap;

use super::encodings::{self, Base};
use super::names;

/// Stands for a letter that the font has no name for.
const UNKNOWN: &str = "\u{fffd}";
/// Most widths of a font: as many as it can have glyphs.
const MOST_WIDTHS: u32 = 1 << 16;

/// A code as a letter.
pub(super) struct Code {
    pub(super) text: String,
    /// How far the next letter is, in sizes of the font.
    pub(super) width: f64,
    /// Whether it is the space that word spacing widens.
    pub(super) is_space: bool,
}

/// A font.
pub(super) struct Font {
    letters: Letters,
    /// What the font says its codes are.
    unicode: Option<CMap>,
}

enum Letters {
    /// A byte is a letter.
    Simple {
        names: Vec<String>,
        widths: Vec<f64>,
    },
    /// Several bytes are one.
    Composite(Box<Composite>),
}

struct Composite {
    map: CMap,
    widths: BTreeMap<u32, f64>,
    width: f64,
    /// Whether codes are UTF-16.
    utf16: bool,
    /// From glyphs of a known collection to letters.
    collection: Option<CMap>,
}

/// The fonts of a file, each read once.
#[derive(Default)]
pub(super) struct Fonts(FxHashMap<(usize, usize), Rc<Font>>);

impl Fonts {
    pub(super) fn of(&mut self, dict: &Dict<'_>) -> Rc<Font> {
        // The bytes of a dictionary stand in the file or in a part that stays unpacked.
        let key = (dict.data().as_ptr() as usize, dict.data().len());
        Rc::clone(
            self.0
                .entry(key)
                .or_insert_with(|| Rc::new(Font::new(dict))),
        )
    }
}

impl Font {
    fn new(dict: &Dict<'_>) -> Font {
        let unicode = dict
            .get::<Stream<'_>>(TO_UNICODE)
            .and_then(|stream| parsed(&stream));
        let descendant = dict.get::<Array<'_>>(DESCENDANT_FONTS);
        let descendant = descendant.and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let letters = match descendant {
            Some(descendant) => composite(dict, &descendant),
            None => simple(dict),
        };
        Font { letters, unicode }
    }

    /// The letter at `at`, which moves behind it; none at the end.
    pub(super) fn code(&self, codes: &[u8], at: &mut usize) -> Option<Code> {
        match &self.letters {
            Letters::Simple { names, widths } => {
                let code = *codes.get(*at)?;
                *at += 1;
                let name = names.get(usize::from(code)).cloned().unwrap_or_default();
                Some(Code {
                    text: self.unicode(u32::from(code)).unwrap_or(name),
                    width: widths.get(usize::from(code)).copied().unwrap_or(0.5),
                    is_space: code == b' ',
                })
            }
            Letters::Composite(composite) => {
                let Composite {
                    map,
                    widths,
                    width,
                    utf16,
                    collection,
                } = &**composite;
                let (code, length, cid) = wide(codes.get(*at..)?, map)?;
                *at += length;
                let text = self.unicode(code).or_else(|| match (utf16, collection) {
                    (true, _) => char::from_u32(code).map(String::from),
                    (_, Some(collection)) => collection.lookup_bf_string(cid).map(words),
                    _ => None,
                });
                Some(Code {
                    text: text.unwrap_or_else(|| UNKNOWN.to_owned()),
                    width: widths.get(&cid).copied().unwrap_or(*width),
                    is_space: code == 32 && length == 1,
                })
            }
        }
    }

    fn unicode(&self, code: u32) -> Option<String> {
        let found = words(self.unicode.as_ref()?.lookup_bf_string(code)?);
        (!found.contains('\0') && !found.is_empty()).then_some(found)
    }
}

fn words(found: BfString) -> String {
    match found {
        BfString::Char(c) => c.to_string(),
        BfString::String(words) => words,
    }
}

/// The next code: its value, its length in bytes, and the glyph that it names.
fn wide(codes: &[u8], map: &CMap) -> Option<(u32, usize, u32)> {
    let mut code = 0;
    for (at, &byte) in codes.iter().take(4).enumerate() {
        code = code << 8 | u32::from(byte);
        if let Some(cid) = map.lookup_cid_code(code, at as u8 + 1) {
            return Some((code, at + 1, cid));
        }
    }
    let two = codes.get(..2).or(codes.get(..1))?;
    let code = two
        .iter()
        .fold(0, |code, &byte| code << 8 | u32::from(byte));
    Some((code, two.len(), 0))
}

fn parsed(stream: &Stream<'_>) -> Option<CMap> {
    CMap::parse(&stream.decoded().ok()?, load_embedded)
}

fn composite(dict: &Dict<'_>, descendant: &Dict<'_>) -> Letters {
    let name = dict.get::<Name<'_>>(ENCODING);
    let name = name.as_deref().map(<[u8]>::to_vec).unwrap_or_default();
    let map = match CMapName::from_bytes(&name) {
        CMapName::IdentityH | CMapName::IdentityV => None,
        _ if name.is_empty() => dict
            .get::<Stream<'_>>(ENCODING)
            .and_then(|stream| parsed(&stream)),
        known => load_embedded(known).and_then(|data| CMap::parse(data, load_embedded)),
    };
    let map = map.unwrap_or_else(CMap::identity_h);
    let known = map.metadata().character_collection.as_ref();
    let collection = known.and_then(|known| known.family.ucs2_cmap());
    let collection = collection.and_then(load_embedded);
    let is_unicode = name.windows(3).any(|part| part == b"UTF" || part == b"UCS");
    let wide = descendant
        .get::<f32>(DW)
        .map_or(1.0, |width| f64::from(width) / 1000.0);
    Letters::Composite(Box::new(Composite {
        widths: descendant
            .get::<Array<'_>>(W)
            .map(|list| wide_widths(&list))
            .unwrap_or_default(),
        width: wide,
        utf16: is_unicode,
        collection: collection.and_then(|data| CMap::parse(data, load_embedded)),
        map,
    }))
}

/// `c [w w …]` and `from to w`.
fn wide_widths(list: &Array<'_>) -> BTreeMap<u32, f64> {
    let mut widths = BTreeMap::new();
    let mut numbers: Vec<f64> = Vec::new();
    for object in list.iter::<Object<'_>>() {
        match object {
            Object::Number(number) => numbers.push(number.as_f64()),
            Object::Array(list) => {
                let first = numbers.pop().unwrap_or_default() as u32;
                for (at, width) in (0..MOST_WIDTHS).zip(list.iter::<f32>()) {
                    widths.insert(first.saturating_add(at), f64::from(width) / 1000.0);
                }
                numbers.clear();
            }
            _ => numbers.clear(),
        }
        if let [first, last, width] = numbers.as_slice() {
            let (first, last) = (*first as u32, *last as u32);
            for cid in first..=last.min(first.saturating_add(MOST_WIDTHS)).min(MOST_WIDTHS) {
                widths.insert(cid, width / 1000.0);
            }
            numbers.clear();
        }
    }
    widths
}

fn simple(dict: &Dict<'_>) -> Letters {
    let descriptor = dict.get::<Dict<'_>>(FONT_DESC);
    let font = dict
        .get::<Name<'_>>(BASE_FONT)
        .map(|name| name.as_str().to_owned());
    let font = font.unwrap_or_default();
    Letters::Simple {
        names: letters(dict, descriptor.as_ref(), &font),
        widths: widths(dict, descriptor.as_ref(), &font),
    }
}

/// The letter of each byte.
fn letters(dict: &Dict<'_>, descriptor: Option<&Dict<'_>>, font: &str) -> Vec<String> {
    let own = dict.get::<Dict<'_>>(ENCODING);
    let named = match &own {
        Some(own) => own.get::<Name<'_>>(BASE_ENCODING),
        None => dict.get::<Name<'_>>(ENCODING),
    };
    let flags = descriptor
        .and_then(|one| one.get::<i32>(FLAGS))
        .unwrap_or(0);
    let is_true_type = dict.get::<Name<'_>>(SUBTYPE).as_deref() == Some(b"TrueType".as_slice());
    let base = match named.as_deref() {
        Some(b"WinAnsiEncoding") => Base::Windows,
        Some(b"MacRomanEncoding") => Base::Mac,
        _ if font.contains("Dingbats") => Base::Dingbats,
        _ if font.ends_with("Symbol") || font.contains("Wingdings") => Base::Symbol,
        _ if is_true_type && flags & 4 == 0 => Base::Windows,
        _ => Base::Standard,
    };
    let mut letters: Vec<String> = (0..=255)
        .map(|code| encodings::letter(base, code))
        .collect();
    let mut put = |code: usize, name: &str| {
        if let Some(letter) = letters.get_mut(code) {
            let known = names::letters(name).or_else(|| numbered(name, code));
            *letter = known.unwrap_or_else(|| UNKNOWN.to_owned());
        }
    };
    if let Some(program) = descriptor.and_then(|one| one.get::<Stream<'_>>(FONT_FILE))
        && named.is_none()
    {
        for (code, name) in built_in(&program.decoded().unwrap_or_default()) {
            put(code, &name);
        }
    }
    let differences = own.and_then(|own| own.get::<Array<'_>>(DIFFERENCES));
    if let Some(differences) = differences {
        let mut code = 0;
        for object in differences.iter::<Object<'_>>() {
            match object {
                Object::Number(number) => code = number.as_i64().clamp(0, 256) as usize,
                Object::Name(name) => {
                    put(code, name.as_str());
                    code += 1;
                }
                _ => {}
            }
        }
    }
    letters
}

/// The letter of a glyph that is named by its own code, as in `a65`: TeX's bitmap fonts have such names.
fn numbered(name: &str, code: usize) -> Option<String> {
    let digits = name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let is_own = name.len() - digits.len() <= 2 && digits.parse() == Ok(code);
    let code = u8::try_from(code).ok().filter(|_| is_own)?;
    Some(encodings::letter(Base::Cork, code))
}

/// The encoding that a Type 1 program has of its own: `dup 12 /fi put`.
fn built_in(program: &[u8]) -> Vec<(usize, String)> {
    let end = program
        .windows(5)
        .position(|part| part == b"eexec")
        .unwrap_or(program.len());
    let head = String::from_utf8_lossy(program.get(..end.min(64 << 10)).unwrap_or_default());
    let mut found = Vec::new();
    let mut words = head.split_ascii_whitespace();
    while let Some(word) = words.next() {
        if word != "dup" {
            continue;
        }
        let code = words.next().and_then(|code| code.parse().ok());
        let name = words.next().and_then(|name| name.strip_prefix('/'));
        if let (Some(code), Some(name)) = (code, name) {
            found.push((code, name.to_owned()));
        }
    }
    found
}

/// The width of each byte's letter, in sizes of the font.
fn widths(dict: &Dict<'_>, descriptor: Option<&Dict<'_>>, font: &str) -> Vec<f64> {
    // The units of a Type 3 font are its own.
    let unit = dict
        .get::<Array<'_>>(FONT_MATRIX)
        .and_then(|list| list.iter::<f32>().next());
    let unit = unit.map_or(0.001, f64::from).abs();
    let missing = descriptor
        .and_then(|one| one.get::<f32>(MISSING_WIDTH))
        .unwrap_or(0.0);
    let Some(own) = dict.get::<Array<'_>>(WIDTHS) else {
        return (0..=255).map(|code| encodings::width(font, code)).collect();
    };
    let first = dict.get::<i32>(FIRST_CHAR).unwrap_or(0).clamp(0, 255) as usize;
    let mut widths = vec![f64::from(missing) * unit; 256];
    for (at, width) in own.iter::<f32>().enumerate().take(256) {
        if let Some(slot) = widths.get_mut(first + at) {
            *slot = f64::from(width) * unit;
        }
    }
    widths
}
