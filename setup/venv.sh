#!/bin/sh
# usage: venv.sh VENV REQUIREMENTS
# Makes the virtual environment VENV, puts the pinned REQUIREMENTS into it and links this working tree as `tongket`.
# Set PYTHON to choose the interpreter. Can be run again at any time.
set -eu
venv=$1
requirements=$2

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11 python}; do
        if command -v "$candidate" >/dev/null && new_enough "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    found=$("${PYTHON:-python3}" --version 2>/dev/null || echo "no ${PYTHON:-python3}")
    echo "tongket needs Python 3.11 or newer; here is $found. Install it, or name one: make setup PYTHON=/path/to/python3.12" >&2
    return 1
}

make_venv() {
    if "$1" -c 'import ensurepip, venv' 2>/dev/null; then
        "$1" -m venv "$venv"
    elif "$1" -c 'import pip, venv' 2>/dev/null; then
        "$1" -m venv --without-pip "$venv"  # Debian without python3-venv: the system's pip can fill it from outside
    else
        echo "$1 can make no virtual environment. On Debian or Ubuntu: sudo apt-get install python3-venv. Then run the same again." >&2
        return 1
    fi
}

install() {
    if "$venv/bin/python" -c 'import pip' 2>/dev/null; then
        "$venv/bin/python" -m pip install --no-input --disable-pip-version-check "$@"
    else
        "$python" -m pip --python "$venv/bin/python" install --no-input --disable-pip-version-check "$@"
    fi
}

python=$(find_python)
[ -x "$venv/bin/python" ] && new_enough "$venv/bin/python" || make_venv "$python"
if ! install --require-hashes -r "$requirements"; then
    echo "The packages of $requirements could not be installed (the reason stands above). Check the line to the package index," \
        "or set PIP_INDEX_URL to your organisation's mirror; then run the same again." >&2
    exit 1
fi
install --quiet --no-deps --no-build-isolation --editable .
