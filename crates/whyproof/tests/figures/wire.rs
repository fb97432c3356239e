//! What an experiment in a PostgreSQL server brings over the wire: sums, and no rows.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use serde_json::Value;
use whyproof_testing::postgres::Postgres;

use crate::support::Workspace;

const PEOPLE: u64 = 200_000;

/// Passes on what a server and its clients say, and counts the bytes that the server sends.
struct Relay {
    port: u16,
    sent: Arc<AtomicU64>,
}

impl Relay {
    fn before(server: u16) -> Relay {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let relay = Relay {
            port: listener.local_addr().unwrap().port(),
            sent: Arc::default(),
        };
        let sent = Arc::clone(&relay.sent);
        thread::spawn(move || {
            for client in listener.incoming() {
                let (client, server) = (
                    client.unwrap(),
                    TcpStream::connect(("127.0.0.1", server)).unwrap(),
                );
                pass(&client, &server, Arc::default());
                pass(&server, &client, Arc::clone(&sent));
            }
        });
        relay
    }
}

fn pass(from: &TcpStream, to: &TcpStream, count: Arc<AtomicU64>) {
    let (mut from, mut to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
    thread::spawn(move || {
        let mut piece = [0; 16_384];
        while let Ok(length @ 1..) = from.read(&mut piece) {
            count.fetch_add(length as u64, Ordering::SeqCst);
            if to.write_all(&piece[..length]).is_err() {
                break;
            }
        }
        let _ = to.shutdown(Shutdown::Write);
    });
}

const CASE: &str = r#"---
kind: idea
---

# Checkout

## Data

```experiment checkout
metrics = ["bought", "spent", "spent / visits"]
from = "people"
variant = "variant"
control = "0"
treatment = "1"
covariates = { spent = "spent_before" }
worthwhile = "1 point"
```

```experiment by_shop
metric = "spent"
from = "people"
variant = "variant"
control = "0"
treatment = "1"
cluster = "shop"
worthwhile = "$0.10"
```

```experiment middle
metric = "median took"
from = "people"
variant = "variant"
control = "0"
treatment = "1"
cluster = "shop"
worthwhile = "$0.10"
```

```experiment within
metric = "spent"
from = "people"
variant = "variant"
control = "0"
treatment = "1"
strata = ["visits"]
covariates = ["known_before"]
worthwhile = "$0.10"
```
"#;

/// The experiments as JSON.
fn measured(workspace: &Workspace) -> Vec<Value> {
    let ran = workspace
        .run(&["measure", "case.md", "--format", "json"])
        .exits(0);
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    told["experiments"].as_array().unwrap().clone()
}

#[test]
fn only_sums_come_back_from_a_server() {
    let server = Postgres::start();
    server.run(&format!(
        "create table people as select g as id, h % 2 as variant, h % 40 as shop,
             (h / 2 % 10 < 3 + h % 2)::int as bought, 1 + h / 3 % 4 as visits,
             (h / 5 % 97)::float8 / 7 + h % 2 as spent, (h / 5 % 97)::float8 / 8 + h / 7 % 3 as spent_before,
             (h / 2 % 99991)::float8 / 700 + h % 2 as took,
             case when h % 7 > 0 then (h / 5 % 97)::float8 / 8 end as known_before
         from (select g, hashint8(g)::bigint + 2147483648 as h from generate_series(1, {PEOPLE}) g) as people"
    ));
    let relay = Relay::before(server.port());
    let url = server.url().replace(
        &format!(":{}/", server.port()),
        &format!(":{}/", relay.port),
    );
    let remote = Workspace::new().with("WAREHOUSE", &url);
    remote.write("case.md", CASE).write(
        "whyproof.toml",
        "[tables]\npeople = { source = \"warehouse\", table = \"people\" }\n\
         [sources.warehouse]\nurl = \"${WAREHOUSE}\"\n",
    );
    let told = measured(&remote);
    let sent = relay.sent.load(Ordering::SeqCst);

    for one in &told {
        let people: u64 = one["n"]
            .as_object()
            .unwrap()
            .values()
            .filter_map(Value::as_u64)
            .sum();
        assert_eq!(people, PEOPLE, "{one}");
    }
    // A third of a byte for each person: the table itself has some ten million.
    assert!((1_000..65_536).contains(&sent), "{sent} bytes");
    println!("{sent} bytes for {PEOPLE} people, six metrics, 40 shops and four strata");

    // The same people in a file give the same: what came back was enough.
    let local = Workspace::new();
    let rows = server.run("select * from people").replace('|', ",");
    let header = "id,variant,shop,bought,visits,spent,spent_before,took,known_before";
    local
        .write("case.md", CASE)
        .write("people.csv", format!("{header}\n{rows}\n"))
        .write(
            "whyproof.toml",
            "[tables]\npeople = { path = \"people.csv\" }\n",
        );
    for (there, here) in told.iter().zip(measured(&local)) {
        assert_eq!(there["verdict"], here["verdict"]);
        for end in [
            &there["effect"],
            &there["interval"][0],
            &there["interval"][1],
        ]
        .into_iter()
        .zip([&here["effect"], &here["interval"][0], &here["interval"][1]])
        {
            let (there, here) = (end.0.as_f64().unwrap(), end.1.as_f64().unwrap());
            // Of 12 digits the interval of a quantile takes small differences.
            assert!((there - here).abs() <= 1e-8 * here.abs(), "{there} {here}");
        }
    }
}
