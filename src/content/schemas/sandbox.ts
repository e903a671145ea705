import { z } from 'zod';

/** The systems that a verification can make hosts of. */
export const DISTRIBUTIONS = ['debian-12', 'debian-13'] as const;

export type Distribution = (typeof DISTRIBUTIONS)[number];

/** What a host's first process is: the system's own, or a shell that only reaps. */
export const INITS = ['systemd', 'plain'] as const;

const packageName = z.string().regex(/^[a-z0-9][a-z0-9+.-]+$/, { error: 'the name of a package' });

const folder = z.string().regex(/^(?:\/[A-Za-z0-9._-]+)+$/, { error: 'an absolute path such as `/export`' });

/** What `npm run verify` makes an article's hosts of. */
export const sandbox = z.strictObject({
  /** The system on every host. */
  distribution: z.enum(DISTRIBUTIONS),
  /** What the article's own `apt-get install` finds; nothing else can be had, for a sandbox has no way out. */
  packages: z.array(packageName).default([]),
  /** Folders that are file systems of their own on every host, as a second disk would be: `/export`. */
  disks: z.array(folder).default([]),
  /** `systemd`, so that `systemctl` works; `plain` starts faster. */
  init: z.enum(INITS).default('systemd'),
  /** Values for placeholders; the others get their example, and `<host>_ip` the address of that host. */
  values: z.record(z.string(), z.string()).default({}),
  /** How many seconds a step may take. */
  timeout: z.int().positive().default(60),
});

export type Sandbox = z.output<typeof sandbox>;
