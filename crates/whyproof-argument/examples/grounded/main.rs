//! Prints the grounded extension of an argumentation framework, as the solvers of ICCMA 2023 do.
//!
//! `grounded [FILE]` reads the file, or standard input, and prints one line: `w` and the arguments
//! of the extension in ascending order. Exit 1: the input is wrong, with its line; 2: the call is.

#![allow(
    clippy::print_stderr,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a command-line program that reads a file"
)]

mod read;

use std::fs::File;
use std::io::{self, Write};
use std::process::ExitCode;

use whyproof_argument::{Graph, Standing, standings};

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let path = arguments.next();
    if arguments.next().is_some() || path.as_ref().is_some_and(|path| path == "--help") {
        eprintln!("usage: grounded [FILE]\nFILE: `p af N`, then a line `a b` for each attack");
        return ExitCode::from(2);
    }
    let graph = match &path {
        None => read::framework(io::stdin().lock(), 0),
        Some(path) => File::open(path)
            .map_err(read::Failure::Input)
            .and_then(|file| {
                let size = file.metadata().map_or(0, |metadata| metadata.len());
                read::framework(file, size)
            }),
    };
    match graph {
        Ok(graph) => match io::stdout().lock().write_all(&extension(&graph)) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => fail("standard output", &error),
        },
        Err(failure) => {
            let name = path.map_or("standard input".into(), |path| path.display().to_string());
            fail(&name, &failure)
        }
    }
}

fn fail(name: &str, error: &dyn std::fmt::Display) -> ExitCode {
    eprintln!("grounded: {name}: {error}");
    ExitCode::FAILURE
}

fn extension(graph: &Graph) -> Vec<u8> {
    let standings = standings(graph);
    let mut line = Vec::with_capacity(1 << 16);
    line.push(b'w');
    for (standing, argument) in standings.values().iter().zip(1u32..) {
        if *standing == Standing::Stands {
            line.push(b' ');
            push_number(&mut line, argument);
        }
    }
    line.push(b'\n');
    line
}

fn push_number(line: &mut Vec<u8>, mut number: u32) {
    let start = line.len();
    while number > 0 {
        line.push(b'0' + u8::try_from(number % 10).unwrap_or(0));
        number /= 10;
    }
    line[start..].reverse();
}
