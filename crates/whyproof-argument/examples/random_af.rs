//! Writes a random argumentation framework in the format of ICCMA 2023 to standard output.
//!
//! `random_af er N M SEED`: N arguments and M attacks, each between two arguments drawn evenly
//! (Erdős–Rényi). `random_af ba N M SEED`: arguments come one after the other and attack earlier
//! ones, drawn by how many attacks they are in already (Barabási–Albert), each attack turned round
//! by the toss of a coin. No argument attacks itself; an attack may come twice.

#![allow(
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a command-line program"
)]

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// Even over 0..bound (Lemire 2019; what is left of the bias is below one in 2³²).
    fn below(&mut self, bound: u32) -> u32 {
        let wide = (self.next() >> 32) * u64::from(bound);
        u32::try_from(wide >> 32).unwrap_or(0)
    }
}

fn erdos_renyi(out: &mut impl Write, nodes: u32, attacks: u32, seed: u64) -> io::Result<()> {
    let mut random = Random(seed);
    for _ in 0..attacks {
        let from = random.below(nodes);
        let to = (from + 1 + random.below(nodes - 1)) % nodes;
        writeln!(out, "{} {}", from + 1, to + 1)?;
    }
    Ok(())
}

fn barabasi_albert(out: &mut impl Write, nodes: u32, attacks: u32, seed: u64) -> io::Result<()> {
    let mut random = Random(seed);
    // Every end of every attack so far: drawing from it evenly prefers the busy.
    let mut ends: Vec<u32> = vec![0];
    let mut written = 0u32;
    for new in 1..nodes {
        let due = u64::from(attacks) * u64::from(new) / u64::from(nodes - 1);
        let start = ends.len();
        while u64::from(written) < due {
            let place = random.below(u32::try_from(start).unwrap_or(u32::MAX));
            let old = ends.get(place as usize).copied().unwrap_or(0);
            let (from, to) = if random.next() & 1 == 0 {
                (new, old)
            } else {
                (old, new)
            };
            writeln!(out, "{} {}", from + 1, to + 1)?;
            ends.push(old);
            ends.push(new);
            written += 1;
        }
    }
    Ok(())
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| arguments.get(at).and_then(|text| text.parse::<u32>().ok());
    let (Some(kind), Some(nodes @ 2..), Some(attacks), Some(seed), 4) = (
        arguments.first(),
        number(1),
        number(2),
        number(3),
        arguments.len(),
    ) else {
        eprintln!("usage: random_af er|ba N M SEED (N at least 2)");
        return ExitCode::from(2);
    };
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let head = writeln!(out, "# {kind} {nodes} {attacks} {seed}\np af {nodes}");
    let written = head.and_then(|()| match kind.as_str() {
        "er" => erdos_renyi(&mut out, nodes, attacks, seed.into()),
        "ba" => barabasi_albert(&mut out, nodes, attacks, seed.into()),
        _ => Err(io::Error::other("the kind is er or ba")),
    });
    if let Err(error) = written.and_then(|()| out.flush()) {
        eprintln!("random_af: {error}");
        return ExitCode::from(2);
    }
    ExitCode::SUCCESS
}
