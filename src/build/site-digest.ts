import { allArticles } from '../library/articles.ts';
import { ownPages, sourcesBySlug } from '../library/collections.ts';
import { digestOf } from '../library/digest.ts';

/** A digest of everything that a site shows beside its settings: with the same one it would come out the same. */
export async function siteDigest(): Promise<string> {
  return digestOf([await allArticles(), await ownPages(), [...(await sourcesBySlug()).values()]]);
}
