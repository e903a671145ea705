/** Top-level directories that are part of a system, or hold what people keep on one. */
const top = 'bin|boot|dev|etc|export|home|lib|lib32|lib64|media|mnt|opt|proc|root|run|sbin|srv|sys|usr|var';

/** Below these, a directory is somebody's data or a service's configuration, not the product of a build. */
const kept = 'boot|dev|etc|export|home|lib|lib64|media|mnt|root|sbin|bin|srv';

const wholeSystem = /^\/+(?:\.?\*)?$/;
const topDirectory = new RegExp(String.raw`^/(?:${top})(?:/+(?:\.?\*)?)?$`);
const keptDirectory = new RegExp(String.raw`^/(?:${kept})/.`);
const systemSubdirectory =
  /^\/(?:usr\/(?:bin|lib|lib64|libexec|local|sbin|share)|var\/(?:backups|db|log|mail|spool))(?:\/+\*?)?$/;
const dataDirectory = /^\/var\/(?:lib|www|mail|spool\/mail|backups)(?:\/|$)/;

/** `$HOME`, `~`, `.`, `*`: anything that happens to be there. */
const wherever = /^(?:~|\$HOME|\$\{HOME\}|~\/|~\/\*|\$HOME\/\*?|\*|\.\/?\*?|\.\.(?:\/.*)?)$/;

/** `$DIR/` and `$DIR/*` are `/` and `/*` if DIR isn't set; `${DIR:?}` makes sure that it is. */
const unguardedVariable = /^\$(?:\w+|\{\w+\})\/+\*?$/;

/** A value that the reader fills in: it can be anything. */
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

/** Disks, partitions, volumes: devices that have a file system or are about to lose one. */
const blockDevice =
  /^\/dev\/(?:(?:sd|hd|vd|xvd|nvme|mmcblk|md|dm-|loop|drbd|zd|rbd|nbd|pmem|sr|disk|mapper\/|disk\/|vg|[\w-]*\/[\w-])|\{\{|\$)/;

/** Whether deleting everything below a path takes data or the system with it. */
export function isPrecious(path: string): boolean {
  return preciousTrees.some((pattern) => pattern.test(path));
}

/** Whether a path is the whole system or one of its main directories. */
export function isWholeTree(path: string): boolean {
  return wholeTrees.some((pattern) => pattern.test(path));
}

/** Whether a path is a disk, a partition or a volume. */
export function isBlockDevice(path: string): boolean {
  return (
    blockDevice.test(path) &&
    !/^\/dev\/(?:fd|shm|pts|tcp|udp|mapper\/control|net|input|snd)(?:\/|$)/.test(path)
  );
}

/** Files that a build, a download or a program makes again: nobody's data. */
const regenerable =
  /(?:^|\/)(?:build|_build|dist|out|target|obj|bin\/Debug|node_modules|bower_components|__pycache__|coverage|CMakeFiles|\.cache|\.tox|\.pytest_cache|\.next|\.eggs?|\.terraform|venv|\.venv|\.?tmp|temp|cache|caches)(?:\/.*)?$|\.(?:o|a|so|pyc|pyo|class|tmp|swp|bak~|egg-info|tar(?:\.\w+)?|tgz|zip|rpm|deb|gz|xz|bz2|iso)$/;
const temporary = /^\/+(?:tmp|var\/tmp|var\/cache|var\/lib\/apt\/lists|run|dev\/shm)\/+[^/]/;

/** `nginx-1.24.0`: unpacked source code. */
const unpackedSource = /^(?:\.\/)?[\w+-]+[-_]v?\d+\.\d[\w.+-]*\/*$/;
const temporaryVariable = /^\$\{?\w*(?:tmp|temp|build|cache)\w*\}?(?:\/|$)/i;

/** `${DIR:?}`: the shell stops if it is empty. */
const guarded = /^\$\{\w+:?\?/;

/** Whether everything below a path is nobody's data. */
export function isDisposable(path: string): boolean {
  if (isWholeTree(path) || path.includes('..') || /^\/tmp\/*$/.test(path)) return false;
  return [regenerable, temporary, unpackedSource, temporaryVariable, guarded].some((pattern) =>
    pattern.test(path),
  );
}

/** Files that logging in or booting depends on. */
const essential = [
  /^\/etc\/(?:passwd|shadow|group|gshadow|sudoers|fstab|crypttab|securetty|nsswitch\.conf|inittab|ld\.so\.preload)-?$/,
  /^\/etc\/(?:sudoers\.d|pam\.d|security)\/./,
  /^\/etc\/ssh\/(?:sshd_config$|sshd_config\.d\/|ssh_host_)/,
  /^\/etc\/(?:default\/grub|grub\.d\/|grub2?\.cfg|grub\.conf|lilo\.conf|zipl\.conf|mkinitcpio\.conf|dracut\.conf$|kernel\/cmdline)/,
  /^\/boot(?:\/(?!initrd-tree\/)|$)/, // Slackware builds an initrd in this tree
  /^\/efi\//,
  /^(?:~|\$HOME|\/root|\/home\/[^/]+)\/\.ssh\/authorized_keys$/,
  /^\/etc\/(?:netplan\/.*\.ya?ml|network\/interfaces|sysconfig\/network-scripts\/ifcfg-(?!lo$).+|systemd\/network\/.+\.network)$/,
];

/** Whether logging in or booting depends on a file. */
export function isEssential(path: string): boolean {
  if (/(?:\.(?:bak|backup|old|orig|save|dpkg-\w+|rpm\w+)|~|[-.]\d{4,}|\.\$\(.*)$/.test(path)) return false;
  return essential.some((pattern) => pattern.test(path));
}
