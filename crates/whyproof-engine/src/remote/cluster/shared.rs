//! Tables of files that client and executors both see.

use std::path::Path;
use std::sync::Arc;

use datafusion::catalog::TableProvider;
use datafusion::datasource::listing::{ListingTable, ListingTableConfig, ListingTableUrl};
use datafusion::execution::SessionState;

use super::Cluster;
use crate::files::{self, OpenFiles, Shelf};
use crate::remote::bucket::{Kept, Wanted};
use crate::remote::escape;
use crate::{EngineError, Place};

/// A table of a cluster.
pub(crate) struct Shared {
    /// It as it is read here, to look at its columns.
    pub(crate) files: OpenFiles,
    /// It as it is read there.
    pub(crate) table: Arc<ListingTable>,
    /// What the look needs, where the files are in a bucket.
    pub(crate) kept: Option<Kept>,
}

impl Cluster {
    /// Opens a table: looks at the files here, by the way that leads from here, and names them as executors do.
    pub(crate) async fn open(
        &self,
        wanted: &Wanted<'_>,
        state: &SessionState,
        shelf: &Shelf,
    ) -> Result<Shared, EngineError> {
        let wrong = |message: String| wanted.named.error(message);
        let (files, base, kept) = if self.root.starts_with("s3://") {
            let place = Place {
                url: self.root.clone(),
                ..wanted.named.place.clone()
            };
            let opened = wanted.at(&place).open(state, shelf).await?;
            let base = self.root.split('?').next().unwrap_or_default();
            let base = format!("{}/", base.trim_end_matches('/'));
            (opened.files, base, Some(opened.kept))
        } else {
            let root = self.root.strip_prefix("file://").unwrap_or(&self.root);
            let root = std::fs::canonicalize(root).map_err(|_| {
                wrong(
                    "its `root` is not there; name a folder that this machine sees too".to_owned(),
                )
            })?;
            let table = wanted.table;
            let files = files::open(state, shelf, &root, table, wanted.reading)
                .await
                .map_err(wrong)?;
            (files, url(&root), None)
        };
        let table = renamed(&files, &base).map_err(wrong)?;
        Ok(Shared { files, table, kept })
    }
}

/// A folder as a URL, with a `/` at its end.
fn url(folder: &Path) -> String {
    let path = folder.to_string_lossy().replace('\\', "/");
    format!("file:///{}/", escape::url(path.trim_matches('/')))
}

/// The same table, of files below another URL.
fn renamed(files: &OpenFiles, base: &str) -> Result<Arc<ListingTable>, String> {
    let urls: Result<Vec<_>, _> = files
        .paths
        .iter()
        .map(|path| ListingTableUrl::parse(format!("{base}{}", escape::url(path))))
        .collect();
    let config =
        ListingTableConfig::new_with_multi_paths(urls.map_err(|error| error.strip_backtrace())?)
            .with_listing_options(files.table.options().clone())
            .with_schema(files.table.schema());
    let table = ListingTable::try_new(config).map_err(|error| error.strip_backtrace())?;
    Ok(Arc::new(table))
}
