import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readsLikeComment } from '../../../src/commands/comment.ts';

const COMMENTS = [
  'or',
  'then reboot both nodes',
  'Create the volume',
  'Täglich um Mitternacht',
  'make sure the disk is empty',
  'install the package',
  'start nginx',
  'for the second node',
  'for clients in the web network',
  'if the disk is new',
  'x = y',
  'listen 80;',
  '/etc/hosts',
  '. as before',
  '> see /etc/hosts',
  '(optional)',
  'A=b (see above)',
  'A=1 (see tests/a.py).',
  'web1 and web2',
  'set both ipv4 and ipv6 policies',
  'configuring the card',
  'finally',
  'minimal sample /etc/dhcp/dhcpd.conf',
  'sender error',
  'volumes:',
  'add more workers:',
  'get_volume_stats()',
  'go to the next host',
  'step 2',
  'node 2 has failed',
  'dracut demands a dataset',
];

const COMMANDS = [
  'apt-get update',
  '# a comment at the prompt',
  'service mysqld restart',
  'ip route add default via 10.0.0.1',
  'ip link set eth0 up # the uplink',
  'dnf install lsscsi   #ensure it is there',
  '. /etc/os-release',
  '. <(kubectl completion bash)',
  '> /var/log/messages',
  '>> /etc/hosts',
  'for i in 1 2',
  'for d in sda sdb',
  'for host in web1 web2; do ssh $host uptime; done;',
  'while read line',
  '(cd /srv && ls)',
  'PATH=/opt/bin:$PATH',
  'hosts=(web1 web2)',
  'token="$(curl -s https://example.org/token | grep \'^id:\')"',
  'id=$(cat <<EOF',
  'message="first line',
  'f() { echo; }',
  'g++ -o a a.cc',
  'go build ./...',
  'node server.js',
  'step ca init',
  'reboot now',
  'rclone ls backup:',
  'incus image list images:',
  'dig +short example.org. TXT',
  'host example.org.',
  'nft add rule inet filter input tcp dport { 22, 80 } accept',
  'iw reg set US',
  'ufw allow in on eth0',
  '/usr/share/tool/patch.rb',
  '/etc/init.d/nginx',
  'R',
  'syncthing',
  'fping -c 1 web1',
  'echo this is the text',
];

describe('text after a bare # reads like a comment:', () => {
  test.each(COMMENTS)('%s', (text) => {
    expect(readsLikeComment(text)).toBe(true);
  });
});

describe('text after a bare # reads like a command:', () => {
  test.each(COMMANDS)('%s', (text) => {
    expect(readsLikeComment(text)).toBe(false);
  });
});

test('an answer comes for any text, however it is bracketed', () => {
  const piece = fc.constantFrom('(', ')', 'A=', ' ', '$(', '"', "'", '`', 'x', '{', '}', ';', '>', '\\', '#');
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  fc.assert(fc.property(text, (one) => typeof readsLikeComment(one) === 'boolean'));
});
