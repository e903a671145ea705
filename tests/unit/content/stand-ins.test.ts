import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { knownTexts } from '../../../src/content/known-texts.ts';
import { outline } from '../../../src/content/outline/outline.ts';
import { standIn, withTexts } from '../../../src/content/stand-ins.ts';

const BODY = '   \n\nText.\n';
const HTML = '<p>Text.</p>';

beforeEach(() => {
  knownTexts.set('/a.mdx', { body: BODY, outline: outline(BODY), html: HTML });
});

afterEach(() => {
  knownTexts.clear();
});

describe('stand-ins', () => {
  it('are short, and the texts come back in their place', () => {
    const body = standIn('body', '/a.mdx', BODY.trim());
    const html = standIn('html', '/a.mdx', HTML);
    expect(`${body}${html}`).not.toContain('Text');
    const stored: unknown = JSON.parse(JSON.stringify([{ body: 1, html: 2 }, body, html, 'other', 5]));
    expect(withTexts(stored as unknown[])).toEqual([{ body: 1, html: 2 }, 'Text.', HTML, 'other', 5]);
  });

  it('are not needed for empty texts, which Astro leaves out', () => {
    expect(standIn('body', '/a.mdx', '')).toBe('');
  });

  it('of a text that nobody has read are an error', () => {
    expect(() => withTexts([standIn('html', '/b.mdx', HTML)])).toThrow('`/b.mdx`');
  });
});

describe('values that only look like stand-ins', () => {
  it.each(['opsnotes-html:/a.mdx', '\0opsnotes-title:/a.mdx', ' \0opsnotes-html:/a.mdx', '\0'])(
    'stay: %j',
    (value) => {
      expect(withTexts([value])).toEqual([value]);
    },
  );
});
