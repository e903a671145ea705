import { ArticleTermsWriter, type ArticleTerms } from './article-terms.ts';
import type { ArticleRecord, CommandRecord } from './format.ts';
import { chunkTerm, commandTerms, partsOf, wordTerms, type Terms } from './terms.ts';
import { namesOf, type Names } from './vocabulary.ts';

/** What an article adds to the search: what its results show, and what else finds it. */
export interface SearchedArticle {
  record: ArticleRecord;
  /** Words from the frontmatter and other spellings of tags. */
  alsoFoundBy: string[];
}

/** All that the index takes from one article, whatever the others are: plain data, to be kept from build to build. */
export interface IndexedArticle {
  /** An `ArticleRecord` as JSON, the text of its file. */
  record: string;
  names: Names;
  /** Those of its documents, which are each of its commands and, last, itself. */
  terms: ArticleTerms;
}

/** What a command says by itself, wherever it stands. */
interface Line {
  record: CommandRecord;
  programs: readonly string[];
  terms: Terms;
}

/** An article → what the index takes from it. */
export function indexedArticle({ record, alsoFoundBy }: SearchedArticle): IndexedArticle {
  const terms = new ArticleTermsWriter();
  const lines = record.commands.map(lineOf);
  addCommands(terms, record, lines);
  addArticle(terms, record, alsoFoundBy, lines);
  return { record: JSON.stringify(record), names: namesOf(record), terms: terms.all() };
}

function lineOf(record: CommandRecord): Line {
  const programs = programsOf(record);
  return { record, programs, terms: commandTerms(record.command, programs) };
}

/** What another interpreter than a shell reads begins with a name too. */
function programsOf({ command, programs }: CommandRecord): readonly string[] {
  if (programs.length > 0) return programs;
  const first = chunkTerm(/\S+/.exec(command)?.[0] ?? '');
  return /^[a-z][\w.-]*$/.test(first) ? [first] : [];
}

function addCommands(terms: ArticleTermsWriter, { kind, tags }: ArticleRecord, lines: readonly Line[]): void {
  // The commands of a block have one introduction.
  const introductions = new Map<string, Terms>();
  for (const { record, programs, terms: own } of lines) {
    const introduction = introductions.get(record.introduction) ?? wordTerms(record.introduction);
    introductions.set(record.introduction, introduction);
    terms.add(own);
    terms.add(introduction);
    terms.endDocument([...choices(kind, tags), ...programs.flatMap(programChoices)]);
  }
}

function addArticle(
  terms: ArticleTermsWriter,
  { title, description, sections, kind, tags, commands }: ArticleRecord,
  alsoFoundBy: readonly string[],
  lines: readonly Line[],
): void {
  terms.add(wordTerms(title, 4));
  terms.add(wordTerms(description, 2));
  terms.add(wordTerms(alsoFoundBy.join('\n'), 2));
  for (const section of sections) {
    terms.add(wordTerms(section.title, 2));
    terms.add(wordTerms(section.text));
  }
  for (const line of lines) for (const term of line.terms.keys()) terms.addOne(term, 0.5);
  const programs = commands.flatMap((command) => command.programs);
  terms.endDocument([...choices(kind, tags), ...programs.map((name) => choice('program', name))]);
}

/** What the reader can choose documents by: terms too, of a form that no word has. */
function choices(kind: string, tags: ArticleRecord['tags']): string[] {
  return [choice('kind', kind), ...tags.map(([slug]) => choice('tag', slug))];
}

function programChoices(program: string): string[] {
  return [choice('program', program), ...partsOf(program.toLowerCase()).map((part) => choice('part', part))];
}

function choice(name: string, value: string): string {
  return `\u0001${name}:${value}`;
}
