//! Files in a bucket that speaks S3, read by the engine here.
//!
//! Text is fetched whole before it is read, as all of it would be anyway; of Parquet and Arrow files only the parts
//! that a query needs are fetched. No object is reachable but those of the tables that the query names.

mod address;
mod find;
mod watched;

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use datafusion::common::DataFusionError;
use datafusion::datasource::file_format::FileFormat;
use datafusion::datasource::file_format::arrow::ArrowFormat;
use datafusion::datasource::file_format::parquet::ParquetFormat;
use datafusion::datasource::listing::{
    ListingOptions, ListingTable, ListingTableConfig, ListingTableUrl,
};
use datafusion::execution::SessionState;
use futures::TryStreamExt;
use object_store::path::Path as Key;
use object_store::{ObjectMeta, ObjectStore, ObjectStoreExt};
use tempfile::TempDir;

use self::address::Address;
use self::find::Object;
use self::watched::{Trouble, Watched};
use super::escape;
use super::named::Named;
use crate::files::{self, Layout, OpenFiles, Shelf};
use crate::{Bounds, EngineError, Reading};

/// A table of a bucket.
pub(crate) struct Opened {
    /// It as a table of files.
    pub(crate) files: OpenFiles,
    /// What it needs while it is read.
    pub(crate) kept: Kept,
}

/// What has to be there while a bucket's table is read.
#[derive(Debug)]
pub(crate) struct Kept {
    trouble: Trouble,
    /// The files that were fetched.
    _folder: Option<TempDir>,
}

impl Opened {
    fn of(files: OpenFiles, trouble: Trouble, folder: Option<TempDir>) -> Opened {
        let kept = Kept {
            trouble,
            _folder: folder,
        };
        Opened { files, kept }
    }
}

impl Kept {
    /// What went wrong with the bucket, in words without its URL.
    pub(crate) fn trouble(&self) -> Option<EngineError> {
        self.trouble.told()
    }
}

/// A table to open, and with what.
pub(crate) struct Wanted<'a> {
    /// The bucket.
    pub(crate) named: Named<'a>,
    /// The path in it: a file, or a folder of files of one format.
    pub(crate) table: &'a str,
    /// How text is read.
    pub(crate) reading: &'a Reading,
    /// How far the query may go.
    pub(crate) bounds: &'a Bounds,
    /// How many tables of the bucket were opened before.
    pub(crate) number: usize,
}

#[cfg(feature = "ballista")]
impl<'a> Wanted<'a> {
    /// The same below another place.
    pub(crate) fn at(&self, place: &'a crate::Place) -> Wanted<'a> {
        let name = self.named.name;
        Wanted {
            named: Named { name, place },
            ..*self
        }
    }
}

impl Wanted<'_> {
    /// Opens it.
    pub(crate) async fn open(
        &self,
        state: &SessionState,
        shelf: &Shelf,
    ) -> Result<Opened, EngineError> {
        let named = self.named;
        let wrong = |message: String| named.error(message);
        let trouble = Trouble::default();
        let (store, prefix) = self.door(&trouble)?;
        let path = files::normal(self.table).map_err(wrong)?;
        let failed = |error: object_store::Error| {
            let told = trouble.told();
            told.unwrap_or_else(|| named.error(watched::message(&error)))
        };
        let objects = find::objects(&store, &prefix, &path)
            .await
            .map_err(failed)?;
        if objects.is_empty() {
            let message = format!("there is no `{path}` in it; check the name in `whyproof.toml`");
            return Err(named.error(message));
        }
        let paths = objects.iter().map(|object| object.path.clone()).collect();
        let delimiter = self.reading.delimiter.is_some();
        let format = files::format_of(paths, &path, delimiter).map_err(wrong)?;
        let kind: Arc<dyn FileFormat> = match format.layout {
            Layout::Parquet => Arc::new(ParquetFormat::default()),
            Layout::Arrow => Arc::new(ArrowFormat),
            _ => {
                let fetched = self.fetch(&store, &objects).await;
                let folder = fetched.map_err(|error| error.told(failed))?;
                let opened = files::open(state, shelf, folder.path(), &path, self.reading).await;
                let files = opened.map_err(wrong)?;
                return Ok(Opened::of(files, trouble, Some(folder)));
            }
        };
        if !self.reading.types.is_empty() {
            let message =
                format!("`{path}` is {format}, which says its own types: leave `types` out");
            return Err(named.error(message));
        }
        let files = self
            .far(state, store, objects, kind)
            .await
            .map_err(|error| {
                let told = trouble.told();
                let why = files::plain(&error.strip_backtrace());
                told.unwrap_or_else(|| {
                    named.error(format!("`{path}` cannot be read as {format}: {why}"))
                })
            })?;
        Ok(Opened::of(files, trouble, None))
    }

    /// The way into the bucket, and the folder in it that is read.
    fn door(&self, trouble: &Trouble) -> Result<(Watched, Key), EngineError> {
        let named = self.named;
        let address = Address::of(named.place)
            .ok_or_else(|| named.error("its URL cannot be read; write `s3://BUCKET/FOLDER`"))?;
        let inner = address
            .store()
            .ok_or_else(|| named.error("its endpoint or its region is not understood"))?;
        let store = Watched::new(Arc::new(inner), named.name, trouble.clone());
        Ok((store, address.prefix))
    }

    /// Objects that are read where they are, and no others.
    async fn far(
        &self,
        state: &SessionState,
        store: Watched,
        objects: Vec<Object>,
        kind: Arc<dyn FileFormat>,
    ) -> Result<OpenFiles, DataFusionError> {
        let base = format!("source://table-{}/", self.number);
        let keys: Vec<_> = objects
            .iter()
            .map(|object| object.meta.location.clone())
            .collect();
        let store: Arc<dyn ObjectStore> = Arc::new(store.only(keys.iter().cloned().collect()));
        let url = ListingTableUrl::parse(&base)?;
        state
            .runtime_env()
            .register_object_store(url.object_store().as_ref(), Arc::clone(&store));
        let (paths, metas): (Vec<String>, Vec<ObjectMeta>) = objects
            .into_iter()
            .map(|object| (object.path, object.meta))
            .unzip();
        if kind.is::<ParquetFormat>() {
            for meta in &metas {
                files::footer::check(&*store, meta).await?;
            }
        }
        let schema = kind.infer_schema(state, &store, &metas).await?;
        let urls: Result<Vec<_>, _> = keys
            .iter()
            .map(|key| ListingTableUrl::parse(format!("{base}{}", escape::url(key.as_ref()))))
            .collect();
        let config = ListingTableConfig::new_with_multi_paths(urls?)
            .with_listing_options(ListingOptions::new(kind).with_file_extension(""))
            .with_schema(schema);
        let cache = state.runtime_env().cache_manager.get_file_statistic_cache();
        Ok(OpenFiles {
            table: Arc::new(ListingTable::try_new(config)?.with_cache(cache)),
            paths,
            keys,
            text: None,
        })
    }

    /// Fetches objects into a folder, each under its path.
    async fn fetch(&self, store: &Watched, objects: &[Object]) -> Result<TempDir, Unfetched> {
        let folder = TempDir::new()?;
        let mut left = self.bounds.spill;
        for object in objects {
            left = left
                .checked_sub(object.meta.size)
                .ok_or(Unfetched::Large(self.bounds.spill))?;
            let place = folder.path().join(Path::new(&object.path));
            if let Some(parent) = place.parent() {
                std::fs::create_dir_all(parent)?;
            }
            let mut file = std::fs::File::create(&place)?;
            let mut pieces = store.get(&object.meta.location).await?.into_stream();
            while let Some(piece) = pieces.try_next().await? {
                file.write_all(&piece)?;
            }
        }
        Ok(folder)
    }
}

/// Why files were not fetched.
enum Unfetched {
    Store(object_store::Error),
    File(std::io::Error),
    Large(u64),
}

impl From<object_store::Error> for Unfetched {
    fn from(error: object_store::Error) -> Self {
        Unfetched::Store(error)
    }
}

impl From<std::io::Error> for Unfetched {
    fn from(error: std::io::Error) -> Self {
        Unfetched::File(error)
    }
}

impl Unfetched {
    fn told(self, store: impl FnOnce(object_store::Error) -> EngineError) -> EngineError {
        match self {
            Unfetched::Store(error) => store(error),
            Unfetched::File(error) => EngineError::Failed(format!(
                "a temporary file cannot be written: {}",
                error.kind()
            )),
            Unfetched::Large(most) => EngineError::Bound {
                bound: "spill".to_owned(),
                message: format!(
                    "the query reads more than {} MB of text from a bucket: write it as Parquet",
                    most >> 20
                ),
            },
        }
    }
}
