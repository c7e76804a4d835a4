import { labelOf, stateLabels } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import { path } from '../../api-client.js';
import type { Subject } from '../../command-page.js';
import { birthWords, dateWords, dueWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';
import type { DueDate } from '../../why-dates.js';

/** How a measure ended. */
export interface Ended {
  how: string;
  on: string;
  because: string | null;
}

/** A measure as the api lists it. */
export interface MeasureLine {
  id: string;
  version: number;
  state: string;
  code: string;
  title: string;
  statute: string;
  law: string;
  aim: string;
  via: string;
  breachIs: string;
  answersFor: string;
  licensing: boolean;
  isOnPerson: boolean;
  isOnPlace: boolean;
  personId: string | null;
  personName: string | null;
  personBirthDate?: string | null;
  personLicence?: string | null;
  locationId: string | null;
  locationName: string | null;
  protects: { childId: string; name: string }[];
  ownerId: string | null;
  ownerName: string | null;
  considered: string | null;
  applied: string | null;
  granted: string | null;
  served: string | null;
  lastDay: string | null;
  /** How long the law lets it last, and whether its last day lies outside of that. */
  lengthByLaw: string | null;
  lengthFault: 'too-short' | 'too-long' | null;
  variations: number;
  breaches: string[];
  ended: Ended | null;
  nextDue: string | null;
  nextStep: string | null;
}

/** What a notice stands on, as it was reckoned for the day on which it was served. */
export interface CawnKept {
  on: string;
  stands: 'yes' | 'no' | 'not-known';
  ground: string | null;
  lapsesOn: string | null;
  because: string | null;
  beyondPoliceAdvice: boolean;
  anewUntil: string | null;
}

/** One measure with what was written of it. */
export interface MeasureView extends MeasureLine {
  clocks: DueDate[];
  handling: string;
  review: { by: string | null; on: string; outcome: string } | null;
  cawn: CawnKept | null;
  written: {
    id: string;
    kind: string;
    happened: string;
    wrong: boolean;
    body: Record<string, unknown>;
  }[];
  names: Record<string, string>;
  allowed: Allowed[];
}

const lapseWords: Record<string, string> = {
  'sixteenth-birthday': 'the child is 16',
  'eighteenth-birthday': 'the child is 18',
  'order-ended': 'the order on which it stood has ended',
  'order-ended-age-unknown':
    'the order on which it stood has ended, and nobody could tell without the birth date whether the child was under 16',
};

const groundWords: Record<string, string> = {
  'under-16': 'the child was under 16',
  'full-care-order': 'a full care order',
  'interim-care-order': 'an interim care order',
  'emergency-protection-order': 'an emergency protection order',
  'police-protection': 'police protection',
};

/** Why a notice stands no longer, in words. */
export const becauseWords = (because: string | null): string =>
  lapseWords[because ?? ''] ?? 'its time is over';

/** How a measure ended, in words: what, when and why. */
export function endingWords({ how, on, because }: Ended): string {
  if (how === 'lapsed') return `Lapsed: its last day was ${dateWords(on)}, because ${becauseWords(because)}`;
  if (how === 'recorded-in-error')
    return `Withdrawn on ${dateWords(on)}: it was recorded in error and never was`;
  if (how === 'expired') return `Expired: its last day was ${dateWords(on)}`;
  return `${labelOf(how)} on ${dateWords(on)}`;
}

const tags: Record<string, string> = {
  inForce: 'govuk-tag--green',
  considered: 'govuk-tag--light-blue',
  applied: 'govuk-tag--blue',
};

/** A tag for where a measure stands. */
export function measureTag({ state, ended }: Pick<MeasureLine, 'state' | 'ended'>) {
  const text = ended?.how === 'lapsed' ? 'Lapsed' : (stateLabels[state] ?? state);
  return { text, classes: tags[state] ?? 'govuk-tag--grey' };
}

/** On whom or where it is, as far as the reader may know. */
export function onWords(one: MeasureLine): string {
  const born = one.personBirthDate ? `born ${birthWords(one.personBirthDate)}` : null;
  const known = [one.personName, born, one.personLicence].filter(Boolean).join(', ');
  const person = one.personName ? known : one.isOnPerson ? 'A person whose record you do not see' : null;
  const place = one.locationName ?? (one.isOnPlace ? 'A place whose record you do not see' : null);
  return [person, place].filter(Boolean).join(', at ') || 'For a child alone';
}

/** Within so many days a last day is said with how far off it is; beyond, nobody counts in working days. */
const near = 90;

/** The last day, in words, of a measure in force. */
export function lastDayWords({ state, lastDay }: Pick<MeasureLine, 'state' | 'lastDay'>): string {
  if (!lastDay) return state === 'inForce' ? 'None: it is looked at again' : '';
  const isNear = Date.parse(lastDay) - Date.now() < near * 86_400_000;
  return state === 'inForce' && isNear ? dueWords(lastDay) : dateWords(lastDay);
}

/** One measure as the lists of measures show it. */
export function measureCard(one: MeasureLine) {
  const dates = [
    ['Considered', one.considered],
    ['applied for', one.applied],
    ['granted', one.granted],
    ['served', one.served],
  ].flatMap(([what, on]) => (on ? [`${what} ${dateWords(on)}`] : []));
  const breached = one.breaches.length;
  return {
    href: `/disruption-measures/${one.id}`,
    title: one.title,
    on: onWords(one),
    dates: dates.join(', '),
    outcome: one.ended
      ? endingWords(one.ended)
      : one.state === 'inForce'
        ? `Last day: ${lastDayWords(one)}`
        : '',
    breaches: breached ? `${breached} ${breached === 1 ? 'breach' : 'breaches'} recorded` : '',
    owner: one.ownerName ?? 'nobody yet',
    tag: measureTag(one),
  };
}

/** What a notice stands on, in words; nothing for any other measure. */
export function cawnWords(cawn: CawnKept | null): string | null {
  if (!cawn) return null;
  if (cawn.stands === 'no') return 'When it was served the child’s age and legal status gave it no ground.';
  if (cawn.stands === 'not-known') return 'Whether it stands cannot be told: the birth date is not known.';
  const lapse = cawn.lapsesOn
    ? ` It lapses on ${dateWords(cawn.lapsesOn)}, when ${becauseWords(cawn.because)}.`
    : ' When it lapses cannot be told: the birth date is not known.';
  const advice = cawn.beyondPoliceAdvice
    ? ' The police advice of 2019 is narrower: it names children under 16, and full care orders.'
    : '';
  const anew = cawn.anewUntil
    ? ` The order recorded since does not carry it on. A new notice, under section 49 of the Children Act 1989, would lapse on ${dateWords(cawn.anewUntil)}.`
    : '';
  return `It stood, when it was served, on this: ${groundWords[cawn.ground ?? ''] ?? cawn.ground}.${lapse}${anew}${advice}`;
}

/** Reads the measure of a page. */
export async function readMeasure(visit: Visit): Promise<{ measure: MeasureView; etag: string | null }> {
  const { body, etag } = await visit.read<MeasureView>(
    path`/api/v1/disruption-measures/${visit.params.id ?? ''}`,
  );
  return { measure: body, etag };
}

const lengthFaults = {
  'too-short': 'The last day lies before that: check it with the order.',
  'too-long': 'The last day lies beyond that: check it with the order.',
};

/** How long the law lets a measure last, and that its last day lies outside of it. */
function lengthWords({ lengthByLaw, lengthFault }: MeasureLine): string {
  return [lengthByLaw, lengthFault && lengthFaults[lengthFault]].filter(Boolean).join(' ');
}

/** What a person should see of a measure before doing something with it. */
export function measureFacts(one: MeasureLine): { key: string; text: string }[] {
  const { protects } = one;
  return [
    { key: 'On', text: onWords(one) },
    ...(protects.length > 0 ? [{ key: 'Protects', text: protects.map(({ name }) => name).join(', ') }] : []),
    { key: 'Law', text: `${one.statute} (${one.law.replaceAll(/\d{4}-\d\d-\d\d/g, birthWords)})` },
    { key: 'Aim', text: one.aim },
    { key: 'A breach is', text: one.breachIs },
    { key: 'Owner', text: one.ownerName ?? `Nobody yet: ${one.answersFor}` },
    ...(one.considered ? [{ key: 'Considered', text: dateWords(one.considered) }] : []),
    ...(one.applied ? [{ key: 'Applied for', text: dateWords(one.applied) }] : []),
    ...(one.granted ? [{ key: 'Granted', text: dateWords(one.granted) }] : []),
    ...(one.served ? [{ key: 'Served', text: dateWords(one.served) }] : []),
    ...(one.granted || one.served ? [{ key: 'Last day', text: lastDayWords(one) }] : []),
    ...(one.lengthByLaw ? [{ key: 'Length by law', text: lengthWords(one) }] : []),
    ...(one.ended ? [{ key: 'How it ended', text: endingWords(one.ended) }] : []),
  ];
}

/** The measure as the subject of one of its commands. */
export async function measureSubject(visit: Visit): Promise<Subject> {
  const { measure, etag } = await readMeasure(visit);
  return subjectOf(measure, etag);
}

/** A measure that was read, as such a subject. */
export function subjectOf(measure: MeasureView, etag: string | null): Subject {
  return {
    href: `/disruption-measures/${measure.id}`,
    caption: measure.title,
    version: etag,
    allowed: measure.allowed,
    facts: measureFacts(measure),
    ...(measure.lengthByLaw ? { hints: { lastDay: `By law: ${measure.lengthByLaw}` } } : {}),
  };
}

/** What the pages of measures are listed under. */
export const section = '/disruption-measures';
