//! Writing a seal into the TOML of an experiment, and nothing else of it.

use toml_edit::{DocumentMut, value};

use super::lock::{LOCKED, Seal};

/// `toml` with `locked` set to `seal`, its comments and its order as they were. None where it cannot be read.
pub fn with_seal(toml: &str, seal: &Seal) -> Option<String> {
    let mut document: DocumentMut = toml.parse().ok()?;
    // A new key comes last of the top, before any table.
    document[LOCKED] = value(seal.to_string());
    Some(document.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::lock::Seal;
    use super::with_seal;

    const HASH: &str = "11deb2ce87f9efec5817e5da6316abeec0621768d17824e4ebea922d7c2dc031";

    fn sealed(toml: &str) -> Option<String> {
        let seal = Seal::read(&format!("2026-03-02 sha256:{HASH}"));
        with_seal(toml, &seal?)
    }

    #[test]
    fn a_seal_is_the_last_key_and_leaves_the_rest_alone() {
        let toml =
            "# Why ten.\nworthwhile = '10 points' # of a share\nmetric     = \"got_result\"\n";
        let wanted = format!("{toml}locked = \"2026-03-02 sha256:{HASH}\"\n");
        assert_eq!(sealed(toml), Some(wanted));
    }

    #[test]
    fn it_stands_before_a_table_and_takes_the_place_of_an_older_one() {
        let toml =
            "metric = \"x\"\nlocked = \"2025-01-01 sha256:00\"\n\n[forecast]\nlow = \"1 point\"\n";
        let new = sealed(toml).unwrap_or_default();
        assert!(
            new.starts_with("metric = \"x\"\nlocked = \"2026-03-02"),
            "{new}"
        );
        assert!(
            new.ends_with("\n\n[forecast]\nlow = \"1 point\"\n"),
            "{new}"
        );
        let toml = "metric = \"x\"\n[forecast]\nlow = \"1 point\"\n";
        let new = sealed(toml).unwrap_or_default();
        assert!(new.starts_with("metric = \"x\"\nlocked = "), "{new}");
        assert_eq!(sealed("metric = x"), None);
    }
}
