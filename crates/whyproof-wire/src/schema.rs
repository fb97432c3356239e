//! The JSON Schemas that are kept in `docs/schemas/`.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use crate::{
    Ask, BarFile, Check, Diff, Measure, Plan, Query, Refresh, Reply, Settings, Show, Take,
    TakeReply,
};

/// Every schema with the name of its file: `show.schema.json`.
///
/// What is written has every key, so all are required; what is read may leave keys out.
pub fn schemas() -> Vec<(&'static str, Schema)> {
    vec![
        ("show.schema.json", written::<Show<'static>>()),
        ("ask.schema.json", written::<Ask>()),
        ("check.schema.json", written::<Check>()),
        ("diff.schema.json", written::<Diff<'static>>()),
        ("query.schema.json", written::<Query<'static>>()),
        ("plan.schema.json", written::<Plan<'static>>()),
        ("measure.schema.json", written::<Measure<'static>>()),
        ("refresh.schema.json", written::<Refresh>()),
        ("reply.schema.json", written::<Reply>()),
        ("take.schema.json", written::<Take>()),
        ("take-reply.schema.json", written::<TakeReply>()),
        ("bar.schema.json", read::<BarFile>()),
        ("whyproof-toml.schema.json", read::<Settings>()),
    ]
}

fn written<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<T>()
}

fn read<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12()
        .for_deserialize()
        .into_generator()
        .into_root_schema_for::<T>()
}
