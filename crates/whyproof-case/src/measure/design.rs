//! Experiments in which people were split: variants side by side.

use whyproof_stats::Level;
use whyproof_stats::effect::Effect;
use whyproof_stats::guardrail::GuardrailState;

use super::gather::{self, Group};
use super::judge::{Bench, Beside, Names};
use super::looks::Looks;
use super::orders::{self, Order};
use super::pairs::{How, Pairs, pairs};
use super::query::{self, By, Series};
use super::scale::{self, Scale};
use super::shape::{Measured, Shape};
use super::told::{Arm, Guarded, Measurement, Note, Trouble};
use super::variants::{Variants, variants};
use super::{Session, beside, caution, forecasted, guard, method, trouble, trust, unlike};
use crate::experiment::{Amount, Declared, Guardrail};
use crate::table::Cell;

/// What came back of an experiment.
struct Data<'d> {
    declared: &'d Declared,
    known: query::Known,
    series: Vec<Series>,
    /// Every row that has a variant.
    all: Vec<Group>,
    /// Those that can be measured: with clusters, where the cluster is known.
    groups: Vec<Group>,
    unassigned: u64,
    orders: Vec<Vec<Order>>,
    looks: Option<Looks>,
    /// Every column that there is, where a guardrail is in words and may mean one.
    all_columns: Vec<String>,
}

/// Measures an experiment whose people were split.
pub(super) fn measure(
    declared: &Declared,
    session: &mut Session<'_>,
    told: &mut Measurement,
) -> Result<(), Trouble> {
    if declared.variant.is_none() {
        return Err(Trouble {
            message: "It is not said which column has the variant.".to_owned(),
            help: "Write `variant = \"COLUMN\"`; or, where nobody was split, `method = \"before-after\"`, which takes the trend before to go on, or `interrupted-time-series`, which lets it change.".to_owned(),
        });
    }
    let data = Data::fetch(declared, session)?;
    let first = data.measured(0);
    told.variants = data.arms(&first);
    data.sound()?;
    let scale = Scale::of(
        &first.series.metric,
        first.is_share(),
        scale::amounts(declared),
    );
    told.unit = scale.unit.clone();
    let failed = |error| trouble::of(&scale.metric, &error);
    let shape = first.shape().map_err(failed)?;
    let pairs = pairs(&shape, data.how(), Level::P95, 0).map_err(failed)?;
    told.is_adjusted = !first.series.covariates().is_empty() || matches!(shape, Shape::Strata(_));
    told.method = method::words(declared, &first, &shape, pairs.adjusted);
    told.assumptions = method::assumptions(declared, &first, &told.units);
    told.split = trust::split(declared, &data.all)?;
    let (guardrails, states) = data.guardrails();
    told.guardrails = guardrails;
    let bench = Bench {
        declared,
        scale: &scale,
        today: session.with.host.today(),
        split_p: told.split.as_ref().map(|split| split.p),
    };
    match &data.looks {
        Some(looks) => told.look = Some(looks.looked()),
        None => told.end = declared.end.map(|end| (end, bench.is_over())),
    }
    told.effects = data.effects(&bench, &pairs, &states, &shape)?;
    if let Some(effect) = pairs.effects.first() {
        let looks = data.looks.as_ref();
        told.method.extend(looks.map(|looks| looks.words(effect)));
        told.trust.extend(looks.and_then(Looks::note));
        told.forecast = forecasted::forecasted(&bench, effect)?;
        told.trust.extend(forecasted::waits(&bench));
        told.trust.extend(trust::on_rates(&first, effect));
    }
    let uneven = trust::uneven(&data.all).filter(|_| told.split.is_none());
    told.is_uneven = uneven.is_some();
    let on_split = || trust::on_split(told.split.as_ref(), &data.all);
    let on_split = uneven.unwrap_or_else(on_split);
    told.trust.insert(0, on_split);
    data.trust(&first, &shape, &scale, told);
    data.beside(session, told)
}

impl<'d> Data<'d> {
    fn fetch(declared: &'d Declared, session: &mut Session<'_>) -> Result<Self, Trouble> {
        let looks = Looks::of(declared, session.with.host.today())?;
        let mut series = series(declared);
        let columns = query::columns(declared, &series);
        let from = declared.from.as_deref().unwrap_or_default();
        let known = session.known(from, &columns)?;
        unlike::columns(declared, &series, &known.columns, session)?;
        let by = By {
            cluster: declared.cluster.as_deref(),
            strata: declared.strata_used(),
            ..By::default()
        };
        once_each(declared, session)?;
        let mut found = summed(declared, &series, &known, by, session)?;
        let lacks = |group: &Group| (0..series.len()).any(|k| group.gaps(k) > 0);
        if found.groups.iter().any(lacks) {
            fill(declared, &mut series, session)?;
            found = summed(declared, &series, &known, by, session)?;
        }
        let Variants { groups, unassigned } = found;
        let all = groups;
        let groups: Vec<Group> = if declared.cluster.is_some() {
            all.iter().map(Group::clustered).collect()
        } else {
            all.clone()
        };
        let orders = orders::orders(declared, &series, &known.columns, &groups, session)?;
        Ok(Self {
            declared,
            known,
            series,
            all,
            groups,
            unassigned,
            orders,
            looks,
            all_columns: guard::columns(declared, session),
        })
    }

    fn how(&self) -> How<'_> {
        How {
            method: self.declared.method,
            looks: self.looks.as_ref(),
        }
    }

    fn measured(&self, k: usize) -> Measured<'_> {
        // There is a metric, and one series for each: that was looked at before.
        let series = self.series.get(k).or(self.series.first());
        Measured {
            groups: &self.groups,
            series: series.unwrap_or(&query::NONE),
            k,
            method: self.declared.method,
            clustered: self.declared.cluster.is_some(),
            stratified: !self.declared.strata_used().is_empty(),
            orders: self.orders.get(k).map_or(&[], Vec::as_slice),
        }
    }

    /// The variants as they are told.
    fn arms(&self, first: &Measured<'_>) -> Vec<Arm> {
        let each = self.all.iter().zip(&self.groups).enumerate();
        each.map(|(at, (all, group))| {
            let whole = group.whole(0).ok().filter(|whole| whole.n() > 0);
            let n = whole.as_ref().map_or(0, |whole| whole.n());
            let value = whole.map(|whole| match first.series.metric.columns().len() {
                2 => whole.mean(0) / whole.mean(1),
                _ => first.orders.get(at).map_or(whole.mean(0), Order::value),
            });
            Arm {
                name: all.name.clone(),
                n,
                rows: all.all(),
                missing: all.all().saturating_sub(n),
                value: value.filter(|value| value.is_finite()),
            }
        })
        .collect()
    }

    /// That the deciding metric has numbers, and more than one in each variant.
    fn sound(&self) -> Result<(), Trouble> {
        let metric = &self.measured(0).series.metric.name;
        let bad: u64 = self.groups.iter().map(|group| group.odd(0).1).sum();
        if bad > 0 {
            return Err(trouble::not_finite(metric, Some(bad)));
        }
        for group in &self.groups {
            let n = group.whole(0).map_or(0, |whole| whole.n());
            if n < 2 {
                return Err(trouble::too_few(metric, &group.name, n));
            }
        }
        Ok(())
    }

    /// The guardrails, and the states of those that were measured, by treatment.
    fn guardrails(&self) -> (Vec<Guarded>, Vec<Vec<GuardrailState>>) {
        let treatments = self.groups.len().saturating_sub(1);
        let mut states = vec![Vec::new(); treatments];
        let mut told = Vec::new();
        let mut k = self.declared.metrics.len();
        for guardrail in &self.declared.guardrails {
            if guardrail.metric.is_none() {
                told.push(guard::in_words(guardrail, &self.all_columns));
                continue;
            }
            self.guardrail(guardrail, k, &mut told, &mut states);
            k += 1;
        }
        (told, states)
    }

    fn guardrail(
        &self,
        guardrail: &Guardrail,
        k: usize,
        told: &mut Vec<Guarded>,
        states: &mut [Vec<GuardrailState>],
    ) {
        let measured = self.measured(k);
        let metric = &measured.series.metric;
        let margin: Option<&Amount> = guardrail.margin.as_ref();
        let scale = Scale::of(metric, measured.is_share(), margin.into_iter());
        let shape = measured.shape();
        let found = shape.and_then(|shape| pairs(&shape, self.how(), Level::P95, 0));
        let effects = match found {
            Ok(found) => found.effects,
            Err(error) => {
                let says = trouble::of(&metric.name, &error).message;
                told.push(guard::unmeasured(guardrail, says));
                return;
            }
        };
        let treatments = self.groups.iter().skip(1);
        for ((group, effect), states) in treatments.zip(&effects).zip(states) {
            let (guarded, state) = guard::guarded(guardrail, &scale, &group.name, effect);
            told.push(guarded);
            states.extend(state);
        }
    }

    fn effects(
        &self,
        bench: &Bench<'_>,
        pairs: &Pairs,
        states: &[Vec<GuardrailState>],
        shape: &Shape,
    ) -> Result<Vec<super::told::Effect>, Trouble> {
        let first = self.measured(0);
        let control = self.groups.first().map_or("", |group| group.name.as_str());
        let treatments = self.groups.iter().skip(1);
        let each = treatments.zip(&pairs.effects).zip(states).enumerate();
        each.map(
            |(before, ((group, effect), states)): (_, ((&Group, &Effect), _))| {
                let names = Names {
                    control,
                    treatment: &group.name,
                };
                let at = before + 1;
                let too_soon = self.looks.as_ref().and_then(Looks::too_soon);
                let caution = || caution::of(self.declared, &first, shape, at, effect);
                let beside = Beside {
                    guardrails: states,
                    caution: too_soon.or_else(caution),
                    units: shape.units(at),
                };
                bench.effect(effect, names, &beside)
            },
        )
        .collect()
    }

    fn trust(&self, first: &Measured<'_>, shape: &Shape, scale: &Scale, told: &mut Measurement) {
        told.trust.extend(trust::missing(first, &self.all, scale));
        let cluster = self.declared.cluster.as_deref().unwrap_or_default();
        told.trust
            .extend(trust::on_clusters(&self.groups, first.k, cluster));
        told.trust.extend(trust::on_shared(&self.groups, cluster));
        told.trust
            .extend(trust::on_unused(self.declared, first, shape));
        told.trust.extend(trust::on_small(shape));
        told.trust.extend(trust::on_gaps(first));
        told.trust.extend(trust::on_extremes(first, scale));
        if self.declared.cluster.is_none() {
            told.trust
                .extend(trust::on_few(&self.groups, 0, first.is_share()));
        }
        let control = told.variants.first().and_then(|arm| arm.value);
        if let (Some(baseline), Some(control)) = (&self.declared.baseline, control) {
            told.trust
                .push(trust::on_baseline(baseline, control, scale));
        }
        if self.unassigned > 0 {
            told.trust.push(Note::fine(format!(
                "{} {} no variant, and {} left out.",
                super::shown::rows(self.unassigned),
                if self.unassigned == 1 { "has" } else { "have" },
                if self.unassigned == 1 { "is" } else { "are" }
            )));
        }
        if self.declared.end.is_none() && !self.declared.method.is_sequential() {
            told.trust.push(Note::fine(
                "No `end` was declared: whoever may choose the day of looking can find more than there is.",
            ));
        }
    }

    /// Other metrics and segments.
    fn beside(&self, session: &mut Session<'_>, told: &mut Measurement) -> Result<(), Trouble> {
        let others: Vec<Measured<'_>> = (1..self.declared.metrics.len())
            .map(|k| self.measured(k))
            .collect();
        told.others = beside::others(&others, self.how());
        let names: Vec<String> = self.groups.iter().map(|group| group.name.clone()).collect();
        if let (Some(series), false) = (self.series.first(), self.declared.segments.is_empty()) {
            let how = self.how();
            let (segments, notes) =
                beside::segments(self.declared, series, &self.known, &names, how, session)?;
            told.segments = segments;
            told.trust.extend(notes);
        }
        Ok(())
    }
}

/// The sums of every series, by variant.
fn summed(
    declared: &Declared,
    series: &[Series],
    known: &query::Known,
    by: By<'_>,
    session: &mut Session<'_>,
) -> Result<Variants, Trouble> {
    let table = session.ask_one(query::sums(declared, series, known, by))?;
    let metric = series.first().map_or("", |one| one.metric.name.as_str());
    let rows = gather::rows(&table, series).map_err(|error| trouble::of(metric, &error))?;
    variants(declared, rows)
}

/// Marks the covariates that lack values where the metric has one; those that have none at all cannot be used.
fn fill(
    declared: &Declared,
    series: &mut [Series],
    session: &mut Session<'_>,
) -> Result<(), Trouble> {
    let table = session.ask_one(query::gaps(declared, series))?;
    let row = table.rows.first().map_or(&[][..], Vec::as_slice);
    let mut counts = row.iter().map(|cell| cell.number().unwrap_or_default());
    for one in series {
        let covariates = one.covariates().to_vec();
        let lacks = covariates.into_iter().zip(counts.by_ref());
        one.gaps = lacks
            .filter_map(|(column, count)| (count > 0.0).then_some(column))
            .collect();
    }
    Ok(())
}

/// The metrics, then the guardrails that are metrics.
fn series(declared: &Declared) -> Vec<Series> {
    let metrics = declared.metrics.iter().enumerate();
    let metrics = metrics
        .map(|(at, metric)| Series::of(metric, declared.covariates_of(&metric.name, at == 0)));
    let guardrails = declared.guardrails.iter();
    let guardrails = guardrails.filter_map(|guardrail| guardrail.metric.as_ref());
    metrics
        .chain(
            guardrails
                .map(|metric| Series::of(metric, declared.covariates_of(&metric.name, false))),
        )
        .collect()
}

/// That a unit has one row, where whole clusters are not what is counted: else one that comes often is counted often,
/// and the interval is too narrow.
fn once_each(declared: &Declared, session: &mut Session<'_>) -> Result<(), Trouble> {
    let (Some(unit), None) = (&declared.unit, &declared.cluster) else {
        return Ok(());
    };
    let table = session.ask_one(query::units(declared, unit))?;
    let cells = table.rows.first().map_or(&[][..], Vec::as_slice);
    let count = |at: usize| cells.get(at).and_then(Cell::number).unwrap_or_default();
    if count(1) >= count(0) {
        return Ok(());
    }
    let (rows, units) = (count(0) as u64, count(1) as u64);
    Err(Trouble {
        message: format!(
            "`{unit}` comes more than once: {} have {} values of it, and whoever comes often would be counted often.",
            super::shown::rows(rows),
            super::shown::count(units)
        ),
        help: format!(
            "Make one row of each in a query, and measure that; or write `cluster = \"{unit}\"`."
        ),
    })
}
