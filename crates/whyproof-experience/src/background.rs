//! A person's background: the résumé and the story bank, and every sentence of them that tells something.

mod passage;

use whyproof_case::Case;

use crate::resume::{Own, Resume};

pub use passage::{Passage, Spot};
pub(crate) use passage::{cited, same};

/// A story of the bank.
#[derive(Debug, Clone)]
pub struct Story {
    /// Its path, as the workspace has it.
    pub path: String,
    /// The case; its kind is a story.
    pub case: Case,
    /// Private notes, from `NAME.notes.md` beside it: for the preparation book only.
    pub notes: Option<String>,
}

impl Story {
    /// Its title, else its path.
    pub fn title(&self) -> &str {
        self.case.title.as_deref().unwrap_or(&self.path)
    }
}

/// A résumé and where it was read from.
#[derive(Debug, Clone)]
pub struct Life {
    /// Its path, as the workspace has it.
    pub path: String,
    /// The résumé.
    pub resume: Resume,
    /// Whyproof's own keys of it.
    pub own: Own,
}

/// What somebody has done, as far as it was given.
#[derive(Debug, Clone, Default)]
pub struct Background {
    /// The résumé, where there is one.
    pub life: Option<Life>,
    /// The stories, in the order of their paths.
    pub stories: Vec<Story>,
}

impl Background {
    /// The person's name: the résumé's, else the owner of the first story.
    pub fn person(&self) -> Option<&str> {
        let named = self
            .life
            .as_ref()
            .and_then(|life| life.resume.basics.as_ref());
        let named = named.and_then(|basics| basics.name.as_deref());
        named.or_else(|| {
            self.stories
                .iter()
                .find_map(|story| story.case.owner.as_deref())
        })
    }

    /// The story at a path of the workspace, by its place in the bank, with or without the way to the workspace.
    pub fn story_at(&self, path: &str) -> Option<usize> {
        let is_it = |story: &Story| {
            let before = story.path.strip_suffix(path);
            before.is_some_and(|before| before.is_empty() || before.ends_with('/'))
        };
        let wanted = (!path.is_empty()).then_some(());
        wanted.and_then(|()| self.stories.iter().position(is_it))
    }

    /// Every sentence that tells what was done or found: the résumé's lines first, then the stories', in their order.
    pub fn passages(&self) -> Vec<Passage> {
        passage::read(self)
    }
}
