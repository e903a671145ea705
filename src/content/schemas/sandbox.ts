import { z } from 'zod';

/** The systems that a verification can use for its hosts. */
export const DISTRIBUTIONS = ['debian-12', 'debian-13'] as const;

export type Distribution = (typeof DISTRIBUTIONS)[number];

/** The first process of a host: the system's own, or a shell that only reaps. */
export const INITS = ['systemd', 'plain'] as const;

const packageName = z.string().regex(/^[a-z0-9][a-z0-9+.-]+$/, { error: 'the name of a package' });

const folder = z.string().regex(/^(?:\/[A-Za-z0-9._-]+)+$/, { error: 'an absolute path such as `/export`' });

/** How `npm run verify` sets up an article's hosts. */
export const sandbox = z.strictObject({
  /** The system on every host. */
  distribution: z.enum(DISTRIBUTIONS),
  /** Packages for the article's own `apt-get install`; a sandbox has no network access, so there are no others. */
  packages: z.array(packageName).default([]),
  /** Folders that are separate file systems on every host, like a second disk: `/export`. */
  disks: z.array(folder).default([]),
  /** With `systemd`, `systemctl` works; `plain` starts faster. */
  init: z.enum(INITS).default('systemd'),
  /** Values for placeholders. The others get their example, and `<host>_ip` gets the address of that host. */
  values: z.record(z.string(), z.string()).default({}),
  /** Time limit of a step in seconds. */
  timeout: z.int().positive().default(60),
});

export type Sandbox = z.output<typeof sandbox>;
