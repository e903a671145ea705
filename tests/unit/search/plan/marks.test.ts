import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markerOf } from '../../../../src/search/plan/marks.ts';
import { parseQuery } from '../../../../src/search/plan/query.ts';

/** Puts brackets around what a query marks in a text. */
function marks(query: string, text: string): string {
  let at = 0;
  const parts = markerOf(parseQuery(query))(text).map(({ start, end }) => {
    const part = `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
    return part;
  });
  return parts.join('') + text.slice(at);
}

describe('a query', () => {
  it.each([
    ['iptables -F', 'iptables -F', '[iptables] [-F]'],
    ['IPTABLES', 'iptables-save', '[iptables]-save'],
    ['--raid 1', 'volgen --raid 1 gluster1:/export', 'volgen [--raid] [1] gluster1:/export'],
    ['/etc/hosts', 'cp /etc/hosts /etc/hosts.old', 'cp [/etc/hosts] [/etc/hosts].old'],
    ['ipta', 'iptables -F', '[ipta]bles -F'],
    ['volgen', 'glusterfs-volgen --raid 1', 'glusterfs-[volgen] --raid 1'],
    ['raid-devices', 'mdadm --raid-devices=2', 'mdadm --[raid-devices]=2'],
    ['192.0.2.7', 'http://192.0.2.7/ 192.0.2.70', 'http://[192.0.2.7]/ 192.0.2.70'],
    ['служба', 'состояние службы', 'состояние [службы]'],
    ['еще', 'проверьте ещё раз', 'проверьте [ещё] раз'],
    ['cafe', 'Café au lait', '[Café] au lait'],
    ['防火墙', '配置防火墙规则', '配置[防火墙]规则'],
    ['how do I mount the volume', 'mount the volume', '[mount] the [volume]'],
    ['--raid 1', '13 disks, --raid 1', '13 disks, [--raid] [1]'],
    ['nothing', 'of it', 'of it'],
  ])('%j marks %j', (query, text, expected) => {
    expect(marks(query, text)).toBe(expected);
  });

  it('marks no short option in another case', () => {
    expect(marks('iptables -F', 'iptables -f')).toBe('[iptables] -f');
  });

  it('marks nothing twice, and in the order of the text, for any query and text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (query, text) => {
        let end = 0;
        for (const mark of markerOf(parseQuery(query))(`${text} ${query}`)) {
          expect(mark.start).toBeGreaterThanOrEqual(end);
          expect(mark.end).toBeGreaterThan(mark.start);
          ({ end } = mark);
        }
      }),
    );
  });
});
