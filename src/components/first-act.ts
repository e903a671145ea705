import type { OnDemand } from './on-demand.ts';
import { hasKeptValues } from './kept-values.ts';

/** Signs that there is a reader. Moving the pointer isn't one: that happens when a page appears underneath it. */
const ACTS = ['pointerdown', 'keydown', 'focusin', 'input', 'scroll'];

/**
 * Loads the rest of the script for a page with a text or blocks when its reader first does something, or at once if the reader
 * has made a choice earlier. Anything done before it arrives is repeated then.
 */
export function wireFirstAct(): void {
  if (document.querySelector('.text, figure.block') === null) return;
  let demand: Promise<OnDemand> | undefined;
  let isThere = false;
  const load = (): Promise<OnDemand> => {
    demand ??= import(/* @vite-ignore */ ON_DEMAND) as Promise<OnDemand>;
    demand.then(
      () => {
        isThere = true;
      },
      () => {
        demand = undefined;
      },
    );
    return demand;
  };
  const prepare = (): void => {
    load().catch(() => undefined);
  };
  for (const act of ACTS) document.addEventListener(act, prepare, { once: true, passive: true });
  if (document.documentElement.dataset['lines'] !== undefined || hasKeptValues()) prepare();
  document.addEventListener('click', (event) => {
    const use = (event.target as Element).closest<HTMLAnchorElement>('a.placeholder');
    if (isThere || use === null) return;
    event.preventDefault();
    void load().then(
      () => {
        use.click();
      },
      () => {
        location.hash = use.hash;
      },
    );
  });
  document.addEventListener('copy', (event) => {
    if (isThere || !touchesBlock()) return;
    // The browser's own copy would include prompts and output.
    event.preventDefault();
    const old: { execCommand: (command: string) => boolean } = document;
    void load().then(
      () => old.execCommand('copy'),
      () => document.querySelector('copy-buttons')?.dispatchEvent(new Event('fail')),
    );
  });
}

function touchesBlock(): boolean {
  const selection = getSelection()!;
  return [...document.querySelectorAll('figure.block')].some((block) => selection.containsNode(block, true));
}
