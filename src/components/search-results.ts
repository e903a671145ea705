import { Search, type Hit } from '../search/query.ts';

/** The texts that `search.astro` hands over. */
interface Texts {
  empty: string;
  nothing: string;
  failed: string;
  retry: string;
  searching: string;
  commands: string;
  articles: string;
  kind: Record<string, string>;
  /** For 0 to 10. */
  commandCounts: string[];
  articleCounts: string[];
}

/** Results as you type; the query stands in the address, so that a search can be shared and Back works. */
export class SearchResults extends HTMLElement {
  private texts!: Texts;
  private search: Search | undefined;
  private latest = '';

  connectedCallback(): void {
    this.texts = JSON.parse(this.dataset['texts']!) as Texts;
    const field = document.querySelector<HTMLInputElement>('main .search-form input')!;
    const status = document.createElement('p');
    status.setAttribute('role', 'status');
    this.append(status, document.createElement('div'));
    const readAddress = (): void => {
      field.value = new URLSearchParams(location.search).get('q') ?? '';
      void this.show(field.value);
    };
    field.addEventListener('input', () => {
      const query = field.value;
      history.replaceState(null, '', query === '' ? location.pathname : `?q=${encodeURIComponent(query)}`);
      void this.show(query);
    });
    field.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      history.pushState(null, '', `?q=${encodeURIComponent(field.value)}`);
      void this.show(field.value);
    });
    addEventListener('popstate', readAddress);
    readAddress();
  }

  private async show(query: string): Promise<void> {
    this.latest = query;
    if (query.trim() === '') {
      this.say(this.texts.empty);
      return;
    }
    try {
      this.search ??= new Search(this.dataset['bundle']!);
      const { commands, articles } = await this.search.find(query);
      if (this.latest !== query) return;
      const { commandCounts, articleCounts, nothing } = this.texts;
      const found = [commandCounts[commands.length], articleCounts[articles.length]].join(', ');
      this.say(
        commands.length + articles.length === 0 ? `${nothing} “${query.slice(0, 80)}”.` : found,
        this.section(
          this.texts.commands,
          commands.map((hit) => this.command(hit)),
        ),
        this.section(
          this.texts.articles,
          articles.map((hit) => this.article(hit)),
        ),
      );
    } catch {
      this.search = undefined;
      if (this.latest === query) this.offerRetry(query);
    }
  }

  private say(status: string, ...results: (Node | undefined)[]): void {
    this.firstElementChild!.textContent = status;
    this.lastElementChild!.replaceChildren(...results.filter((result) => result !== undefined));
  }

  private offerRetry(query: string): void {
    const button = element('button', 'copy', this.texts.retry);
    button.addEventListener('click', () => void this.show(query));
    this.say(this.texts.failed, button);
  }

  private section(title: string, items: HTMLElement[]): HTMLElement | undefined {
    if (items.length === 0) return undefined;
    const list = element('ol', 'results');
    list.append(...items);
    const section = element('section', '');
    section.append(element('h2', '', title), list);
    return section;
  }

  private command({ url, meta }: Hit): HTMLElement {
    const item = element('li', 'command-result');
    const link = element('a', 'command', meta['command']);
    link.setAttribute('href', url);
    const hosts = (meta['hosts'] ?? '').split(' ').filter(Boolean);
    const about = element('p', 'meta');
    about.append(...hosts.map((host) => element('span', 'host', host)), element('span', '', meta['title']));
    const prompt = element('span', 'prompt', meta['root'] === 'yes' ? '# ' : '$ ');
    const line = element('pre', '');
    line.append(prompt, link);
    item.append(line, element('p', 'description', meta['introduction']), about);
    return item;
  }

  private article({ url, meta }: Hit): HTMLElement {
    const item = element('li', '');
    item.lang = meta['lang'] ?? '';
    const link = element('a', '', meta['title']);
    link.setAttribute('href', url);
    const about = `${this.texts.kind[meta['kind'] ?? ''] ?? ''}, ${meta['year'] ?? ''}`;
    item.append(link, element('p', 'description', meta['description']), element('p', 'meta', about));
    return item;
  }
}

function element(name: string, className: string, text = ''): HTMLElement {
  const created = document.createElement(name);
  if (className !== '') created.className = className;
  created.textContent = text;
  return created;
}
