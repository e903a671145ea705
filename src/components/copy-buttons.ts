import { HARMS, type Harm } from '../commands/block.ts';
import { plural } from '../i18n/plural.ts';
import { copySelection } from './copy-selection.ts';
import { harmWords } from '../i18n/harm-words.ts';
import { filled, valuesOnPage, writeText } from './copy-text.ts';
import { wireWrapSwitch } from './wrap-switch.ts';

const texts = COPY_TEXTS;

/**
 * Gives every block, step and address with `data-copy` a button, and says to screen readers what was copied. What is
 * copied is the source that stands in the attribute, never the text as drawn. Without JavaScript there are no buttons.
 */
export class CopyButtons extends HTMLElement {
  private silence: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    for (const figure of document.querySelectorAll<HTMLElement>('figure.block')) this.equip(figure);
    for (const link of document.querySelectorAll<HTMLElement>('a[data-copy]')) {
      const address = link.dataset['copy']!;
      const button = this.copies(newButton('copy'), () => [address, texts.copied]);
      button.textContent = texts.copy;
      button.ariaLabel = `${texts.copy} ${address}`;
      link.after(button);
    }
    document.addEventListener('copy', copySelection);
    wireWrapSwitch();
  }

  /** The block's own button is there before; each of several commands gets one beside it. */
  private equip(figure: HTMLElement): void {
    const steps = [...figure.querySelectorAll<HTMLElement>('.step')];
    const whole = figure.querySelector<HTMLButtonElement>('.block-copy');
    if (whole !== null) this.copies(whole, () => this.wholeBlock(figure, wholeOf(figure, steps), steps));
    for (const step of steps) step.querySelector('.step-link')?.setAttribute('aria-describedby', step.id);
    if (steps.length < 2) return;
    for (const step of steps) {
      const button = this.copies(newButton('copy step-copy'), () => [
        step.dataset['copy']!,
        this.said([step]),
      ]);
      button.ariaLabel = button.title = texts.copyStep;
      button.setAttribute('aria-describedby', step.id);
      step.append(button);
    }
  }

  private wholeBlock(
    figure: HTMLElement,
    whole: readonly HTMLElement[],
    steps: readonly HTMLElement[],
  ): [string, string] {
    const text = figure.dataset['copy'];
    if (text === undefined) {
      const copied = whole.map((step) => step.dataset['copy']!).join('\n');
      return [copied, this.said(whole) + (whole.length < steps.length ? ` ${capital(texts.leftOut)}.` : '')];
    }
    const file = figure.querySelector('.file code')?.textContent;
    const said = file === undefined ? texts.copied : texts.copiedFile.replace('{file}', () => file);
    return [text, sentences(said, harmWords(harmsIn([figure]), texts))];
  }

  /** `Copied 3 commands for gluster1. Destroys data. Look at it before you run it.` */
  private said(steps: readonly HTMLElement[]): string {
    const { locale, copiedCommands, forHosts } = texts;
    const count = plural(locale, copiedCommands)(steps.length);
    const hosts = new Set(steps.flatMap((step) => step.dataset['hosts']?.split(' ') ?? []));
    const what = hosts.size === 0 ? count : `${count} ${forHosts} ${[...hosts].join(', ')}`;
    return sentences(what, harmWords(harmsIn(steps), texts));
  }

  private copies(button: HTMLButtonElement, copied: () => [text: string, said: string]): HTMLButtonElement {
    button.addEventListener('click', () => {
      const [source, said] = copied();
      const { text, unfilled } = filled(source, valuesOnPage());
      const warning = unfilled.length === 0 ? '' : `${texts.unfilled}: ${unfilled.join(', ')}`;
      void writeText(text).then(
        () => {
          this.confirm(button, warning === '' ? said : sentences(said, warning));
        },
        () => {
          this.say(texts.failed);
        },
      );
    });
    return button;
  }

  private confirm(button: HTMLButtonElement, said: string): void {
    this.say(said);
    button.dataset['copied'] = '';
    setTimeout(() => {
      delete button.dataset['copied'];
    }, 2000);
  }

  /** Shows and says a line for long enough to read it. */
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

/** What the block's own button copies: the figure itself where it is one piece, else the steps that may go together; none where none may. */
function wholeOf(figure: HTMLElement, steps: readonly HTMLElement[]): HTMLElement[] {
  if (figure.dataset['copy'] !== undefined) return [figure];
  return steps.slice(0, steps.length === 1 ? 1 : Number(figure.dataset['whole'] ?? 0));
}

/** Every harm of some steps, the worst first. */
function harmsIn(elements: readonly HTMLElement[]): Harm[] {
  const found = new Set(elements.flatMap((element) => element.dataset['harms']?.split(' ') ?? []));
  return HARMS.filter((harm) => found.has(harm));
}

function sentences(...parts: readonly string[]): string {
  return parts
    .filter(Boolean)
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
