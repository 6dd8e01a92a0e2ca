#!/usr/bin/env python3
"""Compare the review.json that `tongket review` wrote with a case's truth.json.

usage: score_review.py CASE_DIR OUT/review.json [-v] [--json]

Prints precision and recall of values, the share of roll-ups that are right on each basis, precision and recall of
findings in total and per code, and whether coverage, refused files and limitations agree. See README.md one folder up.
"""
import argparse
import json
import re
import unicodedata
from collections import Counter, defaultdict
from pathlib import PurePosixPath


# One figure may serve several indicators; telling it for the other one too is no error.
LINKED = {
    ("K01", "value"): {("K02", "numerator"), ("K03", "denominator")},
    ("H02", "value"): {("H03", "numerator")},
    ("F02", "value"): {("F03", "denominator")},
    ("J01", "value"): {("J02", "denominator")},
    ("K02", "numerator"): {("K01", "value"), ("K03", "denominator")},
    ("K03", "denominator"): {("K01", "value"), ("K02", "numerator")},
    ("H03", "numerator"): {("H02", "value")},
    ("F03", "denominator"): {("F02", "value")},
    ("J02", "denominator"): {("J01", "value")},
}


CODES = {"recycled_text", "prose_table_mismatch", "total_mismatch", "percent_mismatch", "over_100", "outlier", "unit_mismatch",
         "missing_report", "late_report", "duplicate_report", "unit_unresolved", "not_comparable", "secrecy_mark", "unreadable"}


def norm(s):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", s or "")).strip().casefold()


def near(a, b, slack=0.0):
    if a is None or b is None:
        return a is b
    return abs(a - b) <= max(slack, 1e-6 * max(abs(a), abs(b)))


def same_file(a, b):
    """Equal up to leading folders."""
    a, b = PurePosixPath(norm(a)).parts, PurePosixPath(norm(b)).parts
    n = min(len(a), len(b))
    return n > 0 and a[-n:] == b[-n:]


def base(path):
    return PurePosixPath(norm(path)).name


def ratio(n, d):
    return round(n / d, 4) if d else None


def value_key(v):
    return (base(v.get("file") or ""), v.get("org_unit"), str(v.get("period")), v.get("indicator"), v.get("part"))


def same_text(a, b):
    a, b = norm(a), norm(b)
    return bool(a and b) and (a in b or b in a)


def score_values(got, want, say):
    pool = defaultdict(list)
    for g in got:
        pool[value_key(g)].append(g)
    hit = read = 0
    for w in want:
        rest = pool[value_key(w)]
        same = [g for g in rest if near(g.get("value"), w["value"])]
        match = next((g for g in same if same_text(g.get("text"), w["text"])), same[0] if same else None)
        if match is None:
            say("value missed", w, [g.get("value") for g in rest])
        else:
            rest.remove(match)
            hit += 1
            read += same_text(match.get("text"), w["text"])
    told = {(*value_key(w), round(w["value"], 6)) for w in want}
    neutral = 0
    for (file, unit, period, indicator, part), rest in pool.items():
        for g in rest:
            value = g.get("value")
            if value is not None and any(
                    (file, unit, period, *other, round(value, 6)) in told for other in LINKED.get((indicator, part), ())):
                neutral += 1
            else:
                say("value extra", g)
    return {"precision": ratio(hit, len(got) - neutral), "recall": ratio(hit, len(want)), "text": ratio(read, hit),
            "labels": len(want), "found": len(got)}


def score_rollups(got, want, say):
    have = {(g.get("indicator"), str(g.get("period")), g.get("org_unit"), g.get("basis")): g for g in got}
    right, asked, told = Counter(), Counter(), set()
    for w in want:
        key = (w["indicator"], str(w["period"]), w["org_unit"], w["basis"])
        told.add(key)
        asked[w["basis"]] += 1
        g = have.get(key)
        if g is None:
            say("roll-up missing", w)
            continue
        pair = all(near(g.get(k), w.get(k)) for k in ("numerator", "denominator") if w.get(k) is not None)
        if pair and near(g.get("value"), w.get("value"), slack=0.051 if w.get("denominator") is not None else 0.0):
            right[w["basis"]] += 1
        else:
            say("roll-up wrong", w, {k: g.get(k) for k in ("value", "numerator", "denominator")})
    # a roll-up of the same unit, basis and span of time that the truth does not have is one too many
    frame = {(k[1], k[2], k[3]) for k in told}
    extra = [g for k, g in have.items() if k not in told and (k[1], k[2], k[3]) in frame]
    for g in extra:
        say("roll-up extra", g)
    out = {b: {"right": ratio(right[b], asked[b]), "labels": asked[b]} for b in sorted(asked)}
    out["extra"] = len(extra)
    return out


def same_finding(g, w):
    if g["code"] != w["code"]:
        return False
    if w["code"] == "not_comparable":
        return g.get("org_unit") == w["org_unit"] and str(g.get("period")) == str(w["period"]) and g.get("indicator") == w.get("indicator")
    if w["code"] == "recycled_text":
        return bool(g.get("files")) and same_file(g["files"][0], w["files"][0])
    if w.get("indicator") and g.get("indicator") and g["indicator"] != w["indicator"]:
        return False
    if w.get("files"):
        return any(same_file(a, b) for a in g.get("files") or [] for b in w["files"])
    return g.get("org_unit") == w.get("org_unit") and (
        not w.get("period") or not g.get("period") or str(g["period"]) == str(w["period"]))


def score_findings(got, want, say):
    got = [g for g in got if g.get("code") in CODES]
    hits, asked, given = Counter(), Counter(), Counter(g["code"] for g in got)
    for w in want:
        asked[w["code"]] += 1
        match = next((g for g in got if same_finding(g, w)), None)
        if match is None:
            say("finding missed", w)
        else:
            got.remove(match)
            hits[w["code"]] += 1
    for g in got:
        say("finding extra", g)
    per = {c: {"recall": ratio(hits[c], asked[c]), "precision": ratio(hits[c], given[c]), "labels": asked[c], "found": given[c]}
           for c in sorted(set(asked) | set(given))}
    return {"precision": ratio(sum(hits.values()), sum(given.values())),
            "recall": ratio(sum(hits.values()), sum(asked.values())), "codes": per}


def score_limitations(got, want, say):
    """Recall, precision over (file, text), and the adjusted Rand index of the themes where both sides give one."""
    pool = defaultdict(list)
    for g in got:
        pool[base(g.get("file") or "")].append(g)
    hit, themes = 0, []
    for w in want:
        t, rest = norm(w["text"]), pool[base(w["file"])]
        match = next((g for g in rest if same_text(g.get("text"), t) and abs(len(norm(g["text"])) - len(t)) < 0.4 * len(t)), None)
        if match is None:
            say("limitation missed", w)
            continue
        rest.remove(match)
        hit += 1
        if w.get("theme") and match.get("theme"):
            themes.append((w["theme"], match["theme"]))
    for rest in pool.values():
        for g in rest:
            say("limitation extra", g)
    return {"recall": ratio(hit, len(want)), "precision": ratio(hit, len(got)), "themes": adjusted_rand(themes),
            "labels": len(want), "found": len(got)}


def adjusted_rand(pairs):
    def choose2(counts):
        return sum(n * (n - 1) / 2 for n in counts.values())
    if len(pairs) < 2:
        return None
    both, rows, cols = choose2(Counter(pairs)), choose2(Counter(a for a, _ in pairs)), choose2(Counter(b for _, b in pairs))
    expected, most = rows * cols / (len(pairs) * (len(pairs) - 1) / 2), (rows + cols) / 2
    return round((both - expected) / (most - expected), 3) if most != expected else None


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("case")
    ap.add_argument("review")
    ap.add_argument("-v", "--verbose", action="store_true")
    ap.add_argument("--json", action="store_true")
    args = ap.parse_args()
    truth = json.load(open(f"{args.case}/truth.json", encoding="utf-8"))
    review = json.load(open(args.review, encoding="utf-8"))

    def say(what, item, *more):
        if args.verbose:
            print(what, json.dumps(item, ensure_ascii=False), *more)

    cov_t, cov_g = truth["coverage"], review.get("coverage") or {}
    miss_t = {(m["org_unit"], str(m["period"])) for m in cov_t["missing"]}
    miss_g = {(m["org_unit"], str(m["period"])) for m in cov_g.get("missing") or []}
    out = {
        "values": score_values(review.get("values") or [], truth["values"], say),
        "rollups": score_rollups(review.get("rollups") or [], truth["rollups"], say),
        "findings": score_findings(review.get("findings") or [], truth["findings"], say),
        "coverage": {"expected": cov_g.get("expected") == cov_t["expected"], "reported": cov_g.get("reported") == cov_t["reported"],
                     "missing": miss_t == miss_g},
        "refused": sorted(base(f) for f in review.get("refused") or []) == sorted(base(f) for f in truth["refused"]),
        "limitations": score_limitations(review.get("limitations") or [], truth["limitations"], say),
    }
    if args.json:
        print(json.dumps(out, ensure_ascii=False))
        return
    v = out["values"]
    print(f"values       precision {v['precision']}  recall {v['recall']}  text as written {v['text']}  ({v['labels']} labels, {v['found']} found)")
    for b in ("as_reported", "current"):
        if r := out["rollups"].get(b):
            print(f"rollups      {b}: {r['right']} right ({r['labels']})")
    print(f"rollups      {out['rollups']['extra']} that the truth does not have")
    f = out["findings"]
    print(f"findings     precision {f['precision']}  recall {f['recall']}")
    for c, r in f["codes"].items():
        print(f"  {c:22} precision {r['precision']}  recall {r['recall']}  ({r['labels']} planted, {r['found']} found)")
    print(f"coverage     {out['coverage']}")
    print(f"refused      {'as planted' if out['refused'] else 'differ'}")
    lim = out["limitations"]
    print(f"limitations  recall {lim['recall']}  precision {lim['precision']}  themes (adjusted Rand) {lim['themes']}  ({lim['labels']} labels)")


if __name__ == "__main__":
    main()
