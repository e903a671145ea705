import { parseBlock } from '../../src/commands/parse-block.ts';
import type { SearchedArticle, SearchedBlock } from '../../src/search/index/searched-article.ts';
import { readLines } from './json-lines.ts';

/** A page of a corpus: short ones have no sections, and their commands are `plain`. */
interface CorpusPage {
  id: string;
  title: string;
  summary: string;
  sections?: { heading: string; prose: string }[];
  commands: { section?: number; description: string; command: string; plain?: string }[];
}

/** Reads the pages of a corpus as articles for the index; their commands are `c1`, `c2` and so on. */
export function readCorpus(file: string): SearchedArticle[] {
  return readLines<CorpusPage>(file).map(articleOf);
}

function articleOf({ id, title, summary, sections, commands }: CorpusPage): SearchedArticle {
  const blocks = commands.map((command, at) => ({ section: command.section ?? 0, ...blockOf(command, at) }));
  return {
    path: `/${id}/`,
    title,
    description: summary,
    kind: 'note',
    year: 2026,
    lang: 'en',
    tags: [],
    facts: [],
    sections: (sections ?? [{ heading: '', prose: '' }]).map(({ heading, prose }, at) => ({
      id: heading === '' ? '' : `s${at}`,
      title: heading,
      depth: 2,
      text: prose,
      blocks: blocks.filter(({ section }) => section === at),
    })),
  };
}

function blockOf(
  { command, plain = command, description }: CorpusPage['commands'][number],
  at: number,
): SearchedBlock {
  const { block } = parseBlock({ language: 'bash', meta: '', text: plain, line: 1 });
  return {
    id: `c${at + 1}`,
    shown: {
      type: 'command',
      command: plain,
      about: description,
      sign: '',
      user: '',
      hosts: [],
      programs: block.kind === 'script' ? block.steps[0].programs : [],
      harms: [],
    },
  };
}
