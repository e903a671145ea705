import { hasKeptValues } from './kept-values.ts';
import type { OnDemand } from './on-demand.ts';
import type { ValueFields } from './value-fields.ts';

/**
 * The fields for the reader's own values. Their script is fetched when the reader first does something, or already has values.
 */
export class PlaceholderPanel extends HTMLElement {
  /** The values, for as long as the page is open. */
  values: ReadonlyMap<string, string> = new Map();
  /** Fills the values into a command; the copy buttons use it. */
  fill = (source: string): string => source;
  #fields: Promise<ValueFields> | undefined;

  connectedCallback(): void {
    if (hasKeptValues()) this.#prepare();
    // Load at the first sign of a reader, so that a field responds to its first touch and brings up a phone's keyboard.
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
