"""Makes mpmath.txt: values of distribution functions from 60-digit arithmetic.

python3 -m pip install mpmath==1.4.1; python3 mpmath.py > mpmath.txt (about a minute)
"""

from mpmath import binomial, erfc, exp, gammainc, hyp2f1, inf, log, loggamma, mp, mpf, nstr, pi, quad, sqrt

mp.dps = 60


print("# function, arguments, value: 60-digit arithmetic by mpmath, rounded; made by mpmath.py")


def row(name, args, value):
    if value < mpf(10) ** -290:
        return
    print(name, *[repr(float(x)) for x in args], nstr(mpf(value), 17))


def student(t, df):
    """P(T > t): one less the integral from 0 as a series, or the tail as an integral."""
    t, df = mpf(t), mpf(df)
    a, b = df / 2, mpf(1) / 2
    if t * t < 3:
        x = df / (df + t * t)
        scale = exp(loggamma(a + b) - loggamma(a) - loggamma(b))
        return (1 - (1 - x) ** b * x**a / b * scale * hyp2f1(1, a + b, b + 1, 1 - x)) / 2
    constant = loggamma(a + b) - loggamma(a) - log(pi * df) / 2
    ends = [t, t + 0.5, t + 1, t + 2, t + 4, t + 8, t + 16, t + 40]
    if df < 1000:
        ends += [t + 1000, inf]
    return quad(lambda u: exp(constant - (a + b) * log(1 + u * u / df)), ends)


def beta(a, b, x):
    a, b, x = mpf(a), mpf(b), mpf(x)
    scale = exp(loggamma(a + b) - loggamma(a) - loggamma(b))
    return x**a * (1 - x) ** b / a * scale * hyp2f1(1, a + b, a + 1, x)


def noncentral(t, df, shift):
    t, df, shift = mpf(t), mpf(df), mpf(shift)
    constant = log(2 * df) - df / 2 * log(mpf(2)) - loggamma(df / 2)
    def f(s):
        chi = exp(constant + log(s) + (df / 2 - 1) * log(df * s * s) - df * s * s / 2) if s else 0
        return erfc(-(t * s - shift) / sqrt(mpf(2))) / 2 * chi
    sd = 1 / sqrt(2 * df)
    low, high = max(mpf(0), 1 - 16 * sd), 1 + 16 * sd
    ends = [low + i * (high - low) / 40 for i in range(41)]
    return quad(f, ends + ([2 * high, 4 * high] if df < 5 else []))


for x in [-8, -1, 0.5, 1.96, 5, 10, 30]:
    row("normal", [x], erfc(mpf(x) / sqrt(mpf(2))) / 2)
for df in [1, 2.5, 8, 30, 3949.2659598963082, 1e5, 2e7]:
    for t in [0.3, 1.5, 1.96, 3.7876, 6, 12]:
        row("student", [df, t], student(t, df))
# Far out, where t² / df has no digits left for 1: the tail as a beta function.
for df, t in [(1, 3e3), (2.5, 1e4), (3, 1e12), (1, 1e200)]:
    x = mpf(df) / (mpf(df) + mpf(t) ** 2)
    row("student", [df, t], beta(mpf(df) / 2, 0.5, x) / 2)
for df in [1, 2, 5, 50.5, 1e3]:
    for ratio in [0.01, 0.5, 1.0, 1.2, 2.0, 5.0]:
        row("chi", [df, df * ratio], gammainc(mpf(df) / 2, mpf(df * ratio) / 2, inf, regularized=True))
for a, b, x in [(0.5, 0.5, 0.3), (2, 3, 0.25), (5, 0.5, 0.9), (30, 70, 0.25), (30, 70, 0.5),
                (1000, 2000, 0.32), (20000.5, 30000, 0.401), (1, 1e6, 1e-7)]:
    row("beta", [a, b, x], beta(a, b, x))
for d1, d2, x in [(1, 10, 4.96), (3, 100, 2.0), (5, 1e5, 3.0), (2.5, 7.5, 0.1)]:
    y = mpf(d2) / (mpf(d1) * mpf(x) + mpf(d2))
    row("f", [d1, d2, x], beta(mpf(d2) / 2, mpf(d1) / 2, y))
for n, p, k in [(10, 0.3, 4), (4000, 0.5, 2026), (200000, 0.5, 100600), (180, 0.3, 56), (1000, 1e-3, 5)]:
    row("binom", [n, p, k], beta(k + 1, n - k, p))
    choose = exp(loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1))
    row("binom_pmf", [n, p, k], choose * mpf(p) ** k * (1 - mpf(p)) ** (n - k))
for m, k in [(3.5, 5), (100, 130), (5000, 5100)]:
    row("poisson", [m, k], gammainc(k + 1, 0, mpf(m), regularized=True))
    row("poisson_pmf", [m, k], exp(-mpf(m) + k * log(mpf(m)) - loggamma(k + 1)))
for total, good, draws, k in [(20, 7, 12, 3), (4000, 2000, 2026, 1050)]:
    row("hyper", [total, good, draws, k], binomial(good, k) * binomial(total - good, draws - k) / binomial(total, draws))
for t, df, shift in [(2.0, 1, 1), (1.96, 10, 2.8), (-1.96, 10, 2.8), (2.0, 58, 1.5), (1.96, 9998, 2.5), (40, 38, 40)]:
    row("nct", [t, df, shift], noncentral(t, df, shift))
