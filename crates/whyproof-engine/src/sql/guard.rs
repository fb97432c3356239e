//! Functions that make long texts of short ones, kept from taking all memory: the engine's own accounts do not see it.

use std::sync::Arc;

use datafusion::arrow::array::{Array, AsArray};
use datafusion::arrow::compute::cast;
use datafusion::arrow::compute::kernels::length::length;
use datafusion::arrow::datatypes::{DataType, FieldRef, Int64Type};
use datafusion::common::{DataFusionError, Result};
use datafusion::logical_expr::{
    ColumnarValue, ReturnFieldArgs, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature,
};

/// Most bytes that one call for a batch of rows may make.
const MOST: i128 = 256 << 20;

/// A function of a text and a number that says how long the result is.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct Guarded {
    inner: Arc<ScalarUDF>,
}

impl Guarded {
    pub(super) fn new(inner: Arc<ScalarUDF>) -> Self {
        Self { inner }
    }

    /// An upper bound of what the call makes, in bytes.
    fn made(&self, args: &ScalarFunctionArgs) -> Result<i128> {
        let (Some(text), Some(number)) = (args.args.first(), args.args.get(1)) else {
            return Ok(0);
        };
        let rows = args.number_rows;
        let numbers = cast(&number.to_array(rows)?, &DataType::Int64)?;
        let numbers = numbers.as_primitive::<Int64Type>();
        let lengths = cast(&length(&text.to_array(rows)?)?, &DataType::Int64)?;
        let lengths = lengths.as_primitive::<Int64Type>();
        let padded = self.inner.name() != "repeat";
        Ok((0..rows.min(numbers.len()))
            .filter(|row| numbers.is_valid(*row) && lengths.is_valid(*row))
            .map(|row| {
                let (number, length) = (numbers.value(row).max(0), lengths.value(row));
                i128::from(number) * if padded { 4 } else { i128::from(length) }
            })
            .sum())
    }
}

impl ScalarUDFImpl for Guarded {
    fn name(&self) -> &str {
        self.inner.name()
    }

    fn aliases(&self) -> &[String] {
        self.inner.aliases()
    }

    fn signature(&self) -> &Signature {
        self.inner.signature()
    }

    fn return_type(&self, types: &[DataType]) -> Result<DataType> {
        self.inner.return_type(types)
    }

    fn return_field_from_args(&self, args: ReturnFieldArgs<'_>) -> Result<FieldRef> {
        self.inner.return_field_from_args(args)
    }

    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        self.inner.coerce_types(types)
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        if self.made(&args)? > MOST {
            return Err(DataFusionError::ResourcesExhausted(format!(
                "{} makes texts that are too long",
                self.name()
            )));
        }
        self.inner.invoke_with_args(args)
    }
}
