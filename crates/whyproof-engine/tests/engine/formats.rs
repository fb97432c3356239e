//! Every format and compression, and folders of them.

use whyproof_engine::{Kind, Value, to_parquet};

use crate::place::{Place, column, file, typed};

const CSV: &str = "a,b\n1,x\n2,y\n";
const SHOWN: &str = "a:int|b:text\n1|x\n2|y";

fn parquet(from: i64, to: i64) -> Vec<u8> {
    let rows: Vec<Vec<Value>> = (from..to)
        .map(|n| vec![Value::Int(n), Value::Text(format!("t{n}"))])
        .collect();
    to_parquet(&[column("a", Kind::Int), column("b", Kind::Text)], &rows).expect("Parquet")
}

fn arrow(stream: bool) -> Vec<u8> {
    use datafusion::arrow::array::{Int64Array, RecordBatch, StringArray};
    use datafusion::arrow::ipc::writer::{FileWriter, StreamWriter};
    use std::sync::Arc;
    let batch = RecordBatch::try_from_iter([
        ("a", Arc::new(Int64Array::from(vec![1, 2])) as _),
        ("b", Arc::new(StringArray::from(vec!["x", "y"])) as _),
    ])
    .expect("a batch");
    let mut bytes = Vec::new();
    if stream {
        let mut writer = StreamWriter::try_new(&mut bytes, &batch.schema()).expect("a writer");
        writer
            .write(&batch)
            .and_then(|()| writer.finish())
            .expect("written");
    } else {
        let mut writer = FileWriter::try_new(&mut bytes, &batch.schema()).expect("a writer");
        writer
            .write(&batch)
            .and_then(|()| writer.finish())
            .expect("written");
    }
    bytes
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("hex"))
        .collect()
}

#[test]
fn text_in_every_compression() {
    let place = Place::with("d/plain.csv", CSV);
    for (ending, hex) in [
        (
            "gz",
            "1f8b08000000000002034bd449e232d4a9e032d2a9e40200c2967e9d0c000000",
        ),
        (
            "bz2",
            "425a6839314159265359bcc728450000045980001000043000300000602000310c0823419a8e0422178bb9229c28485e63942280",
        ),
        (
            "xz",
            "fd377a585a000004e6d6b4460200210116000000742fe5a301000b612c620a312c780a322c790a004ce0b76e5d1321730001240ca618\
             d8d81fb6f37d010000000004595a",
        ),
        ("zst", "28b52ffd0458610000612c620a312c780a322c790a2e9f2146"),
    ] {
        place.file(
            &format!("d.csv.{ending}"),
            bytes(&hex.replace(char::is_whitespace, "")),
        );
        assert_eq!(
            place.shows(&format!("select * from 'd.csv.{ending}'")),
            SHOWN,
            "{ending}"
        );
    }
    assert_eq!(place.shows("select * from 'd/plain.csv'"), SHOWN);
}

#[test]
fn other_delimiters() {
    let place = Place::with("tabs.tsv", "a\tb\n1\tx\n2\ty\n");
    place.file("semicolons.csv", "a;b\n1;x\n2;y\n");
    assert_eq!(place.shows("select * from 'tabs.tsv'"), SHOWN);
    assert_eq!(place.shows("select * from 'semicolons.csv'"), SHOWN);
    place.file("pipes.txt", "a|b\n1|x\n2|y\n");
    assert!(
        place
            .fails("select * from 'pipes.txt'")
            .to_string()
            .contains("`delimiter`")
    );
    let mut input = typed("pipes.txt", &[]);
    if let whyproof_engine::Input::Files { reading, .. } = &mut input {
        reading.delimiter = Some('|');
    }
    assert_eq!(
        place.table("pipes", input).shows("select * from pipes"),
        SHOWN
    );
}

#[test]
fn json_as_lines_and_as_an_array() {
    let place = Place::with(
        "lines.jsonl",
        "{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":\"y\"}\n",
    );
    place.file(
        "array.json",
        "\u{feff}[\n {\"a\": 1, \"b\": \"x\"},\n {\"a\": 2,\n  \"b\": \"y\"}\n]\n",
    );
    place.file("lines.json", "{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":\"y\"}");
    place.file(
        "lines.ndjson",
        "{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":\"y\"}",
    );
    for name in ["lines.jsonl", "array.json", "lines.json", "lines.ndjson"] {
        assert_eq!(
            place.shows(&format!("select * from '{name}'")),
            SHOWN,
            "{name}"
        );
    }
    place.file(
        "nested.jsonl",
        "{\"who\":{\"name\":\"Ann\"},\"tags\":[\"p\",\"q\"]}\n",
    );
    assert_eq!(
        place.shows("select who['name'] as name, tags from 'nested.jsonl'"),
        "name:text|tags:text\nAnn|[\"p\", \"q\"]"
    );
    let error = place.fails("select who from 'nested.jsonl'").to_string();
    assert!(
        error.contains("`who`") && error.contains("['name']"),
        "{error}"
    );
}

#[test]
fn parquet_and_arrow() {
    let place = Place::with("d.parquet", parquet(1, 3));
    assert_eq!(
        place.shows("select * from 'd.parquet'"),
        "a:int|b:text\n1|t1\n2|t2"
    );
    for (name, stream) in [("d.arrow", false), ("d.feather", false), ("s.arrow", true)] {
        place.file(name, arrow(stream));
        assert_eq!(
            place.shows(&format!("select * from '{name}'")),
            SHOWN,
            "{name}"
        );
    }
    for bytes in ["PAR1", "PAR1 and no more", "PAR1 not really PAR1"] {
        place.file("broken.parquet", bytes.as_bytes());
        let error = place.fails("select * from 'broken.parquet'").to_string();
        assert_eq!(
            error,
            "`broken.parquet` cannot be read: its end is not that of a Parquet file"
        );
    }
    let typed = place.table("t", typed("d.parquet", &[("a", Kind::Text)]));
    assert!(
        typed
            .fails("select * from t")
            .to_string()
            .contains("its own types")
    );
}

#[test]
fn a_folder_is_one_table() {
    let place = Place::with("d/2024/b.csv", "a,b\n3,z\n");
    place.file("d/2023/a.csv", CSV);
    place.file("d/README.md", "# Where this is from");
    place.file("d/.hidden.parquet", "no");
    let place = place.table("d", file("d"));
    assert_eq!(
        place.shows("select * from d"),
        "a:int|b:text\n1|x\n2|y\n3|z"
    );
    let read = place.run("select * from d").expect("rows").read;
    assert_eq!(read[0].files, ["d/2023/a.csv", "d/2024/b.csv"]);
    assert_eq!(
        (read[0].source.as_str(), read[0].rows, read[0].outside),
        ("d", Some(3), true)
    );
}

#[test]
fn a_folder_of_one_format_only() {
    let place = Place::with("d/a.csv", CSV);
    place.file("d/b.parquet", parquet(0, 1));
    let place = place.table("d", file("d"));
    let error = place.fails("select * from d").to_string();
    assert!(
        error.contains("`d/a.csv` is CSV, `d/b.parquet` is Parquet"),
        "{error}"
    );
    let place = Place::with("e/a.csv", CSV);
    place.file("e/b.csv", "b,a\nx,1\n");
    let error = place
        .table("e", file("e"))
        .fails("select * from e")
        .to_string();
    assert!(
        error.contains("same columns") && error.contains("`e/b.csv`"),
        "{error}"
    );
    let place = Place::with("e/note.docx", "x");
    let error = place
        .table("e", file("e"))
        .fails("select * from e")
        .to_string();
    assert!(error.contains(".parquet"), "{error}");
}

#[test]
fn types_of_several_files_are_brought_together() {
    let place = Place::with("d/a.csv", "n,t\n1,2024-01-01\n");
    place.file("d/b.csv", "n,t\n1.5,2024-01-02T10:00:00\n");
    place.file("j/a.json", "{\"n\":1}");
    place.file("j/b.json", "{\"n\":1.5}");
    let place = place.table("d", file("d")).table("j", file("j"));
    assert_eq!(
        place.shows("select * from d"),
        "n:float|t:time\n1|1704067200000000us\n1.5|1704189600000000us"
    );
    assert_eq!(place.shows("select * from j"), "n:float\n1\n1.5");
}

#[test]
fn strange_names_of_files() {
    for name in [
        "with space.csv",
        "100%.csv",
        "a#b?.csv",
        "grün[1].csv",
        "quote'.csv",
    ] {
        let place = Place::with(name, CSV).table("t", file(name));
        assert_eq!(place.shows("select * from t"), SHOWN, "{name}");
    }
}

#[test]
fn parquet_bytes_are_the_same_every_time() {
    assert_eq!(parquet(0, 1000), parquet(0, 1000));
}
