"""The SQL of consolidation, all of it: each query has a name and is compared with a plain Python oracle in the tests.

Two stores are asked: the ledger of a review, whose figures follow the rules of the roll-up and can be opened, and the
territory store, which holds millions of values. Each shows the same shapes, and the questions are put to those:

* ``part``: what a unit adds to a figure: basis, target, period, indicator, unit, place (the unit as it was then: the same
  place is the same territory), value, numerator, denominator, category, accepted, largest (the figure is the largest
  part, not the sum), better (1: more is better, -1: less);
* ``rolled``: the figures: basis, target, period, indicator, value, numerator, denominator, as_of;
* ``pair``: which periods of a figure are set side by side; ``comparable``: which places; ``goal``: what was to be reached.

Amounts are decimals and weights whole numbers, so that sums are exact and the same in every run. A weight is the
share of the giving org unit times the receiving one's common denominator.
"""
