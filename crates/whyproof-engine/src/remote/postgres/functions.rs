//! Functions that reach beyond the tables that a query is given.
//!
//! The transaction is read-only, so nothing can be changed by a function; but some read the server's files, look at its
//! settings, run SQL out of a string past our eyes, or reach other servers.

/// Families that are refused whole, by how their names begin.
const BEGINNINGS: [&str; 10] = [
    "pg_",
    "lo_",
    "dblink",
    "http_",
    "postgres_fdw_",
    "binary_upgrade_",
    "query_to_xml",
    "table_to_xml",
    "schema_to_xml",
    "database_to_xml",
];

/// Others that are refused.
const NAMES: [&str; 16] = [
    "current_setting",
    "set_config",
    "cursor_to_xml",
    "cursor_to_xmlschema",
    "loread",
    "lowrite",
    "ts_stat",
    "ts_rewrite",
    "crosstab",
    "crosstab2",
    "crosstab3",
    "crosstab4",
    "crosstabn",
    "connectby",
    "xpath_table",
    "http",
];

/// What looks like one of a family and does no harm; a query that sleeps runs into its time limit.
const HARMLESS: [&str; 4] = ["pg_typeof", "pg_sleep", "pg_size_pretty", "pg_column_size"];

/// Whether a query may not call it.
pub(super) fn is_refused(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let name = name.as_str();
    !HARMLESS.contains(&name)
        && (NAMES.contains(&name)
            || BEGINNINGS
                .iter()
                .any(|beginning| name.starts_with(beginning)))
}

#[cfg(test)]
mod tests {
    use super::is_refused;

    #[test]
    fn what_reaches_out_is_refused_and_what_computes_is_not() {
        for name in [
            "pg_read_file",
            "PG_LS_DIR",
            "lo_import",
            "dblink_exec",
            "set_config",
            "query_to_xml_and_xmlschema",
        ] {
            assert!(is_refused(name), "{name}");
        }
        for name in [
            "sum",
            "percentile_cont",
            "date_trunc",
            "generate_series",
            "pg_typeof",
            "log",
            "pgp_sum",
        ] {
            assert!(!is_refused(name), "{name}");
        }
    }
}
