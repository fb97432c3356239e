use std::fmt;
use std::io::{self, Read};

use whyproof_argument::{Graph, GraphBuilder, Node, NodeId};

/// Bytes read at once: they stay in the cache until they are parsed.
const CHUNK: usize = 1 << 17;

/// More arguments than this are taken for a mistake: each costs memory, attacked or not.
const MOST: u32 = 100_000_000;

/// Why a framework could not be read.
#[derive(Debug)]
pub(crate) enum Failure {
    Input(io::Error),
    Line { number: u64, problem: Problem },
    NoHeader,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    BadHeader,
    NoHeaderBefore,
    SecondHeader,
    BadAttack,
    OutOfRange(u32),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(error) => error.fmt(f),
            Self::NoHeader => f.write_str("there is no header; the first line is `p af N`"),
            Self::Line { number, problem } => write!(f, "line {number}: {problem}"),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadHeader => write!(f, "a header is `p af N`, N a number up to {MOST}"),
            Self::NoHeaderBefore => f.write_str("an attack before the header `p af N`"),
            Self::SecondHeader => f.write_str("a second header"),
            Self::BadAttack => f.write_str("an attack is two numbers, `a b`"),
            Self::OutOfRange(most) => write!(f, "an argument is a number from 1 to {most}"),
        }
    }
}

/// Reads a framework chunk by chunk; `size` is the length of the input, where it is known.
pub(crate) fn framework(mut input: impl Read, size: u64) -> Result<Graph, Failure> {
    let mut framework = Framework {
        size,
        ..Framework::default()
    };
    let mut buffer = vec![0u8; CHUNK];
    let mut filled = 0;
    loop {
        let Some(space) = buffer.get_mut(filled..).filter(|space| !space.is_empty()) else {
            // A line longer than the buffer.
            buffer.resize(buffer.len() * 2, 0);
            continue;
        };
        let read = match input.read(space) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read.map_err(Failure::Input)?,
        };
        if read == 0 {
            break;
        }
        let fresh = filled;
        filled += read;
        let last = buffer[fresh..filled]
            .iter()
            .rposition(|&byte| byte == b'\n');
        if let Some(last) = last {
            let whole = fresh + last + 1;
            framework.lines(&buffer[..whole])?;
            buffer.copy_within(whole..filled, 0);
            filled -= whole;
        }
    }
    if filled > 0 {
        buffer.truncate(filled);
        buffer.push(b'\n');
        framework.lines(&buffer)?;
    }
    framework
        .builder
        .map(GraphBuilder::build)
        .ok_or(Failure::NoHeader)
}

#[derive(Default)]
struct Framework {
    builder: Option<GraphBuilder>,
    nodes: u32,
    size: u64,
    /// Lines read so far.
    line: u64,
}

impl Framework {
    /// Parses lines, the last of which is complete.
    fn lines(&mut self, mut text: &[u8]) -> Result<(), Failure> {
        while !text.is_empty() {
            if let Some(builder) = &mut self.builder {
                text = attacks(builder, self.nodes, text, &mut self.line);
            }
            let Some(end) = text.iter().position(|&byte| byte == b'\n') else {
                break;
            };
            self.line += 1;
            let line = text.get(..end).unwrap_or_default().trim_ascii();
            self.other(line).map_err(|problem| Failure::Line {
                number: self.line,
                problem,
            })?;
            text = text.get(end + 1..).unwrap_or_default();
        }
        Ok(())
    }

    /// Any line: a comment, the header, an attack with odd spaces, or one that is wrong.
    fn other(&mut self, line: &[u8]) -> Result<(), Problem> {
        if line.is_empty() || line.starts_with(b"#") {
            return Ok(());
        }
        let mut words = line
            .split(u8::is_ascii_whitespace)
            .filter(|word| !word.is_empty());
        let four = [words.next(), words.next(), words.next(), words.next()];
        if let [Some(b"p"), kind, count, rest] = four {
            if self.builder.is_some() {
                return Err(Problem::SecondHeader);
            }
            let count = count.and_then(number).filter(|&count| count <= MOST);
            let (Some(b"af"), Some(count), None) = (kind, count, rest) else {
                return Err(Problem::BadHeader);
            };
            self.start(count);
            return Ok(());
        }
        let Some(builder) = &mut self.builder else {
            return Err(Problem::NoHeaderBefore);
        };
        let [Some(from), Some(to), None, None] = four else {
            return Err(Problem::BadAttack);
        };
        let digits = |word: &[u8]| word.iter().all(u8::is_ascii_digit);
        if !digits(from) || !digits(to) {
            return Err(Problem::BadAttack);
        }
        let known = |word| number(word).filter(|argument| (1..=self.nodes).contains(argument));
        let (Some(from), Some(to)) = (known(from), known(to)) else {
            return Err(Problem::OutOfRange(self.nodes));
        };
        builder.attack(NodeId(from - 1), NodeId(to - 1));
        Ok(())
    }

    fn start(&mut self, count: u32) {
        // An attack takes four bytes at least; pages that are never written cost nothing.
        let attacks = usize::try_from(self.size / 4).unwrap_or(0);
        let mut builder = GraphBuilder::with_capacity(0, attacks);
        builder.add_many(Node::author().with_evidence(), count);
        self.builder = Some(builder);
        self.nodes = count;
    }
}

fn number(word: &[u8]) -> Option<u32> {
    let digits = !word.is_empty() && word.iter().all(u8::is_ascii_digit);
    let text = std::str::from_utf8(word).ok().filter(|_| digits)?;
    text.parse().ok()
}

/// The quick way: attacks written as `a b\n`, up to the first line that is not. Gives what is left.
fn attacks<'t>(builder: &mut GraphBuilder, nodes: u32, text: &'t [u8], line: &mut u64) -> &'t [u8] {
    let mut rest = text;
    while let Some((from, after)) = digits(rest, b' ') {
        let Some((to, after)) = digits(after, b'\n') else {
            break;
        };
        // One below the least wraps to above the most.
        let (from, to) = (from.wrapping_sub(1), to.wrapping_sub(1));
        if from >= nodes || to >= nodes {
            break;
        }
        builder.attack(NodeId(from), NodeId(to));
        *line += 1;
        rest = after;
    }
    rest
}

/// One to nine digits and then that byte.
#[inline]
fn digits(text: &[u8], end: u8) -> Option<(u32, &[u8])> {
    let mut value = 0u32;
    for (place, &byte) in text.iter().enumerate().take(10) {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return if byte == end && place > 0 {
                Some((value, &text[place + 1..]))
            } else {
                None
            };
        }
        value = value.wrapping_mul(10).wrapping_add(u32::from(digit));
    }
    None
}
