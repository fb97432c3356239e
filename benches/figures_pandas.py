"""The five figures by pandas, reading each column that they need once: figures_pandas.py FILE."""

import sys

import pandas as pd


def main(path):
    columns = ["person", "village", "month", "paid", "distance", "fare", "came"]
    trips = pd.read_parquet(path, columns=columns)
    paid = trips[trips.paid]
    print("share", paid.came.mean(), sep="\t")
    print("gap", paid.came.mean() - trips[~trips.paid].came.mean(), sep="\t")
    print("far", ((trips.distance > 3) & (trips.came == 1)).sum(), sep="\t")
    print("most", trips.groupby("village").size().max(), sep="\t")
    some = trips[trips.month.between(3, 9)]
    print("fare", some.fare.sum() / some.person.nunique(), sep="\t")


if __name__ == "__main__":
    main(sys.argv[1])
