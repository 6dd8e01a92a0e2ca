"""The territory store: figures by the version of their unit, on the map of each date or of any day, and the shapes that
the questions are put to."""

TABLES = """
create table version (version integer, unit varchar, start date, until date);
create table figure (
    version integer, indicator varchar, day date, value decimal(18, 4), category varchar default '', accepted boolean default true
);
create table incoming (
    unit varchar, indicator varchar, day date, value decimal(18, 4), category varchar, accepted boolean
);
"""
LOAD_VERSIONS = """
insert into version select unnest($1::integer[]), unnest($2::varchar[]), unnest($3::date[]), unnest($4::date[])"""
LOAD_INCOMING = """
insert into incoming select unnest($1::varchar[]), unnest($2::varchar[]), unnest($3::date[]),
    unnest($4::varchar[])::decimal(18, 4), unnest($5::varchar[]), unnest($6::boolean[])"""
TAKE_IN = """
insert into figure select v.version, i.indicator, i.day, i.value, i.category, i.accepted
from incoming i join version v on v.unit = i.unit and i.day >= v.start and i.day < v.until order by all"""
TAKEN_IN = "delete from incoming"
LOAD_WEIGHTS = """
insert into {table} select unnest($1::integer[]), unnest($2::varchar[]), unnest($3::bigint[])"""
WEIGHTS = "create or replace table {table} (version integer, target varchar, weight decimal(13, 0))"

AS_REPORTED = """
select w.target, f.indicator, year(f.day) as year, sum(f.value) as value, count(*) as figures
from figure f join whole w using (version) group by all"""
"""On the map of each date: every version has one place."""

CONVERTED = """
select target, indicator, year, sum(value) as value, sum(figures) as figures from (
    select w.target, f.indicator, year(f.day) as year, sum(f.value)::decimal(25, 4) * {common}::decimal(13, 0) as value, count(*) as figures
    from figure f join whole w using (version) group by all
    union all
    select w.target, f.indicator, year(f.day) as year, sum(f.value * w.weight)::decimal(38, 4) as value, count(*) as figures
    from figure f join shared w using (version) group by all
) group by all"""
"""On the map of one day: versions that went whole into one unit need no weight; few do not."""

UNKNOWN = """
select w.target, f.indicator, year(f.day) as year, list(distinct v.unit order by v.unit) as units
from figure f join unknown w using (version) join version v using (version) group by all"""
"""What cannot be compared: figures of units of which nobody knows how much went where."""

FIND = """
select value, rowid from figure
where version = $version and indicator = $indicator and day = $day and category = $category"""
CORRECT = """
update figure set value = c.value
from (select unnest($1::bigint[]) as place, unnest($2::varchar[])::decimal(18, 4) as value) c
where figure.rowid = c.place"""
"""Corrections are gathered and written together, before anything is read."""
REFRESH = """
update kept set value = kept.value + c.change
from (
    select unnest($1::varchar[]) as target, unnest($2::varchar[]) as indicator, unnest($3::bigint[]) as year,
        unnest($4::varchar[])::decimal(38, 4) as change
) c
where kept.target = c.target and kept.indicator = c.indicator and kept.year = c.year"""
"""Sums are exact, so the difference may be added to them."""

ORDERED = "select * from ({query}) order by target, indicator, year"
USED = "select distinct version from figure order by 1"
SHAPES = f"""
create or replace table kept as {AS_REPORTED};
create or replace table goal (target varchar, indicator varchar, period bigint, goal decimal(18, 4));
create or replace view part as
select 'as_reported' as basis, w.target, year(f.day) as period, f.indicator, v.unit, f.version as place, f.value,
    null::decimal(18, 4) as numerator, null::decimal(18, 4) as denominator, f.category, f.accepted, false as largest,
    1 as better
from figure f join whole w using (version) join version v using (version);
create or replace view rolled as
select 'as_reported' as basis, target, year as period, indicator, value, null::decimal(38, 4) as numerator,
    null::decimal(38, 4) as denominator, null::bigint as as_of
from kept;
create or replace view pair as
select a.basis, a.target, a.indicator, a.period as earlier, b.period as later, false as ends
from rolled a join rolled b on a.target = b.target and a.indicator = b.indicator and a.period < b.period;
create or replace view comparable as select version as earlier, version as later from version;
"""
"""``kept`` are the sums; any two years are set side by side, over the same versions of units."""

SUMS = "select target, indicator, year, value, figures from kept order by all"
LOAD_GOALS = """
insert into goal select unnest($1::varchar[]), unnest($2::varchar[]), unnest($3::bigint[]),
    unnest($4::varchar[])::decimal(18, 4)"""
FORGET_GOALS = "delete from goal"
