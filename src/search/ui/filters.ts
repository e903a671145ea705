import type { Answer } from '../plan/answer.ts';
import type { Choices } from '../plan/pages.ts';
import { CHOICES } from './address.ts';
import { element } from '../../components/element.ts';
import type { SearchSettings } from './settings.ts';

type Name = (typeof CHOICES)[number];
type Options = Map<string, { label: string; count: number }>;

/** Three lists that narrow the results down by kind, tag and program, filled from the results. */
export class SearchFilters {
  readonly element: HTMLElement;
  private readonly selects: Record<Name, HTMLSelectElement>;
  private readonly settings: SearchSettings;
  /** What was found before anything was chosen: a choice must not remove the other options. */
  private offered: { typed: string; options: Record<Name, Options> } | undefined;

  constructor(settings: SearchSettings, changed: () => void) {
    const { texts } = settings;
    this.settings = settings;
    const select = (label: string): HTMLSelectElement => element('select', { 'aria-label': label });
    this.selects = { kind: select(texts.kind), tag: select(texts.tag), program: select(texts.program) };
    this.element = element(
      'div',
      { class: 'search-filters', role: 'group', 'aria-label': texts.filters, hidden: '' },
      ...Object.values(this.selects),
    );
    this.element.addEventListener('change', changed);
    this.clear();
  }

  get choices(): Choices {
    const chosen = CHOICES.map((name) => [name, this.selects[name].value] as const);
    return Object.fromEntries(chosen.filter(([, value]) => value !== ''));
  }

  /** Shows the choices of an address. */
  set choices(choices: Choices) {
    this.fill(this.offered?.options ?? optionsOf(undefined, this.settings), choices);
  }

  /** Offers what the answer has, plus the current choices. */
  offer(answer: Answer, choices: Choices): void {
    const isNarrowed = Object.keys(choices).length > 0;
    const options =
      isNarrowed && this.offered?.typed === answer.typed
        ? this.offered.options
        : optionsOf(answer, this.settings);
    this.offered = { typed: answer.typed, options };
    this.element.hidden = answer.commands.length + answer.articles.length === 0 && !isNarrowed;
    this.fill(options, choices);
  }

  /** Empties the lists: nothing found, nothing chosen. */
  clear(): void {
    this.offered = undefined;
    this.element.hidden = true;
    this.fill(optionsOf(undefined, this.settings), {});
  }

  private fill(options: Record<Name, Options>, choices: Choices): void {
    const { allKinds, allTags, allPrograms } = this.settings.texts;
    const any = { kind: allKinds, tag: allTags, program: allPrograms };
    for (const name of CHOICES) {
      const chosen = choices[name] ?? '';
      const known = [...options[name]].sort(
        ([, a], [, b]) => b.count - a.count || a.label.localeCompare(b.label, this.settings.locale),
      );
      const all = [
        ['', any[name]] as const,
        ...known.map(([value, { label }]) => [value, label] as const),
        ...(chosen === '' || options[name].has(chosen) ? [] : [[chosen, chosen] as const]),
      ];
      refill(this.selects[name], all, chosen);
    }
  }
}

/** An unchanged list isn't touched, because it may be open. */
function refill(
  select: HTMLSelectElement,
  all: readonly (readonly [string, string])[],
  chosen: string,
): void {
  const same =
    select.options.length === all.length &&
    all.every(
      ([value, label], at) => select.options[at]!.value === value && select.options[at]!.text === label,
    );
  if (!same) select.replaceChildren(...all.map(([value, label]) => new Option(label, value)));
  select.value = chosen;
  select.disabled = all.length === 1;
}

function optionsOf(answer: Answer | undefined, { kinds }: SearchSettings): Record<Name, Options> {
  const options = { kind: new Map(), tag: new Map(), program: new Map() } as Record<Name, Options>;
  const add = (name: Name, value: string, label: string): void => {
    const option = options[name].get(value) ?? { label, count: 0 };
    options[name].set(value, { label, count: option.count + 1 });
  };
  const hits = [...(answer?.commands ?? []), ...(answer?.articles ?? [])];
  for (const article of new Map(hits.map((hit) => [hit.article.path, hit.article])).values()) {
    add('kind', article.kind, kinds[article.kind] ?? article.kind);
    for (const [slug, label] of article.tags) add('tag', slug, label);
  }
  for (const { shown } of answer?.commands ?? []) {
    if (shown?.type === 'command') for (const program of shown.programs) add('program', program, program);
  }
  return options;
}
