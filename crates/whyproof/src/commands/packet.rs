//! `packet`: one file for somebody who has no account and no Whyproof.

mod leaving;
mod take;

use std::process::ExitCode;

use clap::Args;
use whyproof_host::System;
use whyproof_render::manuscript::Manuscript;
use whyproof_render::packet::{self, PacketOptions};

use crate::error::{Error, ErrorKind};
use crate::input::{STANDARD_INPUT, Source};
use crate::terminal::{Terminal, style};
use crate::text::{typed, wrap};
use crate::workspace::produced::{self, Produced};
use crate::workspace::sharing;

/// Make one HTML file of a case, which somebody without Whyproof reads and answers
///
/// They read it in any browser, on a phone too, ask whys, give a verdict and send back a small file. It works without
/// a network and sends nothing anywhere. With --take it is of a person, for a mentor: your question, your background
/// and your stories, and beside each a place for their take. Your name, your addresses and your private notes stay here.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  whyproof packet proposal.md
  whyproof packet proposal.md -o for-finance.html --mail r.okafor@example.org
  whyproof import *-reply.json --into proposal.md     Merges what comes back
  whyproof packet --take me --signed \"K., Seattle\"    Asks a mentor for their take
  whyproof import *-reply.json --into me              Puts it into me/take.yaml")]
pub(crate) struct PacketArgs {
    /// The case; `-` is standard input. With --take the folder of your experience, the current one where none is named
    #[arg(value_name = "CASE", required_unless_present = "take")]
    case: Option<String>,
    /// Make the packet of a take: a mentor is asked what they think of your background
    #[arg(long)]
    take: bool,
    /// With --take: what you are held to, a bar's name or file, once for each; else what your stories name
    #[arg(long, value_name = "NAME", requires = "take")]
    bar: Vec<String>,
    /// With --take: your question to the mentor, instead of that in take.yaml
    #[arg(long, value_name = "TEXT", requires = "take")]
    question: Option<String>,
    /// With --take: the file that has your question; `-` is standard input
    #[arg(
        long,
        value_name = "FILE",
        requires = "take",
        conflicts_with = "question"
    )]
    question_file: Option<String>,
    /// With --take: how you sign it, as in "K., Seattle", instead of what take.yaml says
    #[arg(long, value_name = "NAME", requires = "take")]
    signed: Option<String>,
    /// Write the packet to this file instead of CASE-packet.html beside the case, or take-packet.html in the folder
    #[arg(short, long, value_name = "OUT")]
    output: Option<String>,
    /// The mail address that replies should go to
    #[arg(long, value_name = "ADDRESS")]
    mail: Option<String>,
}

pub(crate) fn run(arguments: &PacketArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let mail = arguments.mail.as_deref().map(address).transpose()?;
    let of = match (&arguments.case, arguments.take) {
        (case, true) => return take::run(arguments, case.as_deref(), mail.as_deref(), terminal),
        (Some(case), false) => case,
        // The parser has asked for it.
        (None, false) => return Ok(ExitCode::SUCCESS),
    };
    let source = Source::read(&System, of)?;
    let path = match &arguments.output {
        Some(path) => path.clone(),
        None => beside(of)?,
    };
    Produced::named(&path, &[Produced::Packet])?;
    produced::is_free(&path, Produced::Packet, &[of])?;
    let case = source.case(&System);
    let reminders = sharing::allowed(&case, of)?;
    let page = packet::page(&Manuscript::new(&case), &PacketOptions { mail });
    let page = page.as_str().as_bytes();
    produced::write(&path, page, Produced::Packet, &[of])?;
    terminal.print(&told(of, &path, terminal.width()))?;
    for reminder in reminders {
        terminal.note(&format!("note: {reminder}\n"));
    }
    Ok(ExitCode::SUCCESS)
}

/// `CASE-packet.html` beside the case.
fn beside(case: &str) -> Result<String, Error> {
    if case == STANDARD_INPUT {
        let message = "a packet of standard input has no name";
        return Err(Error::new(ErrorKind::Usage, message).hint("Say where it goes: -o OUT.html."));
    }
    let (folder, name) = match case.rsplit_once('/') {
        Some((folder, name)) => (Some(folder), name),
        None => (None, case),
    };
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem = if stem.is_empty() { name } else { stem };
    Ok(match folder {
        Some(folder) => format!("{folder}/{stem}-packet.html"),
        None => format!("{stem}-packet.html"),
    })
}

/// An address that can stand in a link to write a mail.
fn address(text: &str) -> Result<String, Error> {
    let plain = |c: char| c.is_alphanumeric() || "@.-_+!#$%'*/=~".contains(c);
    let is_one = text
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'));
    if is_one && text.len() < 255 && text.chars().all(plain) {
        return Ok(text.to_owned());
    }
    Err(Error::new(
        ErrorKind::Usage,
        format!("`{text}` is no mail address"),
    ))
}

fn told(case: &str, path: &str, columns: usize) -> String {
    let (strong, blue) = (style::STRONG, style::TYPED);
    let text = "Send it to whoever should review the case: it opens in any browser, works without a network, and \
                sends nothing. What comes back are small files.";
    let mut told = format!("Wrote {}.\n\n", typed(path));
    for line in wrap(text, columns) {
        told.push_str(&line);
        told.push('\n');
    }
    if case != STANDARD_INPUT {
        told.push_str(&format!(
            "\n{strong}Next{strong:#}\n  {blue}whyproof import *-reply.json --into {}{blue:#}\n",
            typed(case)
        ));
    }
    told
}
