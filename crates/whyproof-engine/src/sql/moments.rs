//! `moments(a, b, …)`: what estimates are made of, of several columns in one pass.
//!
//! It gives `[n, bad, many, means…, covariances…]` of the rows that have all of the columns: how many there are, how many
//! more have a value that is infinite or no number, in how many the first is neither 0 nor 1, the means, and the
//! covariances of columns i and j ≤ i, row by row of the lower triangle, divided by n. It does what `count`, `avg`,
//! `var_pop` and `covar_pop` with FILTER do, in a fifth of their time.

use std::cmp::Ordering;
use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef, AsArray, BooleanArray, Float64Array, ListArray};
use datafusion::arrow::buffer::{NullBuffer, OffsetBuffer};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, Float64Type};
use datafusion::common::{Result, ScalarValue, plan_err};
use datafusion::logical_expr::function::{AccumulatorArgs, StateFieldsArgs};
use datafusion::logical_expr::{
    Accumulator, AggregateUDFImpl, EmitTo, GroupsAccumulator, Signature, Volatility,
};
use whyproof_stats::moments::Grouped;

/// Most columns of one call.
const COLUMNS: usize = 16;
/// How many states wait to be joined in an order of their own: sums are to come out the same, whichever thread is faster.
const WAITING: usize = 1 << 16;
/// Where the means of a state begin.
const MEANS: usize = 3;

/// The function.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct Moments {
    signature: Signature,
}

impl Moments {
    pub(super) fn new() -> Self {
        Self {
            signature: Signature::user_defined(Volatility::Immutable),
        }
    }
}

fn item() -> FieldRef {
    Arc::new(Field::new_list_field(DataType::Float64, true))
}

impl AggregateUDFImpl for Moments {
    fn name(&self) -> &str {
        "moments"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        if types.is_empty() || types.len() > COLUMNS {
            return plan_err!("moments takes 1 to {COLUMNS} columns, not {}", types.len());
        }
        let is_number = |kind: &&DataType| {
            kind.is_numeric() || matches!(kind, DataType::Boolean | DataType::Null)
        };
        match types.iter().find(|kind| !is_number(kind)) {
            Some(kind) => plan_err!("moments takes numbers and truth values, not {kind}"),
            None => Ok(vec![DataType::Float64; types.len()]),
        }
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::List(item()))
    }

    fn state_fields(&self, args: StateFieldsArgs) -> Result<Vec<FieldRef>> {
        let length = Grouped::length(args.input_fields.len());
        let field = |at| {
            let name = format!("{}[{at}]", args.name);
            Arc::new(Field::new(name, DataType::Float64, true)) as FieldRef
        };
        Ok((0..length).map(field).collect())
    }

    fn accumulator(&self, args: AccumulatorArgs) -> Result<Box<dyn Accumulator>> {
        if args.is_distinct {
            return plan_err!("moments takes no DISTINCT");
        }
        Ok(Box::new(One(Sums::new(args.exprs.len()))))
    }

    fn groups_accumulator_supported(&self, args: AccumulatorArgs) -> bool {
        !args.is_distinct
    }

    fn create_groups_accumulator(
        &self,
        args: AccumulatorArgs,
    ) -> Result<Box<dyn GroupsAccumulator>> {
        Ok(Box::new(Sums::new(args.exprs.len())))
    }
}

/// The sums of all groups.
#[derive(Debug, Clone)]
struct Sums {
    width: usize,
    grouped: Grouped,
    /// States of others that are not joined yet: each with its group, in one row of numbers.
    waiting: Vec<(usize, Vec<f64>)>,
}

impl Sums {
    fn new(width: usize) -> Self {
        Self {
            width,
            grouped: Grouped::new(width),
            waiting: Vec::new(),
        }
    }

    /// Joins what waits: the states of a group by their numbers, not in the order in which they came.
    fn join(&mut self) {
        self.waiting.sort_unstable_by(|one, other| {
            let numbers = one.1.iter().zip(&other.1).map(|(a, b)| a.total_cmp(b));
            let differ = numbers.into_iter().find(|order| order.is_ne());
            one.0.cmp(&other.0).then(differ.unwrap_or(Ordering::Equal))
        });
        for (group, state) in self.waiting.drain(..) {
            self.grouped.merge(group, &state);
        }
    }

    fn taken(&mut self, emit: EmitTo) -> Vec<f64> {
        self.join();
        let groups = match emit {
            EmitTo::All => self.grouped.groups(),
            EmitTo::First(groups) => groups,
        };
        self.grouped.take(groups)
    }

    /// The answers of states that stand one behind the other.
    fn answers(&self, mut states: Vec<f64>) -> ArrayRef {
        let length = Grouped::length(self.width);
        let mut known = Vec::with_capacity(states.len());
        for state in states.chunks_exact_mut(length) {
            let n = state[0];
            state[MEANS + self.width..]
                .iter_mut()
                .for_each(|product| *product /= n);
            known.extend((0..length).map(|at| at < MEANS || n > 0.0));
        }
        let offsets = OffsetBuffer::from_repeated_length(length, states.len() / length);
        let values = Float64Array::new(states.into(), Some(NullBuffer::from(known)));
        Arc::new(ListArray::new(item(), offsets, Arc::new(values), None))
    }
}

impl GroupsAccumulator for Sums {
    fn update_batch(
        &mut self,
        values: &[ArrayRef],
        groups: &[usize],
        filter: Option<&BooleanArray>,
        total: usize,
    ) -> Result<()> {
        self.grouped.resize(total);
        let columns: Vec<&Float64Array> = values.iter().map(|one| one.as_primitive()).collect();
        let nulls = columns
            .iter()
            .fold(None, |nulls: Option<NullBuffer>, column| {
                NullBuffer::union(nulls.as_ref(), column.nulls())
            });
        let nulls = nulls.filter(|nulls| nulls.null_count() > 0);
        let kept = (nulls.is_some() || filter.is_some()).then(|| {
            let is_there = |row| nulls.as_ref().is_none_or(|nulls| nulls.is_valid(row));
            let is_asked =
                |row| filter.is_none_or(|filter| filter.is_valid(row) && filter.value(row));
            let kept = (0..groups.len()).map(|row| is_there(row) && is_asked(row));
            kept.collect::<Vec<bool>>()
        });
        let columns: Vec<&[f64]> = columns.iter().map(|one| &one.values()[..]).collect();
        self.grouped.add(&columns, groups, kept.as_deref());
        Ok(())
    }

    fn merge_batch(&mut self, values: &[ArrayRef], groups: &[usize], total: usize) -> Result<()> {
        self.grouped.resize(total);
        let columns = values.iter().map(|one| one.as_primitive::<Float64Type>());
        let columns: Vec<&[f64]> = columns.map(|one| &one.values()[..]).collect();
        for (row, &group) in groups.iter().enumerate() {
            let state = columns.iter().map(|column| column[row]).collect();
            self.waiting.push((group, state));
        }
        if self.waiting.len() > WAITING {
            self.join();
        }
        Ok(())
    }

    fn evaluate(&mut self, emit: EmitTo) -> Result<ArrayRef> {
        let states = self.taken(emit);
        Ok(self.answers(states))
    }

    fn state(&mut self, emit: EmitTo) -> Result<Vec<ArrayRef>> {
        let length = Grouped::length(self.width);
        let states = self.taken(emit);
        let column = |at| {
            let values = states.iter().skip(at).step_by(length).copied();
            Arc::new(Float64Array::from_iter_values(values)) as ArrayRef
        };
        Ok((0..length).map(column).collect())
    }

    fn convert_to_state(
        &self,
        values: &[ArrayRef],
        filter: Option<&BooleanArray>,
    ) -> Result<Vec<ArrayRef>> {
        let mut each = Sums::new(self.width);
        let rows = values.first().map_or(0, |one| one.len());
        let groups: Vec<usize> = (0..rows).collect();
        each.update_batch(values, &groups, filter, rows)?;
        GroupsAccumulator::state(&mut each, EmitTo::All)
    }

    fn size(&self) -> usize {
        let state = size_of::<(usize, Vec<f64>)>() + 8 * Grouped::length(self.width);
        self.grouped.size() + self.waiting.capacity() * state
    }
}

/// The sums of one group: without GROUP BY, and in windows, which go on after they were asked.
#[derive(Debug)]
struct One(Sums);

impl One {
    fn rows(values: &[ArrayRef]) -> Vec<usize> {
        vec![0; values.first().map_or(0, |one| one.len())]
    }
}

impl Accumulator for One {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        self.0.update_batch(values, &Self::rows(values), None, 1)
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        GroupsAccumulator::merge_batch(&mut self.0, states, &Self::rows(states), 1)
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        self.0.grouped.resize(1);
        self.0.join();
        let states = self.0.grouped.state(0).to_vec();
        ScalarValue::try_from_array(&self.0.answers(states), 0)
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        self.0.grouped.resize(1);
        self.0.join();
        let state = self.0.grouped.state(0).iter();
        Ok(state.map(|one| ScalarValue::Float64(Some(*one))).collect())
    }

    fn size(&self) -> usize {
        GroupsAccumulator::size(&self.0)
    }
}
