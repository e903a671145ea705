/** Directories at the root that make a system, or hold what people keep on one. */
const top = 'bin|boot|dev|etc|export|home|lib|lib32|lib64|media|mnt|opt|proc|root|run|sbin|srv|sys|usr|var';

/** Below these, a directory is somebody's data or a service's configuration, not something that a build made. */
const kept = 'boot|dev|etc|export|home|lib|lib64|media|mnt|root|sbin|bin|srv';

const wholeSystem = /^\/+(?:\.?\*)?$/;
const topDirectory = new RegExp(String.raw`^/(?:${top})(?:/+(?:\.?\*)?)?$`);
const keptDirectory = new RegExp(String.raw`^/(?:${kept})/.`);
const systemSubdirectory =
  /^\/(?:usr\/(?:bin|lib|lib64|libexec|local|sbin|share)|var\/(?:backups|db|log|mail|spool))(?:\/+\*?)?$/;
const dataDirectory = /^\/var\/(?:lib|www|mail|spool\/mail|backups)(?:\/|$)/;

/** `$HOME`, `~`, `.`, `*`: whatever is there at the moment. */
const wherever = /^(?:~|\$HOME|\$\{HOME\}|~\/|~\/\*|\$HOME\/\*?|\*|\.\/?\*?|\.\.(?:\/.*)?)$/;

/** `$DIR/` and `$DIR/*` are `/` and `/*` when DIR is not set; `${DIR:?}` makes sure that it is. */
const unguardedVariable = /^\$(?:\w+|\{\w+\})\/+\*?$/;

/** A value that the reader puts in: it can be anything. */
const placeholder = /^\/*\{\{[a-z][a-z0-9_]*\}\}/;

const wholeTrees = [wholeSystem, topDirectory, unguardedVariable];
const preciousTrees = [
  ...wholeTrees,
  keptDirectory,
  systemSubdirectory,
  dataDirectory,
  wherever,
  placeholder,
];

/** Disks, partitions, volumes: what has a file system on it or is about to lose one. */
const blockDevice =
  /^\/dev\/(?:(?:sd|hd|vd|xvd|nvme|mmcblk|md|dm-|loop|drbd|zd|rbd|nbd|pmem|sr|disk|mapper\/|disk\/|vg|[\w-]*\/[\w-])|\{\{|\$)/;

/** Word of a command → whether deleting everything below it takes data or the system with it. */
export function isPrecious(path: string): boolean {
  return preciousTrees.some((pattern) => pattern.test(path));
}

/** Word of a command → whether it is the whole system or one of its main directories. */
export function isWholeTree(path: string): boolean {
  return wholeTrees.some((pattern) => pattern.test(path));
}

/** Word of a command → whether it is a disk, a partition or a volume. */
export function isBlockDevice(path: string): boolean {
  return blockDevice.test(path) && !/^\/dev\/(?:fd|shm|pts|mapper\/control|net|input|snd)(?:\/|$)/.test(path);
}
