import type { Copied } from './copied-words.ts';
import { writeText } from './copy-text.ts';
import type { PlaceholderPanel } from './placeholder-panel.ts';

const texts = COPY_TEXTS;

/**
 * Adds a button to every block, step and address with `data-copy`, and announces to screen readers what was copied. The copy
 * comes from the attribute, never from the rendered text. Without JavaScript there are no buttons.
 */
export class CopyButtons extends HTMLElement {
  private silence: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    for (const figure of document.querySelectorAll<HTMLElement>('figure.block')) this.equip(figure);
    for (const link of document.querySelectorAll<HTMLElement>('a[data-copy]')) {
      const address = link.dataset['copy']!;
      const button = this.copies(newButton('copy'), () => ({ source: address }));
      button.textContent = texts.copy;
      button.ariaLabel = `${texts.copy} ${address}`;
      link.after(button);
    }
    this.addEventListener('fail', () => {
      this.say(texts.failed);
    });
  }

  /** The block's own button is already there; where there are several commands, each gets a button as well. */
  private equip(figure: HTMLElement): void {
    const steps = [...figure.querySelectorAll<HTMLElement>('.step')];
    const whole = figure.querySelector<HTMLButtonElement>('.block-copy');
    if (whole !== null) this.copies(whole, () => wholeBlock(figure, steps));
    for (const step of steps) step.querySelector('.step-link')?.setAttribute('aria-describedby', step.id);
    if (steps.length < 2) return;
    for (const step of steps) {
      const button = this.copies(newButton('copy step-copy'), () => ({
        source: step.dataset['copy']!,
        steps: [step],
      }));
      button.ariaLabel = button.title = texts.copyStep;
      button.setAttribute('aria-describedby', step.id);
      step.append(button);
    }
  }

  private copies(button: HTMLButtonElement, copied: () => Copied): HTMLButtonElement {
    button.addEventListener('click', () => {
      const what = copied();
      this.copy(button, what).catch(() => {
        this.say(texts.failed);
      });
    });
    return button;
  }

  private async copy(button: HTMLButtonElement, what: Copied): Promise<void> {
    const text = await withValues(what.source);
    await writeText(text);
    confirm(button);
    this.say(await wordsOf(what, text));
  }

  /** Shows and announces a line, for long enough to read it. */
  private say(text: string): void {
    this.textContent = text;
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.textContent = '';
    }, 8000);
  }
}

function newButton(className: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  return button;
}

/** What the block's own button copies: the figure itself if it is one piece, otherwise the steps that may be copied together. */
function wholeBlock(figure: HTMLElement, steps: readonly HTMLElement[]): Copied {
  const source = figure.dataset['copy'];
  if (source !== undefined) return { source, listing: figure };
  const together = steps.slice(0, steps.length === 1 ? 1 : Number(figure.dataset['whole'] ?? 0));
  return {
    source: together.map((step) => step.dataset['copy']!).join('\n'),
    steps: together,
    leftOut: together.length < steps.length,
  };
}

/**
 * A command with the reader's own values, if the page has fields for them.
 *
 * @throws if there are values to fill in, and their script can't be loaded
 */
async function withValues(source: string): Promise<string> {
  const panel = document.querySelector<Element & Partial<PlaceholderPanel>>('placeholder-panel');
  if (panel === null || !source.includes('{{')) return source;
  if (panel.fill === undefined) await onDemand();
  return panel.fill?.(source) ?? source;
}

/** What is said about a copy; a minimal text if the full one can't be fetched. */
async function wordsOf(what: Copied, text: string): Promise<string> {
  try {
    const { copiedWords } = await onDemand();
    return copiedWords(what, text);
  } catch {
    return texts.copied;
  }
}

function confirm(button: HTMLButtonElement): void {
  button.dataset['copied'] = '';
  setTimeout(() => {
    delete button.dataset['copied'];
  }, 2000);
}
