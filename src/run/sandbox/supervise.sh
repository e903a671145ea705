#!/bin/bash
# The sandbox's outermost process, started by `sandbox.ts` in its own mount namespace. It lives as long as its input
# is open: when the runner closes it, or dies in any way, all processes are killed and nothing is left.
#
#   HERE   the folder of this script
#   STATE  an empty folder: an in-memory file system is mounted on it, which ends with this mount namespace
#   GROUP  a name for the control group above the hosts' own; empty if no host needs one
set -eu
trap '' INT TERM HUP

mount -t tmpfs -o mode=700 opsnotes "$STATE"
if [ -n "$GROUP" ]; then
  mkdir "$STATE/cgroup"
  mount -t cgroup2 none "$STATE/cgroup"
  mkdir "$STATE/cgroup/$GROUP"
fi

status=0
unshare --pid --net --uts --ipc --mount --propagation private --fork --kill-child \
  bash "$HERE/network.sh" || status=$?

if [ -n "$GROUP" ]; then
  # The kernel takes a moment to forget the last process of a group.
  for _ in $(seq 500); do
    find "$STATE/cgroup/$GROUP" -depth -type d -exec rmdir {} + 2>/dev/null || true
    [ -d "$STATE/cgroup/$GROUP" ] || break
    sleep 0.01
  done
  umount "$STATE/cgroup"
fi
cd /
umount --lazy "$STATE"
rmdir "$STATE"
exit "$status"
