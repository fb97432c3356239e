//! Which format a file has: by its bytes, then by its name.

use crate::{Format, ImportError};

pub(crate) fn detect(name: &str, bytes: &[u8]) -> Result<Format, ImportError> {
    let unsupported = |what, hint| {
        Err(ImportError::Unsupported {
            name: name.to_owned(),
            what,
            hint,
        })
    };
    let ending = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let ending = ending.rsplit_once('.').map_or("", |(_, ending)| ending);
    let ending = ending.to_ascii_lowercase();
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return match ending.as_str() {
            "odt" | "ott" => unsupported("an OpenDocument text", "save it as .docx"),
            "xlsx" | "pptx" | "ods" | "odp" => unsupported(
                "no text document",
                "import a .docx, .md, .txt or .argdown file",
            ),
            _ => Ok(Format::Docx),
        };
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return unsupported(
            "an old Word file or one with a password",
            "save it as .docx without a password",
        );
    }
    if bytes.starts_with(b"%PDF-") {
        return unsupported(
            "a PDF without the sections of a résumé",
            "import the file that it was made from, or say `--as experience`",
        );
    }
    if bytes.starts_with(b"{\\rtf") {
        return unsupported("rich text (RTF)", "save it as .docx");
    }
    Ok(match ending.as_str() {
        "docx" | "docm" | "dotx" => {
            return Err(ImportError::Archive {
                name: name.to_owned(),
                place: "its first bytes".to_owned(),
                problem: "it is no zip archive".to_owned(),
            });
        }
        "argdown" | "ad" | "adown" | "argdn" => Format::Argdown,
        "txt" | "text" => Format::PlainText,
        _ => Format::Markdown,
    })
}
