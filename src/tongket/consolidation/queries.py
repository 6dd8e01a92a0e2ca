"""The SQL of the roll-up, all of it: each query has a name and is compared with a plain Python oracle in the tests.

Amounts are decimals and weights whole numbers, so that sums are exact and the same in every run. A weight is the
share of the giving org unit times the receiving one's common denominator.
"""

TABLES = """
create table indicator (indicator varchar, over_units varchar, over_time varchar, commune_only boolean);
create table place (place integer, period varchar, kind varchar, district integer, yearly boolean);
create table route (place integer, scope varchar, basis varchar, target varchar, weight decimal(13, 0), whole boolean);
create table receiver (basis varchar, target varchar, period varchar, sources integer, known boolean);
create table fact (
    fact integer, place integer, indicator varchar, value decimal(24, 9), numerator decimal(24, 9),
    denominator decimal(24, 9), counts boolean
);
"""
"""``place``: an org unit of a period; ``district``: the place of the district it belongs to or is.
``receiver``: how many predecessors an org unit has in a period, and whether all shares are known."""

LOAD = {
    "indicator": """
        insert into indicator select unnest($1::varchar[]), unnest($2::varchar[]), unnest($3::varchar[]),
            unnest($4::boolean[])""",
    "place": """
        insert into place select unnest($1::integer[]), unnest($2::varchar[]), unnest($3::varchar[]),
            unnest($4::integer[]), unnest($5::boolean[])""",
    "route": """
        insert into route select unnest($1::integer[]), unnest($2::varchar[]), unnest($3::varchar[]),
            unnest($4::varchar[]), unnest($5::bigint[]), unnest($6::boolean[])""",
    "receiver": """
        insert into receiver select unnest($1::varchar[]), unnest($2::varchar[]), unnest($3::varchar[]),
            unnest($4::integer[]), unnest($5::boolean[])""",
    "fact": """
        insert into fact select unnest($1::integer[]), unnest($2::integer[]), unnest($3::varchar[]),
            unnest($4::varchar[])::decimal(24, 9), unnest($5::varchar[])::decimal(24, 9),
            unnest($6::varchar[])::decimal(24, 9), unnest($7::boolean[])""",
}
"""Table -> statement that appends columns given as lists."""

CANDIDATES = """
create table candidate as
select r.basis, r.target, p.period, f.indicator, r.scope, f.fact, r.weight, f.counts, p.place, p.kind, p.district
from fact f
join indicator i using (indicator)
join place p using (place)
join route r using (place)
where (i.over_units in ('sum', 'ratio_of_sums') or i.over_units = 'max' and r.whole)
  and case r.scope
        when 'child' then not i.commune_only or p.kind = 'commune'
        when 'heir' then i.over_units <> 'max' and not (i.commune_only and p.kind = 'district')
        else i.commune_only
      end
"""
"""Every fact at every place it might be added."""

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

PERIODS = """
create table figure as
select c.basis, c.target, c.period, c.indicator, i.over_time,
    case when i.over_units = 'max' then max(f.value * c.weight) else sum(f.value * c.weight) end as value,
    sum(f.numerator * c.weight) as numerator,
    sum(f.denominator * c.weight) as denominator,
    bool_and(p.yearly) and bool_and(c.scope in ('child', 'through')) as in_span
from candidate c
join fact f using (fact)
join indicator i on i.indicator = c.indicator
join place p on p.place = c.place
where c.counts
group by c.basis, c.target, c.period, c.indicator, i.over_units, i.over_time
"""
"""The figure of each org unit and period: over org units first."""

SPANS = """
create table span as
select basis, target, indicator,
    case over_time when 'last' then arg_max(value, period) when 'max' then max(value) else sum(value) end as value,
    case over_time when 'last' then arg_max(numerator, period) else sum(numerator) end as numerator,
    case over_time when 'last' then arg_max(denominator, period) else sum(denominator) end as denominator,
    case over_time when 'last' then max(period) end as as_of
from figure
where in_span and over_time in ('sum', 'ratio_of_sums', 'last', 'max')
group by basis, target, indicator, over_time
"""
"""The figure of the whole review: over time after org units, years only."""

STEPS = (CANDIDATES, DISTRICT_STATES_IT, NOT_IN_EVERY_DISTRICT, PREDECESSOR_SILENT, PERIODS, SPANS)
"""The roll-up, in order."""

READ_FIGURES = """
select basis, target, period, indicator, value, numerator, denominator from figure order by all
"""
READ_SPANS = """
select basis, target, indicator, value, numerator, denominator, as_of from span order by all
"""
READ_CONTRIBUTIONS = """
select basis, target, period, indicator, fact from candidate order by basis, target, period, indicator, fact
"""
