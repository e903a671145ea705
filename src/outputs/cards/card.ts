/** The texts on a card. */
export interface Card {
  /** The site's name. */
  site: string;
  /** E.g. the kind of article; empty for none. */
  label: string;
  title: string;
  tags: readonly string[];
}

/** The size that social networks ask for, in pixels. */
export const CARD_SIZE = { width: 1200, height: 630 };
