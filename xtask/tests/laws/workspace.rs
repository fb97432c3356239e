//! The workspace as the laws see it.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};

/// Every crate of the workspace by its name.
pub(crate) type Workspace = BTreeMap<String, Crate>;

/// What a crate depends on.
#[derive(Debug, Default)]
pub(crate) struct Crate {
    /// What its manifest names for its own code and build script.
    pub(crate) normal: BTreeSet<String>,
    /// What its manifest names for its tests, examples and benchmarks.
    pub(crate) dev: BTreeSet<String>,
    /// Everything that its own code is built with, however far.
    pub(crate) reached: BTreeSet<String>,
}

/// The real workspace.
pub(crate) fn real() -> Workspace {
    let metadata = MetadataCommand::new()
        .manifest_path(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml"))
        .other_options(["--locked".to_owned()])
        .exec()
        .expect("cargo metadata runs");
    let crates = metadata.workspace_packages().into_iter().map(|package| {
        let of_kind = |dev: bool| {
            package
                .dependencies
                .iter()
                .filter(|dependency| (dependency.kind == DependencyKind::Development) == dev)
                .map(|dependency| dependency.name.clone())
                .collect()
        };
        let seen = Crate {
            normal: of_kind(false),
            dev: of_kind(true),
            reached: reached(&metadata, &package.id),
        };
        (package.name.to_string(), seen)
    });
    crates.collect()
}

fn reached(metadata: &Metadata, start: &cargo_metadata::PackageId) -> BTreeSet<String> {
    let resolve = metadata.resolve.as_ref().expect("cargo resolves");
    let nodes: BTreeMap<_, _> = resolve.nodes.iter().map(|node| (&node.id, node)).collect();
    let mut seen = BTreeSet::from([start]);
    let mut waiting = vec![start];
    while let Some(id) = waiting.pop() {
        for dependency in &nodes[id].deps {
            let is_built = |info: &cargo_metadata::DepKindInfo| info.kind == DependencyKind::Normal;
            if dependency.dep_kinds.iter().any(is_built) && seen.insert(&dependency.pkg) {
                waiting.push(&dependency.pkg);
            }
        }
    }
    seen.into_iter()
        .map(|id| metadata[id].name.to_string())
        .collect()
}

/// A workspace of one crate, for the tests of the laws.
pub(crate) fn of(name: &str, normal: &[&str], dev: &[&str], reached: &[&str]) -> Workspace {
    let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let one = Crate {
        normal: set(normal),
        dev: set(dev),
        reached: set(reached),
    };
    Workspace::from([(name.to_owned(), one)])
}
