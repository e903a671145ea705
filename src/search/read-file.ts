import type { ReadFile } from './index-reader.ts';

/** Reads the index from the site, in a browser. `address` is its folder, with a slash at the end. */
export function fromSite(address: string): ReadFile {
  return async (name) => {
    // Only the directory keeps its name from build to build.
    const response = await fetch(`${address}${name}.bin`, name === 'directory' ? { cache: 'no-cache' } : {});
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    // Whole before it is inflated: a stream that ends with its data would leave the request marked as broken off.
    const packed = await response.blob();
    return new Response(packed.stream().pipeThrough(new DecompressionStream('deflate'))).text();
  };
}
