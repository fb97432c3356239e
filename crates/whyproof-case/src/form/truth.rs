//! Yes and no.

/// How something true or false is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Truth {
    pair: [&'static str; 2],
}

/// *No* and *yes* in each way of writing them.
const PAIRS: [[&str; 2]; 6] = [
    ["no", "yes"],
    ["No", "Yes"],
    ["NO", "YES"],
    ["false", "true"],
    ["False", "True"],
    ["FALSE", "TRUE"],
];

impl Truth {
    /// Reads one of the words.
    pub(super) fn read(text: &str) -> Option<Self> {
        let pair = PAIRS.into_iter().find(|pair| pair.contains(&text))?;
        Some(Self { pair })
    }

    /// Says it.
    pub(super) fn say(self, truth: bool) -> &'static str {
        self.pair[usize::from(truth)]
    }
}
