//! Which variants there are, which of them is the control, and whether that is what was declared.

use super::gather::{Group, Row};
use super::shown::rows as rows_of;
use super::told::Trouble;
use crate::experiment::Declared;
use crate::explain::list_first;

/// Values of a variant's column that can only mean the control, where two are found.
const CONTROLS: [&str; 10] = [
    "control", "0", "false", "none", "off", "no", "a", "before", "old", "baseline",
];

/// The variants, the control first, and how many rows have none.
#[derive(Debug, Clone, Default)]
pub(super) struct Variants {
    pub(super) groups: Vec<Group>,
    pub(super) unassigned: u64,
}

/// The variants as they are declared, or else as they are found.
pub(super) fn variants(declared: &Declared, rows: Vec<Row>) -> Result<Variants, Trouble> {
    let column = declared.variant.as_deref().unwrap_or_default();
    let mut found: Vec<Group> = Vec::new();
    let mut unassigned = 0;
    for row in rows {
        let Some(name) = row.variant.clone() else {
            unassigned += row.rows;
            continue;
        };
        match found.iter_mut().find(|group| group.name == name) {
            Some(group) => group.rows.push(row),
            None => found.push(Group {
                name,
                rows: vec![row],
            }),
        }
    }
    if found.is_empty() {
        return Err(Trouble {
            message: format!("No row has a value of `{column}`, so there is nothing to compare."),
            help: "Look at `from`, `population` and the name of the column.".to_owned(),
        });
    }
    spelled(column, &found)?;
    let control = control(declared, column, &found)?;
    let mut groups = vec![found.remove(control)];
    if declared.treatments.is_empty() {
        groups.append(&mut found);
    } else {
        for wanted in &declared.treatments {
            let at = place(column, wanted, &found, groups.first())?;
            groups.push(found.remove(at));
        }
        undeclared(column, &found, &groups)?;
    }
    if groups.len() < 2 {
        return Err(Trouble {
            message: format!("Every row has the same `{column}`: there is nothing to compare with."),
            help: "Measure a control too, or take `method = \"before-after\"` with `time` and `start`.".to_owned(),
        });
    }
    Ok(Variants { groups, unassigned })
}

/// Whether a declared value is one that was found: as text, or as numbers where both are.
pub(super) fn same(declared: &str, found: &str) -> bool {
    let number = |text: &str| text.trim().parse().ok().filter(|n: &f64| n.is_finite());
    match (number(declared), number(found)) {
        (Some(one), Some(other)) => one == other,
        _ => declared == found,
    }
}

fn control(declared: &Declared, column: &str, found: &[Group]) -> Result<usize, Trouble> {
    if let Some(wanted) = &declared.control {
        return place(column, wanted, found, None);
    }
    let left = |group: &Group| {
        let mut treatments = declared.treatments.iter();
        !treatments.any(|wanted| same(wanted, &group.name))
    };
    let rest: Vec<usize> = (0..found.len())
        .filter(|&at| found.get(at).is_some_and(left))
        .collect();
    if let ([only], false) = (rest.as_slice(), declared.treatments.is_empty()) {
        return Ok(*only);
    }
    let known: Vec<usize> = (0..found.len())
        .filter(|&at| {
            let name = found.get(at).map(|group| group.name.to_lowercase());
            name.is_some_and(|name| CONTROLS.iter().any(|known| same(known, &name)))
        })
        .collect();
    match known.as_slice() {
        [only] if rest.contains(only) => Ok(*only),
        _ => Err(Trouble {
            message: format!(
                "It is not said which value of `{column}` is the control; there is {}.",
                named(found)
            ),
            help: "Write it: `control = \"…\"`.".to_owned(),
        }),
    }
}

/// Where the variant `wanted` stands among those found.
fn place(
    column: &str,
    wanted: &str,
    found: &[Group],
    taken: Option<&Group>,
) -> Result<usize, Trouble> {
    let at = found.iter().position(|group| same(wanted, &group.name));
    at.ok_or_else(|| match taken {
        Some(group) if same(wanted, &group.name) => Trouble {
            message: format!("`{wanted}` is declared twice."),
            help: "A variant is compared with another one, not with itself.".to_owned(),
        },
        _ => Trouble {
            message: format!(
                "No row has `{wanted}` as its `{column}`; there is {}.",
                named(found)
            ),
            help: "Write variants as the data have them, or look at `population`.".to_owned(),
        },
    })
}

/// That no variant is written in two ways, with a capital or a blank.
fn spelled(column: &str, found: &[Group]) -> Result<(), Trouble> {
    let plain = |group: &Group| group.name.trim().to_lowercase();
    for (at, group) in found.iter().enumerate() {
        let like = found
            .iter()
            .skip(at + 1)
            .find(|other| plain(other) == plain(group));
        if let Some(other) = like {
            return Err(Trouble {
                message: format!(
                    "`{column}` has `{}` ({}) and `{}` ({}), which may be one variant.",
                    group.name,
                    rows_of(group.all()),
                    other.name,
                    rows_of(other.all())
                ),
                help: format!(
                    "Make them one in a query: `lower(trim({column})) as {column}`; or leave one out by `population`."
                ),
            });
        }
    }
    Ok(())
}

fn undeclared(column: &str, left: &[Group], declared: &[Group]) -> Result<(), Trouble> {
    if left.is_empty() {
        return Ok(());
    }
    let told = left
        .iter()
        .map(|group| format!("`{}` ({})", group.name, rows_of(group.all())));
    let slip = |group: &Group| {
        let names = declared.iter().map(|one| one.name.as_str());
        Some((group.name.clone(), super::near(&group.name, names)?))
    };
    Err(Trouble {
        message: format!(
            "`{column}` has more variants than are declared: {}.",
            list_first(told)
        ),
        help: match left.iter().find_map(slip) {
            Some((slip, meant)) => format!(
                "`{slip}` may be a slip of `{meant}`: mend it in a query, or leave its rows out by `population`."
            ),
            None => "Add them to `treatments`, or leave their rows out by `population`.".to_owned(),
        },
    })
}

fn named(found: &[Group]) -> String {
    if found.is_empty() {
        return "no other value".to_owned();
    }
    list_first(found.iter().map(|group| format!("`{}`", group.name)))
}

#[cfg(test)]
mod tests {
    use super::super::gather::Row;
    use super::variants;
    use crate::experiment::Declared;

    fn rows(names: &[&str]) -> Vec<Row> {
        let row = |name: &&str| Row {
            variant: (!name.is_empty()).then(|| (*name).to_owned()),
            cluster: None,
            stratum: None,
            segment: None,
            day: None,
            rows: 10,
            sums: Vec::new(),
        };
        names.iter().map(row).collect()
    }

    fn found(names: &[&str], control: Option<&str>, treatments: &[&str]) -> String {
        let declared = Declared {
            variant: Some("arm".to_owned()),
            control: control.map(str::to_owned),
            treatments: treatments.iter().map(|&name| name.to_owned()).collect(),
            ..Declared::default()
        };
        match variants(&declared, rows(names)) {
            Ok(variants) => {
                let names: Vec<&str> = variants.groups.iter().map(|g| g.name.as_str()).collect();
                names.join(" ")
            }
            Err(trouble) => trouble.message,
        }
    }

    #[test]
    fn variants_are_those_declared_or_found() {
        assert_eq!(found(&["a", "b"], Some("b"), &["a"]), "b a");
        assert_eq!(found(&["0.0", "1.0", ""], Some("0"), &["1"]), "0.0 1.0");
        assert_eq!(found(&["control", "x", "y"], None, &[]), "control x y");
        assert_eq!(found(&["p", "q"], None, &["q"]), "p q");
        assert_eq!(found(&["false", "true"], None, &[]), "false true");
    }

    #[test]
    fn what_is_not_as_declared_is_told() {
        let told = [
            (
                found(&["p", "q"], None, &[]),
                "It is not said which value of `arm` is the control; there is `p` and `q`.",
            ),
            (
                found(&["a", "b", "c"], Some("a"), &["b"]),
                "`arm` has more variants than are declared: `c` (10 rows).",
            ),
            (
                found(&["a", "b"], Some("z"), &[]),
                "No row has `z` as its `arm`; there is `a` and `b`.",
            ),
            (
                found(&["a", "b"], Some("a"), &["a"]),
                "`a` is declared twice.",
            ),
            (
                found(&["a"], Some("a"), &[]),
                "Every row has the same `arm`: there is nothing to compare with.",
            ),
            (
                found(&["", ""], None, &[]),
                "No row has a value of `arm`, so there is nothing to compare.",
            ),
        ];
        for (found, wanted) in told {
            assert_eq!(found, wanted);
        }
    }
}
