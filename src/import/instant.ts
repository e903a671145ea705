/** A date in the form that the content uses: `2010-05-28` or `2010-05-28T03:34:10+03:00`. */
export type Stamp = string;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** RFC 822's time zones, and others that feeds use. */
const ZONES: Readonly<Record<string, string>> = {
  z: 'Z',
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  bst: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
  jst: '+09:00',
};

/** `2010-05-28`, `2010-05-28T00:34:10.5+03:00`, `2010-5-28 0:34`, `2010/05/28` */
const ISO =
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:[T\s_]+(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2})(?:[.,]\d+)?)?\s*(?<zone>[+-]\d{2}:?(?:\d{2})?|[A-Za-z]{1,5})?(?:\s*\[[^\]]*\])?)?$/;

/** `Fri, 28 May 2010 00:34:10 +0000`, `28 May 10 00:34 GMT` */
const RFC822 =
  /^(?:[A-Za-z]+\.?,?\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?<name>[A-Za-z]{3,9})\.?,?[\s-]+(?<year>\d{4}|\d{2})(?:[,\s]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?\s*(?<zone>[+-]\d{2}:?\d{2}|[A-Za-z]{1,5})?(?:\s*\([^)]*\))?)?$/;

/** `May 28, 2010 00:34`, `Fri May 28 00:34:10 UTC 2010` */
const AMERICAN =
  /^(?:[A-Za-z]+,?\s+)?(?<name>[A-Za-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,\s*(?<year>\d{4}))?(?:[,\s]+(?:at\s+)?(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?\s*(?<zone>[+-]\d{2}:?\d{2}|[A-Za-z]{1,5})?(?:\s+(?<last>\d{4}))?)?$/;

/**
 * Reads a date from a feed or frontmatter as a day, or as an instant with its zone; a time without a zone is UTC.
 * Undefined if it isn't a date or not a day of the calendar, and for 1970, which software writes if it knows no date.
 */
export function readInstant(written: string): Stamp | undefined {
  const text = written.trim().slice(0, 100);
  const groups = (ISO.exec(text) ?? RFC822.exec(text) ?? AMERICAN.exec(text))?.groups;
  if (groups === undefined) return undefined;
  const year = fullYear(groups['year'] ?? groups['last'] ?? '');
  const month = groups['month'] ?? String(MONTHS.indexOf(groups['name']!.slice(0, 3).toLowerCase()) + 1);
  const day = `${year}-${month.padStart(2, '0')}-${groups['day']!.padStart(2, '0')}`;
  if (!isDay(day)) return undefined;
  const { hour, minute, second = '00', zone = 'Z' } = groups;
  if (hour === undefined || minute === undefined) return day;
  const [time, offset] = [`${hour.padStart(2, '0')}:${minute}:${second}`, offsetOf(zone)];
  if (offset === undefined) return undefined;
  const instant = `${day}T${time === '24:00:00' ? '23:59:59' : time}${offset}`;
  return Number.isNaN(Date.parse(instant)) ? undefined : instant;
}

function fullYear(year: string): string {
  if (year.length !== 2) return year;
  return Number(year) < 70 ? `20${year}` : `19${year}`;
}

/** Whether a day is in the calendar and not before 1990: nothing on the web is older. */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && day >= '1990' && day < '2100';
}

function offsetOf(zone: string): string | undefined {
  const known = ZONES[zone.toLowerCase()];
  if (known !== undefined) return known;
  const [, sign, hours, minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign === undefined || hours === undefined || Number(hours) > 14 || Number(minutes) > 59)
    return undefined;
  return hours === '00' && minutes === '00' ? 'Z' : `${sign}${hours}:${minutes}`;
}

/** The day in a blog's path: `/2010/05/28/title/`, `2010-05-28-title.md`. */
export function dayOfPath(path: string): Stamp | undefined {
  const [, year, month, day] = /(?:^|\/)(\d{4})[-/](\d{2})[-/](\d{2})(?=[-/]|$)/.exec(path) ?? [];
  return year === undefined ? undefined : readInstant(`${year}-${month!}-${day!}`);
}

/** Compares two stamps: negative if `a` is earlier. */
export function compareInstants(a: Stamp, b: Stamp): number {
  return Date.parse(a) - Date.parse(b);
}
