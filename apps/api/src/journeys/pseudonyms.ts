import { isEveryday, shortForms } from './short-names.js';

/** A name that a record knows, and what stands in its place. */
export interface Pseudonym {
  name: string;
  instead: string;
  /** True of what has no name that could stand in part: an agency, a place. */
  whole?: true;
  /** What it may be called for short, as patterns that begin with a capital letter. */
  short?: readonly string[];
}

/** Words that stand in names and mean nothing alone. */
const common = new Set(['the', 'and', 'von', 'van', 'child', 'person', 'made', 'unknown']);

/** The names as they are looked for: whole, and each of their parts that could be a name alone, the longest first. */
export function namesToHide(known: readonly Pseudonym[]): Pseudonym[] {
  const parts = known.flatMap(({ name, instead, whole }) => [
    { name, instead, ...(whole ? {} : { short: shortForms(name) }) },
    ...(whole ? '' : name)
      .split(/[\s,()]+/)
      .filter((part) => part.length > 2 && !common.has(part.toLowerCase()))
      .map((part) => ({ name: part, instead })),
  ]);
  const named = parts.filter(
    ({ name }, index) =>
      name.trim() !== '' && parts.findIndex((one) => one.name.toLowerCase() === name.toLowerCase()) === index,
  );
  return named.sort((one, other) => other.name.length - one.name.length);
}

/** What identifies somebody by its form, whatever it says: numbers, addresses, plates, days. */
const forms: [RegExp, string][] = [
  [/\b[\w.+-]+@[\w-]+(\.[\w-]+)+\b/g, '[address]'],
  [/\bhttps?:\/\/\S+/g, '[address]'],
  [/(?<!\w)@\w[\w.]{2,}/g, '[handle]'],
  [/(?<![\w])\+?\d(?:[\d ()-]{7,})\d\b/g, '[number]'],
  // Before postcodes, so that both go together.
  [
    /(?:\b(?:[Ff]lat|[Aa]partment|[Uu]nit) \w{1,4},? )?\b\d{1,4}[a-zA-Z]?,? (?:\p{Lu}[\p{L}’'-]+ ){1,3}(?:Road|Street|Lane|Avenue|Close|Drive|Way|Court|Crescent|Terrace|Gardens|Grove|Square|Walk|Mews|Row|House|Rd|St|Ave)\b/gu,
    '[address]',
  ],
  [
    /\b(?:\p{Lu}[\p{L}.’'-]+ ){1,4}(?:Academy|School|College|Primary|Nursery|Sixth Form|University|Hospital|Surgery|Medical Centre|Youth Club|Youth Centre|Children’s Home)\b/gu,
    '[place]',
  ],
  [/\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/g, '[postcode]'],
  [/\b[A-Z]{2}\d{2} ?[A-Z]{3}\b/g, '[plate]'],
  [/\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b/g, '[day]'],
  [
    /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?\b/g,
    '[day]',
  ],
];

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A text without the names that the record knows and without what identifies by its form; each place is marked with brackets. */
export function withoutNames(text: string, names: readonly Pseudonym[]): string {
  // Brackets are for what is put there.
  const own = text.replaceAll('[', '(').replaceAll(']', ')');
  const formless = forms.reduce((words, [form, instead]) => words.replace(form, instead), own);
  if (names.length === 0) return formless;
  const instead = new Map(names.map((one) => [one.name.toLowerCase(), one.instead]));
  const any = names.map(({ name }) => escaped(name)).join('|');
  const named = formless.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu'),
    (name) => `[${instead.get(name.toLowerCase()) ?? 'name'}]`,
  );
  return names.reduce((words, { short = [], instead: marked }) => withoutShort(words, short, marked), named);
}

/** What stands in brackets is what was put there: it is looked into no more. */
function withoutShort(text: string, short: readonly string[], instead: string): string {
  if (short.length === 0) return text;
  const forms = `(?<![\\p{L}\\p{N}])(?:${short.join('|')})(?![\\p{L}\\p{N}])`;
  return text.replace(
    new RegExp(`(\\[[^\\]]*\\])|${forms}`, 'gu'),
    (found, marked?: string) => marked ?? (isEveryday(found) ? found : `[${instead}]`),
  );
}

/** A day so long before tells a date of birth. */
const longBefore = 400;

/** "Day 12", counted from the first day of a journey, which is day 1. */
export function dayCount(first: string): (when: string) => string {
  const start = Date.parse(first.slice(0, 10));
  return (when) => {
    const days = Math.round((Date.parse(when.slice(0, 10)) - start) / 86_400_000);
    if (days < -longBefore) return 'long before';
    return days >= 0 ? `Day ${days + 1}` : `${-days} days before day 1`;
  };
}
