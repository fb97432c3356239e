"""Distribution functions at their centres and far into their tails."""

from scipy import stats


def add(rows, _tables):
    cases = [
        ("normal", "norm", [], [-37.0, -8.5, -1.0, 0.0, 0.3, 6.0], [1e-300, 1e-12, 0.025, 0.5, 0.8, 0.999999]),
        ("t-1", "t", [1.0], [-1e6, -2.0, 0.0, 0.7, 30.0], [1e-10, 0.025, 0.5, 0.95]),
        ("t-2.5", "t", [2.5], [-50.0, -2.0, 0.4, 12.0], [1e-10, 0.025, 0.5, 0.95]),
        ("t-30", "t", [30.0], [-12.0, -2.0, 0.4, 5.0], [1e-12, 0.025, 0.5, 0.95]),
        ("t-1e6", "t", [1e6], [-9.0, -2.0, 0.4, 5.0], [1e-12, 0.025, 0.5, 0.95]),
        ("chi2-1", "chi2", [1.0], [1e-8, 0.5, 3.841, 200.0], [1e-8, 0.05, 0.5, 0.999]),
        ("chi2-7.5", "chi2", [7.5], [0.01, 5.0, 14.0, 300.0], [1e-8, 0.05, 0.5, 0.999]),
        ("chi2-1000", "chi2", [1000.0], [700.0, 1000.0, 1500.0], [1e-8, 0.05, 0.5, 0.999]),
        ("f-3-20", "f", [3.0, 20.0], [0.01, 1.0, 4.9, 90.0], [1e-6, 0.05, 0.5, 0.999]),
        ("f-1-11.3", "f", [1.0, 11.3], [0.01, 1.0, 4.9, 90.0], [1e-6, 0.05, 0.5, 0.999]),
        ("beta-0.5-0.5", "beta", [0.5, 0.5], [1e-6, 0.2, 0.999], [1e-6, 0.025, 0.5, 0.975]),
        ("beta-200-3", "beta", [200.0, 3.0], [0.8, 0.98, 0.9999], [1e-6, 0.025, 0.5, 0.975]),
        ("gamma-4.2", "gamma", [4.2], [0.05, 3.0, 40.0], [1e-6, 0.025, 0.5, 0.975]),
    ]
    for id, name, shape, xs, ps in cases:
        dist = getattr(stats, name)(*shape)
        rows.add(f"dist-{id}", f"distribution {name}", "scipy", f"stats.{name}: cdf, sf of x; ppf of p",
                 {"shape": shape, "x": xs, "p": ps},
                 {"cdf": dist.cdf(xs), "sf": dist.sf(xs), "ppf": dist.ppf(ps)})
    for id, name, shape, ks in [
        ("binom-20", "binom", [20, 0.3], [0, 3, 6, 19]),
        ("binom-1e5", "binom", [100000, 0.5], [49000, 50000, 50700]),
        ("poisson-0.4", "poisson", [0.4], [0, 1, 5]),
        ("poisson-2500", "poisson", [2500.0], [2300, 2500, 2800]),
    ]:
        dist = getattr(stats, name)(*shape)
        rows.add(f"dist-{id}", f"distribution {name}", "scipy", f"stats.{name}: pmf, cdf, sf of k",
                 {"shape": shape, "k": ks}, {"pmf": dist.pmf(ks), "cdf": dist.cdf(ks), "sf": dist.sf(ks)})
    for df, shift, xs in [(18.0, 1.3, [-1.0, 0.5, 2.1, 6.0]), (250.0, 2.8, [1.0, 1.97, 4.0])]:
        dist = stats.nct(df, shift)
        rows.add(f"dist-nct-{df:g}", "distribution noncentral t", "scipy", "stats.nct: cdf, sf of x",
                 {"shape": [df, shift], "x": xs}, {"cdf": dist.cdf(xs), "sf": dist.sf(xs)})
