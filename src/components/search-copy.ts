import { plural } from '../i18n/plural.ts';
import type { CommandHit } from '../search/search.ts';
import { filled, valuesOnPage, writeText } from './copy-text.ts';
import { isAllowed } from '../commands/value-form.ts';
import { keptValues } from './placeholder-values.ts';
import type { SearchSettings } from './search-settings.ts';

/**
 * The reader's values for the commands of a page: those that the browser keeps, and on the page itself what its fields hold.
 * Which form an article asks of a value isn't known here, so that a kept one with anything a shell acts on is left out.
 */
export function valuesFor(path: string): Map<string, string> {
  const kept = Object.entries(keptValues() ?? {}).filter(([, value]) => isAllowed(value));
  return new Map([...kept, ...(path === location.pathname ? valuesOnPage() : [])]);
}

/** Copies a command; gives what to say of it: `Copied 1 command for gluster1`, what is left to fill in, whether it destroys. */
export async function copyCommand(
  { article, command }: CommandHit,
  { base, texts, locale, copiedCommands }: SearchSettings,
): Promise<{ said: string; done: boolean }> {
  const { text, unfilled } = filled(command.command, valuesFor(base + article.path));
  try {
    await writeText(text);
  } catch {
    return { said: texts.copyFailed, done: false };
  }
  const hosts = command.hosts.length === 0 ? '' : ` ${texts.forHosts} ${command.hosts.join(', ')}`;
  const parts = [
    `${plural(locale, copiedCommands)(1)}${hosts}.`,
    command.destructive ? texts.copiedDestructive : '',
    unfilled.length === 0 ? '' : `${texts.unfilled}: ${unfilled.join(', ')}.`,
  ];
  return { said: parts.filter(Boolean).join(' '), done: true };
}
