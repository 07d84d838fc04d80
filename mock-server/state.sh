# Sourced by start and stop: where the servers' state is kept, and the server behind it.
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
state=$here/.state

die() { echo "${0##*/}: $*" >&2; exit 1; }

check_name() { [[ $1 =~ ^[a-z0-9_-]+$ ]] || die "not a provider's name: '$1'"; }

# One start or stop at a time: parallel test runs share the state.
lock() { exec 9<"$here"; flock 9; }

# Prints the pid of PROVIDER's server, or fails. The recorded pid may belong to another process by now.
server_pid() {
  local pid args
  read -r pid <"$state/$1/pid" && mapfile -d '' -t args <"/proc/$pid/cmdline" &&
    [[ " ${args[*]} " == *"/wiremock-standalone-"*" --root-dir $here/$1 "* ]] && echo "$pid"
} 2>/dev/null

# Ends PROVIDER's server if it runs, and forgets it. /proc is asked instead of `kill -0`, which also finds zombies.
stop_server() {
  local pid deadline=$((SECONDS + 10))
  if pid=$(server_pid "$1"); then
    kill "$pid" || true
    while server_pid "$1" >/dev/null; do
      ((SECONDS < deadline)) || die "$1 (pid $pid) does not end"
      sleep 0.1
    done
  fi
  rm -rf -- "${state:?}/$1"
}
