//! The Python of the tests.

use std::path::{Path, PathBuf};

/// The Python that has a reader of PDFs. The stamp is written when all packages are there.
pub(crate) fn python() -> PathBuf {
    if let Some(python) = std::env::var_os("PYTHON") {
        return PathBuf::from(python);
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.setup/python");
    assert!(
        folder.join("installed-requirements.txt").is_file(),
        "the test needs pypdfium2, a reader of PDFs: run `cargo xtask setup`"
    );
    folder.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    })
}
