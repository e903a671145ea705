import { words } from '../tables.ts';

/**
 * Verbs and nouns that are also programs. They are in doubt if only plain words follow (`# find the file` · `#
 * install the package` · `# start the service`), but commands if anything else does: `# find / -name x` · `# install
 * -d /srv` · `# start-stop-daemon`. This refuses a few real commands, such as `# start nginx` and `# time make`;
 * their authors write `prompt="# "`.
 */
export const PLAIN_VERBS = words(`
  access apply archive at attach backup bind break call chat check clean close command comm compare compress
  connect continue convert cut deploy describe detach display dump edit eject execute expand export extract factor fetch
  file find fix fold follow format grant group head help import inspect install join label
   launch link loadkeys lock look mail mark moved open pack paste patch play print process publish
  purge push put query read rebase reboot record redirect reload rename replace report resize restart resume return
  scale search select send set setup share shift show-it shutdown size sleep sort split stage start status
  stop strip switch tag task test time top trace trap trim troubleshoot try unlink unlock
  unmount unpack unset uptime validate view watch wipe
  watchdog who write yes units password
`);
