#!/bin/sh
# Make sure that some Chromium is there: one that is installed, Playwright's, or Debian's.
set -u
python=$1
here() { "$python" "$(dirname "$0")/chromium.py" >/dev/null 2>&1; }
here && exit 0
"$python" -m playwright install chromium >/dev/null 2>&1
here && exit 0
if command -v apt-get >/dev/null 2>&1; then
  sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -qq && $sudo apt-get install -y -qq chromium >/dev/null 2>&1
fi
here && exit 0
echo "No Chromium was found and none could be installed; set CHROMIUM to the path of one." >&2
[ -z "${CI:-}" ]
