# shellcheck shell=bash
# Sourced by what tries something on a bare Debian: a folder to change the root to, with this machine's package sources.

# bare_debian SUITE: sets `bare` to a copy of one with nothing installed, which is removed when the script ends. The
# original is kept in build/. Needs root.
bare_debian() {
  local suite=$1 base=$PWD/build/debian-$1 mirror needed
  if [[ ! -e $base/complete ]]; then
    cmake/install-packages debootstrap:debootstrap
    # shellcheck disable=SC2016  # these are apt-get's variables
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' \
      "Codename: $(source /etc/os-release && echo "$VERSION_CODENAME")" | head -n 1)
    rm -rf --one-file-system -- "$base"
    mkdir -p -- "$base"
    echo "== making a bare Debian $suite" >&2
    debootstrap --variant=minbase "$suite" "$base" "$mirror" >"$base.log" 2>&1 || { tail -n 20 "$base.log" >&2; return 1; }
    touch "$base/complete"
  fi
  bare=$(mktemp -d)
  trap 'rm -rf --one-file-system -- "$bare"' EXIT
  cp -a -- "$base/." "$bare/"
  mkdir -p -- "$bare/etc/ssl/certs"
  for needed in /etc/resolv.conf /etc/hosts /etc/ssl/certs/ca-certificates.crt; do
    [[ ! -e $needed ]] || cp -L --remove-destination -- "$needed" "$bare$needed"
  done
  # What this machine trusts besides Debian's authorities, which come with a package.
  [[ -z ${NODE_EXTRA_CA_CERTS-} ]] || cp -L -- "$NODE_EXTRA_CA_CERTS" "$bare/root/trusted.crt"
  apt-config dump | grep -E '^Acquire::(https?|Retries)' >"$bare/etc/apt/apt.conf.d/99of-the-host" || true
}

# on_bare_debian COMMAND...: runs it there, as root. The mounts are in a name space that ends with it.
on_bare_debian() {
  # shellcheck disable=SC2016  # for the inner shell
  env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
    ${NODE_EXTRA_CA_CERTS:+NODE_EXTRA_CA_CERTS=/root/trusted.crt} \
    unshare --mount -- bash -c 'for m in proc sys dev; do mount --rbind "/$m" "$0/$m"; done; exec chroot "$0" "$@"' "$bare" "$@"
}
