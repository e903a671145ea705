import { fileURLToPath } from 'node:url';
import type {} from '@astrojs/markdown-satteri';
import type { HastPluginEntry } from 'satteri';
import { knownTexts } from '../content/known-texts.ts';
import { textPath } from '../content/outline/links.ts';
import { outline as newOutline, type Outline } from '../content/outline/outline.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import { addresses } from './plugins/addresses.ts';
import { alerts } from './plugins/alerts.ts';
import { blocks } from './plugins/blocks.ts';
import { computedParts } from './plugins/computed-parts.ts';
import { elements } from './plugins/elements.ts';
import { expressions } from './plugins/expressions.ts';
import { headings } from './plugins/headings.ts';
import { places } from './plugins/places.ts';
import { tables } from './plugins/tables.ts';
import { tasks } from './plugins/tasks.ts';

/** What the plug-ins need to know about the site. */
export interface TextPluginOptions {
  /** Turns a path from the site's root into the address to use in a page. */
  href: (path: string) => string;
  t: Dictionary;
}

/**
 * Everything we add to Markdown, as Sätteri plug-ins in the order they run. For `markdown.processor` in `astro.config.mjs`; add
 * other plug-ins before or after these there.
 */
export function textPlugins({ href, t }: TextPluginOptions): HastPluginEntry {
  return ({ fileURL, source, data }) => {
    const file = fileURL && fileURLToPath(fileURL);
    const outline = outlineOf(source, file);
    const path = file === undefined ? undefined : textPath(file);
    const place = file === undefined || path === undefined ? undefined : { path, file, href };
    const [computedElements, otherComputedParts] = computedParts();
    return [
      computedElements,
      elements(outline, t, place),
      expressions,
      alerts(t),
      blocks(outline, hostsOf(data.astro?.frontmatter), t, data.astro?.frontmatter['kind'] === 'guide'),
      headings(outline, place !== undefined),
      place !== undefined && addresses(place),
      tables(t),
      tasks,
      otherComputedParts,
      file !== undefined && places(file, outline),
    ];
  };
}

/** The loader's outline if it has read exactly this text, otherwise a new one. */
function outlineOf(body: string, file: string | undefined): Outline {
  const known = file === undefined ? undefined : knownTexts.get(file);
  return known?.body === body ? known.outline : newOutline(body);
}

function hostsOf(frontmatter: Record<string, unknown> | undefined): readonly string[] {
  const hosts = frontmatter?.['hosts'];
  return Array.isArray(hosts) ? hosts.filter((host) => typeof host === 'string') : [];
}
