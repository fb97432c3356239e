"""The five figures that are raced."""

# The name of each and its SQL.
QUERIES = {
    "share": "select avg(came) as v from trips where paid",
    "gap": "select avg(came) filter (where paid) - avg(came) filter (where not paid) as v from trips",
    "far": "select count(*) as v from trips where distance > 3 and came = 1",
    "most": "select max(n) as v from (select village, count(*) as n from trips group by village)",
    "fare": "select sum(fare) / count(distinct person) as v from trips where month between 3 and 9",
}
