"""The ledger of a review: its tables, the roll-up in steps, and the shapes that the questions are put to."""

TABLES = """
create table review (span varchar);
create table indicator (
    indicator varchar, over_units varchar, over_time varchar, commune_only boolean, better integer
);
create table place (place integer, unit varchar, period varchar, kind varchar, district integer, yearly boolean);
create table route (place integer, scope varchar, basis varchar, target varchar, weight decimal(13, 0), whole boolean);
create table receiver (basis varchar, target varchar, period varchar, sources integer, known boolean);
create table goal (target varchar, indicator varchar, period varchar, goal decimal(24, 9));
create table comparable (earlier integer, later integer);
create table fact (
    fact integer, place integer, indicator varchar, value decimal(24, 9), numerator decimal(24, 9),
    denominator decimal(24, 9), counts boolean
);
create table touched (basis varchar, target varchar, period varchar, indicator varchar);
create table candidate (
    basis varchar, target varchar, period varchar, indicator varchar, scope varchar, fact integer,
    weight decimal(13, 0), counts boolean, place integer, kind varchar, district integer
);
create table contribution as from candidate;
create table figure (
    basis varchar, target varchar, period varchar, indicator varchar, value decimal(38, 9), numerator decimal(38, 9),
    denominator decimal(38, 9), as_of varchar, yearly boolean, in_span boolean, is_span boolean
);
"""
"""``place``: an org unit of a period; ``district``: the place of the district it belongs to or is.
``receiver``: how many predecessors an org unit has in a period, and whether all shares are known.
``touched``: the figures that are to be added up anew, those of the whole review among them."""

SHAPES = """
create view part as
with each as (
    select c.basis, c.target, c.period, c.indicator, p.unit, c.place, f.value * c.weight as value,
        f.numerator * c.weight as numerator, f.denominator * c.weight as denominator,
        '' as category, true as accepted, i.over_units = 'max' as largest, i.better
    from contribution c
    join fact f using (fact)
    join place p on p.place = c.place
    join indicator i on i.indicator = c.indicator
    where c.counts
)
select * from each
union all
select e.basis, e.target, s.period, e.indicator, e.unit, e.place, e.value, e.numerator, e.denominator,
    e.category, e.accepted, e.largest, e.better
from each e
join figure y on y.basis = e.basis and y.target = e.target and y.period = e.period and y.indicator = e.indicator
join figure s on s.basis = e.basis and s.target = e.target and s.indicator = e.indicator and s.is_span
where y.in_span and (s.as_of is null or s.as_of = e.period);
create view rolled as
select basis, target, period, indicator, value, numerator, denominator, as_of from figure;
create view pair as
with told as (
    select basis, target, indicator, period as later,
        lag(period) over (partition by basis, target, indicator order by period) as earlier
    from figure where yearly and basis = 'as_reported'
)
select basis, target, indicator, earlier, later, false as ends from told where earlier is not null
union all
select basis, target, indicator, min(later), max(later), true from told group by all having count(*) > 2;
"""
"""``part`` of the whole review is that of its years; of the latest value alone, where that is what it says. Each year is
set beside the one before it that has a figure, and the last beside the first."""

LOAD = {
    "review": "insert into review select unnest($1::varchar[])",
    "indicator": """
        insert into indicator select unnest($1::varchar[]), unnest($2::varchar[]), unnest($3::varchar[]),
            unnest($4::boolean[]), unnest($5::integer[])""",
    "place": """
        insert into place select unnest($1::integer[]), unnest($2::varchar[]), unnest($3::varchar[]),
            unnest($4::varchar[]), unnest($5::integer[]), unnest($6::boolean[])""",
    "route": """
        insert into route select unnest($1::integer[]), unnest($2::varchar[]), unnest($3::varchar[]),
            unnest($4::varchar[]), unnest($5::bigint[]), unnest($6::boolean[])""",
    "receiver": """
        insert into receiver select unnest($1::varchar[]), unnest($2::varchar[]), unnest($3::varchar[]),
            unnest($4::integer[]), unnest($5::boolean[])""",
    "goal": """
        insert into goal select unnest($1::varchar[]), unnest($2::varchar[]), unnest($3::varchar[]),
            unnest($4::varchar[])::decimal(24, 9)""",
    "comparable": "insert into comparable select unnest($1::integer[]), unnest($2::integer[])",
    "fact": """
        insert into fact select unnest($1::integer[]), unnest($2::integer[]), unnest($3::varchar[]),
            unnest($4::varchar[])::decimal(24, 9), unnest($5::varchar[])::decimal(24, 9),
            unnest($6::varchar[])::decimal(24, 9), unnest($7::boolean[])""",
    "touched": """
        insert into touched select unnest($1::varchar[]), unnest($2::varchar[]), unnest($3::varchar[]),
            unnest($4::varchar[])""",
}
"""Table -> statement that appends columns given as lists."""

FORGET = "delete from fact where fact in (select unnest($1::integer[]))"
"""Facts that are others now, or are there no more."""

CLEAR = "delete from touched; delete from candidate;"

CANDIDATES = """
insert into candidate
select r.basis, r.target, p.period, f.indicator, r.scope, f.fact, r.weight, f.counts, p.place, p.kind, p.district
from fact f
join indicator i using (indicator)
join place p using (place)
join route r using (place)
join touched t on t.basis = r.basis and t.target = r.target and t.period = p.period and t.indicator = f.indicator
where (i.over_units in ('sum', 'ratio_of_sums') or i.over_units = 'max' and r.whole)
  and case r.scope
        when 'child' then not i.commune_only or p.kind = 'commune'
        when 'heir' then i.over_units <> 'max' and not (i.commune_only and p.kind = 'district')
        else i.commune_only
      end
"""
"""Every fact at every place of the touched figures it might be added to."""

DISTRICT_STATES_IT = """
delete from candidate c
where c.scope = 'through' and c.kind = 'commune' and exists (
    select 1 from candidate d
    where d.scope = 'through' and d.place = c.district and d.counts
      and d.basis = c.basis and d.target = c.target and d.indicator = c.indicator
)
"""
"""A district that states the figure itself stands for its communes in the province."""

NOT_IN_EVERY_DISTRICT = """
delete from candidate c
where c.scope = 'through' and (c.basis, c.target, c.period, c.indicator) not in (
    select (s.basis, s.target, s.period, s.indicator)
    from candidate s
    join (
        select r.basis, r.target, p.period, count(*) as districts
        from route r join place p using (place)
        where r.scope = 'through' and p.kind = 'district'
        group by all
    ) owed on owed.basis = s.basis and owed.target = s.target and owed.period = s.period
    where s.scope = 'through' and s.counts
    group by s.basis, s.target, s.period, s.indicator, owed.districts
    having count(distinct s.district) = owed.districts
)
"""
"""What only communes report goes to the province only where every district has it."""

PREDECESSOR_SILENT = """
delete from candidate c
where c.scope = 'heir' and (c.basis, c.target, c.period, c.indicator) not in (
    select (s.basis, s.target, s.period, s.indicator)
    from candidate s
    join receiver v on v.basis = s.basis and v.target = s.target and v.period = s.period
    where s.scope = 'heir' and s.counts and v.known
    group by s.basis, s.target, s.period, s.indicator, v.sources
    having count(*) = v.sources
)
"""
"""A merged org unit has a figure before the merger only where all its predecessors state it."""

CONTRIBUTIONS = """
delete from contribution c using touched t
where t.basis = c.basis and t.target = c.target and t.period = c.period and t.indicator = c.indicator;
insert into contribution from candidate;
"""
"""What the touched figures are made of takes the place of what they were made of."""

PERIODS = """
delete from figure f using touched t
where t.basis = f.basis and t.target = f.target and t.period = f.period and t.indicator = f.indicator;
insert into figure
select c.basis, c.target, c.period, c.indicator,
    case when i.over_units = 'max' then max(f.value * c.weight) else sum(f.value * c.weight) end,
    sum(f.numerator * c.weight),
    sum(f.denominator * c.weight),
    null,
    bool_and(p.yearly),
    bool_and(p.yearly) and bool_and(c.scope in ('child', 'through')),
    false
from candidate c
join fact f using (fact)
join indicator i on i.indicator = c.indicator
join place p on p.place = c.place
where c.counts
group by c.basis, c.target, c.period, c.indicator, i.over_units;
"""
"""The figure of each org unit and period: over org units first."""

SPANS = """
insert into figure
select f.basis, f.target, t.period, f.indicator,
    case i.over_time when 'last' then arg_max(value, f.period) when 'max' then max(value) else sum(value) end,
    case i.over_time when 'last' then arg_max(numerator, f.period) else sum(numerator) end,
    case i.over_time when 'last' then arg_max(denominator, f.period) else sum(denominator) end,
    case i.over_time when 'last' then max(f.period) end,
    false, false, true
from figure f
join indicator i on i.indicator = f.indicator
join touched t on t.basis = f.basis and t.target = f.target and t.indicator = f.indicator
join review r on r.span = t.period
where f.in_span and i.over_time in ('sum', 'ratio_of_sums', 'last', 'max')
group by f.basis, f.target, t.period, f.indicator, i.over_time
"""
"""The figure of the whole review: over time after org units, years only."""

STEPS = (
    CANDIDATES,
    DISTRICT_STATES_IT,
    NOT_IN_EVERY_DISTRICT,
    PREDECESSOR_SILENT,
    CONTRIBUTIONS,
    PERIODS,
    SPANS,
)
"""The roll-up of what is touched, in order."""

OF_TOUCHED = " semi join touched using (basis, target, period, indicator)"
AND_TOUCHED = """ and exists (
    from touched t where t.basis = r.basis and t.target = r.target and t.period = r.period and t.indicator = r.indicator
)"""
"""What narrows a question to what is touched."""
READ_FIGURES = f"select basis, target, period, indicator, value, numerator, denominator, as_of from figure{OF_TOUCHED}"
READ_CONTRIBUTIONS = f"select basis, target, period, indicator, fact from contribution{OF_TOUCHED} order by all"
