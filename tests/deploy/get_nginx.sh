#!/bin/sh
# Make sure that nginx is there: one that is installed, or Debian's.
set -u
here() { command -v nginx >/dev/null 2>&1 || [ -x /usr/sbin/nginx ]; }
here && exit 0
if command -v apt-get >/dev/null 2>&1; then
  sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends nginx-light >/dev/null 2>&1
fi
here && exit 0
echo "No nginx was found and none could be installed; set NGINX to the path of one." >&2
[ -z "${CI:-}" ]
