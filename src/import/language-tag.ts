import { language } from '../content/schemas/language.ts';

/** A feed's language in the form that the content uses: `en-us` → `en-US`, `RU` → `ru`; undefined if it isn't one. */
export function asLanguage(written: string | undefined): string | undefined {
  const [, main, script, region] =
    /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.].*)?$/i.exec(written?.trim() ?? '') ??
    [];
  if (main === undefined) return undefined;
  const parts = [
    main.toLowerCase(),
    script && script[0]!.toUpperCase() + script.slice(1).toLowerCase(),
    region?.toUpperCase(),
  ];
  const tag = parts.filter(Boolean).join('-');
  return language.safeParse(tag).success ? tag : undefined;
}
