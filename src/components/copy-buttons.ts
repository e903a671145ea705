import { plural } from '../i18n/plural.ts';
import { filled, valuesOnPage, writeText } from './copy-text.ts';

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
      const button = this.button(texts.copy, 'copy', () => [address, texts.copied]);
      button.ariaLabel = `${texts.copy} ${address}`;
      link.after(button);
    }
    document.addEventListener('copy', withoutPromptsAndOutput);
  }

  private equip(figure: HTMLElement): void {
    const steps = [...figure.querySelectorAll<HTMLElement>('.step')];
    const { copy, copyBlock, copyStep } = texts;
    const frame = figure.querySelector('.frame')!;
    const box = figure.querySelector<HTMLInputElement>('.copy-destructive input');
    const label = steps.length > 1 ? copyBlock : copy;
    const whole = this.button(label, 'copy block-copy', () =>
      this.wholeBlock(figure, steps, box?.checked ?? true),
    );
    frame.before(whole);
    if (steps.length < 2) return;
    for (const step of steps) {
      const button = this.button(copyStep, 'copy step-copy', () => [
        step.dataset['copy']!,
        this.said([step]),
      ]);
      button.style.setProperty('--line', String(lineOf(step)));
      button.setAttribute('aria-describedby', step.id);
      frame.append(button);
    }
  }

  private wholeBlock(
    figure: HTMLElement,
    steps: readonly HTMLElement[],
    destructive: boolean,
  ): [string, string] {
    const text = figure.dataset['copy'];
    if (text !== undefined) {
      const file = figure.querySelector('.file code')?.textContent;
      return [text, file === undefined ? texts.copied : texts.copiedFile.replace('{file}', file)];
    }
    const copied = steps.filter((step) => destructive || !step.classList.contains('destructive'));
    const leftOut = copied.length < steps.length ? `, ${texts.leftOut}` : '';
    return [copied.map((step) => step.dataset['copy']!).join('\n'), this.said(copied) + leftOut];
  }

  /** `Copied 3 commands for gluster1` */
  private said(steps: readonly HTMLElement[]): string {
    const { locale, copiedCommands, forHosts } = texts;
    const count = plural(locale, copiedCommands)(steps.length);
    const hosts = new Set(steps.flatMap((step) => step.dataset['hosts']?.split(' ') ?? []));
    return hosts.size === 0 ? count : `${count} ${forHosts} ${[...hosts].join(', ')}`;
  }

  private button(
    label: string,
    className: string,
    copied: () => [text: string, said: string],
  ): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = className;
    if (className.includes('step')) button.ariaLabel = button.title = label;
    else button.textContent = label;
    button.addEventListener('click', () => {
      const [source, said] = copied();
      const { text, unfilled } = filled(source, valuesOnPage());
      const warning = unfilled.length === 0 ? '' : `. ${texts.unfilled}: ${unfilled.join(', ')}`;
      void writeText(text).then(
        () => {
          this.confirm(button, said + warning);
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

/** The line within its block on which a step begins; a block's lines don't wrap on a screen. */
function lineOf(step: HTMLElement): number {
  const before = document.createRange();
  before.setStart(step.parentElement!, 0);
  before.setEndBefore(step);
  return before.toString().split('\n').length - 1;
}

/** Selecting a session by hand gives what the button gives: commands. Output alone stays what it is. */
function withoutPromptsAndOutput(event: ClipboardEvent): void {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || event.clipboardData === null) return;
  const range = selection.getRangeAt(0);
  const within = range.commonAncestorContainer;
  const element = within instanceof Element ? within : within.parentElement;
  if (element?.closest('figure.session pre') == null) return;
  const selected = range.cloneContents();
  const commands = [...selected.querySelectorAll('.command')];
  if (commands.length === 0) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', commands.map((command) => command.textContent).join('\n'));
}
