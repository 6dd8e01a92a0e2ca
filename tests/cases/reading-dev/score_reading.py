#!/usr/bin/env python3
"""Score `tongket read` against hand-labelled texts.

usage: score_reading.py CASES_DIR [--command 'tongket read {file} --json']

CASES_DIR holds NN.txt (first line `# URL`, to be skipped by the reader as any comment
header is: the scorer strips it) and NN.json (the labels). For each text the command is run
once; it must print one JSON object with the keys described in README.md one folder up.
Prints precision, recall and F1 per kind, micro-averaged over all texts, and every miss with -v.
"""
import argparse
import json
import re
import shlex
import subprocess
import sys
import tempfile
import unicodedata
from collections import defaultdict
from pathlib import Path


def norm(s):
    """NFC, lower case, one space."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", s or "")).strip().casefold()


def words(s):
    return re.findall(r"\w+", norm(s))


def overlap(a, b):
    """Jaccard overlap of the two texts' words, counted with repetition."""
    a, b = words(a), words(b)
    if not a or not b:
        return 0.0
    common, rest = 0, list(b)
    for w in a:
        if w in rest:
            rest.remove(w)
            common += 1
    return common / (len(a) + len(b) - common)


def near(a, b):
    return a is not None and b is not None and abs(a - b) <= 1e-9 + 1e-6 * abs(b)


def same_quantity(got, want):
    if not near(got.get("value"), want["value"]):
        return False
    wd, gd = want.get("denominator"), got.get("denominator")
    if (wd is None) != (gd is None) or (wd is not None and not near(gd, wd)):
        return False
    return norm(want["text"]) in norm(got["text"]) or norm(got["text"]) in norm(want["text"])


def same_percentage(got, want):
    return near(got.get("value"), want["value"])


def same_statement(got, want):
    return got["kind"] == want["kind"] and overlap(got["text"], want["text"]) >= 0.6


def same_person(got, want):
    return norm(got["name"]) == norm(want["name"])


def same_text(got, want):
    return norm(got) == norm(want)


KINDS = {
    "quantities": same_quantity,
    "percentages": same_percentage,
    "durations": same_text,
    "statements": same_statement,
    "people": same_person,
    "legal_refs": same_text,
    "units": same_text,
}
EVENT_FIELDS = ("type", "date", "instrument", "unit", "period")


def match(got, want, same):
    """Greedy one-to-one matching: (pairs, unmatched got, unmatched want)."""
    got, missed, pairs = list(got), [], []
    for w in want:
        hit = next((g for g in got if same(g, w)), None)
        if hit is None:
            missed.append(w)
        else:
            got.remove(hit)
            pairs.append((hit, w))
    return pairs, got, missed


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("cases", type=Path)
    ap.add_argument("--command", default="tongket read {file} --json")
    ap.add_argument("-v", "--verbose", action="store_true")
    ap.add_argument("--json", action="store_true", help="print the figures as JSON")
    args = ap.parse_args()
    tp, fp, fn = defaultdict(int), defaultdict(int), defaultdict(int)
    right, asked = defaultdict(int), defaultdict(int)
    failed = 0
    files = sorted(args.cases.glob("[0-9]*.json"))
    for gold_path in files:
        gold = json.loads(gold_path.read_text(encoding="utf-8"))
        text = gold_path.with_suffix(".txt").read_text(encoding="utf-8")
        body = text.split("\n", 1)[1] if text.startswith("# http") else text
        with tempfile.TemporaryDirectory() as tmp:
            file = Path(tmp) / (gold_path.stem + ".txt")
            file.write_text(body, encoding="utf-8")
            run = subprocess.run(
                [a.replace("{file}", str(file)) for a in shlex.split(args.command)],
                capture_output=True, text=True, timeout=120)
        try:
            got = json.loads(run.stdout)
        except ValueError:
            failed += 1
            print(f"{gold_path.stem}: no JSON (exit {run.returncode}): {run.stderr.strip()[-300:]}", file=sys.stderr)
            got = {}
        for kind, same in KINDS.items():
            pairs, extra, missed = match(got.get(kind) or [], gold.get(kind) or [], same)
            if kind == "durations":
                # durations are labelled once per distinct text; a repeat is no error
                extra = [e for e in extra if not any(same(e, w) for w in gold.get(kind) or [])]
            tp[kind] += len(pairs)
            fp[kind] += len(extra)
            fn[kind] += len(missed)
            if kind == "people":
                for g, w in pairs:
                    p, e, m = match(g.get("titles") or [], w["titles"], same_text)
                    tp["titles"] += len(p)
                    fp["titles"] += len(e)
                    fn["titles"] += len(m)
                for w in missed:
                    fn["titles"] += len(w["titles"])
            if args.verbose:
                for w in missed:
                    print(f"{gold_path.stem} {kind} missed: {json.dumps(w, ensure_ascii=False)}")
                for e in extra:
                    print(f"{gold_path.stem} {kind} extra:  {json.dumps(e, ensure_ascii=False)}")
        for field in EVENT_FIELDS:
            want = (gold.get("event") or {}).get(field)
            if want is None:
                continue
            asked["event." + field] += 1
            have = (got.get("event") or {}).get(field)
            ok = have == want if not isinstance(want, str) else norm(str(have)) == norm(want)
            right["event." + field] += ok
            if args.verbose and not ok:
                print(f"{gold_path.stem} event.{field}: want {want!r}, got {have!r}")
        for field in ("collectives", "individuals"):
            want = (gold.get("awards") or {}).get(field)
            if want is None:
                continue
            asked["awards." + field] += 1
            right["awards." + field] += (got.get("awards") or {}).get(field) == want
    out = {"texts": len(files), "failed": failed}
    for kind in [*KINDS, "titles"]:
        p = tp[kind] / (tp[kind] + fp[kind]) if tp[kind] + fp[kind] else 0.0
        r = tp[kind] / (tp[kind] + fn[kind]) if tp[kind] + fn[kind] else 0.0
        out[kind] = {"precision": round(p, 3), "recall": round(r, 3),
                     "f1": round(2 * p * r / (p + r), 3) if p + r else 0.0,
                     "labels": tp[kind] + fn[kind]}
    for field in sorted(asked):
        out[field] = {"accuracy": round(right[field] / asked[field], 3), "labels": asked[field]}
    if args.json:
        print(json.dumps(out, ensure_ascii=False))
        return
    print(f"{len(files)} texts, {failed} without an answer")
    for kind in [*KINDS, "titles"]:
        o = out[kind]
        print(f"{kind:12} P {o['precision']:.3f}  R {o['recall']:.3f}  F1 {o['f1']:.3f}  ({o['labels']} labels)")
    for field in sorted(asked):
        print(f"{field:20} {out[field]['accuracy']:.3f}  ({asked[field]} labels)")


if __name__ == "__main__":
    main()
