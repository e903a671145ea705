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
  return (
    blockDevice.test(path) &&
    !/^\/dev\/(?:fd|shm|pts|tcp|udp|mapper\/control|net|input|snd)(?:\/|$)/.test(path)
  );
}

/** What a build, a download or a program makes again by itself: nobody's data. */
const regenerable =
  /(?:^|\/)(?:build|_build|dist|out|target|obj|bin\/Debug|node_modules|bower_components|__pycache__|coverage|CMakeFiles|\.cache|\.tox|\.pytest_cache|\.next|\.eggs?|\.terraform|venv|\.venv|\.?tmp|temp|cache|caches)(?:\/.*)?$|\.(?:o|a|so|pyc|pyo|class|tmp|swp|bak~|egg-info|tar(?:\.\w+)?|tgz|zip|rpm|deb|gz|xz|bz2|iso)$/;
const temporary = /^\/+(?:tmp|var\/tmp|var\/cache|var\/lib\/apt\/lists|run|dev\/shm)\/+[^/]/;

/** `nginx-1.24.0`: a source that somebody unpacked. */
const unpackedSource = /^(?:\.\/)?[\w+-]+[-_]v?\d+\.\d[\w.+-]*\/*$/;
const temporaryVariable = /^\$\{?\w*(?:tmp|temp|build|cache)\w*\}?(?:\/|$)/i;

/** `${DIR:?}`: the shell stops where it is empty. */
const guarded = /^\$\{\w+:?\?/;

/** Word of a command → whether what lies below it is nobody's data. */
export function isDisposable(path: string): boolean {
  if (isWholeTree(path) || path.includes('..') || /^\/tmp\/*$/.test(path)) return false;
  return [regenerable, temporary, unpackedSource, temporaryVariable, guarded].some((pattern) =>
    pattern.test(path),
  );
}

/** Files without which nobody gets in, or nothing boots. */
const essential = [
  /^\/etc\/(?:passwd|shadow|group|gshadow|sudoers|fstab|crypttab|securetty|nsswitch\.conf|inittab|ld\.so\.preload)-?$/,
  /^\/etc\/(?:sudoers\.d|pam\.d|security)\/./,
  /^\/etc\/ssh\/(?:sshd_config$|sshd_config\.d\/|ssh_host_)/,
  /^\/etc\/(?:default\/grub|grub\.d\/|grub2?\.cfg|grub\.conf|lilo\.conf|zipl\.conf|mkinitcpio\.conf|dracut\.conf$|kernel\/cmdline)/,
  /^\/boot(?:\/(?!initrd-tree\/)|$)/, // Slackware builds an initrd in that tree
  /^\/efi\//,
  /^(?:~|\$HOME|\/root|\/home\/[^/]+)\/\.ssh\/authorized_keys$/,
  /^\/etc\/(?:netplan\/.*\.ya?ml|network\/interfaces|sysconfig\/network-scripts\/ifcfg-(?!lo$).+|systemd\/network\/.+\.network)$/,
];

/** Path → whether nobody gets in, or nothing boots, when it is wrong. */
export function isEssential(path: string): boolean {
  if (/(?:\.(?:bak|backup|old|orig|save|dpkg-\w+|rpm\w+)|~|[-.]\d{4,}|\.\$\(.*)$/.test(path)) return false;
  return essential.some((pattern) => pattern.test(path));
}
