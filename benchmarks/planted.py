"""Plant 300 faults in clean reports of the example, each written with other pens: how many are found, by code.

Run: python benchmarks/planted.py [FAULTS] [-v]
"""

import sys
from collections import Counter

from benchmarks.planting import clean_world, planted

FAULTS, SEEDS = 300, (0, 1, 2)


def main() -> None:
    """Plant, count, print; -v names what was missed and what was said besides."""
    numbers = [int(one) for one in sys.argv[1:] if one.isdigit()]
    count, verbose = (numbers or [FAULTS])[0], "-v" in sys.argv
    asked: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    besides: Counter[str] = Counter()
    clean = 0
    for seed in SEEDS:
        world = clean_world(seed)
        noise = [f for f in world.checked({}).findings if f.code != "not_comparable"]
        clean += len(world.reports)
        print(f"seed {seed}: {len(world.reports)} clean reports, {len(noise)} findings on them")
        for outcome in planted(world, -(-count // len(SEEDS)), seed + 1):
            asked[outcome.plant.code] += 1
            hit[outcome.plant.code] += outcome.found
            besides.update(f"{outcome.plant.code}: {f.code}" for f in outcome.besides)
            if verbose and not outcome.found:
                print("  missed", outcome.plant.code, outcome.plant.file, outcome.plant.told)
            for one in outcome.besides if verbose else ():
                print(
                    "  besides", outcome.plant.code, outcome.plant.told, "|", one.code, one.indicator, dict(one.fields)
                )
    for code in sorted(asked):
        print(f"{code:22} {hit[code]:3} of {asked[code]:3} found")
    print(f"all {sum(hit.values())} of {sum(asked.values())}; said besides: {dict(besides) or 'nothing'}")


if __name__ == "__main__":
    main()
