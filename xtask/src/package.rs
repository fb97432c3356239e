//! `cargo xtask package`: the release archive of this platform, with its checksum, in
//! `target/packages`.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::error::{AtPath, Error, Result};
use crate::shell::{cargo, command, output, root, run, target};

const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];
const TEXTS: [&str; 4] = ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"];

/// Builds the program with the `dist` profile and packs it with its completions, manual pages
/// and licences.
pub fn package() -> Result {
    run(&mut cargo(&[
        "build",
        "--locked",
        "--profile=dist",
        "--package=whyproof",
    ]))?;
    let program = format!("whyproof{}", std::env::consts::EXE_SUFFIX);
    let built = target().join("dist").join(&program);
    let name = format!("whyproof-{}-{}", env!("CARGO_PKG_VERSION"), platform()?);
    let place = target().join("packages");
    let folder = place.join(&name);
    if folder.exists() {
        fs::remove_dir_all(&folder).at(&folder)?;
    }
    fs::create_dir_all(folder.join("completions")).at(&folder)?;
    fs::copy(&built, folder.join(&program)).at(&built)?;
    for text in TEXTS {
        fs::copy(root().join(text), folder.join(text)).at(root().join(text))?;
    }
    for shell in SHELLS {
        let script = output(command(&built).args(["completions", shell]))?;
        let file = folder.join("completions").join(completion_name(shell));
        fs::write(&file, script).at(&file)?;
    }
    run(command(&built).arg("man").arg(folder.join("man")))?;
    let archive = archive(&place, &name)?;
    println!("{}", place.join(archive).display());
    Ok(())
}

/// Packs the folder and writes its checksum beside it; returns the archive's name.
fn archive(place: &Path, name: &str) -> Result<String> {
    // Windows opens zip files by itself, and its tar writes them.
    let (ending, flags) = if cfg!(windows) {
        ("zip", "-acf")
    } else {
        ("tar.gz", "-czf")
    };
    let archive = format!("{name}.{ending}");
    run(command("tar")
        .current_dir(place)
        .args([flags, archive.as_str(), name]))?;
    let bytes = fs::read(place.join(&archive)).at(place.join(&archive))?;
    let sum = place.join(format!("{archive}.sha256"));
    fs::write(&sum, format!("{}  {archive}\n", hex(&bytes))).at(&sum)?;
    Ok(archive)
}

/// The SHA-256 of some bytes, in the digits that `sha256sum` prints.
fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The file name that each shell looks for.
fn completion_name(shell: &str) -> String {
    match shell {
        "elvish" => "whyproof.elv".to_owned(),
        "fish" => "whyproof.fish".to_owned(),
        "powershell" => "_whyproof.ps1".to_owned(),
        "zsh" => "_whyproof".to_owned(),
        _ => format!("whyproof.{shell}"),
    }
}

/// The platform as the compiler names it.
fn platform() -> Result<String> {
    let version = output(command("rustc").arg("-vV"))?;
    let version = String::from_utf8_lossy(&version);
    version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .map(str::to_owned)
        .ok_or_else(|| Error::Other("rustc does not say its host".to_owned()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_checksum_is_that_of_sha256sum() {
        assert_eq!(
            super::hex(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
