//! How much may be spent on a model.

/// The most that one run may send and have written; nothing goes beyond it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Requests, those included that are sent again.
    pub calls: u32,
    /// Characters of all prompts together, those included that are sent again.
    pub characters: usize,
    /// Tokens of all answers together, as the server counts them.
    pub tokens: u32,
}

impl Default for Budget {
    fn default() -> Self {
        Budget {
            calls: 4,
            characters: 16_000,
            tokens: 2_000,
        }
    }
}

/// Below this many tokens a model cannot write what it is asked for.
const LEAST: u32 = 50;
/// Characters of one token at the most: a server that counts otherwise is not read any further.
const CHARACTERS_OF_A_TOKEN: usize = 8;

impl Budget {
    /// Calls of which each may have its share of the tokens.
    pub(crate) fn shares(&self) -> u32 {
        self.calls.min(self.tokens / LEAST)
    }

    /// The tokens of one call's answer.
    pub(crate) fn share(&self) -> u32 {
        self.tokens / self.shares().max(1)
    }

    /// Calls that may propose: where there are several, the last is kept for judging what was proposed.
    pub(crate) fn proposing(&self) -> u32 {
        match self.shares() {
            0 => 0,
            1 => 1,
            several => several - 1,
        }
    }

    /// The most characters that are read of an answer of so many tokens.
    pub(crate) fn read(tokens: u32) -> usize {
        (tokens as usize).saturating_mul(CHARACTERS_OF_A_TOKEN)
    }
}
