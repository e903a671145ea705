import { items } from '../tables.ts';
import { rulesOf } from './rule.ts';

/** SQL that deletes more than chosen rows. */
const destructiveSql =
  /\bdrop\s+(?:database|schema|table|tablespace|keyspace|collection|measurement|owned)\b|\btruncate\s+(?:table\s+)?[`"\w]|\bdelete\s+from\s+[`"\w.]+\s*(?:;|$)|\bupdate\s+[`"\w.]+\s+set\s+(?:(?!\bwhere\b)[^;])*(?:;|$)|\breset\s+master\b|\bpurge\s+(?:binary|master)\s+logs\b|\balter\s+table\b[^;]*\bdrop\s+(?:column|partition)\b/i;

/** Data that a service keeps: databases, clusters, containers. */
export const SERVICE_RULES = rulesOf('destroys', [
  {
    name: 'gluster-delete',
    explanation: 'Deletes a GlusterFS volume or takes bricks out of it without moving their data.',
    programs: /^gluster$/,
    matches: ({ operands }) => {
      const [object, action] = operands;
      if (object === 'snapshot') return action === 'delete' || action === 'restore';
      if (object !== 'volume') return false;
      return action === 'delete' || (action === 'remove-brick' && operands.at(-1) === 'force');
    },
    marked: items(`
      gluster volume delete store1 · gluster --mode=script volume delete store1 ·
      gluster volume remove-brick store1 gluster2:/export force · gluster snapshot delete s1
    `),
    left: items(`
      gluster volume info · gluster volume create delete gluster1:/export ·
      gluster volume remove-brick store1 b:/x start
    `),
  },
  {
    name: 'ceph-delete',
    explanation: 'Deletes a Ceph pool, image or storage daemon with its data.',
    programs: /^(?:ceph|rbd|rados|ceph-volume)$/,
    matches: ({ line }, { program }) => {
      if (program === 'rbd') return /^(?:rm|remove|snap purge|snap rm)\b/.test(line);
      if (program === 'rados') return /^(?:rmpool|purge)\b/.test(line);
      return /^(?:osd pool (?:delete|rm)|osd (?:purge|destroy)|fs rm|lvm zap)\b/.test(line);
    },
    marked: items(`ceph osd pool delete a a --yes-i-really-really-mean-it · rbd rm pool/image`),
    left: items(`ceph osd tree · rbd ls`),
  },
  {
    name: 'drop-database',
    explanation: 'Deletes a database, a table or all of its rows.',
    programs:
      /^(?:dropdb|mysqladmin|mariadb-admin|mysql|mariadb|psql|sqlite3|clickhouse-client|cqlsh|mongo|mongosh|redis-cli|valkey-cli)$/,
    matches: ({ has, operands }, { program, words, input }) => {
      if (program === 'dropdb') return operands.length > 0 && !has('help');
      if (program.endsWith('admin')) return operands.includes('drop');
      const text = `${words.join('\n')}\n${input}`;
      if (program.startsWith('mongo')) return /\.(?:dropDatabase|drop)\(/.test(text);
      return program.endsWith('-cli') ? /\bflush(?:all|db)\b/i.test(text) : deletesBySql(text);
    },
    marked: items(`
      dropdb shop · mysql -e "DROP DATABASE shop" · mysql shop <<EOF\ndrop table orders;\nEOF ·
      echo "TRUNCATE orders" | psql shop · sudo -u postgres psql -c 'DELETE FROM orders;' ·
      mysqladmin drop shop · redis-cli FLUSHALL · mysql <<< "DROP SCHEMA x"
    `),
    left: items(`
      mysql -e "SHOW DATABASES" · psql -c 'DELETE FROM orders WHERE id = 1;' · echo DROP DATABASE shop ·
      redis-cli info · dropuser anna · mysql -e "DROP USER anna" · grep "drop table" dump.sql
    `),
  },
  {
    name: 'prune-containers',
    explanation: 'Deletes containers or volumes with the data in them.',
    programs: /^(?:docker|podman|docker-compose|nerdctl)$/,
    matches: ({ has, line }, { program }) => {
      if (/^(?:(?:system|volume|container) prune|volume (?:rm|remove)|system reset)\b/.test(line))
        return true;
      if (/^(?:container )?rm\b/.test(line)) return has('v volumes f force') && program !== 'docker-compose';
      return /(?:^|compose.* )(?:down|rm)\b/.test(line) && has('v volumes');
    },
    marked: items(`
      docker system prune -a · podman volume rm data · docker compose down -v ·
      docker-compose down --volumes · docker rm -fv web · podman system reset
    `),
    left: items(`
      docker ps · docker compose down · docker run -v a:b image · docker image prune ·
      docker run --rm -v a:b x · docker rm web
    `),
  },
  {
    name: 'delete-cluster-objects',
    explanation: 'Deletes objects of a cluster; a deleted claim or namespace takes its data with it.',
    programs: /^(?:kubectl|oc|helm|k|microk8s\.kubectl)$/,
    matches: ({ has, operands, verb }, { program, words }) => {
      if (words.some((word) => word.startsWith('--dry-run'))) return false;
      const [, kind] = operands;
      if (program === 'helm') return verb === 'uninstall' || verb === 'delete';
      if (verb === 'drain') return has('delete-emptydir-data delete-local-data force');
      if (verb === 'replace') return has('force');
      return verb === 'delete' && (has('all') || !isRenewed(kind ?? ''));
    },
    marked: items(`
      kubectl delete pvc data · kubectl delete namespace shop · kubectl delete -f all.yaml ·
      kubectl delete pods --all · kubectl drain node1 --delete-emptydir-data · helm uninstall shop ·
      oc delete project x
    `),
    left: items(`
      kubectl get pods · kubectl delete pod x · kubectl delete pvc x --dry-run=client · kubectl delete job/x ·
      kubectl drain node1 · kubectl delete deployment web · kubectl delete node worker2 ·
      kubectl delete certificate web · kubectl delete satelliteconfigurations.example.org x
    `),
  },
  {
    name: 'delete-cluster',
    explanation: 'Dismantles a cluster, or removes this machine from it, with its state.',
    programs:
      /^(?:kubeadm|k3s-uninstall\.sh|k3s-agent-uninstall\.sh|rke2?|minikube|kind|microk8s|talosctl|k0s|pcs|crm|k3d|linstor|rabbitmqctl|kafka-topics(?:\.sh)?|consul|nomad|etcdctl|eksctl|kops)$/,
    matches: ({ has, verb, line }, { program }) => {
      if (program.includes('uninstall')) return true;
      if (/^(?:kubeadm|microk8s|talosctl|k0s)$/.test(program)) return verb === 'reset';
      if (program === 'pcs') return /^cluster destroy\b|^resource (?:delete|remove)\b/.test(line);
      if (program === 'crm') return /^(?:cluster remove|configure erase|configure delete)\b/.test(line);
      if (program === 'rabbitmqctl')
        return /^(?:force_)?reset$|^(?:delete|purge)_(?:vhost|queue|exchange)$/.test(verb);
      if (program.startsWith('kafka')) return has('delete');
      if (program === 'consul') return /^kv delete\b/.test(line) && has('recurse');
      if (program === 'nomad') return /^job stop\b|^stop\b/.test(line) && has('purge');
      if (program === 'etcdctl') return verb === 'del' && has('prefix from-key');
      return /(?:^|\b(?:cluster|rd|vd|sp|resource-definition|volume-definition|resource|storage-pool|snapshot) )(?:delete|destroy|remove|d)\b/.test(
        line,
      );
    },
    marked: items(`
      kubeadm reset · k3s-uninstall.sh · minikube delete · kind delete cluster · pcs cluster destroy ·
      rabbitmqctl reset · linstor resource-definition delete r0 · etcdctl del --prefix / ·
      kafka-topics.sh --delete --topic x
    `),
    left: items(`
      kubeadm init · minikube start · pcs status · rabbitmqctl status · linstor resource list ·
      etcdctl get / · nomad job stop x
    `),
  },
  {
    name: 'destroy-machine',
    explanation: 'Destroys machines, disks or stored objects, or reverts them to an earlier state.',
    programs:
      /^(?:terraform|tofu|pulumi|virsh|qm|pct|vagrant|lxc|incus|lxc-destroy|VBoxManage|multipass|aws|gcloud|az|openstack|doctl|hcloud|nova|cinder|xe|heroku|flyctl|fly|gsutil|s3cmd|mc|ibmcloud|oci|scw|linode-cli|bhyvectl|zoneadm|zonecfg|prlctl)$/,
    matches: ({ has, verb, line }, { program, words }) => {
      if (has('dryrun dry-run check')) return false;
      if (/^(?:terraform|tofu|pulumi)$/.test(program))
        return verb === 'destroy' || (verb === 'apply' && has('destroy'));
      if (program === 'virsh')
        return (
          /^(?:vol-(?:delete|wipe)|snapshot-(?:revert|delete)|pool-delete)\b/.test(line) ||
          has('remove-all-storage storage')
        );
      if (program === 'qm' || program === 'pct') return /^(?:destroy|rollback|delsnapshot)\b/.test(line);
      if (program === 'aws')
        return (
          deletesInAws.test(line) ||
          (/^s3 rm\b/.test(line) && has('recursive')) ||
          (/^s3 sync\b/.test(line) && has('delete'))
        );
      if (program === 'gsutil' || program === 's3cmd' || program === 'mc')
        return /^(?:rb|del)\b/.test(line) || (/^rm\b/.test(line) && has('recursive r R force'));
      if (program === 'VBoxManage') return /^unregistervm\b/.test(line) && has('delete delete-all');
      if (program === 'heroku' || program.startsWith('fly')) return line.includes('destroy');
      if (program === 'lxc-destroy') return true;
      if (program === 'incus' || program === 'lxc') return deletesInstance.test(line);
      if (program === 'openstack') return deletesStored.test(line);
      if (program === 'xe')
        return /^(?:vm|vdi|sr|snapshot|template)-(?:destroy|uninstall|revert)\b/.test(line);
      return (
        words.some((word) => /^(?:delete|destroy|force-delete|(?:snapshot|backup)-delete|rm)$/.test(word)) &&
        !words.some(isSetting)
      );
    },
    marked: items(`
      terraform destroy · terraform apply -destroy · virsh undefine vm1 --remove-all-storage ·
      virsh snapshot-revert vm1 a · aws s3 rm s3://b/ --recursive ·
      aws ec2 terminate-instances --instance-ids i-1 · aws rds delete-db-instance --db-instance-identifier a ·
      aws ec2 delete-volume --volume-id v · gcloud compute instances delete x · openstack server delete x ·
      qm destroy 100 · vagrant destroy · lxc delete web · incus storage volume delete pool data ·
      incus snapshot restore web s1 · openstack volume snapshot delete s1 · cinder snapshot-delete s1 ·
      xe vdi-destroy uuid=x · hcloud server delete web
    `),
    left: items(`
      terraform plan · terraform plan -destroy · virsh destroy vm1 · aws s3 ls ·
      aws cloudwatch delete-alarms --alarm-names a · aws acm delete-certificate --certificate-arn a ·
      aws s3 rm s3://b/file · gcloud compute instances list · qm list · lxc list · incus alias remove shell ·
      incus network acl rule remove web ingress · openstack network rbac delete x ·
      openstack server remove volume web data · openstack quota delete x ·
      openstack volume transfer request delete x · hcloud firewall delete web · vagrant box remove debian
    `),
  },
  {
    name: 'http-delete',
    explanation: 'Asks a service to delete something.',
    programs: /^(?:curl|http|https|xh)$/,
    matches: (_, { words, program }) =>
      program === 'curl'
        ? /(?:^| )(?:-\w*X ?|--request[ =])DELETE\b|_delete_by_query/.test(words.join(' '))
        : words[0] === 'DELETE',
    marked: items(`
      curl -X DELETE localhost:9200/logs · curl -sXDELETE http://a/b · http DELETE localhost/x
    `),
    left: items(`curl http://a/delete · curl -X POST http://a · http GET a`),
  },
  {
    name: 'purge-package',
    explanation: 'Removes a service together with its configuration and perhaps its data.',
    programs: /^(?:apt|apt-get|aptitude|dpkg)$/,
    matches: ({ has, operands, verb }, { program }) =>
      (verb === 'purge' || has('purge') || (program === 'dpkg' && has('P'))) &&
      operands.some((word) =>
        /^(?:mysql|mariadb|postgresql|mongodb|slapd|redis|elasticsearch|couchdb|influxdb|ceph|glusterfs)/.test(
          word,
        ),
      ),
    marked: items(`apt purge mysql-server · apt-get remove --purge postgresql`),
    left: items(`apt remove mysql-server · apt purge nano · apt-get autoremove · apt-get purge docker-ce`),
  },
]);

/** AWS storage and machines. Rules, alarms and certificates can be written again. */
const deletesInAws =
  /(?:^| )(?:s3 rb|terminate-(?:instances|environment)|deregister-(?:image|db)|delete-(?:bucket|objects?|db-(?:instance|cluster|snapshot|cluster-snapshot)|snapshot|volume|image|table|item|file-system|stack|cluster|instance|nodegroup|replication-group|cache-cluster|recovery-point|backup-vault|vault|archive|repository|repositories|hosted-zone|user-pool|secret|stream|domain|data|workspace|environment|global-table|graph|index|log-(?:group|stream)|project|queue|app|disk|relational-database)\b)/;

/** Instances and their storage. An alias or a network's rule is written again in a minute. */
const deletesInstance =
  /^(?:delete|rm|restore|(?:snapshot|image|project|storage|storage volume|storage volume snapshot|storage bucket) (?:delete|rm|restore))\b/;

const deletesStored =
  /^(?:(?:server|server backup|volume|volume snapshot|volume backup|volume group|share|share snapshot|snapshot|backup|image|object|container|stack|project|domain|database instance|secret|secret container|coe cluster|cluster|zone) delete|server rebuild|project purge|container save)\b/;

/** Kinds of cloud objects that hold no data: `hcloud firewall delete web`. */
function isSetting(word: string): boolean {
  return /^(?:firewalls?|firewall-rules?|rules?|networks?|subnets?|vpc|routes?|routers?|ports?|address(?:es)?|floating-ips?|primary-ips?|ips?|alias(?:es)?|dns|records?|labels?|tags?|ssh-keys?|keys?|locks?|pipelines?|certificates?|iam|roles?|role-assignment|polic(?:y|ies)|service-accounts?|users?|groups?|quotas?|flavors?|keypairs?|security-groups?|nsg|load-balancers?|target-pools?|backend-services?|health-checks?|placement-groups?|config|remotes?|profiles?|plugins?|box|context|ingress)$/.test(
    word,
  );
}

/** Whether SQL deletes more than chosen rows. */
export function deletesBySql(text: string): boolean {
  return text.split('\n').length < 10_000 && destructiveSql.test(text);
}

/** Kinds of object that their owner creates again or that hold no data: pods, jobs, services. */
function isRenewed(kind: string): boolean {
  return /^(?:po|pods?|jobs?|cj|cronjobs?|deploy|deployments?|rs|replicasets?|ds|daemonsets?|svc|services?|ing|ingress(?:es)?|ev|events?|ep|endpoints?|leases?|hpa|netpol|networkpolic(?:y|ies)|rolebindings?|clusterrolebindings?|clusterroles?|roles?|sa|serviceaccounts?|pdb|apiservices?|no|nodes?|certs?|certificates?|certificaterequests?|cluster-?issuers?|issuers?|sc|storageclass(?:es)?|ingressclass(?:es)?|priorityclass(?:es)?|quota|resourcequotas?|limits|limitranges?|csr|\w+configurations?)(?:\.[\w.]+)?(?:\/|$)/.test(
    kind,
  );
}
