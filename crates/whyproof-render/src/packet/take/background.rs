//! What a résumé tells of work and learning, for a mentor. Only the keys that are read here go in.

use whyproof_case::MONTHS;
use whyproof_experience::resume::{Resume, all};

use super::letter::paragraphs;
use crate::html::Html;
use crate::letters;

/// An entry of a résumé: what it is, where and when it was, and what is told of it.
#[derive(Default)]
struct Entry<'r> {
    what: &'r [&'r Option<String>],
    start: Option<&'r String>,
    end: Option<&'r String>,
    /// Whether it goes on where it has no end.
    goes_on: bool,
    summary: Option<&'r String>,
    lines: &'r [String],
}

pub(super) fn write(resume: &Resume, out: &mut Html) {
    out.lit("<section class=\"part\" id=\"take-background\">\n<h2>Background</h2>\n");
    if let Some(basics) = &resume.basics {
        if let Some(label) = told(basics.label.as_ref()) {
            out.element("p", "take-label", label).lit("\n");
        }
        words(basics.summary.as_ref(), out);
    }
    done(resume, out);
    learned(resume, out);
    lists(resume, out);
    out.lit("</section>\n");
}

/// Jobs, unpaid work and projects.
fn done(resume: &Resume, out: &mut Html) {
    section("Work", all(&resume.work), out, |one, out| {
        let entry = Entry {
            what: &[&one.position, &one.name, &one.location],
            start: one.start_date.as_ref(),
            end: one.end_date.as_ref(),
            goes_on: true,
            summary: one.summary.as_ref(),
            lines: all(&one.highlights),
        };
        entry.write(out);
    });
    section("Volunteering", all(&resume.volunteer), out, |one, out| {
        let entry = Entry {
            what: &[&one.position, &one.organization],
            start: one.start_date.as_ref(),
            end: one.end_date.as_ref(),
            goes_on: true,
            summary: one.summary.as_ref(),
            lines: all(&one.highlights),
        };
        entry.write(out);
    });
    section("Projects", all(&resume.projects), out, |one, out| {
        let entry = Entry {
            what: &[&one.name, &one.entity],
            start: one.start_date.as_ref(),
            end: one.end_date.as_ref(),
            summary: one.description.as_ref(),
            lines: all(&one.highlights),
            ..Entry::default()
        };
        entry.write(out);
    });
}

/// Schools, prizes, certificates and what was published.
fn learned(resume: &Resume, out: &mut Html) {
    section("Education", all(&resume.education), out, |one, out| {
        let entry = Entry {
            what: &[&one.study_type, &one.area, &one.institution],
            start: one.start_date.as_ref(),
            end: one.end_date.as_ref(),
            lines: all(&one.courses),
            ..Entry::default()
        };
        entry.write(out);
    });
    section("Awards", all(&resume.awards), out, |one, out| {
        let entry = Entry {
            what: &[&one.title, &one.awarder],
            end: one.date.as_ref(),
            summary: one.summary.as_ref(),
            ..Entry::default()
        };
        entry.write(out);
    });
    section(
        "Certificates",
        all(&resume.certificates),
        out,
        |one, out| {
            let entry = Entry {
                what: &[&one.name, &one.issuer],
                end: one.date.as_ref(),
                ..Entry::default()
            };
            entry.write(out);
        },
    );
    section(
        "Publications",
        all(&resume.publications),
        out,
        |one, out| {
            let entry = Entry {
                what: &[&one.name, &one.publisher],
                end: one.release_date.as_ref(),
                summary: one.summary.as_ref(),
                ..Entry::default()
            };
            entry.write(out);
        },
    );
}

/// Skills and languages, a line each.
fn lists(resume: &Resume, out: &mut Html) {
    let skills = all(&resume.skills).iter().map(|one| {
        let keywords = all(&one.keywords).join(", ");
        (told(one.name.as_ref()), told(one.level.as_ref()), keywords)
    });
    list("Skills", skills.collect(), out);
    let languages = all(&resume.languages).iter();
    let languages = languages.map(|one| {
        (
            told(one.language.as_ref()),
            told(one.fluency.as_ref()),
            String::new(),
        )
    });
    list("Languages", languages.collect(), out);
}

fn section<T>(
    name: &'static str,
    entries: &[T],
    out: &mut Html,
    mut write: impl FnMut(&T, &mut Html),
) {
    if entries.is_empty() {
        return;
    }
    out.lit("<h3>").lit(name).lit("</h3>\n");
    for entry in entries {
        write(entry, out);
    }
}

fn list(name: &'static str, lines: Vec<(Option<&str>, Option<&str>, String)>, out: &mut Html) {
    if lines.is_empty() {
        return;
    }
    out.lit("<h3>")
        .lit(name)
        .lit("</h3>\n<ul class=\"plain\">\n");
    for (what, how, parts) in lines {
        out.lit("<li>");
        let told = [what, how, told(Some(&parts))];
        for (at, words) in told.into_iter().flatten().enumerate() {
            out.lit(if at > 0 { " · " } else { "" }).text(&set(words));
        }
        out.lit("</li>\n");
    }
    out.lit("</ul>\n");
}

impl Entry<'_> {
    fn write(&self, out: &mut Html) {
        out.lit("<div class=\"take-entry\">\n<p class=\"take-what\">");
        let what = self.what.iter().filter_map(|words| told(words.as_ref()));
        for (at, words) in what.enumerate() {
            if at == 0 {
                out.lit("<b>").text(&set(words)).lit("</b>");
            } else {
                out.lit(" · ").text(&set(words));
            }
        }
        if let Some(when) = self.when() {
            out.lit(" ").element("span", "take-when", &when);
        }
        out.lit("</p>\n");
        words(self.summary, out);
        let lines: Vec<&str> = self
            .lines
            .iter()
            .filter_map(|line| told(Some(line)))
            .collect();
        if !lines.is_empty() {
            out.lit("<ul class=\"plain\">\n");
            for line in lines {
                out.lit("<li>").text(&set(line)).lit("</li>\n");
            }
            out.lit("</ul>\n");
        }
        out.lit("</div>\n");
    }

    fn when(&self) -> Option<String> {
        let (start, end) = (told(self.start).map(day), told(self.end).map(day));
        match (start, end) {
            (Some(start), Some(end)) if start != end => Some(format!("{start} – {end}")),
            (Some(start), None) if self.goes_on => Some(format!("{start} – now")),
            (start, end) => end.or(start),
        }
    }
}

/// A date for people: `2021-03-14` and `2021-03` are March 2021; what is no such date stays as it is.
fn day(date: &str) -> String {
    let mut parts = date.splitn(3, '-');
    let year = parts.next().unwrap_or_default();
    let month = parts.next().and_then(|month| month.parse::<usize>().ok());
    let month = month.and_then(|month| MONTHS.get(month.checked_sub(1)?));
    match month {
        Some(month) if year.len() == 4 => format!("{} {year}", whyproof_case::capital(month)),
        _ => date.to_owned(),
    }
}

fn words(text: Option<&String>, out: &mut Html) {
    for paragraph in paragraphs(text.map_or("", String::as_str)) {
        out.element("p", "take-lines", &set(&paragraph)).lit("\n");
    }
}

/// Words as a typographer sets them.
fn set(words: &str) -> String {
    letters::set(words, ' ', true)
}

/// Words that say something.
fn told(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}
