//! Machine output: serde types and their JSON Schemas.
