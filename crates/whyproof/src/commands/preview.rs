//! `preview`: a case in the browser, as it is saved.

use std::process::ExitCode;

use clap::Args;
use whyproof_case::Host;
use whyproof_host::{Preview, System, Watch, open_page};
use whyproof_render::html::{PageOptions, page};
use whyproof_render::manuscript::Manuscript;

use crate::commands::render::ThemeName;
use crate::error::{Error, ErrorKind};
use crate::input::{STANDARD_INPUT, Source};
use crate::terminal::Terminal;
use crate::text::typed;

/// Show a case in the browser, and again whenever it is saved
///
/// The page is served on this machine only, and says where. It keeps its place as it loads again. Ctrl-C ends it.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  whyproof preview proposal.md --open
  whyproof preview proposal.md --port 8080")]
pub(crate) struct PreviewArgs {
    /// The case
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    /// The port on this machine; 0 is any that is free
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) port: u16,
    /// Open it in the browser
    #[arg(long)]
    pub(crate) open: bool,
    /// Light, dark, or as your system is set
    #[arg(long, value_name = "THEME", default_value = "auto")]
    pub(crate) theme: ThemeName,
}

pub(crate) fn run(arguments: &PreviewArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    if arguments.case == STANDARD_INPUT {
        let message = "`preview` shows a file as it is saved, and `-` is standard input";
        return Err(Error::new(ErrorKind::Usage, message).hint("Name the file instead."));
    }
    let failed = |error: String| Error::new(ErrorKind::Environment, error);
    let first = rendered(arguments)?;
    let watch = Watch::new(std::slice::from_ref(&arguments.case))
        .map_err(|error| failed(error.to_string()))?;
    let preview = Preview::begin(arguments.port, &first)
        .map_err(|error| failed(error.to_string()).hint("Without --port a free one is taken."))?;
    let url = preview.url();
    let case = typed(&arguments.case);
    terminal.print(&format!("{case} is at {url}; Ctrl-C ends it.\n"))?;
    if arguments.open && open_page(&url).is_err() {
        terminal.note("Nothing opens pages here: open it in a browser.\n");
    }
    let mut trouble = None;
    // Saved between the first reading and the first listening, it is shown as well.
    loop {
        match rendered(arguments) {
            Ok(page) => {
                preview.show(&page);
                trouble = None;
            }
            // It is told once, and the page stays as it was.
            Err(error) if trouble.as_ref() != Some(&error) => {
                terminal.report(&error);
                trouble = Some(error);
            }
            Err(_) => {}
        }
        if !watch.wait() {
            return Ok(ExitCode::SUCCESS);
        }
    }
}

fn rendered(arguments: &PreviewArgs) -> Result<String, Error> {
    let source = Source::read(&System, &arguments.case)?;
    let case = source.case(&System as &dyn Host);
    let options = PageOptions {
        theme: arguments.theme.into(),
        live: true,
        ..PageOptions::default()
    };
    Ok(page(&Manuscript::new(&case), &options).into_string())
}
