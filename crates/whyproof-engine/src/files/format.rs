//! What a file's ending says of it.

use std::fmt;

use datafusion::datasource::file_format::file_compression_type::FileCompressionType;

/// How rows are written in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Text with a delimiter.
    Text(u8),
    /// One JSON object a line.
    Lines,
    /// JSON, either an array or lines: its first byte tells.
    Json,
    /// Parquet.
    Parquet,
    /// Arrow's own file format, also known as Feather.
    Arrow,
}

/// How a file is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Format {
    /// How rows are written.
    pub(crate) layout: Layout,
    /// How it is compressed as a whole.
    pub(crate) compression: FileCompressionType,
}

impl Format {
    /// The format that the ending of `path` names; `.txt` is one where a delimiter is known.
    pub(crate) fn of(path: &str, delimiter: bool) -> Option<Format> {
        let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
        let (name, compression) = [
            (".gz", FileCompressionType::GZIP),
            (".bz2", FileCompressionType::BZIP2),
            (".xz", FileCompressionType::XZ),
            (".zst", FileCompressionType::ZSTD),
        ]
        .into_iter()
        .find_map(|(ending, compression)| {
            Some((name.strip_suffix(ending)?.to_owned(), compression))
        })
        .unwrap_or((name, FileCompressionType::UNCOMPRESSED));
        let layout = match name.rsplit_once('.')?.1 {
            "csv" => Layout::Text(b','),
            "tsv" => Layout::Text(b'\t'),
            "txt" if delimiter => Layout::Text(b','),
            "json" => Layout::Json,
            "jsonl" | "ndjson" => Layout::Lines,
            "parquet" => Layout::Parquet,
            "arrow" | "feather" | "ipc" => Layout::Arrow,
            _ => return None,
        };
        let whole = matches!(layout, Layout::Parquet | Layout::Arrow);
        (!whole || compression == FileCompressionType::UNCOMPRESSED).then_some(Format {
            layout,
            compression,
        })
    }

    /// Whether the kinds of its columns can be said with `types`: where it is text.
    pub(crate) fn is_text(self) -> bool {
        !matches!(self.layout, Layout::Parquet | Layout::Arrow)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.layout {
            Layout::Text(b'\t') => "tab-separated text",
            Layout::Text(_) => "CSV",
            Layout::Lines => "JSON lines",
            Layout::Json => "JSON",
            Layout::Parquet => "Parquet",
            Layout::Arrow => "Arrow",
        })?;
        match self.compression {
            FileCompressionType::GZIP => f.write_str(" in gzip"),
            FileCompressionType::BZIP2 => f.write_str(" in bzip2"),
            FileCompressionType::XZ => f.write_str(" in xz"),
            FileCompressionType::ZSTD => f.write_str(" in zstd"),
            _ => Ok(()),
        }
    }
}
