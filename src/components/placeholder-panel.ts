import { hasKeptValues } from './kept-values.ts';
import type { OnDemand } from './on-demand.ts';
import type { ValueFields } from './value-fields.ts';

/** The fields for the reader's own values. Their script is fetched when the reader does something, or has values already. */
export class PlaceholderPanel extends HTMLElement {
  /** The values, for as long as the page lives. */
  values: ReadonlyMap<string, string> = new Map();
  /** A command → the same with the values, which the copy buttons ask for. */
  fill = (source: string): string => source;
  #fields: Promise<ValueFields> | undefined;

  connectedCallback(): void {
    if (hasKeptValues()) this.#prepare();
    // At the first sign of a reader, so that a field opens, with a telephone's keyboard, as soon as it is touched.
    for (const sign of ['pointerover', 'touchstart', 'keydown', 'focusin', 'input', 'scroll'])
      document.addEventListener(
        sign,
        () => {
          this.#prepare();
        },
        { once: true, passive: true },
      );
    document.addEventListener('click', (event) => {
      const use = (event.target as Element).closest<HTMLAnchorElement>('a.placeholder');
      if (use === null) return;
      event.preventDefault();
      void this.#load().then(
        (fields) => {
          fields.edit(use);
        },
        () => {
          location.hash = use.hash;
        },
      );
    });
  }

  #prepare(): void {
    this.#load().catch(() => undefined);
  }

  #load(): Promise<ValueFields> {
    this.#fields ??= (import(/* @vite-ignore */ ON_DEMAND) as Promise<OnDemand>).then(
      ({ ValueFields }) => {
        const fields = new ValueFields(this);
        this.values = fields.values;
        this.fill = (source) => fields.fill(source);
        return fields;
      },
      (error: unknown) => {
        this.#fields = undefined;
        throw error;
      },
    );
    return this.#fields;
  }
}
