import { allArticles } from '../articles/articles.ts';
import { ownPages, sourcesBySlug } from '../articles/collections.ts';
import { digestOf } from '../articles/digest.ts';

/** A digest of everything that a site shows beside its settings: with the same one it would come out the same. */
export async function siteDigest(): Promise<string> {
  return digestOf([await allArticles(), await ownPages(), [...(await sourcesBySlug()).values()]]);
}
