import type { OnDemand } from './on-demand.ts';
import { hasKeptValues } from './kept-values.ts';

/** What only a reader does; a pointer moves by itself where a page appears below it. */
const ACTS = ['pointerdown', 'keydown', 'focusin', 'input', 'scroll'];

/**
 * Fetches the rest of the script of a page with a text or blocks at its reader's first act, or at once where the
 * reader has chosen something before. What is done before it is there is done when it comes.
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
  const prepare = (): void => void load();
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
    // As the browser would copy it, prompts and output would be among the commands.
    event.preventDefault();
    const old: { execCommand: (command: string) => boolean } = document;
    void load().then(() => old.execCommand('copy'));
  });
}

function touchesBlock(): boolean {
  const selection = getSelection()!;
  return [...document.querySelectorAll('figure.block')].some((block) => selection.containsNode(block, true));
}
