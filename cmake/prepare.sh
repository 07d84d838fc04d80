# shellcheck shell=bash
# Sourced by examples/run, tests/run and .ci/run.
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
mock=$root/mock-server

say() { echo "== $*" >&2; }

# quietly COMMAND...: what the command prints is shown only when it fails.
quietly() {
  local output code=0
  output=$("$@" 2>&1) || code=$?
  ((code == 0)) || printf '%s\n' "$output" >&2
  return "$code"
}

# prepare PACKAGE...: installs what is missing of the packages given, of those that the library is built with, and of the mock host.
prepare() {
  local packages=(g++:c++ cmake:cmake ninja-build:ninja libboost-dev libsimdjson-dev libcurl4-openssl-dev libssl-dev
    zlib1g-dev ca-certificates default-jre-headless:java npm:npm)
  [[ -z ${CI-} ]] || packages+=(ccache:ccache)
  "$root/cmake/install-packages" "${packages[@]}" "$@"
  # npm writes the inner lock file last, so an installation that was interrupted does not have it.
  if [[ ! $mock/node_modules/.package-lock.json -nt $mock/package-lock.json ]]; then
    say 'fetching the mock host'
    quietly npm ci --prefix "$mock"
  fi
}

# build NAME OPTION...: configures in build/NAME with the options of cmake given and those in USAGEKIT_CMAKE_ARGS, and builds.
build() {
  local folder=build/$1 options
  read -ra options <<<"${USAGEKIT_CMAKE_ARGS-}"
  ! command -v ccache >/dev/null || local -x CMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER-ccache}
  say "building $folder"
  (cd -- "$root" && quietly cmake -B "$folder" "${@:2}" "${options[@]}" && quietly cmake --build "$folder")
}

# example_of NAME: sets what `program` the example NAME is, and which `provider` it asks with which `arguments`. NAME is
# a provider, or a program whose source says `// examples/run: PROVIDER [ARGUMENT...]`.
example_of() {
  local asks
  program=${1}_usage provider=$1 arguments=()
  asks=$(sed -n 's|^// examples/run: ||p' "$root/examples/$1.cpp" 2>/dev/null) || return 0
  program=$1
  read -r provider asks <<<"$asks"
  # shellcheck disable=SC2034  # for who calls this
  read -ra arguments <<<"$asks"
}
