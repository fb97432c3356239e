//! What was read for a result.

use std::sync::Arc;

use datafusion::datasource::physical_plan::FileScanConfig;
use datafusion::datasource::source::DataSourceExec;
use datafusion::execution::SessionState;
use datafusion::physical_plan::ExecutionPlan;

use crate::files::OpenFiles;
use crate::tables::Opened;
use crate::{Input, Job, Read};

/// All sources of a query, in the order of their names.
pub(super) async fn account(
    job: &Job,
    state: &SessionState,
    opened: &Opened,
    plan: &Arc<dyn ExecutionPlan>,
    elsewhere: bool,
) -> Vec<Read> {
    let scans = scans(plan);
    let mut read = Vec::new();
    for (name, files) in &opened.files {
        let (source, paths) = match job.tables.get(name) {
            Some(Input::Files { path, .. }) => (path.clone(), files.paths.clone()),
            // They are no files of the workspace.
            Some(Input::Remote { source, table, .. }) => (format!("{source}:{table}"), Vec::new()),
            _ => continue,
        };
        // A filter that is applied while reading hides rows from the scan's own count.
        let rows = match files.counted(state).await {
            Some(rows) => Some(rows),
            // What runs elsewhere keeps its scans to itself.
            None if elsewhere => None,
            None => Some(scanned(files, &scans)),
        };
        read.push(Read {
            name: name.clone(),
            source,
            files: paths,
            rows,
            outside: true,
        });
    }
    for name in &opened.others {
        if let Some(Input::Rows {
            rows,
            outside,
            paths,
            ..
        }) = job.tables.get(name)
        {
            read.push(Read {
                name: name.clone(),
                source: common(paths).unwrap_or(name).to_owned(),
                files: paths.clone(),
                rows: Some(rows.len() as u64),
                outside: *outside,
            });
        }
    }
    read.sort_by(|one, other| one.name.cmp(&other.name));
    read
}

/// What a reader would open: the file, or the folder of several.
fn common(paths: &[String]) -> Option<&str> {
    let (first, others) = paths.split_first()?;
    let mut common = first.as_str();
    while !others.iter().all(|path| {
        path.strip_prefix(common)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }) {
        common = common.rsplit_once('/')?.0;
    }
    Some(common)
}

/// A scan as it was run: one of its files, and how many rows it gave.
type Scan = (object_store::path::Path, u64);

/// The scans of a plan, found without recursion.
fn scans(plan: &Arc<dyn ExecutionPlan>) -> Vec<Scan> {
    let mut found = Vec::new();
    let mut nodes = vec![plan];
    while let Some(node) = nodes.pop() {
        nodes.extend(node.children());
        let Some(source) = node.downcast_ref::<DataSourceExec>() else {
            continue;
        };
        let Some(config) = source.data_source().downcast_ref::<FileScanConfig>() else {
            continue;
        };
        let rows = node
            .metrics()
            .and_then(|metrics| metrics.output_rows())
            .unwrap_or_default();
        let first = config
            .file_groups
            .iter()
            .flat_map(|group| group.iter())
            .next();
        if let Some(file) = first {
            found.push((file.object_meta.location.clone(), rows as u64));
        }
    }
    found
}

fn scanned(files: &OpenFiles, scans: &[Scan]) -> u64 {
    scans
        .iter()
        .filter(|(path, _)| files.keys.contains(path))
        .map(|(_, rows)| *rows)
        .max()
        .unwrap_or_default()
}
