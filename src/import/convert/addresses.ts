/** Attributes in which software that loads pictures late keeps their addresses. */
const LATE = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'dataOrigFile', 'dataOrigSrc'] as const;

/** Where a picture is, also where it is loaded late. */
export function pictureAddress(properties: Readonly<Record<string, unknown>>): string | undefined {
  const own = typeof properties['src'] === 'string' ? properties['src'] : undefined;
  const late = LATE.map((name) => properties[name]).find(
    (value): value is string => typeof value === 'string' && value !== '',
  );
  const address = own === undefined || own.startsWith('data:') ? (late ?? own) : own;
  return address?.trim() === '' ? undefined : address?.trim();
}

/** The page of a film or map that a frame shows: `https://www.youtube.com/embed/x` → `https://www.youtube.com/watch?v=x` */
export function pageOfFrame(address: string): string {
  const whole = address.startsWith('//') ? `https:${address}` : address;
  const youtube = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]+)/.exec(whole)?.[1];
  if (youtube !== undefined) return `https://www.youtube.com/watch?v=${youtube}`;
  const vimeo = /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/.exec(whole)?.[1];
  return vimeo === undefined ? whole : `https://vimeo.com/${vimeo}`;
}
