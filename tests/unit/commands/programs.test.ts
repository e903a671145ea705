import { expect, test } from 'vitest';
import { programsOf, readShell } from '../../../src/commands/invocations.ts';

const examples: Record<string, string[]> = {
  'yum install glusterfs': ['yum'],
  '/etc/init.d/glusterd start': ['glusterd'],
  './configure && make -j4': ['configure', 'make'],
  'sudo -u postgres psql': ['sudo', 'psql'],
  'sudo --user=postgres psql': ['sudo', 'psql'],
  'sudo -i': ['sudo'],
  'LANG=C ls': ['ls'],
  'env -i PATH=/bin ls': ['env', 'ls'],
  'nice -n 5 ionice -c 3 tar c .': ['nice', 'ionice', 'tar'],
  'nohup timeout -k 5 10 ping b &': ['nohup', 'timeout', 'ping'],
  'time find . | xargs -n 1 -P 4 gzip': ['find', 'xargs', 'gzip'],
  'ssh -p 22 root@b "uptime; df -h | sort"': ['ssh', 'uptime', 'df', 'sort'],
  'ssh gluster1': ['ssh'],
  'echo "$(date)" `hostname`': ['echo', 'date', 'hostname'],
  'echo "`echo \\`id\\``"': ['echo', 'id'],
  'diff <(sort a) >(wc)': ['diff', 'sort', 'wc'],
  'find . -exec grep x {} + -exec wc {} \\;': ['find', 'grep', 'wc'],
  'while read -r f; do mv "$f" x; done < <(ls)': ['read', 'mv', 'ls'],
  'case $1 in start) systemctl start x;; esac': ['systemctl'],
  'f() { curl x; }; f': ['curl'],
  'watch -n 1 cat /proc/mdstat': ['watch', 'cat'],
  'docker exec -it -u root web nginx -t': ['docker', 'nginx'],
  'ip netns exec blue ping b': ['ip', 'ping'],
  'ip addr': ['ip'],
  'bash -c "ls | wc"': ['bash', 'ls', 'wc'],
  "su - postgres -c 'psql -l'": ['su', 'psql'],
  '$EDITOR x; {{program}} y; [ -f z ]; . ~/.profile': [],
  'cat <<EOF\nrm -rf / $(id)\nEOF': ['cat', 'id'],
  "cat <<'EOF'\n$(id)\nEOF": ['cat'],
  'awk \'{print | "sort"}\'': ['awk'],
  'x=1': [],
  [`${'x'.repeat(300)} | wc`]: ['wc'],
  '': [],
};

test.each(Object.entries(examples))('%s', (command, programs) => {
  expect(programsOf(readShell(command)!)).toEqual(programs);
});
