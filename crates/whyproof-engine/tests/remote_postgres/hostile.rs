//! SQL that means harm. Two locks are tried: what is refused before anything is sent, and what the server refuses.

use whyproof_engine::EngineError;

use super::support::House;

const TABLES: [(&str, &str); 2] = [("orders", "orders"), ("mine", "public.orders")];

fn house() -> House {
    House::with(
        "create table orders (id int); insert into orders values (1), (2); \
         create table secrets (word text); insert into secrets values ('hidden'); create sequence counter; \
         create function wipe() returns int language plpgsql as $$ begin delete from orders; return 1; end $$; \
         create function escape() returns int language plpgsql as \
         $$ begin execute 'set transaction read write'; delete from orders; return 1; end $$; \
         create function leave() returns int language plpgsql as $$ begin commit; return 1; end $$",
    )
}

#[test]
fn nothing_is_changed_and_nothing_else_is_read() {
    let house = house();
    let before = house.server.run("select count(*), min(id) from orders");
    for sql in [
        "select 1; drop table orders",
        "select 1 from orders; delete from orders",
        "commit; drop table orders",
        "rollback; drop table orders",
        "insert into orders values (3)",
        "update orders set id = 3",
        "delete from orders",
        "truncate orders",
        "drop table orders",
        "with gone as (delete from orders returning id) select * from gone",
        "with more as (insert into orders values (3) returning id) select * from more",
        "with other as (update orders set id = 3 returning id) select * from other",
        "select * into copied from orders",
        "select * from orders for update",
        "copy orders to program 'touch /tmp/whyproof-was-here'",
        "copy (select 1) to '/tmp/whyproof-was-here'",
        "do $$ begin delete from orders; end $$",
        "select pg_read_file('/etc/passwd')",
        "select * from pg_ls_dir('/')",
        "select lo_import('/etc/passwd')",
        "select set_config('transaction_read_only', 'off', false)",
        "select current_setting('data_directory')",
        "select pg_terminate_backend(pg_backend_pid())",
        "select query_to_xml('delete from orders', true, true, '')",
        "select U&\"pg\\005fread_file\"('/etc/passwd')",
        "set role postgres",
        "set transaction read write",
        "explain analyze select * from orders",
        "select 1) as q; drop table orders; select * from (select 1",
        "select 1) as q, (select 2",
        "select 1 -- ) as q",
        "select $$1$$; delete from orders; select $$2$$",
        "select E'\\'; delete from orders; --'; drop table orders",
        "select * from secrets",
        "select * from public.secrets",
        "table secrets",
        "select * from orders where exists (with secrets as (select 1) select 1) union select length(word) from secrets",
        "select * from pg_catalog.pg_authid",
        "select * from pg_shadow",
        "select * from information_schema.tables",
        "select word from orders, lateral (select word from secrets) s",
    ] {
        // Once as it stands, once behind other names, which puts words around it.
        for sql in [sql.to_owned(), sql.replace("orders", "mine")] {
            if sql == "select 1 -- ) as q" {
                house.rows(&sql, &TABLES);
                continue;
            }
            let refusal = house.refusal(&house.job(&sql, &TABLES));
            assert!(!refusal.to_string().contains("hidden"), "{sql}: {refusal}");
        }
    }
    assert_eq!(
        house.server.run("select count(*), min(id) from orders"),
        before
    );
    assert!(!std::path::Path::new("/tmp/whyproof-was-here").exists());
}

#[test]
fn functions_of_the_server_cannot_change_anything_either() {
    let house = house();
    let before = house.server.run("select count(*), min(id) from orders");
    for sql in [
        "select wipe()",
        "select wipe() from orders",
        "select escape()",
        "select leave()",
        "select nextval('counter')",
        "select setval('counter', 9)",
        "select id from mine where wipe() = 1",
    ] {
        let refusal = house.refusal(&house.job(sql, &TABLES));
        assert!(!matches!(refusal, EngineError::Stopped), "{sql}");
    }
    let told = house.refusal(&house.job("select wipe()", &TABLES));
    assert!(matches!(told, EngineError::NotOneQuery(_)), "{told:?}");
    assert_eq!(
        house.server.run("select count(*), min(id) from orders"),
        before
    );
    assert_eq!(
        house
            .server
            .run("select last_value, is_called from counter"),
        "1|f"
    );
}

#[test]
fn a_configured_name_is_never_read_as_sql() {
    let house = house();
    for table in [
        "orders; drop table orders",
        "orders) select * from secrets --",
        "(select * from secrets)",
        "orders, secrets",
        "a.b.c",
        "",
    ] {
        let refusal = house.refusal(&house.job("select * from t", &[("t", table)]));
        assert!(
            matches!(refusal, EngineError::Table { .. }),
            "{table}: {refusal:?}"
        );
    }
    let quoted =
        house.refusal(&house.job("select * from t", &[("t", "\"orders\"\" where 1=1; --\"")]));
    assert!(matches!(quoted, EngineError::Source { .. }), "{quoted:?}");
}
