import type { Page } from 'playwright-core';

/** What `notePlaces` keeps in a page. */
interface Places {
  moved: () => string[];
}

/**
 * Has a page note where everything is after it has been parsed and before any of its scripts runs. The places are
 * computed rather than observed while drawing, so the speed of the machine doesn't matter.
 */
export async function notePlaces(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const places = new Map<Element, DOMRect>();
    const isSeen = ({ width, height, top }: DOMRect): boolean => width > 0 && height > 0 && top < innerHeight;
    const isElsewhere = (a: DOMRect, b: DOMRect): boolean =>
      Math.abs(a.top - b.top) >= 1 || Math.abs(a.left - b.left) >= 1;
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      for (const element of document.body.querySelectorAll('*'))
        places.set(element, element.getBoundingClientRect());
    });
    (globalThis as unknown as Places).moved = () =>
      [...places]
        .map(([element, before]) => ({ element, before, now: element.getBoundingClientRect() }))
        .filter(({ before, now }) => isSeen(before) && isSeen(now) && isElsewhere(before, now))
        .map(({ element, before, now }) =>
          [
            `${element.localName}.${element.className}`,
            `${Math.round(before.left)},${Math.round(before.top)}`,
            `→ ${Math.round(now.left)},${Math.round(now.top)}`,
          ].join(' '),
        );
  });
}

/** What a reader saw in one place in the window and now sees in another, if the page noted its places. */
export function movedElements(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as Places).moved());
}

/**
 * Feeds a page its HTML piece by piece, and measures how far each piece moves what was already there: the share of
 * the window that moved, times the distance in windows, as in https://wicg.github.io/layout-instability/.
 *
 * @param page an empty page
 * @param bytes the size of a piece
 */
export function shiftsByPieces(page: Page, html: string, bytes: number): Promise<number[]> {
  return page.evaluate(
    ({ html, bytes }) => {
      const places = (): Map<Element, DOMRect> =>
        new Map(
          [...document.querySelectorAll('body *')].map((element) => [
            element,
            element.getBoundingClientRect(),
          ]),
        );
      const isSeen = ({ width, height, top, bottom }: DOMRect): boolean =>
        width > 0 && height > 0 && top < innerHeight && bottom > 0;
      const shift = (before: Map<Element, DOMRect>, now: Map<Element, DOMRect>): number => {
        const moved = [...before].flatMap(([element, from]) => {
          const to = now.get(element);
          if (to === undefined || !isSeen(from)) return [];
          const distance = Math.max(Math.abs(to.left - from.left), Math.abs(to.top - from.top));
          return distance < 3
            ? []
            : [{ element, distance, area: from.width * Math.min(from.height, innerHeight) }];
        });
        const elements = new Set(moved.map(({ element }) => element));
        const outer = moved.filter(({ element }) => !elements.has(element.parentElement!));
        const area = outer.reduce((sum, each) => sum + each.area, 0) / (innerWidth * innerHeight);
        const distance =
          Math.max(0, ...moved.map((each) => each.distance)) / Math.max(innerWidth, innerHeight);
        return Math.min(1, area) * Math.min(1, distance);
      };
      const shifts: number[] = [];
      let sent = html.indexOf('<body');
      // Deprecated, but the only way to have HTML parsed piece by piece at once.
      const page = document as Pick<Document, 'open' | 'close'> & { write: (html: string) => void };
      page.open();
      page.write(html.slice(0, sent));
      let before = places();
      while (sent < html.length) {
        page.write(html.slice(sent, (sent += bytes)));
        const now = places();
        shifts.push(shift(before, now));
        before = now;
      }
      page.close();
      return shifts;
    },
    { html, bytes },
  );
}
