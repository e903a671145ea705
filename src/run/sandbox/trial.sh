#!/bin/bash
# Tries the parts of a sandbox in namespaces that end with it, and prints a line for each one that isn't available.
works() {
  what=$1
  shift
  "$@" >/dev/null 2>&1 || echo "$what"
}
at=$(mktemp -d)
if ! mount -t tmpfs tmpfs "$at" 2>/dev/null; then
  echo 'the right to mount'
  rmdir "$at"
  exit
fi
mkdir "$at"/{lower,upper,work,root,group}
works 'overlay file systems' mount -t overlay overlay \
  -o "lowerdir=$at/lower,upperdir=$at/upper,workdir=$at/work" "$at/root"
[ "$INIT" = plain ] || works 'cgroup2' mount -t cgroup2 none "$at/group"
works 'network bridges' ip link add bridge type bridge
works 'pairs of virtual network devices' ip link add one type veth peer name two
umount --lazy "$at"
rmdir "$at"
