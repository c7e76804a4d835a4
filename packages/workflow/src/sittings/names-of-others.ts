const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/**
 * Names that are also words with which a sentence may well begin. Those that hardly do (Robin, Amber, Smith) are left out:
 * rather a word too many is replaced than a name stays.
 */
const alsoWords = list(
  [
    'a an and the of or to in on for with was is has had but as at by from unborn baby child children boy girl twin',
    'young old long short small little strong best good poor quick rich right sweet tall true wild neat new nice',
    'will can mark bill rob pat grant chase rush hope page read ward case cross price just last low more must prior',
    'day week summer winter autumn spring rain snow card cash chance coats cope crouch down fish friend guy hand hands',
    'head home how hunt key kind law lay light list lock love major man mother father brother sister nurse part peace',
    'pain place post power raise rule self share shore silence speed star stone tell trust vale waters way well wells',
    'while wish wood work worker worth brown gray grey gold silver',
  ].join(' '),
);
/** Names that are written with a capital wherever they stand, as months, days and parts of addresses are. */
const capitalsAnyway = list(
  [
    'april may june july august march january september october november december',
    'monday tuesday wednesday thursday friday saturday sunday easter christmas',
    'hall house park church street road lane close court way green hill field fields bridge castle school college',
    'white black asian english scottish welsh irish council police health city town england scotland wales london north south east west',
  ].join(' '),
);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const alone = (pattern: string) => `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`;
const anyOf = (words: readonly string[]) => [...words].sort((one, two) => two.length - one.length).join('|');
/** Where a sentence goes on: a capital there is that of a name. */
const within = '(?<=[\\p{L}\\p{N},;)’]\\s)';

/** How a part of a name is written as a name: with a capital, or in capitals throughout. */
function asWritten(part: string): string {
  const named = part.charAt(0).toUpperCase() + part.slice(1);
  return anyOf([...new Set([named, part.toUpperCase()])].map(escaped));
}

/** The names of one record: those that are looked for as a whole, in whatever letters, and parts that may stand alone. */
export interface NamesOfOther {
  whole: readonly string[];
  parts: readonly string[];
}

/**
 * A text with `instead` in the place of somebody's names. A part of a name is looked for as a name, with a capital; one
 * that is a word too (Young, Will, Grace) only where no sentence begins, one that has a capital anyway (May, Hall) only
 * beside another part. So "young people may attend" stays what it says whoever else was heard.
 */
export function withoutNames(text: string, { whole, parts }: NamesOfOther, instead: string): string {
  const known = parts.filter((part) => part.length > 1);
  const is = (words: ReadonlySet<string>) => (part: string) => words.has(part.toLowerCase());
  const plain = known.filter((part) => !is(alsoWords)(part) && !is(capitalsAnyway)(part));
  const words = known.filter((part) => is(alsoWords)(part) && !is(capitalsAnyway)(part));
  const patterns: [string, string][] = [
    [anyOf(whole.map(escaped)), 'giu'],
    ...(known.length > 1
      ? [
          [`(?:${anyOf(known.map(asWritten))})(?:[\\s,]+(?:${anyOf(known.map(asWritten))}))+`, 'gu'] as [
            string,
            string,
          ],
        ]
      : []),
    [anyOf(plain.map(asWritten)), 'gu'],
  ];
  const left = patterns
    .filter(([pattern]) => pattern !== '')
    .reduce((said, [pattern, flags]) => said.replace(new RegExp(alone(pattern), flags), instead), text);
  return words.length > 0
    ? left.replace(new RegExp(`${within}${alone(anyOf(words.map(asWritten)))}`, 'gu'), instead)
    : left;
}
