//! A store that only reads, and remembers in plain words what went wrong first.
//!
//! The library's own words hold the URL; and by the time that the query engine tells of them, they are wrapped in its.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use bytes::Bytes;
use futures::StreamExt;
use futures::stream::{self, BoxStream};
use object_store::path::Path;
use object_store::{
    CopyOptions, Error, GetOptions, GetResult, GetResultPayload, ListResult, MultipartUpload,
    ObjectMeta, ObjectStore, PutMultipartOptions, PutOptions, PutPayload, PutResult, Result,
};

use crate::EngineError;

/// What went wrong first, shared by all who read.
#[derive(Debug, Clone, Default)]
pub(super) struct Trouble(Arc<Mutex<Option<EngineError>>>);

impl Trouble {
    /// What it was.
    pub(super) fn told(&self) -> Option<EngineError> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn remember(&self, source: &str, error: &Error) {
        // A file that is not what its name says leads its reader beyond its end: the bucket did nothing wrong.
        if matches!(error, Error::Generic { .. })
            && error.to_string().to_lowercase().contains("range")
        {
            return;
        }
        let mut first = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        first.get_or_insert_with(|| EngineError::Source {
            name: source.to_owned(),
            message: message(error),
        });
    }
}

const NO_BUCKET: &str = "there is no such bucket, or a file has gone; check its name";

/// A failure in words, without the URL.
pub(super) fn message(error: &Error) -> String {
    let told = match error {
        Error::NotFound { .. } => NO_BUCKET,
        Error::PermissionDenied { .. } | Error::Unauthenticated { .. } => {
            "it refuses the keys, or they may not read there; check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
        }
        Error::NotSupported { .. } | Error::NotImplemented { .. } => "a query only reads",
        Error::Generic {
            store: "bucket",
            source,
        } => return source.to_string(),
        // Listing a bucket that is not there is told by its code only.
        Error::Generic { .. } if error.to_string().contains("NoSuchBucket") => NO_BUCKET,
        _ => "it does not answer as it should; is it running, and is its endpoint right?",
    };
    told.to_owned()
}

/// The store.
#[derive(Debug)]
pub(super) struct Watched {
    inner: Arc<dyn ObjectStore>,
    source: String,
    trouble: Trouble,
    /// All that may be read, once that is known.
    only: Option<BTreeSet<Path>>,
}

impl Watched {
    pub(super) fn new(inner: Arc<dyn ObjectStore>, source: &str, trouble: Trouble) -> Self {
        Watched {
            inner,
            source: source.to_owned(),
            trouble,
            only: None,
        }
    }

    /// The same, where nothing but these can be read.
    pub(super) fn only(self, keys: BTreeSet<Path>) -> Self {
        Watched {
            only: Some(keys),
            ..self
        }
    }

    fn allow(&self, location: &Path) -> Result<()> {
        match &self.only {
            Some(keys) if !keys.contains(location) => refused(),
            _ => Ok(()),
        }
    }

    fn see<T>(&self, result: Result<T>) -> Result<T> {
        result.inspect_err(|error| self.trouble.remember(&self.source, error))
    }

    fn see_each<T: Send + 'static>(
        &self,
        items: BoxStream<'static, Result<T>>,
    ) -> BoxStream<'static, Result<T>> {
        let (trouble, source) = (self.trouble.clone(), self.source.clone());
        items
            .inspect(move |item| {
                if let Err(error) = item {
                    trouble.remember(&source, error);
                }
            })
            .boxed()
    }
}

impl fmt::Display for Watched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source)
    }
}

fn refused<T>() -> Result<T> {
    Err(Error::NotSupported {
        source: "a query only reads".into(),
    })
}

#[async_trait]
impl ObjectStore for Watched {
    async fn get_opts(&self, location: &Path, options: GetOptions) -> Result<GetResult> {
        self.allow(location)?;
        let head = options.head;
        let got = self.inner.get_opts(location, options).await;
        // That a path is no object is an answer: it may be a folder.
        if head && matches!(got, Err(Error::NotFound { .. })) {
            return got;
        }
        let mut got = self.see(got)?;
        if let GetResultPayload::Stream(pieces) = got.payload {
            got.payload = GetResultPayload::Stream(self.see_each(pieces));
        }
        Ok(got)
    }

    async fn get_ranges(&self, location: &Path, ranges: &[Range<u64>]) -> Result<Vec<Bytes>> {
        self.allow(location)?;
        self.see(self.inner.get_ranges(location, ranges).await)
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        match self.only {
            Some(_) => stream::once(async { refused() }).boxed(),
            None => self.see_each(self.inner.list(prefix)),
        }
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        match self.only {
            Some(_) => refused(),
            None => self.see(self.inner.list_with_delimiter(prefix).await),
        }
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

    async fn copy_opts(&self, _: &Path, _: &Path, _: CopyOptions) -> Result<()> {
        refused()
    }
}
