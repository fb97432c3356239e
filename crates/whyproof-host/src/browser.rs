//! Opening a page in the reader's browser.

use std::io;
use std::process::{Command, Stdio};

/// Opens a page that this program serves or has written, with what the system opens pages with.
///
/// # Errors
/// Where the system has nothing to open pages with.
pub fn open_page(place: &str) -> io::Result<()> {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut command = Command::new("rundll32");
        command.arg("url.dll,FileProtocolHandler");
        command
    } else {
        Command::new("xdg-open")
    };
    let quiet = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    quiet.arg(place).spawn().map(drop)
}
