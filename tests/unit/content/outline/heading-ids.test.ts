import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headingIds, isReserved } from '../../../../src/content/outline/heading-ids.ts';

describe('an anchor of the page’s own', () => {
  const files = globSync('src/{components,layouts}/*.{astro,ts}');
  const ids = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bid=(?:"(?<id>[^"{]+)"|\{`(?<template>[^`]+)`\})/g)].map(
      ({ groups }) => groups!['id'] ?? groups!['template']!.replace(/\$\{\w+\}/g, 'a_1'),
    ),
  );

  it('is one of several', () => {
    expect(ids).toEqual(expect.arrayContaining(['content', 'comments', 'contents-title', 'value-a_1']));
  });

  it.each([...new Set(ids), 'dialog-search', 'header-search-1-2', 'comment-1', 'block-1', 'step-10'])(
    'is reserved: %s',
    (id) => {
      expect(isReserved(id)).toBe(true);
    },
  );
});

describe('the anchor of a heading', () => {
  it('is never reserved, not even after others of the same name', () => {
    const idOf = headingIds();
    const texts = ['Step', 'Step', 'Step', 'Step 1', 'Section step 1', 'Values', 'Values', 'Footnote label'];
    const given = texts.map(idOf);
    expect(given.filter(isReserved)).toEqual([]);
    expect(new Set(given).size).toBe(texts.length);
  });
});
