"""Small tables that the rows are computed on. Python's own generator: its stream is the same in every
version, which NumPy does not promise. Values are rounded, so that JSON holds them exactly."""

import math
import random

import pandas

SEED = 20260501


def users(rng):
    """160 people, a random split, two covariates from before it, three strata of unequal size."""
    rows = []
    for _ in range(160):
        variant = int(rng.random() < 0.45)
        stratum = rng.choices([0, 1, 2], [5, 3, 2])[0]
        habit = rng.gauss(0, 1)
        before = round(10 + 3 * habit + 2 * stratum + rng.gauss(0, 2), 2)
        visits_before = max(1, round(4 + habit + rng.gauss(0, 1)))
        sessions = max(1, round(5 + habit + rng.gauss(0, 1.2)))
        orders = sum(rng.random() < 0.3 + 0.08 * variant for _ in range(sessions))
        orders_before = sum(rng.random() < 0.3 for _ in range(visits_before))
        spent = round(12 + 3 * habit + 2.5 * stratum + 1.8 * variant + rng.gauss(0, 2.5 + variant), 2)
        rows.append((variant, stratum, spent, before, visits_before, sessions, orders,
                     orders_before, int(orders > 1)))
    names = ["variant", "stratum", "spent", "before", "visits_before", "sessions", "orders",
             "orders_before", "converted"]
    return pandas.DataFrame(rows, columns=names)


def villages(rng):
    """People in 22 villages of unequal size: `offered` by person, `programme` by village."""
    rows = []
    for village in range(22):
        programme = village % 2
        common = rng.gauss(0, 0.8)
        distance = round(rng.uniform(0.3, 5), 1)
        for _ in range(rng.randint(3, 11)):
            offered = int(rng.random() < 0.6)
            away = round(distance + rng.uniform(-0.2, 0.2), 2)
            score = round(3 + common + 1.4 * offered + 0.7 * programme - 0.3 * away + rng.gauss(0, 1), 3)
            came = int(rng.random() < 1 / (1 + math.exp(-(score - 3))))
            rows.append((village, programme, offered, away, score, came))
    return pandas.DataFrame(rows, columns=["village", "programme", "offered", "away", "score", "came"])


def shops(rng):
    """A balanced panel: 14 shops over 10 weeks, half of them changed from week 6 on."""
    rows = []
    for shop in range(14):
        treated = int(shop < 7)
        level = rng.gauss(50, 8)
        for week in range(10):
            post = int(week >= 6)
            sales = level + 0.6 * week + 3 * math.sin(week) + 4 * treated * post + rng.gauss(0, 2)
            rows.append((shop, treated, week, post, rng.randint(20, 60), round(sales, 2)))
    return pandas.DataFrame(rows, columns=["shop", "treated", "week", "post", "count", "sales"])


def months(rng):
    """One series of 48 months, changed from month 30 on, with errors that remember."""
    rows, error = [], 0.0
    for month in range(48):
        error = 0.5 * error + rng.gauss(0, 1.5)
        since = max(0, month - 29)
        value = 40 + 0.3 * month + 3.5 * (month >= 30) + 0.25 * since + error
        rows.append((month, int(month >= 30), since, round(value, 2)))
    return pandas.DataFrame(rows, columns=["month", "after", "since", "value"])


def arms(rng):
    """Four variants of unequal size, the first of them the control."""
    rows = [(arm, round(20 + shift + rng.gauss(0, 4), 2))
            for arm, (size, shift) in enumerate([(26, 0), (21, 1.5), (24, 3.5), (19, -0.5)])
            for _ in range(size)]
    return pandas.DataFrame(rows, columns=["arm", "value"])


def waits(rng):
    """Two skewed samples, rounded so that many values tie."""
    rows = [(variant, round(rng.lognormvariate(1.5 - 0.25 * variant, 0.7), 1))
            for variant, size in enumerate([34, 41]) for _ in range(size)]
    return pandas.DataFrame(rows, columns=["variant", "minutes"])


def tables():
    makers = [users, villages, shops, months, arms, waits]
    return {make.__name__: make(random.Random(f"{SEED} {make.__name__}")) for make in makers}
