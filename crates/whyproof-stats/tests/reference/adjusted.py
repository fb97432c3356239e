"""Less variance and honest errors: CUPED, strata, regression, clusters, fixed effects."""

import numpy as np
import statsmodels.formula.api as smf
import tea_tasting as tt
from scipy import stats
from statsmodels.stats.anova import anova_lm

from effects import tasting


def cuped(rows, tables):
    users = tables["users"]
    for equal in (False, True):
        for alternative in ("two-sided", "greater"):
            metric = tt.Mean("spent", "before", equal_var=equal, alternative=alternative, confidence_level=0.95)
            tasting(rows, users, f"cuped-one-{'student' if equal else 'welch'}-{alternative}", "cuped one", metric,
                    "tt.Mean(value, covariate)", {"value": "spent", "covariates": ["before"], "equal_var": equal,
                                                  "alternative": alternative, "level": 0.95})
    for covariates in (["before", "visits_before"], ["before", "visits_before", "stratum"]):
        fit = smf.ols("spent ~ " + " + ".join(covariates), users).fit()
        for equal in (False, True):
            arms = [fit.resid[users.variant == arm] for arm in (1, 0)]
            result = stats.ttest_ind(*arms, equal_var=equal)
            interval = result.confidence_interval(0.95)
            rows.add(f"cuped-{len(covariates)}-{'student' if equal else 'welch'}", "cuped several", "statsmodels",
                     "OLS of the value on the covariates over both variants; scipy.stats.ttest_ind of its residuals",
                     {"value": "spent", "covariates": covariates, "equal_var": equal, "level": 0.95},
                     {"theta": [fit.params[name] for name in covariates], "effect": arms[0].mean() - arms[1].mean(),
                      "statistic": result.statistic, "df": result.df, "p": result.pvalue,
                      "interval": [interval.low, interval.high]}, "users")
    for inputs in [("orders", "sessions", "orders_before", "visits_before"), ("spent", "sessions", "before", None),
                   ("spent", "sessions", "before", "visits_before")]:
        metric = tt.RatioOfMeans(*inputs, confidence_level=0.95)
        tasting(rows, users, "cuped-ratio-" + "-".join(map(str, inputs)), "cuped ratio", metric, "tt.RatioOfMeans",
                {"numerator": inputs[0], "denominator": inputs[1], "numerator_covariate": inputs[2],
                 "denominator_covariate": inputs[3], "alternative": "two-sided", "level": 0.95})


def strata(rows, tables):
    """A model of cell means with HC2 errors has s²/n as the variance of every cell, which is Neyman's."""
    users = tables["users"]
    fit = smf.ols("spent ~ C(stratum):C(variant) - 1", users).fit(cov_type="HC2", use_t=False)
    shares = users.stratum.value_counts(normalize=True)
    for name, weights in [("share", [shares[s] for s in range(3)]), ("census", [0.5, 0.25, 0.25])]:
        contrast = np.zeros(6)
        for stratum, weight in enumerate(weights):
            for variant, sign in [(0, -1), (1, 1)]:
                contrast[fit.params.index.get_loc(f"C(stratum)[{stratum}]:C(variant)[{variant}]")] = sign * weight
        test = fit.t_test(contrast)
        rows.add(f"strata-{name}", "stratified", "statsmodels", "OLS of cell means, HC2, t_test of weighted differences",
                 {"value": "spent", "stratum": "stratum", "weights": weights, "level": 0.95},
                 {"effect": test.effect[0], "se": test.sd[0, 0], "statistic": test.tvalue[0, 0], "p": test.pvalue,
                  "interval": test.conf_int(0.05)[0]}, "users")


def fitted(fit, names):
    interval = fit.conf_int(0.05)
    return {"coefficients": [fit.params[n] for n in names], "se": [fit.bse[n] for n in names],
            "p": [fit.pvalues[n] for n in names], "low": [interval.loc[n, 0] for n in names],
            "high": [interval.loc[n, 1] for n in names]}


def regression(rows, tables):
    users, villages = tables["users"], tables["villages"]
    for data, value, names in [("users", "spent", ["variant"]), ("users", "spent", ["variant", "before", "visits_before"]),
                               ("villages", "came", ["offered", "away"])]:
        model = smf.ols(f"{value} ~ " + " + ".join(names), tables[data])
        for kind in ("nonrobust", "HC0", "HC1", "HC2", "HC3"):
            fit = model.fit(cov_type=kind, use_t=True)
            rows.add(f"ols-{kind}-{value}-{len(names)}", f"regression {kind}", "statsmodels",
                     f"OLS.fit(cov_type='{kind}', use_t=True)",
                     {"value": value, "regressors": names, "errors": kind, "level": 0.95},
                     fitted(fit, ["Intercept", *names]), data)
    fit = smf.ols("spent ~ variant * (before_c + visits_c)",
                  users.assign(before_c=users.before - users.before.mean(),
                               visits_c=users.visits_before - users.visits_before.mean())).fit(cov_type="HC2", use_t=True)
    rows.add("ols-interacted", "regression interacted", "statsmodels",
             "OLS with centred covariates interacted with the variant, HC2 (Lin 2013)",
             {"value": "spent", "variant": "variant", "covariates": ["before", "visits_before"], "level": 0.95},
             fitted(fit, ["variant"]), "users")


def clusters(rows, tables):
    villages = tables["villages"]
    for value, names in [("came", ["offered"]), ("score", ["programme"]), ("score", ["offered", "away"]),
                         ("score", ["offered", "programme", "away"])]:
        model = smf.ols(f"{value} ~ " + " + ".join(names), villages)
        for correction in (False, True):
            kind = "CR1" if correction else "CR0"
            fit = model.fit(cov_type="cluster", use_t=True,
                            cov_kwds={"groups": villages.village, "use_correction": correction})
            rows.add(f"cluster-{kind}-{value}-{'-'.join(names)}", f"cluster {kind}", "statsmodels",
                     f"OLS.fit(cov_type='cluster', use_correction={correction}, use_t=True)",
                     {"value": value, "regressors": names, "cluster": "village", "errors": kind, "level": 0.95},
                     fitted(fit, ["Intercept", *names]), "villages")
    for names in (["offered"], ["offered", "away"]):
        fit = smf.ols("score ~ " + " + ".join(names) + " + C(village)", villages).fit(
            cov_type="cluster", use_t=True, cov_kwds={"groups": villages.village})
        rows.add(f"fixed-cluster-{'-'.join(names)}", "fixed effects cluster", "statsmodels",
                 "OLS with a dummy per village, cov_type='cluster' (dummies counted as parameters)",
                 {"value": "score", "regressors": names, "cluster": "village", "level": 0.95},
                 fitted(fit, names), "villages")
        fit = smf.ols("score ~ " + " + ".join(names) + " + C(village)", villages).fit(use_t=True)
        rows.add(f"fixed-plain-{'-'.join(names)}", "fixed effects plain", "statsmodels", "OLS with a dummy per village",
                 {"value": "score", "regressors": names, "cluster": "village", "level": 0.95},
                 fitted(fit, names), "villages")
    grouped = villages.groupby("village").agg(programme=("programme", "first"), score=("score", "mean"))
    result = stats.ttest_ind(grouped.score[grouped.programme == 1], grouped.score[grouped.programme == 0], equal_var=False)
    interval = result.confidence_interval(0.95)
    rows.add("cluster-means", "cluster means", "scipy", "stats.ttest_ind of the means of villages",
             {"value": "score", "variant": "programme", "cluster": "village", "level": 0.95},
             {"statistic": result.statistic, "df": result.df, "p": result.pvalue,
              "interval": [interval.low, interval.high]}, "villages")


def likeness(rows, tables):
    """Mean squares by ANOVA; the correlation from them is Donner and Klar's formula."""
    villages = tables["villages"]
    table = anova_lm(smf.ols("score ~ C(village)", villages).fit())
    between, within = table.mean_sq["C(village)"], table.mean_sq["Residual"]
    sizes = villages.groupby("village").size()
    usual = (sizes.sum() - (sizes**2).sum() / sizes.sum()) / (len(sizes) - 1)
    correlation = (between - within) / (between + (usual - 1) * within)
    size = (sizes**2).sum() / sizes.sum()
    rows.add("cluster-correlation", "cluster correlation", "statsmodels", "anova_lm of OLS on C(village)",
             {"value": "score", "cluster": "village"},
             {"within": correlation, "size": size, "design_effect": 1 + (size - 1) * correlation}, "villages")


def add(rows, tables):
    likeness(rows, tables)
    cuped(rows, tables)
    strata(rows, tables)
    regression(rows, tables)
    clusters(rows, tables)
