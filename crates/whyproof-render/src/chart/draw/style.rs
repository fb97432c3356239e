//! Colours. The eight of the marks differ in lightness as well as in hue, after Okabe and Ito,
//! "Color Universal Design", 2008, darkened on light ground and lightened on dark until each may
//! colour words too: 4.5 to 1 at least. A chart says nothing by colour alone.

/// Which ground a chart stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark words on a light page.
    Light,
    /// Light words on a dark page.
    Dark,
}

/// What something is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    /// Words.
    Words,
    /// Words that say what others mean.
    Muted,
    /// Lines that lead the eye.
    Grid,
    /// Axes, and marks that stand back.
    Back,
    /// The marks of a series, from 0 to 5.
    Series(usize),
}

/// Name, on light ground, on dark ground.
pub(crate) const INKS: [(&str, &str, &str); 10] = [
    ("ink", "#1f2328", "#e6edf3"),
    ("muted", "#59636e", "#a9b4c0"),
    ("grid", "#e3e6ea", "#3a414a"),
    ("back", "#868f99", "#848d97"),
    ("c1", "#0068a8", "#5eb8ee"),
    ("c2", "#c04a00", "#ff9457"),
    ("c3", "#007a5c", "#2fc79a"),
    ("c4", "#a8457f", "#e79ac6"),
    ("c5", "#8a6100", "#e8b63a"),
    ("c6", "#5b5b66", "#b6bcc4"),
];

impl Ink {
    /// Where it stands in [`INKS`].
    pub(crate) fn index(self) -> usize {
        match self {
            Ink::Words => 0,
            Ink::Muted => 1,
            Ink::Grid => 2,
            Ink::Back => 3,
            Ink::Series(at) => 4 + at % 6,
        }
    }

    /// Its colour where nothing else is known of the page.
    pub(crate) fn light(self) -> &'static str {
        self.on(Scheme::Light)
    }

    /// Its colour on a ground.
    pub(crate) fn on(self, scheme: Scheme) -> &'static str {
        let (_, light, dark) = INKS[self.index()];
        match scheme {
            Scheme::Light => light,
            Scheme::Dark => dark,
        }
    }
}

/// A rule that makes charts inside `selector` light or dark, whatever the reader's system says.
pub fn forced(selector: &str, scheme: Scheme) -> String {
    format!("{selector} .whyproof-chart{{{}}}", properties(scheme))
}

fn properties(scheme: Scheme) -> String {
    let set = |(name, light, dark): &(&str, &str, &str)| match scheme {
        Scheme::Light => format!("--{name}:{light};"),
        Scheme::Dark => format!("--{name}:{dark};"),
    };
    INKS.iter().map(set).collect()
}

/// The style sheet of the chart with an id.
///
/// All of it stands in an at-rule: what knows no custom properties skips that, and draws by the
/// attributes that every element has as well. `:where` weighs nothing, so that a page may set the
/// properties itself.
pub(crate) fn sheet(id: &str) -> String {
    let rules = INKS.iter().enumerate().map(|(at, (name, ..))| {
        format!("#{id} .f{at}{{fill:var(--{name})}}#{id} .l{at}{{stroke:var(--{name})}}")
    });
    format!(
        "@supports (color:var(--ink)){{:where(#{id}){{{}background:#fff}}@media (prefers-color-scheme:dark){{:where(#{id}){{{}background:#0d1117}}}}#{id}{{max-width:100%;height:auto;font-variant-numeric:tabular-nums}}{}}}",
        properties(Scheme::Light),
        properties(Scheme::Dark),
        rules.collect::<String>()
    )
}
