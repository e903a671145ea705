/**
 * Highlights the current section in the table of contents, and names it in the bar that stays visible on narrow screens. Without
 * JavaScript that bar still links to the contents and to the values.
 */
export class SectionMarks extends HTMLElement {
  connectedCallback(): void {
    const contents = document.querySelector('.contents details')!;
    const links = [...contents.querySelectorAll<HTMLAnchorElement>('ol a')];
    const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    const bar = this.querySelector('.jump-contents')!;
    const name = bar.textContent;
    const mark = (): void => {
      const now = headings.findLastIndex(
        (heading) => heading !== null && heading.getBoundingClientRect().top < innerHeight / 3,
      );
      links.forEach((link, index) => {
        link.ariaCurrent = index === now ? 'true' : null;
      });
      bar.textContent = links[now]?.textContent ?? name;
      bar.ariaLabel = now < 0 ? null : `${bar.textContent}, ${name}`;
    };
    const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -66%' });
    for (const heading of headings) if (heading !== null) observer.observe(heading);
    const wide = matchMedia('(min-width: 62rem)');
    if (wide.matches) contents.setAttribute('open', '');
    wide.addEventListener('change', () => {
      contents.toggleAttribute('open', wide.matches);
    });
  }
}
