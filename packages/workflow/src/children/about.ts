import type { Context, Fault } from '../model.js';
import type { Effect } from '../topic.js';
import type { ChildStanding } from './standing.js';

/** What a child would have everybody know first, field by field, in the order of reading. */
export const aboutMeFields = [
  ...(['chosenName', 'likes', 'goodAt', 'trustedAdult', 'bestWay', 'bestTime', 'language', 'needs'] as const),
  ...(['advocate', 'specialist'] as const),
] as const;
/** One of these. */
export type AboutMeField = (typeof aboutMeFields)[number];

/** About me: what is left out is not yet known. */
export type RecordAboutMePayload = { [field in AboutMeField]?: string };

/** What a child may be under besides a case of this panel. */
export const statusLines = [
  ...(['child-in-need', 'protection-plan', 'looked-after', 'care-leaver', 'youth-justice'] as const),
  ...(['marac', 'mappa'] as const),
] as const;
/** One of these. */
export type StatusLine = (typeof statusLines)[number];

/** What each is called. */
export const statusLineNames: { [status in StatusLine]: string } = {
  'child-in-need': 'Child in need',
  'protection-plan': 'Protection plan',
  'looked-after': 'Looked after',
  'care-leaver': 'Care leaver',
  'youth-justice': 'Youth justice',
  marac: 'MARAC',
  mappa: 'MAPPA',
};

export interface RecordStatusLinePayload {
  status: StatusLine;
  since: string;
  /** The day on which it ended; without it the status stands. */
  until?: string;
  /** The next date, and of what: a review, a hearing, a meeting. */
  next?: string;
  nextWhat?: string;
}

type Ctx<P extends object> = Context<ChildStanding, P>;

/** The chosen name is shown beside the other wherever the child is, and found. */
const named = (chosenName: string): Effect[] => [
  { do: 'set', patch: { chosenName } },
  { do: 'find', terms: [{ kind: 'name', term: chosenName }] },
];

/** The recorders of what is known of a child beside identity. */
export const aboutRecorders = {
  recordAboutMe: ({ payload, actor }: Ctx<RecordAboutMePayload>): Effect[] => {
    const { chosenName } = payload;
    return [
      { do: 'write', kind: 'about-me', class: 'case', body: { ...payload, by: actor.name } },
      ...(chosenName ? named(chosenName) : []),
    ];
  },
  recordStatusLine: ({ payload, record, actor }: Ctx<RecordStatusLinePayload>): Effect[] => {
    const { status, since, until = null, next = null } = payload;
    const lines = { ...record.standing.lines, [status]: { since, until, next } };
    return [
      { do: 'write', kind: 'status-line', class: 'case', body: { ...payload, by: actor.name } },
      { do: 'set', patch: { lines } },
    ];
  },
};

/** About me says something: an empty form would put nothing in the place of what was known. */
export function aboutMeFaults({ payload }: Ctx<RecordAboutMePayload>): Fault[] {
  if (aboutMeFields.some((field) => payload[field])) return [];
  return [
    {
      pointer: '/likes',
      code: 'empty',
      detail: 'Write at least one thing that the child would have us know.',
    },
  ];
}

/** A status ends after it began. */
export function statusLineFaults({ payload }: Ctx<RecordStatusLinePayload>): Fault[] {
  if (!payload.until || payload.until >= payload.since) return [];
  return [{ pointer: '/until', code: 'order', detail: 'It ended on the day it began, or later.' }];
}
