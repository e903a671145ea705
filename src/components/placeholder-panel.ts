import { hasInvisible } from '../commands/invisible.ts';
import { isAllowed } from '../commands/value-form.ts';
import { element } from './element.ts';
import { filled } from './filled-text.ts';
import { editInPlace } from './value-edit.ts';
import { keepForPage, keepValues, keptForPage, keptValues } from './kept-values.ts';

/** The fields for the reader's own values. One edit changes every use on the page and everything copied from it. */
export class PlaceholderPanel extends HTMLElement {
  /** For as long as the page is open. */
  readonly values = new Map<string, string>();
  #fields: HTMLInputElement[] = [];
  #remember!: HTMLInputElement;

  /** Anything typed before this script loaded still counts. */
  connectedCallback(): void {
    this.#fields = [...this.querySelectorAll<HTMLInputElement>('input[name]')];
    this.#remember = this.querySelector<HTMLInputElement>('input[type=checkbox]')!;
    const kept = keptValues();
    this.#remember.checked ||= kept !== undefined;
    const ofPage = keptForPage();
    for (const field of this.#fields) {
      field.value ||= ofPage[field.name] ?? kept?.[field.name] ?? '';
      this.#apply(field);
      field.addEventListener('input', () => {
        this.#change(field);
      });
    }
    this.#remember.addEventListener('change', () => {
      keepValues(this.#remember.checked ? this.values : undefined, this.#names);
    });
    document.addEventListener('click', (event) => {
      const use = (event.target as Element).closest<HTMLElement>('a.placeholder');
      const field = this.#fields.find(({ name }) => name === use?.dataset['name']);
      if (use === null || field === undefined) return;
      event.preventDefault();
      this.#edit(use, field);
    });
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.bar a[download]')) {
      link.addEventListener('click', (event) => {
        if (this.values.size === 0) return;
        event.preventDefault();
        void downloadFilled(link, this.values);
      });
    }
  }

  /** Fills the values into a command. */
  fill(source: string): string {
    return filled(source, this.values).text;
  }

  #edit(use: HTMLElement, field: HTMLInputElement): void {
    editInPlace(use, {
      field,
      label: field.dataset['label'] ?? field.name,
      example: field.dataset['example'] ?? '',
      take: (value) => {
        field.value = value;
        return this.#change(field);
      },
    });
  }

  get #names(): string[] {
    return this.#fields.map(({ name }) => name);
  }

  #change(field: HTMLInputElement): string {
    const fault = this.#apply(field);
    keepForPage(this.values);
    if (this.#remember.checked) keepValues(this.values, this.#names);
    return fault;
  }

  /** Replaces a field's placeholder with its value, or says why it can't; returns the message. */
  #apply(field: HTMLInputElement): string {
    const { values } = this;
    const { name, value } = field;
    const { risky } = VALUE_TEXTS;
    const allowed = value === '' || isAllowed(value, field.dataset['pattern']);
    field.ariaInvalid = String(!allowed);
    // Even if the article allows it, a shell may act on it.
    const fault = !allowed ? refusal(field) : value !== '' && !isAllowed(value) ? risky : '';
    document.getElementById(`fault-${name}`)!.textContent = fault;
    if (allowed && value !== '') values.set(name, value);
    else values.delete(name);
    for (const use of document.querySelectorAll<HTMLElement>(`.placeholder[data-name="${name}"]`)) {
      // The build decides where its line may wrap, filled in or not.
      use.replaceChildren(...use.querySelectorAll('wbr'), values.get(name) ?? `{{${name}}}`);
      use.classList.toggle('filled', values.has(name));
    }
    return fault;
  }
}

/** Says in words why a value was rejected, and what is expected. */
function refusal({ value, dataset }: HTMLInputElement): string {
  if (hasInvisible(value)) return VALUE_TEXTS.invisible;
  const { label = '', example = '' } = dataset;
  return VALUE_TEXTS.invalid.replace('{label}', () => label).replace('{example}', () => example);
}

/** A variable at the top of a host's script that still needs a value. */
const UNSET_VARIABLE = /^(?<name>[a-z][a-z0-9_]*)=\$\{\k<name>:-\}$/gm;

/** Downloads a host's script with the reader's values in its variables; the unchanged script if it can't be fetched. */
async function downloadFilled(link: HTMLAnchorElement, values: ReadonlyMap<string, string>): Promise<void> {
  const response = await fetch(link.href).catch(() => undefined);
  if (response?.ok !== true) {
    location.assign(link.href);
    return;
  }
  const script = (await response.text()).replace(UNSET_VARIABLE, (line, name: string) => {
    const value = values.get(name);
    return value === undefined ? line : `${name}='${value.replaceAll("'", String.raw`'\''`)}'`;
  });
  const address = URL.createObjectURL(new Blob([script], { type: 'text/x-shellscript' }));
  element('a', { href: address, download: link.pathname.split('/').at(-1) }).click();
  URL.revokeObjectURL(address);
}
