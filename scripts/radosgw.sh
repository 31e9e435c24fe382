#!/usr/bin/env bash
# A single-node Ceph Object Gateway: a real, independent S3 implementation on loopback, in a folder of its own.
#
#   radosgw.sh start    install from apt if missing (Debian or Ubuntu, root), start, print the environment
#   radosgw.sh env      print export lines for the conformance suite and the demo server
#   radosgw.sh status   daemons, memory, health
#   radosgw.sh stop     end the daemons that this folder's start has started; data stays
#   radosgw.sh wipe     stop and delete the folder
#
# RGW_HOME     data, logs and pid files   (default: gallerist-radosgw in the temporary folder)
# RGW_PORT     S3 endpoint                (default: 7480)
# RGW_MON_PORT monitor, and the port after (default: 16789)
# RGW_STORE    bluestore | memstore       (default: bluestore, a sparse file; memstore forgets everything on stop)
# RGW_SIZE_GB  size of the store          (default: 8)
#
# Needs up to 700 MB of memory and 270 MB of packages. Tried with Ceph 16.2 on Debian 12.
set -euo pipefail

home=${RGW_HOME:-${TMPDIR:-/tmp}/gallerist-radosgw}
port=${RGW_PORT:-7480}
mon_port=${RGW_MON_PORT:-16789}
store=${RGW_STORE:-bluestore}
size_bytes=$((${RGW_SIZE_GB:-8} * 1073741824))
access_key=gallerist-access
secret_key=gallerist-secret-key-for-tests-only-0000
ip=127.0.0.1
conf=$home/ceph.conf
host=$(hostname -s)

say() { printf '%3ss  %s\n' "$SECONDS" "$*" >&2; }

fail() { # message, log
  say "$1"
  [ ! -s "$2" ] || tail -5 "$2" >&2
  exit 1
}

ceph_() { timeout 30 ceph -c "$conf" --connect-timeout 10 "$@"; }

wait_for() { # seconds command...
  local left=$(($1 * 5))
  shift
  until "$@" >/dev/null 2>&1; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || return 1
    sleep 0.2
  done
}

kept_uuid() { # file: one uuid per folder
  [ -s "$1" ] || cat /proc/sys/kernel/random/uuid >"$1"
  cat "$1"
}

install_packages() {
  local program missing=
  for program in ceph ceph-mon ceph-osd radosgw radosgw-admin curl; do
    command -v "$program" >/dev/null || missing=1
  done
  [ -n "$missing" ] || return 0
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] ||
    fail 'Ceph is missing: install ceph-mon, ceph-osd, ceph-common, radosgw and curl.' /dev/null
  say 'installing Ceph from apt'
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    ceph-mon ceph-osd ceph-common radosgw curl >"$home/log/apt.log" 2>&1 || fail 'apt-get failed' "$home/log/apt.log"
}

# What is not obvious in it:
# - auth is off, so radosgw must be allowed a connection to the monitor that is not "secure";
# - one copy of everything on one disk: pools of size 1, chooseleaf over OSDs, full ratios near the end;
# - without tcp_nodelay every small answer on a kept-alive connection waits 40 ms (Nagle and delayed ACK).
write_conf() {
  cat >"$conf" <<C
[global]
fsid = $(kept_uuid "$home/fsid")
mon host = [v2:$ip:$((mon_port + 1)),v1:$ip:$mon_port]
public addr = $ip
cluster addr = $ip
ms bind ipv4 = true
ms bind ipv6 = false
ms mon client mode = crc secure
auth cluster required = none
auth service required = none
auth client required = none
auth allow insecure global id reclaim = true
mon warn on insecure global id reclaim allowed = false
mon warn on pool no redundancy = false
mon allow pool size one = true
mon max pg per osd = 1000
mon data avail crit = 1
mon data avail warn = 1
mon osd nearfull ratio = .95
mon osd backfillfull ratio = .96
mon osd full ratio = .97
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
run dir = $home/run
pid file = $home/run/\$name.pid
admin socket = $home/run/\$name.\$pid.asok
log file = $home/log/\$name.log
mon cluster log file = $home/log/cluster.log
crash dir = $home/crash
keyring = $home/keyring
debug none = 0/0
debug rgw = 0/0
[mon]
mon data = $home/mon
mon memory target = 268435456
mon initial members = a
[mon.a]
host = $host
[osd]
osd data = $home/osd
osd objectstore = $store
osd memory target = 939524096
osd op num shards = 2
osd op num threads per shard = 1
osd max object name len = 2048
bluestore block create = true
bluestore block size = $size_bytes
bluestore block wal size = 0
bluestore block db size = 0
bluestore bluefs = true
memstore device bytes = $size_bytes
bdev async discard = false
[client.rgw]
rgw frontends = beast endpoint=$ip:$port tcp_nodelay=1
rgw thread pool size = 64
rgw dns name = localhost
rgw enable usage log = false
rgw enable ops log = false
rgw delete multi obj max num = 1000
rgw gc obj min wait = 0
rgw override bucket index max shards = 1
C
}

# A pid counts only while it is still a daemon of this folder.
daemon_pid() { # name
  local pid
  pid=$(cat "$home/run/$1.pid" 2>/dev/null) || return 1
  tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF -- "$conf" || return 1
  echo "$pid"
}

spawn() { # name command...
  local name=$1
  shift
  daemon_pid "$name" >/dev/null && return 0
  setsid "$@" >"$home/log/$name.out" 2>&1 </dev/null &
  echo $! >"$home/run/$name.pid"
}

start_mon() {
  if [ ! -d "$home/mon/store.db" ]; then
    rm -rf "$home/mon"
    mkdir -p "$home/mon"
    monmaptool --create --clobber --fsid "$(cat "$home/fsid")" \
      --addv a "[v2:$ip:$((mon_port + 1)),v1:$ip:$mon_port]" "$home/monmap" >/dev/null
    ceph-mon -c "$conf" --mkfs -i a --monmap "$home/monmap" --keyring "$home/keyring"
  fi
  spawn mon ceph-mon -c "$conf" -i a -f --pid-file ''
  wait_for 30 ceph_ mon stat || fail 'the monitor did not come up' "$home/log/mon.out"
  say 'monitor up'
}

make_osd() {
  local uuid
  uuid=$(kept_uuid "$home/osd.uuid")
  ceph_ osd new "$uuid" 0 >/dev/null
  rm -rf "$home/osd"
  mkdir -p "$home/osd"
  ceph-osd -c "$conf" -i 0 --mkfs --osd-uuid "$uuid" >"$home/log/osd.mkfs" 2>&1 ||
    fail 'the OSD could not be made' "$home/log/osd.mkfs"
  ceph_ osd crush add osd.0 1.0 host="$host" root=default >/dev/null 2>&1
}

osd_is_up() { ceph_ osd stat | grep -q '1 up'; }

start_osd() {
  if ! daemon_pid osd >/dev/null; then
    { [ -e "$home/osd/whoami" ] && [ "$store" != memstore ]; } || make_osd
  fi
  spawn osd ceph-osd -c "$conf" -i 0 -f --pid-file ''
  wait_for 40 osd_is_up || fail 'the OSD did not come up' "$home/log/osd.out"
  say 'OSD up'
}

start_rgw() {
  spawn rgw radosgw -c "$conf" -n client.rgw -f --pid-file ''
  wait_for 60 curl -fsS -o /dev/null "http://$ip:$port/" || fail 'radosgw did not come up' "$home/log/rgw.out"
  say 'radosgw up'
}

ensure_user() {
  local admin=(timeout 60 radosgw-admin -c "$conf" -n client.rgw)
  "${admin[@]}" user info --uid=gallerist >/dev/null 2>&1 && return 0
  "${admin[@]}" user create --uid=gallerist --display-name=gallerist \
    --access-key="$access_key" --secret-key="$secret_key" >/dev/null 2>"$home/log/user.err" ||
    fail 'the user could not be made' "$home/log/user.err"
}

start() {
  mkdir -p "$home"/{run,log,crash}
  install_packages
  write_conf
  touch "$home/keyring"
  start_mon
  start_osd
  start_rgw
  ensure_user
  print_env
}

print_env() {
  cat <<E
export S3_FLAVOR=radosgw
export S3_ENDPOINT=http://$ip:$port
export S3_REGION=default
export AWS_ACCESS_KEY_ID=$access_key
export AWS_SECRET_ACCESS_KEY=$secret_key
E
}

stop() {
  local name pid
  for name in rgw osd mon; do
    if pid=$(daemon_pid "$name"); then
      kill "$pid" 2>/dev/null || true
      for _ in $(seq 1 50); do
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.1
      done
      kill -9 "$pid" 2>/dev/null || true
    fi
    rm -f "$home/run/$name.pid"
  done
}

status() {
  local name pid
  for name in mon osd rgw; do
    if pid=$(daemon_pid "$name"); then
      echo "$name: pid $pid, $(($(awk '/VmRSS/ { print $2 }' "/proc/$pid/status") / 1024)) MB"
    else
      echo "$name: down"
    fi
  done
  if daemon_pid mon >/dev/null; then ceph_ health; fi
}

case "${1:-}" in
  start) start ;;
  env) print_env ;;
  status) status ;;
  stop) stop ;;
  wipe)
    stop
    # A folder without our configuration is not ours to delete.
    [ ! -e "$conf" ] || rm -rf "$home"
    ;;
  *)
    sed -n '2,18s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac
