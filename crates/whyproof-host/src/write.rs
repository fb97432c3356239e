//! Writing in one step: to a temporary file beside the target, then into its place.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// Puts `bytes` in the place of what stands at `path`, whose permissions stay; a link is followed, not replaced.
pub(crate) fn replace(path: &str, bytes: &[u8]) -> io::Result<()> {
    let (target, temporary) = ready(path, bytes)?;
    temporary.as_file().sync_all()?;
    temporary.persist(&target).map_err(|error| error.error)?;
    settle(folder_of(&target)?)
}

/// The same, and the system writes it to the disk when it likes.
pub(crate) fn replace_soon(path: &str, bytes: &[u8]) -> io::Result<()> {
    let (target, temporary) = ready(path, bytes)?;
    temporary.persist(&target).map_err(|error| error.error)?;
    Ok(())
}

/// Puts `bytes` after the end of what stands at `path`, down to the disk.
pub(crate) fn append(path: &str, bytes: &[u8]) -> io::Result<()> {
    let target = Path::new(path);
    let folder = folder_of(target)?;
    let is_new = !target.exists();
    let mut file = OpenOptions::new().append(true).create(true).open(target)?;
    // In one call: two programs that append at once don't mix their lines.
    file.write_all(bytes)?;
    file.sync_all()?;
    if is_new { settle(folder) } else { Ok(()) }
}

/// The target of `path`, and a temporary file beside it that has `bytes`.
fn ready(path: &str, bytes: &[u8]) -> io::Result<(PathBuf, NamedTempFile)> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| PathBuf::from(path));
    let temporary = beside(folder_of(&target)?, bytes)?;
    if let Ok(old) = fs::metadata(&target) {
        if old.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        temporary.as_file().set_permissions(old.permissions())?;
    }
    Ok((target, temporary))
}

/// Puts `bytes` at `path`, where nothing may stand.
pub(crate) fn create(path: &str, bytes: &[u8]) -> io::Result<()> {
    let target = Path::new(path);
    // A link that leads nowhere is something, too.
    if fs::symlink_metadata(target).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let folder = folder_of(target)?;
    let temporary = beside(folder, bytes)?;
    temporary.as_file().sync_all()?;
    temporary
        .persist_noclobber(target)
        .map_err(|error| error.error)?;
    settle(folder)
}

/// The folder that `target` stands in, made where it is not there.
fn folder_of(target: &Path) -> io::Result<&Path> {
    let folder = target
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    Ok(folder)
}

fn beside(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".whyproof-");
    let permissions = everyday();
    if let Some(permissions) = permissions {
        builder.permissions(permissions);
    }
    let mut temporary = builder.tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    Ok(temporary)
}

/// What a new file of the user's may be, less the umask; temporary files are private otherwise.
#[cfg(unix)]
fn everyday() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn everyday() -> Option<Permissions> {
    None
}

/// Makes the new name itself last through a crash, where the system has a way to say so.
fn settle(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
