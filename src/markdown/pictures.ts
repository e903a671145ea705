import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import sharp from 'sharp';
import { attachment } from './attachments.ts';

/** Writes each picture's size into the page, so that nothing jumps when it arrives, and lets it come late. */
export async function sizePictures(tree: Root, articleFile: string): Promise<void> {
  const pictures: Element[] = [];
  visit(tree, 'element', (node: Element) => {
    if (node.tagName === 'img') pictures.push(node);
  });
  await Promise.all(pictures.map((picture) => sizePicture(picture, articleFile)));
}

async function sizePicture(picture: Element, articleFile: string): Promise<void> {
  const beside = attachment(String(picture.properties.src), articleFile);
  if (beside === undefined) return;
  const { autoOrient } = await sharp(beside.file).metadata();
  Object.assign(picture.properties, {
    width: picture.properties.width ?? autoOrient.width,
    height: picture.properties.height ?? autoOrient.height,
    loading: 'lazy',
    decoding: 'async',
  });
}
