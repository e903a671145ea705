import { items } from '../tables.ts';
import { ACCESS_RULES } from './access.ts';
import { DEVICE_RULES } from './devices.ts';
import { RUN_DOWNLOAD } from './downloads.ts';
import { FILE_RULES } from './files.ts';
import type { DangerRule } from './rule.ts';
import { SERVICE_RULES } from './services.ts';

/** A fork bomb has no arguments to check: it is recognised by its form. */
export const FORK_BOMB: DangerRule = {
  name: 'fork-bomb',
  harm: 'cuts-off',
  explanation: 'Starts itself again and again until the machine freezes.',
  matches: () => false,
  marked: items(`:(){ :|:& };: · bomb() { bomb | bomb & }; bomb`),
  left: items(`f() { ls | wc; }; f`),
};

/** Every rule for marking commands. */
export const DANGER_RULES: readonly DangerRule[] = [
  ...FILE_RULES,
  ...DEVICE_RULES,
  ...SERVICE_RULES,
  ...ACCESS_RULES,
  FORK_BOMB,
  RUN_DOWNLOAD,
];
