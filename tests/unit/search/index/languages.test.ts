import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finder } from '../../../../src/search/plan/find.ts';
import { anArticle, anIndex, aSection } from '../an-index.ts';

/** What is written, in which language, and what is searched for. Each text is in an article of its own. */
const PAIRS: [lang: string, written: string, asked: string][] = [
  ['ru', 'Состояние службы видно в панели', 'служба'],
  ['ru', 'Смотрите системные журналы загрузки', 'журналов'],
  ['ru', 'Проверьте это ещё дважды', 'еще'],
  ['ru', 'Все ёмкости одинаковы', 'емкость'],
  ['ru', 'Настройка виртуальной сети', 'сети'],
  ['ru', 'Кабели и сеть в стойке', 'стойки'],
  ['ru', 'Резервные копии делаются ночью', 'резервная'],
  ['ru', 'Список пользователей базы', 'пользователь'],
  ['ru', 'Добавьте правило межсетевого экрана', 'правила'],
  ['ru', 'Размонтируйте раздел перед проверкой', 'разделы'],
  ['ru', 'Права на каталоги меняет владелец', 'каталог'],
  ['ru', 'Перезагрузка занимает минуту', 'перезагрузку'],
  ['ru', 'Установите обновления ядра', 'обновление'],
  ['ru', 'Балансировщик распределяет запросы', 'запрос'],
  ['ru', 'Ключи хранятся в хранилище', 'ключами'],
  ['ru', 'Диски собраны в массив', 'массива'],
  ['ru', 'Таймауты соединений', 'соединение'],
  ['ru', 'Очередь сообщений переполнена', 'очереди'],
  ['ru', 'Сертификаты истекают в марте', 'сертификатов'],
  ['ru', 'Служебные ПОРТЫ закрыты', 'порты'],
  ['ru', 'Пакеты теряются на маршрутизаторе', 'маршрутизатор'],
  ['ru', 'Утилита glusterfs-volgen устарела', 'glusterfs-volgen'],
  ['ru', 'Параметр --raid-devices обязателен', '--raid-devices'],
  ['ru', 'Файл /etc/fstab правят вручную', '/etc/fstab'],
  ['en', 'Replication between two hosts', 'replication'],
  ['en', 'The settings were applied at once', 'applied'],
  ['en', 'Failover takes ten seconds', 'failover'],
  ['en', 'The scheduler starves under load', 'scheduler'],
  ['en', 'Backups are encrypted', 'backup'],
  ['en', 'A café with bad wireless', 'cafe'],
  ['en', 'His résumé of the outage', 'resume'],
  ['en', 'The Ångström project', 'angstrom'],
  ['en', 'Zurich, also spelled Zürich', 'zürich'],
  ['en', 'A naïve retry loop', 'naive'],
  ['en', 'Listen on 192.0.2.77 only', '192.0.2.77'],
  ['en', 'Fixed in release 3.0.5', '3.0.5'],
  ['zh', '配置防火墙规则', '防火墙'],
  ['zh', '重新启动服务器之后检查日志', '服务器'],
  ['zh', '备份数据库到远程主机', '数据库'],
  ['zh', '安装软件包需要管理员权限', '管理员'],
];

let finder: Finder;
let remove: () => Promise<void>;

beforeAll(async () => {
  const articles = PAIRS.map(([lang, written], at) =>
    anArticle(`a${at}`, { lang, title: `${at}`, sections: [aSection('', written)] }),
  );
  ({ finder, remove } = await anIndex(articles));
}, 60_000);

afterAll(() => remove());

describe('one index of three languages', () => {
  it('has forty pairs', () => {
    expect(PAIRS).toHaveLength(40);
  });

  it.each(PAIRS)('in %s, “%s” is found by %s', async (_lang, written, asked) => {
    const { articles, corrected, unknown } = await finder.find(asked);
    expect(articles[0]?.text).toContain(written);
    expect(articles[0]?.without).toEqual([]);
    expect([corrected, unknown]).toEqual([undefined, []]);
  });
});
