//! The only door to files that the query engine has: the files that a job names, to be read and nothing else.

use std::collections::BTreeMap;
use std::fmt;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use async_trait::async_trait;
use bytes::Bytes;
use futures::stream::{self, BoxStream, StreamExt};
use object_store::path::Path;
use object_store::{
    Attributes, CopyOptions, GetOptions, GetRange, GetResult, GetResultPayload, ListResult,
    MultipartUpload, ObjectMeta, ObjectStore, PutMultipartOptions, PutOptions, PutPayload,
    PutResult, Result,
};

/// A file that may be read.
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    /// Where it is.
    pub(crate) place: PathBuf,
    /// Bytes at its start that are not data: a byte order mark.
    pub(crate) skip: u64,
    /// Its size without those.
    pub(crate) size: u64,
    /// When it was last changed.
    pub(crate) modified: SystemTime,
}

/// The files that a job may read, by their path from the root.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    files: Mutex<BTreeMap<Path, Arc<Stored>>>,
}

impl Shelf {
    /// Lets a file be read.
    pub(crate) fn put(&self, path: Path, stored: Stored) {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(path, Arc::new(stored));
    }

    /// What stands for `path`, as the query engine wants to know it.
    pub(crate) fn meta(&self, path: &Path) -> Result<ObjectMeta> {
        Ok(meta(path, &*self.find(path)?))
    }

    fn find(&self, path: &Path) -> Result<Arc<Stored>> {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files
            .get(path)
            .cloned()
            .ok_or_else(|| object_store::Error::NotFound {
                path: path.to_string(),
                source: "not among the files of this query".into(),
            })
    }
}

impl fmt::Display for Shelf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("files")
    }
}

fn meta(path: &Path, stored: &Stored) -> ObjectMeta {
    ObjectMeta {
        location: path.clone(),
        last_modified: stored.modified.into(),
        size: stored.size,
        e_tag: None,
        version: None,
    }
}

fn refused<T>() -> Result<T> {
    Err(object_store::Error::NotSupported {
        source: "a query only reads".into(),
    })
}

fn failed(path: &Path, source: io::Error) -> object_store::Error {
    object_store::Error::Generic {
        store: "file",
        source: format!("{path}: {source}").into(),
    }
}

fn bounds(asked: Option<&GetRange>, size: u64) -> Range<u64> {
    match asked {
        None => 0..size,
        Some(GetRange::Bounded(range)) => range.start.min(size)..range.end.min(size),
        Some(GetRange::Offset(start)) => (*start).min(size)..size,
        Some(GetRange::Suffix(length)) => size.saturating_sub(*length)..size,
    }
}

/// Reads ranges of one file, which is opened once.
fn read_ranges(stored: &Stored, ranges: &[Range<u64>]) -> io::Result<Vec<Bytes>> {
    let mut file = File::open(&stored.place)?;
    ranges
        .iter()
        .map(|range| {
            let length = range.end.saturating_sub(range.start);
            let mut read = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
            file.seek(SeekFrom::Start(range.start + stored.skip))?;
            (&mut file).take(length).read_to_end(&mut read)?;
            if (read.len() as u64) < length {
                return Err(io::Error::new(
                    io::ErrorKind::UnexpectedEof,
                    "the file became shorter",
                ));
            }
            Ok(Bytes::from(read))
        })
        .collect()
}

#[async_trait]
impl ObjectStore for Shelf {
    async fn get_opts(&self, location: &Path, options: GetOptions) -> Result<GetResult> {
        let stored = self.find(location)?;
        let meta = meta(location, &stored);
        let range = bounds(options.range.as_ref(), stored.size);
        let payload = if options.head {
            GetResultPayload::Stream(stream::empty().boxed())
        } else if stored.skip == 0 {
            let file = File::open(&stored.place).map_err(|error| failed(location, error))?;
            GetResultPayload::File(file, stored.place.clone())
        } else {
            GetResultPayload::Stream(pieces(location.clone(), stored, range.clone()).boxed())
        };
        Ok(GetResult {
            payload,
            meta,
            range,
            attributes: Attributes::default(),
        })
    }

    async fn get_ranges(&self, location: &Path, ranges: &[Range<u64>]) -> Result<Vec<Bytes>> {
        let stored = self.find(location)?;
        let (path, ranges) = (location.clone(), ranges.to_vec());
        tokio::task::spawn_blocking(move || {
            read_ranges(&stored, &ranges).map_err(|error| failed(&path, error))
        })
        .await
        .map_err(|error| object_store::Error::JoinError { source: error })?
    }

    async fn put_opts(&self, _: &Path, _: PutPayload, _: PutOptions) -> Result<PutResult> {
        refused()
    }

    async fn put_multipart_opts(
        &self,
        _: &Path,
        _: PutMultipartOptions,
    ) -> Result<Box<dyn MultipartUpload>> {
        refused()
    }

    fn delete_stream(
        &self,
        _: BoxStream<'static, Result<Path>>,
    ) -> BoxStream<'static, Result<Path>> {
        stream::once(async { refused() }).boxed()
    }

    fn list(&self, _: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        stream::once(async { refused() }).boxed()
    }

    async fn list_with_delimiter(&self, _: Option<&Path>) -> Result<ListResult> {
        refused()
    }

    async fn copy_opts(&self, _: &Path, _: &Path, _: CopyOptions) -> Result<()> {
        refused()
    }
}

/// A range of a file, a megabyte at a time.
fn pieces(
    path: Path,
    stored: Arc<Stored>,
    range: Range<u64>,
) -> impl futures::Stream<Item = Result<Bytes>> + Send {
    const PIECE: u64 = 1 << 20;
    stream::unfold(range, move |mut rest| {
        let (stored, path) = (Arc::clone(&stored), path.clone());
        async move {
            if rest.is_empty() {
                return None;
            }
            let piece = rest.start..rest.end.min(rest.start + PIECE);
            rest.start = piece.end;
            let read = tokio::task::spawn_blocking(move || read_ranges(&stored, &[piece])).await;
            let read = match read {
                Ok(Ok(mut pieces)) => Ok(pieces.pop().unwrap_or_default()),
                Ok(Err(error)) => Err(failed(&path, error)),
                Err(error) => Err(object_store::Error::JoinError { source: error }),
            };
            Some((read, rest))
        }
    })
}
