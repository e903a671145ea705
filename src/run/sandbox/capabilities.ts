/**
 * Capabilities that reach the real machine, because no namespace covers them: its clock, modules, memory and devices,
 * power, log, security modules, tracing, accounting, suspend and audit. No process of a sandbox has them.
 */
export const DROPPED_CAPABILITIES = [
  'sys_time',
  'sys_module',
  'sys_rawio',
  'mknod',
  'sys_boot',
  'syslog',
  'mac_admin',
  'mac_override',
  'perfmon',
  'bpf',
  'sys_pacct',
  'wake_alarm',
  'block_suspend',
  'audit_control',
  'audit_read',
] as const;

/** The same list in the form for `setpriv --bounding-set`. */
export const DROP = DROPPED_CAPABILITIES.map((name) => `-${name}`).join(',');
