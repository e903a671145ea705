#!/bin/bash
# The first process in the sandbox's own process and network namespaces: sets up a bridge without an uplink, with
# every host on it. When this process ends, the kernel kills all others in the namespace.
#
#   HOSTS    names, separated by spaces; the first gets the address NETWORK.1
#   HERE     the folder of this script
#   NETWORK  the first three numbers of the addresses, e.g. 10.77.0
set -eu
exec 7<&0 </dev/null
# `ip netns` keeps its names in /run, which is private here.
mount -t tmpfs -o mode=755 tmpfs /run

# One `ip` process for everything, and one in each host's namespace, because starting them takes most of the time.
number=0
lines='link set lo up
link add bridge type bridge
link set bridge up'
for host in $HOSTS; do
  number=$((number + 1))
  lines="$lines
netns add $host
link add link$number type veth peer name eth0 netns $host
link set link$number master bridge up"
done
ip -batch - <<<"$lines"

number=0
for host in $HOSTS; do
  number=$((number + 1))
  ip -n "$host" -batch - <<<"address add $NETWORK.$number/24 dev eth0
link set eth0 up
link set lo up"
  (
    if [ -n "$GROUP" ]; then
      mkdir "$STATE/cgroup/$GROUP/$host"
      echo "$BASHPID" >"$STATE/cgroup/$GROUP/$host/cgroup.procs"
    fi
    export HOST=$host
    exec nsenter --net="/run/netns/$host" unshare --mount --propagation private --uts --ipc --pid --cgroup \
      --fork --kill-child bash "$HERE/host.sh"
  ) </dev/null &
done

# Runs until the runner closes its end, or a host ends, which none does by itself.
cat <&7 >/dev/null &
wait -n
