//! Heights, held against what leaving a line out gives.

use super::{ENGINEER, NURSE, OPERATIONS, read};
use crate::resume::{Design, Measured, PageSize, ResumeOptions, measure, pdf};
use whyproof_experience::resume::{Line, Resume};

fn measured(resume: &Resume, options: &ResumeOptions) -> Measured {
    measure(resume, options).unwrap_or_else(|error| panic!("{error}"))
}

fn whole(measured: &Measured) -> f64 {
    measured.fixed + measured.lines.iter().map(|(_, height)| height).sum::<f64>()
}

/// The résumé without one line.
fn without(resume: &Resume, line: &Line<'_>) -> Resume {
    let mut rest = resume.clone();
    rest.retain(&|text| text != line.text);
    rest
}

#[test]
fn a_line_takes_what_leaving_it_out_gives() {
    let mut checked = 0;
    for text in [OPERATIONS, NURSE, ENGINEER] {
        let resume = read(text);
        for design in Design::ALL {
            let options = ResumeOptions {
                design,
                ..ResumeOptions::of(&resume)
            };
            let all = measured(&resume, &options);
            for line in resume.lines() {
                let found = all.lines.iter().find(|(id, _)| *id == line.id);
                let Some((_, height)) = found else {
                    continue;
                };
                let rest = measured(&without(&resume, &line), &options);
                let given = whole(&all) - whole(&rest);
                assert!(
                    (given - height).abs() < 0.01,
                    "{design:?} {}: {height} is told, and {given} is taken",
                    line.text
                );
                checked += 1;
            }
        }
    }
    assert!(checked > 130, "{checked}");
}

#[test]
fn what_is_measured_is_what_is_set() {
    for text in [OPERATIONS, NURSE, ENGINEER] {
        let resume = read(text);
        for design in Design::ALL {
            for size in [PageSize::A4, PageSize::UsLetter] {
                let options = ResumeOptions {
                    design,
                    size: Some(size),
                    ..ResumeOptions::of(&resume)
                };
                let measured = measured(&resume, &options);
                let paper = pdf(&resume, &options).unwrap_or_else(|error| panic!("{error}"));
                assert_eq!(measured.pages, paper.pages, "{design:?} {size:?}");
                let fits = whole(&measured) <= measured.page_height + 0.01;
                assert_eq!(fits, paper.pages == 1, "{design:?} {size:?}");
                assert_eq!(
                    measured.lines.len(),
                    resume
                        .lines()
                        .iter()
                        .filter(|line| measured.lines.iter().any(|(id, _)| *id == line.id))
                        .count()
                );
            }
        }
    }
}
