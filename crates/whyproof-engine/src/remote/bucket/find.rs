//! The objects that a path means.

use futures::TryStreamExt;
use object_store::path::Path;
use object_store::{Error, ObjectMeta, ObjectStore, ObjectStoreExt, Result};

/// Most objects of one folder, as for files.
const MOST: usize = 10_000;

/// An object of a table.
pub(super) struct Object {
    /// Its path below the bucket's folder.
    pub(super) path: String,
    pub(super) meta: ObjectMeta,
}

/// The object of that path, or all below it that hold data; none where there is nothing.
pub(super) async fn objects(
    store: &dyn ObjectStore,
    prefix: &Path,
    path: &str,
) -> Result<Vec<Object>> {
    // Keys are taken as they are: `%` and such are letters of theirs.
    let key = match prefix.as_ref() {
        "" => Path::parse(path)?,
        prefix => Path::parse(format!("{prefix}/{path}"))?,
    };
    match store.head(&key).await {
        Ok(meta) => {
            return Ok(vec![Object {
                path: path.to_owned(),
                meta,
            }]);
        }
        Err(Error::NotFound { .. }) => {}
        Err(error) => return Err(error),
    }
    let mut found = Vec::new();
    let mut listed = store.list(Some(&key));
    while let Some(meta) = listed.try_next().await? {
        let Some(below) = meta.location.prefix_match(&key) else {
            continue;
        };
        let parts: Vec<String> = below.map(|part| part.as_ref().to_owned()).collect();
        let Some(name) = parts.last() else {
            continue;
        };
        // Hidden files, what only explains, and the objects by which some tools mark a folder.
        let hidden = parts.iter().any(|part| part.starts_with('.'));
        if hidden || name.eq_ignore_ascii_case("readme.md") || name == "_SUCCESS" || meta.size == 0
        {
            continue;
        }
        found.push(Object {
            path: format!("{path}/{}", parts.join("/")),
            meta,
        });
        if found.len() > MOST {
            return Err(Error::Generic {
                store: "bucket",
                source: format!("`{path}` has more than {MOST} files: put the rows into fewer")
                    .into(),
            });
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(found)
}
