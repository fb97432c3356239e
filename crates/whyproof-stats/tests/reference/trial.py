"""The field trial of the example *learn your result*: errors clustered by village."""

import pathlib

import pandas
import statsmodels.formula.api as smf

from adjusted import fitted

FILE = pathlib.Path(__file__).parents[4] / "examples/learn-your-result/data/learn_your_result.csv"


def add(rows, _tables):
    trial = pandas.read_csv(FILE)
    for names in (["any_incentive"], ["any_incentive", "distance_km"], ["any_incentive", "incentive_usd", "distance_km"]):
        used = trial.dropna(subset=["got_result", "village", *names])
        fit = smf.ols("got_result ~ " + " + ".join(names), used).fit(
            cov_type="cluster", use_t=True, cov_kwds={"groups": used.village})
        rows.add(f"trial-{len(names)}", "trial", "statsmodels",
                 "OLS.fit(cov_type='cluster', use_t=True) of examples/learn-your-result/data/learn_your_result.csv",
                 {"value": "got_result", "regressors": names, "cluster": "village", "level": 0.95},
                 fitted(fit, ["Intercept", *names]) | {"n": len(used)})
