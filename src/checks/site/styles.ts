import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../content/fault.ts';
import type { BuiltSite } from './built-site.ts';
import { originOf } from './origin.ts';

/** No style sheet or `style` may load anything from another host. */
export function styleFaults(site: BuiltSite): Fault[] {
  const own = new URL(site.settings.url).origin;
  const inFiles = [...site.files]
    .filter((name) => /\.(?:css|svg)$/.test(name))
    .flatMap((name) =>
      remoteIn(readFileSync(join(site.folder, name), 'utf8'), own).map((address) =>
        fault({ file: join(site.folder, name), line: 1 }, address),
      ),
    );
  const inPages = site.pages.flatMap(({ name, elements }) =>
    elements.flatMap((element) => {
      const style = element.name === 'style' ? element.text() : (element.attributes['style'] ?? '');
      return remoteIn(style, own).map((address) =>
        fault(originOf(site, name, [address], element.line), address),
      );
    }),
  );
  return [...inFiles, ...inPages];
}

const ADDRESS = /url\(\s*["']?((?:https?:)?\/\/[^"')\s]+)|@import\s+["']((?:https?:)?\/\/[^"']+)/gi;

function remoteIn(style: string, own: string): string[] {
  return [...style.matchAll(ADDRESS)]
    .map(([, url, imported]) => url ?? imported!)
    .filter((address) => !address.startsWith(`${own}/`));
}

function fault(at: Pick<Fault, 'file' | 'line'>, address: string): Fault {
  const message = `Unexpected address \`${address}\` in a style, expected none on another host: pages load nothing from there.`;
  return { ...at, code: 'remote-resource', message };
}
