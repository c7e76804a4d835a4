import { type MarkedText, replaceIn } from './marked-text.js';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/**
 * Names that are also words with which a sentence may well begin. Those that hardly do (Robin, Amber, Smith) are left out:
 * rather a word too many is replaced than a name stays.
 */
const alsoWords = list(
  [
    'he she you my me we us so do no go be are am any all one two ten her him his it its if up out off not yet',
    'a an and the of or to in on for with was is has had but as at by from unborn baby child children boy girl twin',
    'young old long short small little strong best good poor quick rich right sweet tall true wild neat new nice',
    'will can mark bill rob pat grant chase rush hope page read ward case cross price just last low more must prior',
    'day week summer winter autumn spring rain snow card cash chance coats cope crouch down fish friend guy hand hands',
    'head home how hunt key kind law lay light list lock love major man mother father brother sister nurse part peace',
    'pain place post power raise rule self share shore silence speed star stone tell trust vale waters way well wells',
    'while wish wood work worker worth brown gray grey gold silver',
  ].join(' '),
);
/** Of these and the next, those that are nobody’s name where they stand alone, whoever else was heard. */
const neverAlone = list(
  [
    'he she you my me we us so do no go be are am any all one two ten her him his it its if up out off',
    'a an and the of or to in on for with was is has had but as at by from not yet unborn baby child children boy girl twin',
    'person people place man woman adult unknown identified mother father brother sister nurse worker home police council',
    'school college church health city town town last more must while how day week light',
  ].join(' '),
);
/** Names that are words too, but hardly begin a sentence: with a capital they are names, without one they may be words. */
const wordsInside = list(
  [
    'ordinary example synthetic invented known male female amber angel archer art baker ball banks barber bell berry bird',
    'bishop bright brook butler carpenter carter cliff clear cook cooper crystal daisy dale dawn dean dear drew driver duke',
    'eve fair faith farmer fisher ford forest fox frank free frost gardener gene gentle glen hard harmony heath heather high',
    'holly hunter ivy jade joy king knight lake large lily marsh mason max melody miles miller moor moss noble ocean olive',
    'parker pearl penny piper porter potter precious prince princess queen reed river robin rose royal ruby sandy savage',
    'grace patience charity mercy honour sue jean nick kit van josh bob dot skip trip ray peg carol mike harry jack song sing',
    'sang hang hung pay pan ban bin ash dusty wade wayne lance pierce gay tom dove iris hazel jasmine poppy rowan clay dolly',
    'sharp shepherd sky slow smart smith star storm sun sunny swift tanner turner violet walker wall weaver wise woods',
  ].join(' '),
);
const months = list('january february march april may june july august september october november december');
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
/** What persons alone do: a word before it is a name, also without a capital. */
const does =
  'said|says|told|tells|went|goes|came|comes|ran|runs|lives|lived|wants|wanted|knows|knew|thinks|thought|texted|rang|attended|attends|met|stayed|stays|slept|disclosed|denied|refused|smiled|cried|laughed';
/** What is said of persons as of things: a word with a capital before it, where a sentence begins, is taken for a name. */
const isOrDoes = `${does}|was|is|has|had|wasn['’]t|isn['’]t|hasn['’]t|did|does|left|saw|took|gave|got|made|asked|asks|feels|felt|seems|seemed|also|too|himself|herself`;
const before = (verbs: string) => `(?=\\s+(?:${verbs})(?![\\p{L}\\p{N}]))`;
/** Before a month that is one: in April, 12 May, last June. */
const ofTime =
  '(?<!(?:[\\p{N}]|\\p{N}(?:st|nd|rd|th)|(?<!\\p{L})(?:[Ii]n|[Oo]n|of|[Bb]y|[Ff]rom|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]efore|[Aa]fter|[Dd]uring|to|[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate|[Mm]id|[Ee]ach|[Ee]very))\\s+)';
/** Before a word that is one: the rush came. */
const asThing =
  '(?<!(?<!\\p{L})(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|[Tt]his|[Tt]hat|[Nn]o|of)\\s+)';
const title = '(?<=(?<!\\p{L})(?:Mr|Mrs|Ms|Miss|Mx|Dr)\\.?\\s+)';

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

const is = (words: ReadonlySet<string>) => (part: string) => words.has(part.toLowerCase());

/** Whether a name is an everyday word too, so that only how it is used tells a name. */
export const isWord = (name: string): boolean =>
  [alsoWords, capitalsAnyway, neverAlone, wordsInside].some((words) => is(words)(name));

/** Whether a part of a name is nobody’s name where it stands alone: "baby", "the". */
export const isNobodyAlone = (part: string): boolean => part.length < 2 || is(neverAlone)(part);

/**
 * Where a part of a name that is an everyday word too is written so that it may be a name after all: with a capital, or
 * of those that hardly begin a sentence in small letters too. Null of what is no word, or is nobody’s name where it stands alone.
 */
export function asMayStand(part: string): RegExp | null {
  if (!isWord(part) || isNobodyAlone(part)) return null;
  const small = is(wordsInside)(part) && !is(alsoWords)(part) && !is(capitalsAnyway)(part);
  return new RegExp(
    alone(small ? `${asWritten(part)}|${escaped(part.toLowerCase())}` : asWritten(part)),
    'gu',
  );
}

/**
 * A text with `instead` in the place of somebody's names. A part of a name that is no word is looked for in whatever
 * letters. One that is a word too (Young, Will, Grace) is a name where it has a capital and no sentence begins, before
 * what persons do, and beside another part or a title; one that has a capital anyway (May, Hall) before what persons do,
 * beside another part or a title, and a month also where no day or time is told by it. So "young people may attend" stays
 * what it says whoever else was heard, and "Will was at the flat" does not: rather a word too many than a name.
 */
export function withoutNames(text: MarkedText, { whole, parts }: NamesOfOther, instead: string): MarkedText {
  const known = [...new Set(parts)].filter((part) => part.length > 1);
  const single = known.filter((part) => !is(neverAlone)(part));
  const plain = known.filter((part) => !isWord(part));
  const inside = single.filter(
    (part) => is(wordsInside)(part) && !is(alsoWords)(part) && !is(capitalsAnyway)(part),
  );
  const words = known.filter(
    (part) => (is(alsoWords)(part) || is(neverAlone)(part)) && !is(capitalsAnyway)(part),
  );
  const begins = single.filter(is(alsoWords)).filter((part) => !is(capitalsAnyway)(part));
  const named = single.filter(is(capitalsAnyway));
  const ofMonths = named.filter(is(months));
  const lower = [...begins, ...inside].map((part) => escaped(part.toLowerCase()));
  const replace = (
    said: MarkedText,
    names: readonly string[],
    flags: string,
    around: [string, string] = ['', ''],
  ) =>
    names.length > 0
      ? replaceIn(said, new RegExp(`${around[0]}${alone(anyOf(names))}${around[1]}`, flags), instead)
      : said;
  const written = (some: readonly string[]) => some.map(asWritten);
  let left = replace(text, whole.map(escaped), 'giu');
  if (known.length > 1) {
    const one = `(?:${anyOf(written(known))})`;
    left = replace(left, [`${one}(?:[\\s,]+${one})+`], 'gu');
  }
  left = replace(left, plain.map(escaped), 'giu');
  left = replace(left, written(single), 'gu', [title, '']);
  left = replace(left, written(inside), 'gu');
  left = replace(left, written(words), 'gu', [within, '']);
  left = replace(left, written(begins), 'gu', ['', before(isOrDoes)]);
  left = replace(left, written(begins), 'gu', ['', "(?=['’]s(?!\\p{L}))"]);
  left = replace(left, written(named), 'gu', ['', before(does)]);
  left = replace(left, written(ofMonths), 'gu', [ofTime, before(isOrDoes)]);
  left = replace(left, written(ofMonths), 'gu', [
    '(?<=(?<!\\p{L})(?:with|met|saw|told|asked|called|named)\\s+)',
    '',
  ]);
  return replace(left, lower, 'gu', [asThing, before(does)]);
}
