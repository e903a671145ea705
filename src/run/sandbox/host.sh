#!/bin/bash
# The first process of a host: mounts its root file system, drops everything that could reach the real machine, and
# becomes the host's init.
#
#   HOST         its name
#   ROOT         a root file system, which is never written to
#   PACKAGES     a folder with packages for apt; may be empty
#   DISKS        folders that are separate disks, separated by spaces; may be empty
#   INIT         systemd or plain
#   CAPABILITIES what to drop, in the form for `setpriv`
set -eu
exec 7<&-
# This /proc is still the real machine's, and so is this number.
read -r pid _ </proc/self/stat
here=$STATE/$HOST
mkdir -p "$here"/{upper,work,root}
mount -t overlay overlay -o "lowerdir=$ROOT,upperdir=$here/upper,workdir=$here/work" "$here/root"
cd "$here/root"
mkdir -p proc sys dev run tmp etc root .before

# One process does all mounts, because starting processes takes most of the time.
at=$here/root
table=$here/mounts
echo "
proc $at/proc proc defaults
sysfs $at/sys sysfs ro
tmpfs $at/dev tmpfs mode=755
tmpfs $at/run tmpfs mode=755
tmpfs $at/tmp tmpfs mode=1777" >"$table"
# Kernel settings belong to the real machine, except those of the network namespace.
for name in sys sysrq-trigger bus fs irq acpi scsi; do
  [ ! -e "/proc/$name" ] || echo "$at/proc/$name $at/proc/$name none bind,ro" >>"$table"
done
echo "$at/proc/sys/net $at/proc/sys/net none bind" >>"$table"
for disk in $DISKS; do
  mkdir -p ".$disk"
  echo "disk-${disk##*/} $at$disk tmpfs defaults" >>"$table"
done
if [ -n "$PACKAGES" ]; then
  mkdir -p srv/packages
  echo "$PACKAGES $at/srv/packages none bind,ro" >>"$table"
fi
[ "$INIT" = plain ] || echo "cgroup2 $at/sys/fs/cgroup cgroup2 defaults" >>"$table"
mount --all --fstab "$table"
# A bind mount of a read-only mount is read-only as well.
mount -o remount,bind,rw "$at/proc/sys/net"

devices=$here/devices
: >"$devices"
for device in null zero full random urandom tty fuse; do
  : >"dev/$device"
  echo "/dev/$device $at/dev/$device none bind" >>"$devices"
done
mkdir dev/pts
mkdir -m 1777 dev/shm
echo "devpts $at/dev/pts devpts newinstance,ptmxmode=0666,mode=620,gid=5
tmpfs $at/dev/shm tmpfs mode=1777" >>"$devices"
mount --all --fstab "$devices"
ln -s /proc/self/fd dev/fd
ln -s /proc/self/fd/0 dev/stdin
ln -s /proc/self/fd/1 dev/stdout
ln -s /proc/self/fd/2 dev/stderr
ln -s pts/ptmx dev/ptmx

hostname "$HOST"
echo "$HOST" >etc/hostname
printf '127.0.0.1\tlocalhost\n' >etc/hosts
if [ -n "$PACKAGES" ]; then
  : >etc/apt/sources.list
  rm -f etc/apt/sources.list.d/*
  echo 'deb [trusted=yes] file:/srv/packages ./' >etc/apt/sources.list.d/packages.list
fi

if [ "$INIT" = systemd ]; then
  read -r id </proc/sys/kernel/random/uuid
  echo "${id//-/}" >etc/machine-id
  # Parts that a host without hardware, terminals and a way out has no use for.
  mkdir -p run/systemd/system
  cd run/systemd/system
  ln -s /dev/null console-getty.service
  for unit in getty.target systemd-logind.service apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer \
    e2scrub_all.timer e2scrub_reap.service fstrim.timer remote-fs.target systemd-pstore.service \
    systemd-udev-trigger.service systemd-udevd.service systemd-udevd-control.socket systemd-udevd-kernel.socket \
    systemd-modules-load.service systemd-random-seed.service systemd-update-utmp.service \
    systemd-update-utmp-runlevel.service systemd-ask-password-wall.path systemd-ask-password-console.path \
    systemd-journal-flush.service systemd-networkd.service systemd-resolved.service systemd-timesyncd.service \
    systemd-remount-fs.service systemd-sysusers.service dev-hugepages.mount dev-mqueue.mount \
    sys-fs-fuse-connections.mount; do
    echo "$unit"
  done | xargs -n 1 cp -P console-getty.service
  cd "$at"
fi

pivot_root . .before
cd /
umount --lazy /.before
rmdir /.before
echo "host $HOST $pid"

export HOME=/root
unset STATE ROOT PACKAGES DISKS GROUP HOSTS NETWORK HOST OLDPWD
drop="setpriv --bounding-set $CAPABILITIES --inh-caps -all"
if [ "$INIT" = systemd ]; then
  exec env -i container=opsnotes PATH="$PATH" $drop /lib/systemd/systemd --log-target=journal --show-status=false \
    </dev/null >/dev/null 2>&1
fi
# Something has to reap the processes whose parents have ended.
exec $drop bash -c 'trap : TERM; while :; do sleep 3600 & wait "$!"; done' </dev/null >/dev/null 2>&1
