/** Sets a reader's choice as data of the page, and remembers it in this browser; an empty one is forgotten. */
export function choose(name: 'theme' | 'lines', value: string): void {
  const root = document.documentElement;
  if (value === '') root.removeAttribute(`data-${name}`);
  else root.setAttribute(`data-${name}`, value);
  try {
    if (value === '') localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Storage may not be available; the choice then lasts as long as the page is open.
  }
}
