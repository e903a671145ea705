import type { OnDemand } from './on-demand.ts';
import { hasKeptValues } from './kept-values.ts';

declare global {
  /** Loads what a page has on demand; what has failed is tried again. */
  var onDemand: () => Promise<OnDemand>;
}

/** Signs that there is a reader. Moving the pointer isn't one: that happens when a page appears underneath it. */
const ACTS = ['pointerdown', 'keydown', 'focusin', 'input', 'scroll'];

let demand: Promise<OnDemand> | undefined;
let isThere = false;
let tries = 0;

globalThis.onDemand = () => {
  // Browsers remember a module that failed, by its address.
  const address = tries === 0 ? ON_DEMAND : `${ON_DEMAND}?${tries}`;
  demand ??= import(/* @vite-ignore */ address) as Promise<OnDemand>;
  demand.then(
    () => {
      isThere = true;
    },
    () => {
      demand = undefined;
      tries++;
    },
  );
  return demand;
};

/**
 * Loads the rest of the script for a page with a text or blocks when its reader first does something, or at once if the reader
 * has made a choice earlier. Anything done before it arrives is done then.
 */
export function wireFirstAct(): void {
  if (document.querySelector('.text, figure.block') === null) return;
  const prepare = (): void => {
    onDemand().catch(() => undefined);
  };
  for (const act of ACTS) document.addEventListener(act, prepare, { once: true, passive: true });
  const scrolls = document.documentElement.dataset['lines'] !== undefined;
  const wraps = document.querySelector<HTMLInputElement>('.wrap-switch input');
  if (wraps !== null) wraps.checked = !scrolls;
  if (scrolls || hasKeptValues()) prepare();
  document.addEventListener('click', ({ target }) => {
    // A link into something folded opens it: browsers would only scroll to where it is hidden.
    const link = (target as Element).closest<HTMLAnchorElement>('.jump a');
    const folded = link && document.getElementById(link.hash.slice(1));
    (folded?.querySelector('details') ?? folded)?.setAttribute('open', '');
  });
  document.addEventListener('click', fillInLater);
  document.addEventListener('copy', copyLater);
}

/** Opens a placeholder's field when the script is there, unless its reader has gone on. */
function fillInLater(event: MouseEvent): void {
  const use = (event.target as Element).closest<HTMLAnchorElement>('a.placeholder');
  if (isThere || use === null) return;
  event.preventDefault();
  let hasGoneOn = false;
  for (const act of ['pointerdown', 'keydown', 'scroll'])
    document.addEventListener(act, () => (hasGoneOn = true), { once: true });
  void onDemand().then(
    () => {
      if (!hasGoneOn) use.click();
    },
    () => {
      location.hash = use.hash;
    },
  );
}

/** Copies what is selected when the script is there: the browser's own copy would include prompts and output. */
function copyLater(event: ClipboardEvent): void {
  if (isThere || !touchesBlock()) return;
  event.preventDefault();
  const old: { execCommand: (command: string) => boolean } = document;
  const fail = (): void => {
    document.querySelector('copy-buttons')?.dispatchEvent(new Event('fail'));
  };
  void onDemand().then(() => {
    if (!old.execCommand('copy')) fail();
  }, fail);
}

function touchesBlock(): boolean {
  const selection = getSelection()!;
  return [...document.querySelectorAll('figure.block')].some((block) => selection.containsNode(block, true));
}
