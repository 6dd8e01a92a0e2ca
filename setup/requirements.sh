#!/bin/sh
# Pins requirements.txt (what tongket runs on), requirements-papers.txt (the same with slides, PDF and pictures) and
# requirements-dev.txt (the same and what its tests need) anew, with uv.
set -eu

pin() {
    target=$1
    shift
    echo "# Made by \`make requirements\` from pyproject.toml and setup/build.in: every platform, every file by its hash, no address." >"$target.new"
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header \
        pyproject.toml setup/build.in "$@" >>"$target.new"
    mv "$target.new" "$target"
}

pin requirements.txt
pin requirements-papers.txt --extra papers --constraints requirements.txt
pin requirements-dev.txt --extra dev --constraints requirements-papers.txt
