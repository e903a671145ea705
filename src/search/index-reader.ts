import {
  decodePostings,
  FORMAT_VERSION,
  type ArticleRecord,
  type Directory,
  type TermPostings,
} from './format.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Gives the text of one file of the index by its name, inflated. Rejects where there is none. */
export type ReadFile = (name: string) => Promise<string>;

const NO_POSTINGS: TermPostings = { commands: [], articles: [] };

/** The index, read file by file as it is asked; each file once. */
export class IndexReader {
  private readonly files = new Map<string, Promise<unknown>>();
  /** Postings once decoded: a reader who types asks for the same terms again at every key. */
  private readonly decoded = new Map<string, TermPostings>();
  private readonly read: ReadFile;

  constructor(read: ReadFile) {
    this.read = read;
  }

  /** @throws where the index is of another version: the page is older or newer than it */
  async directory(): Promise<Directory> {
    const directory = await this.once('directory', (text) => JSON.parse(text) as Directory);
    if (directory.version !== FORMAT_VERSION)
      throw new Error(`Unexpected index, expected version ${FORMAT_VERSION}.`);
    return directory;
  }

  async vocabulary(): Promise<Vocabulary> {
    return this.inFolder('vocabulary', (text) => JSON.parse(text) as Vocabulary);
  }

  async article(number: number): Promise<ArticleRecord> {
    return this.inFolder(`a/${number}`, (text) => JSON.parse(text) as ArticleRecord);
  }

  /** Where a term stands; nowhere for one that isn't indexed. */
  async postings(term: string): Promise<TermPostings> {
    const known = this.decoded.get(term);
    if (known !== undefined) return known;
    const line = (await this.shardOf(term)).get(term);
    const postings = line === undefined ? NO_POSTINGS : decode(line);
    this.decoded.set(term, postings);
    return postings;
  }

  /** Indexed terms that begin with a text, in order: those of its shard and, where it goes on there, of the next. */
  async termsFrom(prefix: string, most: number): Promise<string[]> {
    const { bounds } = await this.directory();
    const number = lastNotAfter(bounds, prefix);
    const next = bounds[number + 1]?.startsWith(prefix) === true ? [number + 1] : [];
    const shards = await Promise.all([number, ...next].map((each) => this.shard(each)));
    const terms = shards.flatMap((shard) => [...shard.keys()]);
    return terms.filter((term) => term.startsWith(prefix)).slice(0, most);
  }

  /** The shard that a term is or would be in. */
  private async shardOf(term: string): Promise<Map<string, string>> {
    const { bounds } = await this.directory();
    return this.shard(lastNotAfter(bounds, term));
  }

  /** A shard's terms with their postings, still encoded. */
  private async shard(number: number): Promise<Map<string, string>> {
    return number < 0 ? new Map<string, string>() : this.inFolder(`s/${number}`, parseShard);
  }

  private async inFolder<T>(name: string, parse: (text: string) => T): Promise<T> {
    const { folder } = await this.directory();
    return this.once(`${folder}/${name}`, parse);
  }

  /** A file that did not come is asked for again the next time. */
  private once<T>(name: string, parse: (text: string) => T): Promise<T> {
    const known = this.files.get(name);
    if (known !== undefined) return known as Promise<T>;
    const reading = this.read(name).then(parse);
    this.files.set(name, reading);
    reading.catch(() => this.files.delete(name));
    return reading;
  }
}

function parseShard(text: string): Map<string, string> {
  return new Map(
    text.split('\n').map((line) => {
      const end = line.indexOf('\t');
      return [line.slice(0, end), line.slice(end + 1)];
    }),
  );
}

function decode(line: string): TermPostings {
  const [commands = '', articles = ''] = line.split('\t');
  return { commands: decodePostings(commands), articles: decodePostings(articles) };
}

/** The place of the last bound that is not after a term, by code unit; -1 where all are. */
function lastNotAfter(bounds: readonly string[], term: string): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bounds[middle]! <= term) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
