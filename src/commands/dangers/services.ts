import type { DangerRule } from './rule.ts';

/** SQL that deletes more than chosen rows. */
const destructiveSql =
  /\bdrop\s+(?:database|schema|table|tablespace|user|role)\b|\btruncate\s+(?:table\s+)?[`"\w]|\bdelete\s+from\s+[`"\w.]+\s*(?:;|$)/i;

/** Data that a service keeps: databases, clusters, containers. */
export const SERVICE_RULES: readonly DangerRule[] = [
  {
    name: 'gluster-delete',
    harm: 'destroys',
    explanation: 'Deletes a GlusterFS volume or takes bricks out of it without moving their data.',
    programs: /^gluster$/,
    matches: ({ operands }) => {
      const [object, action] = operands;
      if (object === 'snapshot') return action === 'delete' || action === 'restore';
      if (object !== 'volume') return false;
      return action === 'delete' || (action === 'remove-brick' && operands.at(-1) === 'force');
    },
    marked: [
      'gluster volume delete store1',
      'gluster --mode=script volume delete store1',
      'gluster volume remove-brick store1 gluster2:/export force',
      'gluster snapshot delete s1',
    ],
    left: [
      'gluster volume info',
      'gluster volume create delete gluster1:/export',
      'gluster volume remove-brick store1 b:/x start',
    ],
  },
  {
    name: 'ceph-delete',
    harm: 'destroys',
    explanation: 'Deletes a Ceph pool, image or storage daemon with its data.',
    programs: /^(?:ceph|rbd|rados|ceph-volume)$/,
    matches: ({ operands }, { program }) => {
      const line = operands.join(' ');
      if (program === 'rbd') return /^(?:rm|remove|snap purge|snap rm)\b/.test(line);
      if (program === 'rados') return /^(?:rmpool|purge)\b/.test(line);
      return /^(?:osd pool (?:delete|rm)|osd (?:purge|destroy)|fs rm|lvm zap)\b/.test(line);
    },
    marked: ['ceph osd pool delete a a --yes-i-really-really-mean-it', 'rbd rm pool/image'],
    left: ['ceph osd tree', 'rbd ls'],
  },
  {
    name: 'drop-database',
    harm: 'destroys',
    explanation: 'Deletes a database, a table or all of its rows.',
    programs:
      /^(?:dropdb|dropuser|mysqladmin|mariadb-admin|mysql|mariadb|psql|sqlite3|clickhouse-client|cqlsh|mongo|mongosh|redis-cli|valkey-cli)$/,
    matches: ({ operands, has }, { program, words, input }) => {
      if (program === 'dropdb' || program === 'dropuser') return operands.length > 0 && !has('help');
      if (program.endsWith('admin')) return operands.includes('drop');
      const text = `${words.join('\n')}\n${input}`;
      if (program.startsWith('mongo')) return /\.(?:dropDatabase|drop)\(/.test(text);
      return program.endsWith('-cli') ? /\bflush(?:all|db)\b/i.test(text) : deletesBySql(text);
    },
    marked: [
      'dropdb shop',
      'mysql -e "DROP DATABASE shop"',
      'mysql shop <<EOF\ndrop table orders;\nEOF',
      'echo "TRUNCATE orders" | psql shop',
      "sudo -u postgres psql -c 'DELETE FROM orders;'",
      'mysqladmin drop shop',
      'redis-cli FLUSHALL',
      'mysql <<< "DROP SCHEMA x"',
    ],
    left: [
      'mysql -e "SHOW DATABASES"',
      "psql -c 'DELETE FROM orders WHERE id = 1;'",
      'echo DROP DATABASE shop',
      'redis-cli info',
      'grep "drop table" dump.sql',
    ],
  },
  {
    name: 'prune-containers',
    harm: 'destroys',
    explanation: 'Deletes containers, images or volumes.',
    programs: /^(?:docker|podman|docker-compose|nerdctl)$/,
    matches: ({ operands, has }) => {
      const line = operands.join(' ');
      if (/^(?:(?:system|volume|image|container|builder) prune|volume (?:rm|remove))\b/.test(line))
        return true;
      return /(?:^|compose.* )down\b/.test(line) && has('v', 'volumes');
    },
    marked: [
      'docker system prune -a',
      'podman volume rm data',
      'docker compose down -v',
      'docker-compose down --volumes',
    ],
    left: ['docker ps', 'docker compose down', 'docker run -v a:b image'],
  },
  {
    name: 'delete-cluster-objects',
    harm: 'destroys',
    explanation: 'Deletes objects of a cluster, and with a claim or a namespace the data in them.',
    programs: /^(?:kubectl|oc|helm)$/,
    matches: ({ operands, has }, { program }) => {
      if (has('dry-run')) return false;
      return operands[0] === 'delete' || (program === 'helm' && operands[0] === 'uninstall');
    },
    marked: ['kubectl delete pvc data', 'helm uninstall shop'],
    left: ['kubectl get pods', 'kubectl delete pod x --dry-run=client'],
  },
  {
    name: 'destroy-machine',
    harm: 'destroys',
    explanation: 'Destroys machines, disks or stored objects.',
    programs: /^(?:terraform|tofu|virsh|qm|pct|aws|gsutil|mc|etcdctl)$/,
    matches: ({ operands, has }, { program }) => {
      const line = operands.join(' ');
      if (program === 'virsh') {
        return /^vol-(?:delete|wipe)\b/.test(line) || has('remove-all-storage', 'storage');
      }
      if (program === 'qm' || program === 'pct' || /^(?:terraform|tofu)$/.test(program))
        return operands[0] === 'destroy';
      if (program === 'etcdctl') return operands[0] === 'del' && has('prefix', 'from-key');
      if (has('dryrun', 'dry-run')) return false;
      return /^(?:s3 )?rb\b/.test(line) || (/^(?:s3 )?rm\b/.test(line) && has('recursive', 'r', 'force'));
    },
    marked: [
      'terraform destroy',
      'virsh undefine vm1 --remove-all-storage',
      'aws s3 rm s3://b/ --recursive',
      'etcdctl del --prefix /',
      'qm destroy 100',
    ],
    left: ['terraform plan', 'virsh destroy vm1', 'aws s3 ls', 'aws s3 rm s3://b/file'],
  },
];

/** Whether SQL deletes more than chosen rows. */
export function deletesBySql(text: string): boolean {
  return text.split('\n').length < 10_000 && destructiveSql.test(text);
}
