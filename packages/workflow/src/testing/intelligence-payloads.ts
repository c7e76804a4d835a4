import { blankMatch, type IdentifierMatchStanding } from '../identifier-matches/standing.js';
import { handlingConditionCodes, informationGradeCodes, sourceGradeCodes } from '../intelligence/grading.js';
import { holdersOfReport } from '../intelligence/regrading.js';
import { type IntelligenceStanding, reportParts } from '../intelligence/standing.js';
import type { StoredRecord } from '../model.js';
import { inDays } from './in-days.js';
import type { Maker } from './valid-payload.js';

/** A made-up report: a car outside a made-up shop. */
export function anIntelligenceReport(over: object = {}): object {
  return {
    seen: 'A car waited outside the made-up shop and two children got in (made up)',
    when: 'On Saturday evening (made up)',
    where: 'Sample Street, Madeupton (made up)',
    howKnown: 'seen-or-heard-myself',
    fromChild: 'no',
    couldShow: 'no',
    childInDanger: false,
    identifiers: [{ kind: 'vehicle', text: 'AB12 CDE' }],
    ...over,
  };
}

/** A made-up evaluation: police's own knowledge, to be shared lawfully. */
export function aGrading(reviewBy: string, over: object = {}): object {
  return { source: '1', information: 'B', handling: 'P', reviewBy, ...over };
}

/** A made-up dissemination to one agency. */
export function aDissemination(agencyId: string, over: object = {}): object {
  return {
    to: [{ agencyId }],
    parts: ['safety'],
    powers: ['children-act-2004-10'],
    purpose: 'To keep made-up children safe',
    reasons: 'They look out for it and say nothing (made up)',
    ...over,
  };
}

/** A made-up requirement to one agency. */
export function aRequirement(agencyId: string, by: string, over: object = {}): object {
  return {
    question: 'Which car is used at the made-up shop on Saturdays? (made up)',
    purpose: 'To disrupt what happens there (made up)',
    agencyId,
    by,
    from: ['own-records'],
    powers: ['children-act-2004-10'],
    ...over,
  };
}

/** Made-up figures that an agency counted itself over 2026. */
export function someFigures(agencyId: string, over: object = {}): object {
  return {
    agencyId,
    period: '2026',
    measure: 'Attendances at the made-up clinic',
    figures: [
      { label: 'Under 16', n: 12 },
      { label: '16 and 17', n: null },
    ],
    source: 'The made-up register of attendances',
    ...over,
  };
}

/** What a made-up agency is asked to count, by somebody of it, within 20 days. */
export function someAsked(agencyId: string, leadId: string, due: string, over: object = {}): object {
  return {
    ...{ agencyId, leadId, due, period: '2026-Q3', measure: 'Made-up screening of the quarter' },
    lines: [{ label: 'Screened', way: 'at-least', target: 40 }, { label: 'Told to social care' }],
    ...over,
  };
}

/** What the made-up agency answers. */
export const someReturned = (over: object = {}): object => ({
  figures: [
    { label: 'Screened', n: 31 },
    { label: 'Told to social care', n: null },
  ],
  source: 'The made-up register of screening',
  note: 'Two posts were empty; both are filled (made up)',
  ...over,
});

/** A made-up table of the children of an area. */
export function somePopulation(over: object = {}): object {
  return {
    area: 'Fernshire (made up)',
    source: 'Made-up estimates of the middle of the year',
    year: 2025,
    total: 3000,
    groups: [
      { characteristic: 'sex', group: 'female', count: 1000 },
      { characteristic: 'sex', group: 'male', count: 2000 },
      { characteristic: 'vulnerability', group: 'child-in-need', count: 90 },
    ],
    ...over,
  };
}

const standingOf = (record: StoredRecord | null) => record?.standing as IntelligenceStanding;

/** The payloads of intelligence, requirements and matches. */
export const intelligencePayloads: Record<string, Maker> = {
  'intelligence/submit-intelligence': ({ chance }) =>
    anIntelligenceReport({ childInDanger: chance.happens(0.2) }),
  'intelligence/add-to-report': () => ({ words: 'The car was grey (made up)' }),
  'intelligence/evaluate': ({ world, record, chance }) => {
    const held = holdersOfReport({ recipients: standingOf(record)?.recipients ?? [] });
    const recipients = held.map(({ agencyId, contactId }) => ({
      agencyId,
      ...(contactId ? { contactId } : {}),
      stays: chance.happens(0.7),
    }));
    const closed = chance.happens(0.4);
    return aGrading(inDays(world, 90).slice(0, 10), {
      source: chance.of(sourceGradeCodes),
      information: chance.of(informationGradeCodes),
      ...(recipients.length > 0 ? { recipients, reasons: 'They act on it covertly (made up)' } : {}),
      ...(closed ? { handling: 'C', conditions: [chance.of(handlingConditionCodes)] } : {}),
    });
  },
  'intelligence/name-records': () => ({ identifiers: [{ kind: 'phone', text: '07700 900123' }] }),
  'intelligence/record-source-risk': () => ({
    level: 'medium',
    risk: 'Few people were there (made up)',
    safeguard: 'Nobody acts on it alone (made up)',
  }),
  'intelligence/sanitise': ({ chance }) => ({
    safety: 'A vehicle is of concern (made up)',
    ...(chance.happens(0.5) ? { disruption: 'The vehicle is AB12 CDE (made up)' } : {}),
    consulted: 'The made-up originator agreed',
  }),
  'intelligence/disseminate': ({ world, record }) =>
    aDissemination(world.people.nurse.agencyId as string, {
      parts: reportParts.filter((part) => standingOf(record)?.parts.includes(part)),
      consulted: 'The made-up originator agreed',
    }),
  'intelligence/reject': () => ({ reason: 'Known to be mistaken (made up)' }),
  'intelligence/refer-source': () => ({ reason: 'Fourth report from the same person (made up)' }),
  'intelligence/tell-submitter': () => ({ words: 'Thank you: it was acted on (made up)' }),
  'intelligence/withdraw-report': () => ({ reason: 'It was another car (made up)' }),
  'intelligence/review-report': ({ world, choice = 'keep' }) => ({
    outcome: choice,
    words: 'Still needed (made up)',
    ...(choice === 'keep' ? { reviewBy: inDays(world, 90).slice(0, 10) } : {}),
  }),
  'intelligence-requirements/raise-requirement': ({ world }) =>
    aRequirement(world.people.nurse.agencyId as string, inDays(world, 9).slice(0, 10)),
  'intelligence-requirements/answer-requirement': ({ chance }) => ({
    outcome: chance.of(['answered', 'nothing-known', 'refused']),
    answer: 'A grey one (made up)',
    reason: 'It is not held (made up)',
  }),
  'intelligence-requirements/withdraw-requirement': () => ({ reason: 'Known by now (made up)' }),
  'partner-figures/record-figures': ({ world, chance }) =>
    someFigures(chance.of(world.all('agency')).id, chance.happens(0.3) ? { note: 'By month (made up)' } : {}),
  'partner-figures/ask-figures': ({ world }) =>
    someAsked(
      world.people.nurse.agencyId as string,
      world.people.nurse.userId,
      inDays(world, 20).slice(0, 10),
    ),
  'partner-figures/chase-figures': ({ world, chance }) => ({
    words: 'The panel waits for them (made up)',
    ...(chance.happens(0.5) ? { due: inDays(world, 25).slice(0, 10) } : {}),
  }),
  'partner-figures/return-figures': () => someReturned(),
  'partner-figures/withdraw-figures': () => ({ reason: 'Counted twice (made up)' }),
  'population-tables/record-table': ({ chance }) => somePopulation(chance.happens(0.3) ? { year: 2024 } : {}),
  'population-tables/withdraw-table': () => ({ reason: 'Of another area (made up)' }),
  'match-lists/record-match': ({ world }) => ({
    by: { userId: world.people.analyst.userId, name: world.people.analyst.name },
    from: 'A made-up hotel chain',
    powers: ['children-act-2004-10'],
    purpose: 'To see whom both know (made up)',
    digest: 'a'.repeat(64),
    rows: 40,
    refused: 1,
  }),
  'identifier-matches/propose-match': ({ world }) => {
    const [one, other] = world.all('intelligence');
    const owner = 'role:intelligence-officer';
    const of = (record: StoredRecord | undefined) => ({
      kind: 'intelligence',
      id: record?.id ?? world.nextId(),
      owner,
      closed: true,
    });
    return { known: of(one), fresh: of(other), identifier: 'vehicle', fit: 'same' };
  },
  'identifier-matches/withdraw-match': () => ({}),
  'identifier-matches/weigh-match': ({ record }) => {
    const { own, other } = (record?.standing ?? blankMatch) as IdentifierMatchStanding;
    const ofDesk = { owner: 'role:intelligence-officer', closed: true, holders: [] };
    return { own: { ...own, ...ofDesk }, other: { ...other, ...ofDesk } };
  },
  'identifier-matches/decide-match': ({ choice = 'same-told' }) => ({
    decision: choice,
    reasons: 'The same made-up car',
    lead: 'Dora Duty',
  }),
};
