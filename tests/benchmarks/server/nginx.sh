# shellcheck shell=bash disable=SC2154 # root is of prepare.sh
# Sourced by tests/bench: finds nginx, and shows the bundle of the server's authority as the system's own.

# Debian starts nginx as a service when it installs it, which nobody wants who runs a benchmark: so it is unpacked in build/nginx.
if [[ ! -x /usr/sbin/nginx || ! -e /usr/lib/nginx/modules/ngx_http_echo_module.so ]]; then
  export BENCH_NGINX=$root/build/nginx/usr/sbin/nginx
  if [[ ! -x $BENCH_NGINX ]]; then
    say 'fetching nginx'
    mkdir -p "$root/build/nginx"
    (
      cd -- "$root/build/nginx"
      quietly apt-get download nginx libnginx-mod-http-echo
      for package in *.deb; do dpkg-deb -x "$package" .; done
    )
  fi
fi

# as_system_bundle: prints, a word a line, what a command must begin with to find $BENCH_BUNDLE where the system has its authorities; nothing
# where that is not allowed, and the bundle must be named then.
as_system_bundle() {
  # shellcheck disable=SC2016
  local words=(unshare --map-root-user --mount bash -c
    'mount --bind "$BENCH_BUNDLE" /etc/ssl/certs/ca-certificates.crt && BENCH_BUNDLE_IS_SYSTEM=yes exec "$@"' bash)
  ! "${words[@]}" true 2>/dev/null || printf '%s\n' "${words[@]}"
}
