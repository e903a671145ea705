/** Attributes in which lazy-loading scripts keep the addresses of pictures. */
const LATE = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'dataOrigFile', 'dataOrigSrc'] as const;

/** The address of a picture, even if it is loaded lazily. */
export function pictureAddress(properties: Readonly<Record<string, unknown>>): string | undefined {
  const own = typeof properties['src'] === 'string' ? properties['src'] : undefined;
  const late = LATE.map((name) => properties[name]).find(
    (value): value is string => typeof value === 'string' && value !== '',
  );
  const address = own === undefined || own.startsWith('data:') ? (late ?? own) : own;
  return address?.trim() === '' ? undefined : address?.trim();
}

/** The page of an embedded video or map: `https://www.youtube.com/embed/x` → `https://www.youtube.com/watch?v=x` */
export function pageOfFrame(address: string): string {
  const whole = address.startsWith('//') ? `https:${address}` : address;
  const youtube = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]+)/.exec(whole)?.[1];
  if (youtube !== undefined) return `https://www.youtube.com/watch?v=${youtube}`;
  const vimeo = /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/.exec(whole)?.[1];
  return vimeo === undefined ? whole : `https://vimeo.com/${vimeo}`;
}
