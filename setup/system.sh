#!/bin/sh
# usage: system.sh LIST
# Installs the Debian packages named in LIST that are missing: by apt-get where we are root, asked before sudo elsewhere.
# With CI=true anything missing is an error; elsewhere it is said, and the tests that need it are skipped and named.
set -u
list=$1

wanted() {
    sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$list"
}

missing() {
    for package in $(wanted); do
        dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || echo "$package"
    done
}

give_up() {
    echo "$1" >&2
    [ "${CI:-}" = true ] && exit 1
    echo "Tests that need a missing program will be skipped, and named in the last lines." >&2
    exit 0
}

agreed() {
    [ -t 0 ] || return 1
    printf 'Install with sudo: %s? [y/N] ' "$1"
    read -r answer
    [ "$answer" = y ] || [ "$answer" = Y ]
}

command -v dpkg-query >/dev/null || give_up "This is not Debian or Ubuntu: please install by hand what stands for $(wanted | xargs)"
packages=$(missing | xargs)
[ -n "$packages" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null && agreed "$packages"; then
    as_root=sudo
else
    give_up "Missing system packages: $packages. To install them: sudo apt-get update && sudo apt-get install $packages"
fi

export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086  # a list of words is meant
if $as_root apt-get update -q && $as_root apt-get install -q -y --no-install-recommends $packages; then
    exit 0
fi
give_up "apt-get could not install: $packages (the reason stands above)."
