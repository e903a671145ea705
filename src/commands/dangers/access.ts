import { isWholeTree } from './paths.ts';
import type { DangerRule } from './rule.ts';

/** Commands after which nobody may get in any more, or nothing works. */
export const ACCESS_RULES: readonly DangerRule[] = [
  {
    name: 'flush-firewall',
    harm: 'cuts-off',
    explanation: 'Deletes firewall rules: the machine can be left open, or out of reach.',
    programs: /^(?:ip6?tables(?:-legacy|-nft)?|ebtables|arptables|nft|ufw|ipset)$/,
    matches: ({ operands, has }, { program }) => {
      if (program === 'nft') return operands[0] === 'flush' || /^delete table\b/.test(operands.join(' '));
      if (program === 'ufw') return operands[0] === 'reset';
      if (program === 'ipset') return operands[0] === 'flush' || operands[0] === 'destroy';
      return has('F', 'flush');
    },
    marked: [
      'iptables -F',
      'iptables -t nat --flush',
      'ip6tables -F INPUT',
      'nft flush ruleset',
      'ufw reset',
    ],
    left: ['iptables -L', 'iptables -A INPUT -p tcp -j ACCEPT', 'nft list ruleset', 'ufw status'],
  },
  {
    name: 'recursive-owner',
    harm: 'cuts-off',
    explanation: 'Changes owner or mode of a whole system, which then no longer works.',
    programs: /^(?:chmod|chown|chgrp|setfacl)$/,
    matches: ({ operands, has }) => has('R', 'recursive') && operands.some(isWholeTree),
    marked: ['chmod -R 777 /', 'chown -R anna /etc', 'sudo chown --recursive anna:anna /usr/'],
    left: ['chmod -R g+w /srv/www', 'chown anna /etc', 'chmod 755 /'],
  },
  {
    name: 'kill-everything',
    harm: 'cuts-off',
    explanation: 'Kills every process that the user may kill; for root that is all of them.',
    programs: /^(?:kill|killall5)$/,
    matches: (_, { program, words }) => program === 'killall5' || words.slice(1).includes('-1'),
    marked: ['kill -9 -1', 'kill -TERM -1', 'kill -9 -- -1'],
    left: ['kill -1 1234', 'kill -9 1234', 'kill 1'],
  },
  {
    name: 'magic-reboot',
    harm: 'cuts-off',
    explanation: 'Stops or restarts the machine at once, without writing out what is in memory.',
    matches: (_, { writes, words, program }) =>
      writes.includes('/proc/sysrq-trigger') || (program === 'tee' && words.includes('/proc/sysrq-trigger')),
    marked: ['echo b > /proc/sysrq-trigger', 'echo b | sudo tee /proc/sysrq-trigger'],
    left: ['cat /proc/sys/kernel/sysrq'],
  },
];
