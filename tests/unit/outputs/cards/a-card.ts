import type { Card } from '../../../../src/outputs/cards/card.ts';

/** A card of which a test only gives what it is about. */
export function aCard(given: Partial<Card> = {}): Card {
  return { site: 'Opsnotes', label: 'Guide', title: 'Xen Summit 2011', tags: ['Xen', 'Linux'], ...given };
}
