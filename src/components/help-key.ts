import type { OnDemand } from './on-demand.ts';

/** `?` lists the keys. */
export function wireKeyHelp(): void {
  document.addEventListener('keydown', ({ key, target, defaultPrevented, ctrlKey, metaKey, altKey }) => {
    if (key !== '?' || defaultPrevented || ctrlKey || metaKey || altKey) return;
    if ((target as Element).closest('input, textarea, select, [contenteditable], dialog') !== null) return;
    void (import(/* @vite-ignore */ ON_DEMAND) as Promise<OnDemand>).then(
      ({ showKeys }) => {
        showKeys();
      },
      // Nothing that a reader needs.
      () => undefined,
    );
  });
}
