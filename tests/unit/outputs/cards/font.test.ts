import { describe, expect, it } from 'vitest';
import { canWrite, glyphOf, widthOf } from '../../../../src/outputs/cards/font.ts';

describe('the font of cards', () => {
  it.each([
    ['ASCII', String.fromCodePoint(...Array.from({ length: 95 }, (_, index) => 32 + index))],
    ['Western European', 'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿŒœ'],
    ['Central European', 'ĄąĆćČčĎďĘęĚěĹĺŁłŃńŇňŐőŔŕŘřŚśŠšŤťŮůŰűŹźŻżŽž'],
    ['Baltic and Turkish', 'ĀāĒēĖėĢģĪīĮįĶķĻļŅņŪūŲųĞğİıŞş'],
    ['Russian', 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя'],
    ['other Cyrillic', 'ЂЃЄЅІЇЈЉЊЋЌЎЏђѓєѕіїјљњћќўџҐґҒғҚқҢңҮүҰұҺһӘәӨө'],
    ['punctuation', '¡¿«»–—‘’‚“”„•…·№€§©®°±×'],
  ])('writes %s in both weights', (_, characters) => {
    expect(Array.from(characters).filter((character) => !canWrite(character))).toEqual([]);
    expect(Array.from(characters).filter((character) => !glyphOf(character, 700))).toEqual([]);
  });

  it('has no emoji, and gives them no width', () => {
    expect(canWrite('🚀')).toBe(false);
    expect(widthOf('a🚀b', 400)).toBe(widthOf('ab', 400));
  });

  it('has outlines of its own for bold', () => {
    expect(glyphOf('O', 700)!.outline).not.toEqual(glyphOf('O', 400)!.outline);
  });
});
