/**
 * What runs before the first paint of every page: what only a script can do is shown at once, and no page flashes in the
 * other theme. It is a text because it stands in the page as it is, where its hash lets browsers run it.
 */
export const FIRST_SCRIPT = `{
  const { classList, dataset } = document.documentElement;
  classList.add('js');
  try {
    for (const key of ['theme', 'lines']) if (localStorage[key]) dataset[key] = localStorage[key];
  } catch {}
}`;
