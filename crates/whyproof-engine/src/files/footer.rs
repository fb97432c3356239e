//! The end of a Parquet file, looked at before its reader relies on it.

use datafusion::common::DataFusionError;
use object_store::{ObjectMeta, ObjectStore, ObjectStoreExt};

/// Four bytes of length, four of magic.
const END: u64 = 8;

/// Fails where the file's end is not that of a Parquet file, or says more metadata than the file can hold: parquet 59.3
/// panics over such a length.
pub(crate) async fn check(
    store: &dyn ObjectStore,
    meta: &ObjectMeta,
) -> Result<(), DataFusionError> {
    let not = || DataFusionError::Execution("its end is not that of a Parquet file".to_owned());
    let start = meta.size.checked_sub(END).ok_or_else(not)?;
    let end = store
        .get_range(&meta.location, start..meta.size)
        .await
        .map_err(|error| DataFusionError::ObjectStore(Box::new(error)))?;
    let (length, magic) = end.split_first_chunk::<4>().ok_or_else(not)?;
    let length = u64::from(u32::from_le_bytes(*length));
    // The file begins with the magic, too.
    if !matches!(magic, b"PAR1" | b"PARE") || length + END + 4 > meta.size {
        return Err(not());
    }
    Ok(())
}
