import { birthdayAt } from '../clocks/age.js';
import { dateOf, epochDay } from '../clocks/calendar.js';
import type { ExplanationNode } from '../risk/explanation.js';

/** What puts a child in care or under protection, as the Children Act 1989 s49 has it. */
export const legalOrderKinds = [
  'full-care-order',
  'interim-care-order',
  'emergency-protection-order',
  'police-protection',
] as const;
/** One of these. */
export type LegalOrderKind = (typeof legalOrderKinds)[number];

/** An order, from its first day until the day on which it ends, which is no longer of it. Days are local dates. */
export interface LegalOrder {
  kind: LegalOrderKind;
  from: string;
  until: string | null;
}

/** On what a notice stands: the child is under 16, or one of the orders. */
export const cawnGrounds = ['under-16', ...legalOrderKinds] as const;
/** One of these. */
export type CawnGround = (typeof cawnGrounds)[number];

/** A ground, and the days for which the notice stands on it; the last of them is the day before `until`. */
export interface CawnStretch {
  ground: CawnGround;
  statute: string;
  from: string;
  /** Null where nobody knows how long: the birth date is not known. */
  until: string | null;
}

/** Why a notice stands no longer. */
export const cawnLapses = [
  'sixteenth-birthday',
  'eighteenth-birthday',
  'order-ended',
  'order-ended-age-unknown',
] as const;
/** One of these. */
export type CawnLapse = (typeof cawnLapses)[number];

/** Whether a notice may be given on a day, on what it stands, and when it lapses by itself. Advice: nobody is refused by it. */
export interface CawnAdvice {
  on: string;
  stands: 'yes' | 'no' | 'not-known';
  ground: CawnGround | null;
  stretches: CawnStretch[];
  /** The first day on which it stands no longer; null where it does not stand, or nobody can tell. */
  lapsesOn: string | null;
  because: CawnLapse | null;
  /** Whether it rests on more than the police advice of 2019 names: a full care order, or a child under 16. */
  beyondPoliceAdvice: boolean;
  explanation: ExplanationNode;
}

/** What is known of the child. Orders may come in any order and may overlap. */
export interface CawnChild {
  birthDate: string | null;
  orders: readonly LegalOrder[];
}

/** Where the police advice is found. */
export const policeAdvice =
  'National Police Chiefs’ Council, advice on child abduction warning notices, version 1.0 (2019): a child under 16, or under 18 in care under section 31(1)(a)';

const underSixteen = 'Child Abduction Act 1984 s2';
const inCare = 'Children Act 1989 s49';

const groundWords: Record<CawnGround, string> = {
  'under-16': 'Under 16',
  'full-care-order': 'Full care order',
  'interim-care-order': 'Interim care order',
  'emergency-protection-order': 'Emergency protection order',
  'police-protection': 'Police protection',
};

const lapseWords: Record<CawnLapse, string> = {
  'sixteenth-birthday': 'the child is 16',
  'eighteenth-birthday': 'the child is 18',
  'order-ended': 'the order ends',
  'order-ended-age-unknown':
    'the order ends; without the birth date nobody can tell whether the child is under 16 then',
};

/**
 * Days after which an order ends by law where no end is recorded (Children Act 1989 s45, s46). Of police protection the
 * hour is not known: of its 72 hours those days count that are over before the 72nd can fall.
 */
const longest: Partial<Record<LegalOrderKind, number>> = {
  'emergency-protection-order': 8,
  'police-protection': 3,
};

const endOf = ({ kind, from, until }: LegalOrder): string | null => {
  const days = longest[kind];
  return until ?? (days ? dateOf(epochDay(from) + days) : null);
};

/** The earlier of two ends, of which null is never. */
const earlier = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one;

/** Every stretch that the facts give, each cut at the birthday that ends it. */
function groundsOf({ birthDate, orders }: CawnChild, cited: readonly CawnGround[]): CawnStretch[] {
  const adult = birthDate && birthdayAt(birthDate, 18);
  const young: CawnStretch[] = birthDate
    ? [{ ground: 'under-16', statute: underSixteen, from: birthDate, until: birthdayAt(birthDate, 16) }]
    : [];
  const ordered = orders.map(
    (one): CawnStretch => ({
      ground: one.kind,
      statute: inCare,
      from: one.from,
      until: earlier(endOf(one), adult),
    }),
  );
  const all = [...young, ...ordered.filter(({ from, until }) => until === null || from < until)];
  return all.filter(({ ground }) => cited.includes(ground));
}

const covers = ({ from, until }: CawnStretch, day: string) => from <= day && (until === null || day < until);
const last = (one: CawnStretch) => one.until ?? '9999-12-31';

/** The grounds one after another without a gap, from a day on: under 16 before any order, and of orders the one that lasts longest. */
function stretchesFrom(grounds: readonly CawnStretch[], day: string): CawnStretch[] {
  const found = grounds
    .filter((one) => covers(one, day))
    .sort((one, other) => {
      const young = Number(other.ground === 'under-16') - Number(one.ground === 'under-16');
      return young || (last(one) < last(other) ? 1 : -1);
    })[0];
  if (!found) return [];
  const stretch = { ...found, from: day };
  return found.until === null ? [stretch] : [stretch, ...stretchesFrom(grounds, found.until)];
}

function becauseOf({ birthDate }: CawnChild, end: CawnStretch | undefined): CawnLapse | null {
  if (!end?.until) return null;
  if (end.ground === 'under-16') return 'sixteenth-birthday';
  if (!birthDate) return 'order-ended-age-unknown';
  return end.until === birthdayAt(birthDate, 18) ? 'eighteenth-birthday' : 'order-ended';
}

const node = (code: string, label: string, value: string, children?: ExplanationNode[]): ExplanationNode => ({
  code,
  label,
  value,
  leads: null,
  ...(children ? { children } : {}),
});

function ageNode({ birthDate }: CawnChild, on: string): ExplanationNode {
  if (!birthDate) return node('age', 'Age', 'The birth date is not known.');
  const [sixteen, eighteen] = [birthdayAt(birthDate, 16), birthdayAt(birthDate, 18)];
  const value = on < sixteen ? 'under 16' : on < eighteen ? '16 or 17' : '18 or over';
  return node('age', 'Age', value, [
    node('born', 'Born', birthDate),
    node('sixteen', '16 on', sixteen),
    node('eighteen', '18 on', eighteen),
  ]);
}

function orderNode(order: LegalOrder, on: string): ExplanationNode {
  const until = endOf(order);
  const inForce = order.from <= on && (until === null || on < until);
  const isAssumed = order.until === null && until !== null;
  const hours = order.kind === 'police-protection' ? ': up to the day of the 72nd hour, and not on it' : '';
  const assumed = isAssumed ? `, the longest that the law allows${hours}` : '';
  const value = `from ${order.from} ${until ? `until ${until}${assumed}` : 'without an end on record'}: ${inForce ? 'in force' : 'not in force'}`;
  return node(order.kind, groundWords[order.kind], value);
}

function ordersNode({ orders }: CawnChild, on: string): ExplanationNode {
  return orders.length === 0
    ? node(
        'orders',
        'In care or under protection',
        'Nothing is recorded. Accommodation under section 20 is no ground.',
      )
    : node(
        'orders',
        'In care or under protection',
        `${orders.length} on record`,
        orders.map((one) => orderNode(one, on)),
      );
}

function lapseNode(stretches: readonly CawnStretch[], because: CawnLapse | null): ExplanationNode[] {
  const end = stretches.at(-1);
  if (!end) return [];
  const value = end.until && because ? `${end.until}, when ${lapseWords[because]}` : 'nobody can tell yet';
  return [
    node(
      'lapses',
      'Lapses on',
      value,
      stretches.map(({ ground, statute, from, until }) =>
        node(ground, groundWords[ground], `${from} until ${until ?? 'a day not known'} (${statute})`),
      ),
    ),
  ];
}

const outcomeWords = {
  yes: 'may be given',
  no: 'has no ground on this day; the officer decides',
  'not-known': 'cannot be told without the birth date; the officer decides',
} as const;

/**
 * Advises on a child abduction warning notice for a child on a local day, and reckons when it lapses: under 16 (Child
 * Abduction Act 1984 s2), or under 18 in care by a full or interim order, or under emergency or police protection
 * (Children Act 1989 s49). An age is reached as the birthday begins. Pure; ask again at every change of legal status, for a notice that was served
 * with the grounds that its paper cites.
 */
export function cawn(child: CawnChild, on: string, cited: readonly CawnGround[] = cawnGrounds): CawnAdvice {
  const stretches = stretchesFrom(groundsOf(child, cited), on);
  const [first] = stretches;
  const stands = first ? 'yes' : child.birthDate ? 'no' : 'not-known';
  const end = stretches.at(-1);
  const because = becauseOf(child, end);
  const beyondPoliceAdvice =
    first !== undefined && first.ground !== 'under-16' && first.ground !== 'full-care-order';
  const advice = beyondPoliceAdvice
    ? 'This ground goes beyond the advice: ask the force’s lawyers'
    : first
      ? 'The advice names this ground'
      : 'The advice names no ground here';
  return {
    on,
    stands,
    ground: first?.ground ?? null,
    stretches,
    lapsesOn: end?.until ?? null,
    because,
    beyondPoliceAdvice,
    explanation: node('cawn', `Child abduction warning notice on ${on}`, outcomeWords[stands], [
      ageNode(child, on),
      ordersNode(child, on),
      ...lapseNode(stretches, because),
      node('police-advice', 'Police advice', `${advice}. ${policeAdvice}.`),
    ]),
  };
}
