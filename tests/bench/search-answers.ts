import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Answer, Hit } from '../../src/search/plan/answer.ts';
import { Finder } from '../../src/search/plan/find.ts';
import { openFolder } from '../../src/search/plan/node.ts';
import { progress } from './progress.ts';

/** A query and its right answers: pages, by address or slug, and commands on them, `page#anchor`, or `page#c3` for the third. */
export interface Asked {
  kind: string;
  query: string;
  answers: string[];
  commands?: string[];
}

/** The result of one query. */
export interface Outcome extends Asked {
  /** The rank of the first right page, from 1, and that of the first right command; Infinity if there is none. */
  rank: number;
  commandRank: number;
  answer: Answer;
  /** Transferred before the first answer, if a reader begins with this query, including Pagefind's client. */
  bytes: number;
  requests: number;
  /** For a reader who has searched before. */
  milliseconds: number;
}

/** Runs every query on the index in a folder twice: as the first one, with nothing loaded, and as one of many. */
export async function askAll(
  folder: string,
  asked: readonly Asked[],
  ordinals: Ordinals,
): Promise<Outcome[]> {
  let bytes = 0;
  let requests = 0;
  const read = (file: string): Promise<Uint8Array<ArrayBuffer>> => {
    bytes += sentSize(file);
    requests++;
    return readFile(file);
  };
  const warm = new Finder(await openFolder(folder, read));
  // Pagefind says that it is ready before everything is loaded.
  await warm.find('anything');
  const outcomes: Outcome[] = [];
  for (const each of asked) {
    [bytes, requests] = [0, 0];
    await new Finder(await openFolder(folder, read)).find(each.query);
    const cold = { bytes, requests };
    const start = performance.now();
    const answer = await warm.find(each.query);
    const milliseconds = performance.now() - start;
    outcomes.push({ ...each, ...cold, milliseconds, answer, ...ranks(answer, each, ordinals) });
    if (outcomes.length % 100 === 0) progress(`${outcomes.length} of ${asked.length} queries`);
  }
  return outcomes;
}

/** The ordinal of a command on its page, from 1, by `page#anchor`. */
export type Ordinals = ReadonlyMap<string, number>;

function ranks(
  { commandsFirst, commands, articles }: Answer,
  { answers, commands: right = [] }: Asked,
  ordinals: Ordinals,
): Pick<Outcome, 'rank' | 'commandRank'> {
  // In the order in which results are shown.
  const groups = commandsFirst ? [commands, articles] : [articles, commands];
  const pages = [...new Set(groups.flat().map(({ article }) => article.path))];
  const isAnswer = (path: string): boolean => answers.some((answer) => isPage(path, answer));
  const isRight = (hit: Hit): boolean => right.some((id) => isCommand(hit, id, ordinals));
  return {
    rank: pages.findIndex(isAnswer) + 1 || Infinity,
    commandRank: commands.filter(({ shown }) => shown?.type === 'command').findIndex(isRight) + 1 || Infinity,
  };
}

/** `/articles/xen/` is `xen`, and so is `/linux/xen/` `linux/xen`. */
function isPage(path: string, answer: string): boolean {
  const name = answer.replace(/^\/|\/$/g, '');
  return path === `/${name}/` || path === `/articles/${name}/`;
}

function isCommand({ article, id }: Hit, right: string, ordinals: Ordinals): boolean {
  const [page = '', anchor = ''] = right.split('#');
  return (
    isPage(article.path, page) &&
    (anchor === id || anchor === `c${ordinals.get(`${article.path}#${id}`) ?? ''}`)
  );
}

const sizes = new Map<string, number>();

/** Bytes as sent by a web server: Pagefind's own files are already compressed, others with Brotli. */
function sentSize(file: string): number {
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const packed = !/\.(?:js|json|txt)$/.test(basename(file));
  const size = packed ? statSync(file).size : brotliCompressSync(readFileSync(file)).length;
  sizes.set(file, size);
  return size;
}
