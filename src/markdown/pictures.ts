import type { Element, Root } from 'hast';
import sharp from 'sharp';
import { linkTarget } from '../content/outline/links.ts';
import { publicFile } from '../content/outline/public-files.ts';
import { eachElement } from './each-element.ts';

/** Writes each picture's size into the page, so that nothing jumps when it arrives, and lets it come late. */
export async function sizePictures(tree: Root, articleFile: string): Promise<void> {
  const pictures: Element[] = [];
  eachElement(tree, (node) => {
    if (node.tagName === 'img') pictures.push(node);
  });
  await Promise.all(pictures.map((picture) => sizePicture(picture, articleFile)));
}

async function sizePicture(picture: Element, articleFile: string): Promise<void> {
  const file = pictureFile(String(picture.properties.src), articleFile);
  if (file === undefined) return;
  const { autoOrient } = await sharp(file).metadata();
  Object.assign(picture.properties, {
    width: picture.properties.width ?? autoOrient.width,
    height: picture.properties.height ?? autoOrient.height,
    loading: 'lazy',
    decoding: 'async',
  });
}

/** The picture's file: beside the article, or in `public/`. */
function pictureFile(address: string, articleFile: string): string | undefined {
  const target = linkTarget(address, articleFile);
  if (target.to === 'path') return publicFile(target.path);
  return target.to === 'file' ? target.file : undefined;
}
