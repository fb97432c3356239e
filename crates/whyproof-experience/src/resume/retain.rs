//! A résumé without some of its lines, or with other words in some.

use super::Resume;

impl Resume {
    /// Leaves out the lines whose words `keep` refuses, wherever they stand.
    pub fn retain(&mut self, keep: &dyn Fn(&str) -> bool) {
        self.reword(&|line| keep(line).then(|| line.to_owned()));
    }

    /// Puts what `say` has in the place of each line, wherever it stands; where it has nothing, the line is left out.
    pub fn reword(&mut self, say: &dyn Fn(&str) -> Option<String>) {
        let one = |text: &mut Option<String>| {
            *text = text.take().and_then(|text| say(&text));
        };
        let several = |list: &mut Option<Vec<String>>| {
            if let Some(list) = list {
                *list = list.iter().filter_map(|text| say(text)).collect();
            }
        };
        if let Some(basics) = &mut self.basics {
            one(&mut basics.summary);
        }
        for entry in self.work.iter_mut().flatten() {
            one(&mut entry.summary);
            several(&mut entry.highlights);
        }
        for entry in self.volunteer.iter_mut().flatten() {
            one(&mut entry.summary);
            several(&mut entry.highlights);
        }
        for entry in self.projects.iter_mut().flatten() {
            one(&mut entry.description);
            several(&mut entry.highlights);
        }
        for entry in self.education.iter_mut().flatten() {
            several(&mut entry.courses);
        }
        for entry in self.awards.iter_mut().flatten() {
            one(&mut entry.summary);
        }
        for entry in self.publications.iter_mut().flatten() {
            one(&mut entry.summary);
        }
        for entry in self.skills.iter_mut().flatten() {
            several(&mut entry.keywords);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Resume;

    #[test]
    fn a_line_is_left_out_wherever_it_stands() {
        let text = r#"{"basics": {"summary": "gone"}, "work": [{"name": "A", "summary": "gone", "highlights": ["kept", "gone"]}],
            "volunteer": [{"highlights": ["gone"]}], "projects": [{"description": "gone"}], "education": [{"courses": ["gone"]}],
            "awards": [{"summary": "gone"}], "publications": [{"summary": "gone"}], "skills": [{"keywords": ["gone"]}]}"#;
        let mut resume = Resume::from_json(text).expect("a résumé");
        resume.retain(&|line| line != "gone");
        let lines: Vec<&str> = resume.lines().iter().map(|line| line.text).collect();
        assert_eq!(lines, ["kept"]);
        let json = resume.to_json().expect("JSON");
        assert!(
            !json.contains("gone") && json.contains("\"name\": \"A\""),
            "{json}"
        );
    }
}
