import { describe, expect, it } from 'vitest';
import { pictureCopies } from '../../../src/articles/picture-copies.ts';

describe('the copies of a picture', () => {
  it('are the narrower ones, and one at full width', () => {
    expect(pictureCopies('a.png', 1200)).toEqual([
      { width: 480, name: 'a.png.480.webp' },
      { width: 960, name: 'a.png.960.webp' },
      { width: 1200, name: 'a.png.1200.webp' },
    ]);
  });

  it('are never wider than a high-density screen needs', () => {
    expect(pictureCopies('a.jpg', 4000).map(({ width }) => width)).toEqual([480, 960, 1440]);
  });

  it('are just one for a small picture', () => {
    expect(pictureCopies('A.JPEG', 480)).toEqual([{ width: 480, name: 'A.JPEG.480.webp' }]);
  });

  it.each(['a.svg', 'a.gif', 'a.csv', 'png'])('are none for %s', (name) => {
    expect(pictureCopies(name, 1000)).toEqual([]);
  });
});
