//! Distribution functions.

use serde_json::{Value, json};
use whyproof_stats::dist::{
    Beta, Binomial, ChiSquare, Distribution, FisherF, Gamma, NoncentralT, Normal, Poisson, StudentT,
};

use crate::table::Row;

pub(crate) fn answer(row: &Row<'_>) -> Option<Value> {
    let name = row.topic().strip_prefix("distribution ")?;
    let shape = row.numbers("shape");
    Some(match name {
        "normal" | "norm" => continuous(row, &Normal),
        "t" => continuous(row, &StudentT::new(shape[0]).expect("t")),
        "chi2" => continuous(row, &ChiSquare::new(shape[0]).expect("chi2")),
        "gamma" => continuous(row, &Gamma::new(shape[0]).expect("gamma")),
        "f" => continuous(row, &FisherF::new(shape[0], shape[1]).expect("f")),
        "beta" => continuous(row, &Beta::new(shape[0], shape[1]).expect("beta")),
        "noncentral t" => {
            let dist = NoncentralT::new(shape[0], shape[1]).expect("nct");
            let of =
                |f: &dyn Fn(f64) -> f64| row.numbers("x").into_iter().map(f).collect::<Vec<_>>();
            json!({"cdf": of(&|x| dist.cdf(x)), "sf": of(&|x| dist.sf(x))})
        }
        "binom" => {
            let dist = Binomial::new(shape[0] as u64, shape[1]).expect("binomial");
            discrete(row, &|k| [dist.pmf(k), dist.cdf(k), dist.sf(k)])
        }
        "poisson" => {
            let dist = Poisson::new(shape[0]).expect("poisson");
            discrete(row, &|k| [dist.pmf(k), dist.cdf(k), dist.sf(k)])
        }
        _ => return None,
    })
}

fn continuous(row: &Row<'_>, dist: &dyn Distribution) -> Value {
    let at = |name: &str, f: &dyn Fn(f64) -> f64| {
        row.numbers(name).into_iter().map(f).collect::<Vec<_>>()
    };
    json!({
        "cdf": at("x", &|x| dist.cdf(x)),
        "sf": at("x", &|x| dist.sf(x)),
        "ppf": at("p", &|p| dist.quantile(p)),
    })
}

fn discrete(row: &Row<'_>, at: &dyn Fn(u64) -> [f64; 3]) -> Value {
    let all: Vec<[f64; 3]> = row.numbers("k").into_iter().map(|k| at(k as u64)).collect();
    let of = |i: usize| all.iter().map(|v| v[i]).collect::<Vec<_>>();
    json!({"pmf": of(0), "cdf": of(1), "sf": of(2)})
}
