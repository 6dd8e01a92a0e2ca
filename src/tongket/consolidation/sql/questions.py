"""The questions, put to whatever shows the shapes that are named at the head of this package. ``{of}`` narrows one."""

ADDED = "case when bool_or(largest) then max(value) else sum(value) end as value"
"""The largest part or the sum of parts, as the figure is made."""

CONTRIBUTION = f"""
with own as (
    select basis, target, period, indicator, unit, any_value(better) as better, {ADDED},
        sum(numerator) as numerator, sum(denominator) as denominator
    from part{{of}} group by basis, target, period, indicator, unit
)
select basis, target, period, indicator, unit, value, numerator, denominator,
    rank() over (
        partition by basis, target, period, indicator
        order by better * value desc, better * round(100 * numerator / denominator, 12) desc
    ) as place
from own where denominator is null or denominator <> 0
order by basis, target, period, indicator, place, unit
"""
"""What each unit adds to a figure, the best first; equal ones share a place. Ratios are told apart to a trillionth."""

PAIRS = "select distinct earlier, later from pair"
GROWTH = f"""
with stated as (
    select basis, target, indicator, period, place, any_value(unit) as unit, bool_or(largest) as largest, {ADDED},
        sum(numerator) as numerator, sum(denominator) as denominator, count(*) as figures
    from part{{part}} group by basis, target, indicator, period, place
)
select p.basis, p.target, p.indicator, p.earlier, p.later, p.ends, list(a.unit order by a.unit) as units,
    case when bool_or(a.largest) then max(a.value) else sum(a.value) end as value_before,
    sum(a.numerator) as numerator_before, sum(a.denominator) as denominator_before,
    case when bool_or(b.largest) then max(b.value) else sum(b.value) end as value_after,
    sum(b.numerator) as numerator_after, sum(b.denominator) as denominator_after
from pair p
join stated a on a.basis = p.basis and a.target = p.target and a.indicator = p.indicator and a.period = p.earlier
join stated b on b.basis = p.basis and b.target = p.target and b.indicator = p.indicator and b.period = p.later
join comparable c on c.earlier = a.place and c.later = b.place
where a.figures - b.figures = 0{{of}}
group by p.basis, p.target, p.indicator, p.earlier, p.later, p.ends
order by p.basis, p.target, p.indicator, p.ends, p.earlier
"""
"""Over the units that are the same, with the same territory, and state as many figures, in both periods. (Counts are told
as a difference, so that nobody joins by them first: nearly all are alike.)"""

GAP = """
select r.target, r.period, r.indicator, g.period as goal_period, r.value, g.goal,
    case when r.denominator is null then r.value - g.goal else 100 * r.numerator - g.goal * r.denominator end as gap,
    coalesce(r.denominator, 1) as whole
from rolled r
join goal g on g.target = r.target and g.indicator = r.indicator and g.period in (r.period, r.as_of)
where r.basis = 'as_reported' and (r.denominator is null or r.denominator <> 0){of}
order by gap / whole, r.target, r.period, r.indicator, g.period
"""
"""What is reached less what was to be, times ``whole``; the furthest behind first."""

RANK = """
select target, value, rank() over (order by value desc) as place
from rolled where indicator = $indicator and period = $period order by place, target
"""
"""Figures of one indicator and period side by side; equal values share a place."""

COVERAGE = """
select target, count(distinct unit) filter (indicator = $indicator) as stated, count(distinct unit) as reporting
from part where period = $period and basis = 'as_reported' group by target order by target
"""
"""How many units state an indicator, of those that state anything in the period."""

BY_CATEGORY = """
select target, indicator, period, category, sum(value) as value, count(*) as figures
from part where basis = 'as_reported' group by all order by all
"""
"""By the breakdown that a figure is of; the empty one is the figure itself."""

PROVISIONAL = """
select target, indicator, period, sum(value) as value, count(*) as figures
from part where accepted and basis = 'as_reported' group by all order by all
"""
"""Sums of accepted figures alone."""
