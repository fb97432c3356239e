//! What a query may take: memory, temporary files, and no files but its own.

use std::sync::{Arc, Mutex, PoisonError};

use datafusion::common::{DataFusionError, Result};
use datafusion::execution::disk_manager::{DiskManagerBuilder, DiskManagerMode};
use datafusion::execution::object_store::ObjectStoreRegistry;
use datafusion::execution::runtime_env::{RuntimeEnv, RuntimeEnvBuilder};
use object_store::ObjectStore;
use url::Url;

use super::pool::Pool;
use crate::files::{BASE, Shelf};
use crate::{Bounds, EngineError};

/// The surroundings of one query.
pub(super) fn runtime(
    bounds: &Bounds,
    shelf: Arc<Shelf>,
) -> std::result::Result<Arc<RuntimeEnv>, EngineError> {
    let disk = DiskManagerBuilder::default()
        .with_mode(DiskManagerMode::OsTmpDirectory)
        .with_max_temp_directory_size(bounds.spill);
    RuntimeEnvBuilder::new()
        .with_memory_pool(Arc::new(Pool::new(bounds)))
        .with_disk_manager_builder(disk)
        .with_object_store_registry(Arc::new(Stores {
            shelf,
            others: Mutex::default(),
        }))
        .build_arc()
        .map_err(|error| EngineError::Failed(error.strip_backtrace()))
}

/// The stores that a query may read: the job's files, and what a named source adds.
#[derive(Debug)]
struct Stores {
    shelf: Arc<Shelf>,
    others: Mutex<Vec<(String, Arc<dyn ObjectStore>)>>,
}

impl ObjectStoreRegistry for Stores {
    fn register_store(
        &self,
        url: &Url,
        store: Arc<dyn ObjectStore>,
    ) -> Option<Arc<dyn ObjectStore>> {
        let mut others = self.others.lock().unwrap_or_else(PoisonError::into_inner);
        others.push((key(url), store));
        None
    }

    fn get_store(&self, url: &Url) -> Result<Arc<dyn ObjectStore>> {
        let key = key(url);
        if key == BASE {
            return Ok(Arc::clone(&self.shelf) as _);
        }
        let others = self.others.lock().unwrap_or_else(PoisonError::into_inner);
        others
            .iter()
            .find(|(other, _)| *other == key)
            .map(|(_, store)| Arc::clone(store))
            .ok_or_else(|| {
                DataFusionError::Execution("a query reads only the files that it names".into())
            })
    }
}

fn key(url: &Url) -> String {
    format!("{}://{}", url.scheme(), url.host_str().unwrap_or_default())
}
