/**
 * Runs before the first paint of every page, to show at once what needs a script and to avoid a flash of the wrong theme. In a page
 * opened from disk, which can't load its script, it shows what doesn't work instead. It is a string because it is inlined as it
 * is, and its hash in the policy lets browsers run it.
 */
export const FIRST_SCRIPT = `{
  const { classList, dataset } = document.documentElement;
  classList.add(location.protocol === 'file:' ? 'on-disk' : 'js');
  try {
    for (const key of ['theme', 'lines']) if (localStorage[key]) dataset[key] = localStorage[key];
  } catch {}
}`;
