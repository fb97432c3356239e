"""What is decided with effects: several tests at once, looks, priors, trust, plans, forecasts."""

import math

import numpy as np
import scoringrules
from scipy import optimize, stats
from statsmodels.stats import multitest, power, proportion, weightstats


def multiple(rows, tables):
    for name, ps in {"seven": [0.0004, 0.012, 0.019, 0.031, 0.047, 0.22, 0.7],
                     "ties": [0.02, 0.02, 0.02, 0.5, 0.9, 0.9], "unsorted": [0.3, 0.001, 0.04, 0.011, 1.0, 0.03],
                     "tiny": [1e-200, 3e-17, 0.6]}.items():
        for method in ("bonferroni", "sidak", "holm", "holm-sidak", "simes-hochberg", "fdr_bh", "fdr_by"):
            rejected, adjusted, _, _ = multitest.multipletests(ps, 0.05, method)
            rows.add(f"multiple-{method}-{name}", f"multiple {method}", "statsmodels", f"multipletests(method='{method}')",
                     {"p": ps, "alpha": 0.05}, {"adjusted": adjusted, "rejected": rejected})
    arms = [group.to_numpy() for _, group in tables["arms"].groupby("arm").value]
    result = stats.dunnett(*arms[1:], control=arms[0], rng=np.random.default_rng(1))
    rows.add("dunnett-statistic", "dunnett statistic", "scipy", "stats.dunnett", {"variant": "arm", "value": "value"},
             {"statistic": result.statistic}, "arms")
    sizes = [len(arm) for arm in arms]
    df = sum(sizes) - len(sizes)
    tails = [dunnett_tail(abs(t), sizes, df) for t in result.statistic]
    critical = optimize.brentq(lambda t: dunnett_tail(t, sizes, df) - 0.05, 1, 5, xtol=1e-12)
    assert np.allclose(tails, result.pvalue, atol=2e-3)
    rows.add("dunnett-p", "dunnett p", "scipy",
             "stats.norm and stats.chi in Dunnett's integral; stats.dunnett agrees to its 2e-3",
             {"variant": "arm", "value": "value", "level": 0.95}, {"p": tails, "critical": critical}, "arms", rtol=1e-6,
             reason="an integral in two dimensions by quadrature on both sides")


def nodes(low, high, panels):
    """Gauss-Legendre nodes and weights: 20 to a panel, as good as exact for what is smooth."""
    x, w = np.polynomial.legendre.leggauss(20)
    edges = np.linspace(low, high, panels + 1)
    half = np.diff(edges)[:, None] / 2
    return (edges[:-1, None] + half * (x + 1)).ravel(), (half * w).ravel()


def dunnett_tail(t, sizes, df):
    """P(max |T| > t), conditioning on the control's mean and on the pooled deviation (Dunnett 1955)."""
    scale = stats.chi(df)
    z, weight_z = nodes(-9, 9, 12)
    s, weight_s = nodes(scale.ppf(1e-15), scale.isf(1e-15), 12)
    inside = np.ones((len(s), len(z)))
    for n in sizes[1:]:
        r = math.sqrt(n / (n + sizes[0]))
        rest, u = math.sqrt(1 - r * r), t * s[:, None] / math.sqrt(df)
        inside *= stats.norm.cdf((r * z + u) / rest) - stats.norm.cdf((r * z - u) / rest)
    return 1 - (weight_s * scale.pdf(s)) @ inside @ (weight_z * stats.norm.pdf(z))


def cross(bounds, times):
    """P(some |Z_k| >= bound_k) over looks at a Brownian motion (Armitage, McPherson and Rowe 1969)."""
    z, weight = nodes(-bounds[0], bounds[0], 12)
    mass = weight * stats.norm.pdf(z)
    for bound, earlier, later in zip(bounds[1:], times, times[1:]):
        share = earlier / later
        after, weight = nodes(-bound, bound, 12)
        step = stats.norm.pdf(after[:, None], math.sqrt(share) * z, math.sqrt(1 - share))
        z, mass = after, weight * (step @ mass)
    return 1 - mass.sum()


def looks(rows, _tables):
    for count in (2, 3, 5):
        times = [(k + 1) / count for k in range(count)]
        for name, shape in [("pocock", lambda t: 1.0), ("obrien-fleming", lambda t: 1 / math.sqrt(t))]:
            scale = optimize.brentq(lambda c: cross([c * shape(t) for t in times], times) - 0.05, 1.8, 3, xtol=1e-10)
            rows.add(f"looks-{name}-{count}", f"group sequential {name}", "scipy",
                     "stats.norm in the recursion over looks, optimize.brentq for the constant",
                     {"times": times, "alpha": 0.05}, {"bounds": [scale * shape(t) for t in times]}, rtol=1e-6,
                     reason="quadrature and root finding on both sides")
    # Each side spends its half of 0.05 by the one-sided function.
    z = stats.norm.isf(0.0125)
    spendings = [("spending-obrien-fleming", lambda t: 4 * stats.norm.sf(z / math.sqrt(t))),
                 ("spending-pocock", lambda t: 0.05 * math.log(1 + (math.e - 1) * t))]
    for name, spent in spendings:
        for times in ([0.5, 1.0], [0.3, 0.7, 1.0]):
            bounds = []
            for k in range(len(times)):
                bounds.append(optimize.brentq(
                    lambda b: cross(bounds + [b], times[:k + 1]) - spent(times[k]), 1, 9, xtol=1e-10))
            rows.add(f"looks-{name}-{len(times)}", f"group sequential {name}", "scipy",
                     "stats.norm in the recursion over looks, optimize.brentq look by look (Lan and DeMets 1983)",
                     {"times": times, "alpha": 0.05}, {"bounds": bounds}, rtol=1e-6,
                     reason="quadrature and root finding on both sides")


def bayes(rows, _tables):
    for name, effect, se, prior, spread, least in [("weak", 0.031, 0.012, 0.0, 0.5, 0.01), ("strong", 0.031, 0.012, 0.0, 0.01, 0.01),
                                                   ("against", -4.0, 1.5, 1.0, 2.0, 0.5)]:
        weight = 1 / (1 / se**2 + 1 / spread**2)
        posterior = stats.norm((effect / se**2 + prior / spread**2) * weight, math.sqrt(weight))
        loss = posterior.expect(lambda x: -x, ub=0.0, epsabs=1e-14, epsrel=1e-12)
        gain = posterior.expect(lambda x: x, lb=0.0, epsabs=1e-14, epsrel=1e-12)
        rows.add(f"bayes-{name}", "bayes normal", "scipy", "stats.norm: sf, ppf and expect of the posterior",
                 {"effect": effect, "se": se, "prior_mean": prior, "prior_sd": spread, "least": least, "level": 0.95},
                 {"mean": posterior.mean(), "sd": posterior.std(), "chance_to_win": posterior.sf(0.0),
                  "chance_worthwhile": posterior.sf(least), "loss_if_shipped": loss, "loss_if_kept": gain,
                  "interval": posterior.interval(0.95)})


def trust(rows, _tables):
    for name, seen, split in [("even", [5050, 4950], [1, 1]), ("three", [1200, 1000, 800], [0.4, 0.33, 0.27]),
                              ("broken", [82000, 81000], [1, 1]), ("four", [240, 260, 251, 249], [1, 1, 1, 1])]:
        shares = np.array(split) / sum(split)
        result = stats.chisquare(seen, shares * sum(seen))
        rows.add(f"ratio-chi-square-{name}", "sample ratio chi-square", "scipy", "stats.chisquare",
                 {"seen": seen, "split": split}, {"statistic": result.statistic, "p": result.pvalue})
        if len(seen) == 2:
            rows.add(f"ratio-exact-{name}", "sample ratio exact", "scipy", "stats.binomtest", {"seen": seen, "split": split},
                     {"p": stats.binomtest(seen[0], sum(seen), shares[0]).pvalue})
    rows.add("ratio-exact-small", "sample ratio exact", "scipy", "stats.binomtest", {"seen": [3, 19], "split": [3, 7]},
             {"p": stats.binomtest(3, 22, 0.3).pvalue})


def guardrails(rows, tables):
    users = tables["users"]
    arms = [weightstats.DescrStatsW(users.loc[users.variant == arm, "spent"].to_numpy()) for arm in (0, 1)]
    compare = weightstats.CompareMeans(arms[1], arms[0])
    for margin in (0.5, 2.0):
        statistic, p, df = compare.ttest_ind("larger", "unequal", -margin)
        rows.add(f"guardrail-{margin}", "non-inferiority", "statsmodels", "CompareMeans.ttest_ind('larger', 'unequal', value=-margin)",
                 {"value": "spent", "margin": margin}, {"statistic": statistic, "p": p, "df": df}, "users")
        p = compare.ttost_ind(-margin, margin, "unequal")[0]
        rows.add(f"equivalence-{margin}", "equivalence", "statsmodels", "CompareMeans.ttost_ind",
                 {"value": "spent", "margin": margin}, {"p": p}, "users")


def plans(rows, _tables):
    t, z = power.TTestIndPower(), power.NormalIndPower()
    for effect, n, ratio, alpha, alternative in [(0.2, 400, 1.0, 0.05, "two-sided"), (0.05, 3000, 0.5, 0.01, "two-sided"),
                                                 (0.6, 14, 2.0, 0.1, "larger")]:
        inputs = {"effect": effect, "n_control": n, "ratio": ratio, "alpha": alpha, "alternative": alternative}
        rows.add(f"power-t-{effect}", "power t", "statsmodels", "TTestIndPower.power", inputs,
                 {"power": t.power(effect, n, alpha, ratio=ratio, alternative=alternative)})
        rows.add(f"power-z-{effect}", "power z", "statsmodels", "NormalIndPower.power", inputs,
                 {"power": z.power(effect, n, alpha, ratio=ratio, alternative=alternative)})
    searched = {"rtol": 1e-6, "reason": "statsmodels searches for the root"}
    for effect, target in [(0.1, 0.8), (0.35, 0.9)]:
        inputs = {"effect": effect, "power": target, "ratio": 1.0, "alpha": 0.05}
        rows.add(f"size-t-{effect}", "sample size t", "statsmodels", "TTestIndPower.solve_power", inputs,
                 {"n_control": t.solve_power(effect, None, 0.05, target, 1.0)}, **searched)
        rows.add(f"size-z-{effect}", "sample size z", "statsmodels", "NormalIndPower.solve_power", inputs,
                 {"n_control": z.solve_power(effect, None, 0.05, target, 1.0)}, **searched)
    for n in (250, 9000):
        # solve_power itself stops two parts in a million away from what its own power says.
        effect = optimize.brentq(lambda d: t.power(d, n, 0.05, ratio=1.0) - 0.8, 1 / n, 5 / math.sqrt(n), xtol=1e-13)
        rows.add(f"smallest-t-{n}", "smallest effect t", "statsmodels", "TTestIndPower.power, scipy.optimize.brentq",
                 {"n_control": n, "power": 0.8, "ratio": 1.0, "alpha": 0.05}, {"effect": effect}, **searched)
    for difference, base, n, ratio in [(0.02, 0.1, 3000, 1), (0.1, 0.45, 300, 1), (-0.01, 0.04, 9000, 2)]:
        rows.add(f"power-proportions-{difference}", "power proportions", "statsmodels", "power_proportions_2indep",
                 {"difference": difference, "base": base, "n_control": n, "ratio": ratio, "alpha": 0.05},
                 {"power": proportion.power_proportions_2indep(
                     difference, base, n * ratio, ratio=1 / ratio, alpha=0.05).power})


def forecasts(rows, _tables):
    for name, seen, low, high, level in [("inside", 4.2, 1.0, 6.0, 0.8), ("below", -0.5, 1.0, 6.0, 0.8), ("above", 9.0, 1.0, 6.0, 0.95)]:
        z = stats.norm.ppf((1 + level) / 2)
        mean, sd = (low + high) / 2, (high - low) / 2 / z
        rows.add(f"forecast-interval-{name}", "forecast interval", "scoringrules", "interval_score",
                 {"seen": seen, "low": low, "high": high, "level": level},
                 {"score": scoringrules.interval_score(seen, low, high, 1 - level)})
        rows.add(f"forecast-crps-{name}", "forecast crps", "scoringrules", "crps_normal",
                 {"seen": seen, "mean": mean, "sd": sd}, {"score": scoringrules.crps_normal(seen, mean, sd)})
    for seen, chance in [(1, 0.8), (0, 0.8), (1, 0.05)]:
        rows.add(f"forecast-brier-{seen}-{chance}", "forecast brier", "scoringrules", "brier_score",
                 {"seen": seen, "chance": chance}, {"score": scoringrules.brier_score(seen, chance)})


def add(rows, tables):
    for part in (multiple, looks, bayes, trust, guardrails, plans, forecasts):
        part(rows, tables)
