"""Differences of two variants: means, proportions, ratios, counts, quantiles, ranks."""

import numpy as np
import tea_tasting as tt
from scipy import stats
from statsmodels.stats import proportion, rates
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW


def split(table, column, variant="variant"):
    return (table.loc[table[variant] == arm, column].to_numpy(float) for arm in (0, 1))


def means(rows, tables):
    for data, column in [("users", "spent"), ("users", "orders"), ("waits", "minutes")]:
        control, treatment = split(tables[data], column)
        for equal in (False, True):
            for alternative in ("two-sided", "greater", "less"):
                result = stats.ttest_ind(treatment, control, equal_var=equal, alternative=alternative)
                interval = result.confidence_interval(0.9)
                kind = "student" if equal else "welch"
                rows.add(f"mean-{kind}-{column}-{alternative}", f"means {kind}", "scipy",
                         f"stats.ttest_ind(treatment, control, equal_var={equal}, alternative='{alternative}')",
                         {"column": column, "alternative": alternative, "level": 0.9, "equal_var": equal},
                         {"statistic": result.statistic, "df": result.df, "p": result.pvalue,
                          "interval": [interval.low, interval.high]}, data)
        compare = CompareMeans(DescrStatsW(treatment), DescrStatsW(control))
        statistic, p = compare.ztest_ind(usevar="unequal")
        rows.add(f"mean-z-{column}", "means z", "statsmodels", "CompareMeans.ztest_ind, zconfint_diff",
                 {"column": column, "alternative": "two-sided", "level": 0.95},
                 {"statistic": statistic, "p": p, "interval": compare.zconfint_diff(usevar="unequal")}, data)


FIELDS = {"control": "control", "treatment": "treatment", "effect_size": "effect",
          "rel_effect_size": "relative", "pvalue": "p", "statistic": "statistic"}


def tea(result):
    given = result._asdict()
    expected = {ours: given[theirs] for theirs, ours in FIELDS.items() if theirs in given}
    for name, ours in [("effect_size", "interval"), ("rel_effect_size", "relative_interval")]:
        if f"{name}_ci_lower" in given:
            expected[ours] = [given[f"{name}_ci_lower"], given[f"{name}_ci_upper"]]
    return expected


def tasting(rows, table, id, topic, metric, call, inputs):
    result = tt.Experiment({"m": metric}).analyze(table)
    rows.add(id, topic, "tea-tasting", call, inputs, tea(result["m"]), "users")


def relative(rows, tables):
    users = tables["users"]
    for column in ("spent", "orders"):
        for alternative in ("two-sided", "greater", "less"):
            metric = tt.Mean(column, alternative=alternative, confidence_level=0.9)
            tasting(rows, users, f"relative-{column}-{alternative}", "means relative", metric, "tt.Mean",
                    {"column": column, "alternative": alternative, "level": 0.9})
    for over in ("sessions", "visits_before"):
        for use_t in (True, False):
            metric = tt.RatioOfMeans("spent", over, use_t=use_t, confidence_level=0.95)
            tasting(rows, users, f"ratio-spent-{over}-{'t' if use_t else 'z'}", "ratio of means", metric,
                    "tt.RatioOfMeans", {"numerator": "spent", "denominator": over, "use_t": use_t,
                                        "alternative": "two-sided", "level": 0.95})


def proportions(rows, _tables):
    pairs = {"ordinary": (58, 120, 81, 131), "rare": (2, 400, 9, 395), "small": (3, 11, 8, 12),
             "none": (0, 40, 6, 42)}
    for name, (x0, n0, x1, n1) in pairs.items():
        inputs = {"control": [x0, n0], "treatment": [x1, n1], "level": 0.95}
        for method in ("wald", "agresti-caffo", "newcomb", "score"):
            iterates = method == "score"
            if iterates and name != "ordinary":
                continue  # its search fails to bracket the root of small counts
            rows.add(f"prop-difference-{method}-{name}", f"proportions difference {method}", "statsmodels",
                     f"confint_proportions_2indep(method='{method}', compare='diff')", inputs,
                     {"interval": proportion.confint_proportions_2indep(
                         x1, n1, x0, n0, method=method, compare="diff")},
                     rtol=1e-6 if iterates else 1e-8,
                     reason="statsmodels inverts the score test by a search" if iterates else None)
        for compare, method in [("diff", "score"), ("ratio", "log")]:
            if method == "log" and x0 == 0:
                continue
            result = proportion.test_proportions_2indep(
                x1, n1, x0, n0, method=method, compare=compare)
            rows.add(f"prop-test-{compare}-{method}-{name}", f"proportions test {compare} {method}", "statsmodels",
                     f"test_proportions_2indep(method='{method}', compare='{compare}')", inputs,
                     {"statistic": result.statistic, "p": result.pvalue})
        if x0:
            rows.add(f"prop-ratio-log-{name}", "proportions ratio log", "statsmodels",
                     "confint_proportions_2indep(method='log', compare='ratio')", inputs,
                     {"interval": proportion.confint_proportions_2indep(
                         x1, n1, x0, n0, method="log", compare="ratio")})
        exact(rows, name, x0, n0, x1, n1)
    for name, (x, n) in {"middle": (37, 90), "none": (0, 25), "all": (25, 25), "rare": (3, 5000)}.items():
        for method in ("wilson", "beta", "jeffreys"):
            rows.add(f"prop-one-{method}-{name}", f"proportion {method}", "statsmodels",
                     f"proportion_confint(method='{method}')", {"counts": [x, n], "level": 0.95},
                     {"interval": proportion.proportion_confint(x, n, 0.05, method=method)})


def exact(rows, name, x0, n0, x1, n1):
    table = [[x1, x0], [n1 - x1, n0 - x0]]
    for alternative in ("two-sided", "greater", "less"):
        rows.add(f"prop-fisher-{name}-{alternative}", "proportions fisher", "scipy",
                 f"stats.fisher_exact(alternative='{alternative}')",
                 {"control": [x0, n0], "treatment": [x1, n1], "alternative": alternative},
                 {"p": stats.fisher_exact(table, alternative=alternative).pvalue})


def counts(rows, _tables):
    for name, (x0, t0, x1, t1) in {"ordinary": (60, 514.77, 95, 543.09), "few": (2, 30.0, 7, 28.5),
                                   "many": (12040, 1e5, 12911, 1.02e5)}.items():
        inputs = {"control": [x0, t0], "treatment": [x1, t1], "level": 0.95}
        for method, compare in [("score", "ratio"), ("wald-log", "ratio"), ("exact-cond", "ratio"),
                                ("wald", "diff")]:
            result = rates.test_poisson_2indep(x1, t1, x0, t0, method=method, compare=compare)
            rows.add(f"rate-test-{compare}-{method}-{name}", f"rates test {compare} {method}", "statsmodels",
                     f"test_poisson_2indep(method='{method}', compare='{compare}')", inputs,
                     {"p": result.pvalue})
        for method, compare in [("wald-log", "ratio"), ("wald", "diff")]:
            rows.add(f"rate-interval-{compare}-{method}-{name}", f"rates interval {compare} {method}",
                     "statsmodels", f"confint_poisson_2indep(method='{method}', compare='{compare}')", inputs,
                     {"interval": rates.confint_poisson_2indep(x1, t1, x0, t0, method=method, compare=compare)})
        rows.add(f"rate-one-exact-{name}", "rate exact", "statsmodels", "confint_poisson(method='exact-c')",
                 {"counts": [x0, t0], "level": 0.95},
                 {"interval": rates.confint_poisson(x0, t0, method="exact-c")})


def ranks(rows, tables):
    control, treatment = split(tables["waits"], "minutes")
    for alternative in ("two-sided", "greater", "less"):
        for continuity in (True, False):
            result = stats.mannwhitneyu(treatment, control, use_continuity=continuity,
                                        alternative=alternative, method="asymptotic")
            rows.add(f"rank-{alternative}-{'continuity' if continuity else 'plain'}", "mann-whitney", "scipy",
                     f"stats.mannwhitneyu(use_continuity={continuity}, method='asymptotic')",
                     {"column": "minutes", "alternative": alternative, "continuity": continuity},
                     {"statistic": result.statistic, "p": result.pvalue}, "waits")
    for q, level in [(0.5, 0.95), (0.8, 0.9), (0.25, 0.95)]:
        result = stats.quantile_test(control, q=np.median(control), p=q)
        interval = result.confidence_interval(level)
        rows.add(f"quantile-order-{q}", "quantile order statistics", "scipy",
                 "stats.quantile_test(...).confidence_interval", {"column": "minutes", "arm": 0, "q": q, "level": level},
                 {"interval": [interval.low, interval.high]}, "waits")


def add(rows, tables):
    means(rows, tables)
    relative(rows, tables)
    proportions(rows, tables)
    counts(rows, tables)
    ranks(rows, tables)
