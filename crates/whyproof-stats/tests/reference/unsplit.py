"""Designs without a random split: before-after, difference in differences, interrupted series."""

import numpy as np
import statsmodels.formula.api as smf
from scipy import optimize
from statsmodels.stats.stattools import durbin_watson

from adjusted import fitted


def differences(rows, tables):
    shops = tables["shops"]
    inputs = {"value": "sales", "unit": "shop", "treated": "treated", "period": "week", "post": 6, "level": 0.95}
    by_shop = {"groups": shops.shop}
    plain = smf.ols("sales ~ treated * post", shops).fit(cov_type="cluster", use_t=True, cov_kwds=by_shop)
    rows.add("did-plain", "difference in differences", "statsmodels",
             "OLS of treated, post and both, cov_type='cluster' by unit", inputs, fitted(plain, ["treated:post"]), "shops")
    people = shops.loc[shops.index.repeat(shops["count"])]
    weighted = smf.ols("sales ~ treated * post", people).fit(
        cov_type="cluster", use_t=True, cov_kwds={"groups": people.shop})
    rows.add("did-weighted", "difference in differences", "statsmodels",
             "OLS of treated, post and both, every row as often as `count` says, cov_type='cluster' by unit",
             inputs | {"count": "count"}, fitted(weighted, ["treated:post"]), "shops")
    fixed = smf.ols("sales ~ treated:post + C(shop) + C(week)", shops).fit(
        cov_type="cluster", use_t=True, cov_kwds={"groups": shops.shop})
    rows.add("did-two-way", "difference in differences two-way", "statsmodels",
             "OLS with dummies of unit and period, cov_type='cluster' by unit (dummies counted)", inputs,
             fitted(fixed, ["treated:post"]), "shops")
    before = shops[shops.post == 0]
    trend = smf.ols("sales ~ treated * week", before).fit(cov_type="cluster", use_t=True, cov_kwds={"groups": before.shop})
    rows.add("did-trend", "parallel trends slope", "statsmodels",
             "OLS of treated, period and both before the change, cov_type='cluster' by unit",
             inputs, fitted(trend, ["treated:week"]), "shops")
    periods = smf.ols("sales ~ treated * C(week)", before).fit(cov_type="cluster", use_t=True, cov_kwds={"groups": before.shop})
    names = [n for n in periods.params.index if n.startswith("treated:")]
    restriction = np.array([[float(n == name) for n in periods.params.index] for name in names])
    test = periods.f_test(restriction)
    rows.add("did-periods", "parallel trends joint", "statsmodels",
             "joint F test of treated by period before the change, cov_type='cluster' by unit",
             inputs, {"f": float(test.fvalue), "df": [float(test.df_num), float(test.df_denom)],
                                          "p": float(test.pvalue)}, "shops")


def series(rows, tables):
    months = tables["months"]
    for name, formula, names in [("trend", "value ~ month + after", ["Intercept", "month", "after"]),
                                 ("interrupted", "value ~ month + after + since", ["Intercept", "month", "after", "since"])]:
        for lags in (0, 1, 3, 6):
            for correction in (False, True):
                fit = smf.ols(formula, months).fit(cov_type="HAC", use_t=True,
                                                   cov_kwds={"maxlags": lags, "use_correction": correction})
                rows.add(f"series-{name}-{lags}-{'corrected' if correction else 'plain'}", f"series {name}", "statsmodels",
                         f"OLS.fit(cov_type='HAC', maxlags={lags}, use_correction={correction}, use_t=True)",
                         {"value": "value", "regressors": names[1:], "lags": lags, "correction": correction, "level": 0.95},
                         fitted(fit, names), "months")
    fit = smf.ols("value ~ month + after + since", months).fit(
        cov_type="HAC", use_t=True, cov_kwds={"maxlags": 3, "use_correction": True})
    past = {}
    for name, since in [("average", 9.5), ("last", 18.0)]:
        test = fit.t_test([0, 0, 1, since])
        past |= {name: test.effect[0], f"{name}_se": test.sd[0, 0], f"{name}_p": test.pvalue}
    rows.add("series-effects", "series effects", "statsmodels", "t_test of step and slope together; durbin_watson",
             {"value": "value", "change": 30, "lags": 3, "level": 0.95},
             past | {"durbin_watson": durbin_watson(fit.resid)}, "months")


def remembering(rows, tables):
    """Greatest restricted likelihood over the memory, each GLS by statsmodels."""
    months = tables["months"]
    n = len(months)
    apart = np.abs(np.subtract.outer(np.arange(n), np.arange(n)))
    for formula, names in [("value ~ month + after", ["Intercept", "month", "after"]),
                           ("value ~ month + after + since", ["Intercept", "month", "after", "since"])]:
        def fit(memory):
            return smf.gls(formula, months, sigma=memory**apart / (1 - memory**2)).fit()

        def lack(memory):
            found = fit(memory)
            determinant = np.linalg.slogdet(found.normalized_cov_params)[1]
            return (n - len(names)) * np.log(found.scale) - determinant - np.log(1 - memory**2)

        best = optimize.minimize_scalar(lack, bounds=(0.01, 0.95), method="bounded", options={"xatol": 1e-10})
        found = fit(best.x)
        rows.add(f"series-autoregressive-{len(names)}", "series autoregressive", "statsmodels",
                 "GLS(sigma=memory**|i-j|), scipy.optimize.minimize_scalar of the restricted likelihood",
                 {"value": "value", "regressors": names[1:], "level": 0.95},
                 {"memory": best.x, "coefficients": [found.params[name] for name in names],
                  "se": [found.bse[name] for name in names]}, "months", rtol=1e-6,
                 reason="a maximum found by a search on both sides")


def add(rows, tables):
    remembering(rows, tables)
    differences(rows, tables)
    series(rows, tables)
