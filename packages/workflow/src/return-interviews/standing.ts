import type { UnderChild } from '../children/under-child.js';
import type { Leavers } from '../grace.js';
import type { Standing } from '../model.js';

/** What a return home interview may find, heading by heading: what was done to the child, and what pushed or pulled. */
export const findingHeadings = {
  health: ['injured', 'sexual-health', 'emotional-health', 'self-harm', 'needs-medical-care'],
  substances: ['given-alcohol', 'given-drugs', 'alcohol', 'drugs'],
  exploitation: [
    ...['met-an-adult-of-concern', 'controlled-by-somebody', 'given-gifts-or-money', 'driven-or-moved'],
    ...['sexual-harm-disclosed', 'images-made-or-shared', 'groomed-online', 'with-others-at-risk'],
  ],
  offending: [
    'made-to-carry',
    'made-to-steal',
    'threatened-over-debt',
    'weapon-seen',
    'offence-against-child',
  ],
  push: [
    ...['conflict-at-home', 'violence-at-home', 'unhappy-in-placement', 'wants-to-be-near-family'],
    ...['bullied', 'trouble-at-school', 'not-listened-to'],
  ],
  pull: ['friends', 'partner', 'family', 'party-or-event', 'somebody-met-online', 'somebody-they-feared'],
} as const;
/** One of these headings. */
export type FindingHeading = keyof typeof findingHeadings;

/** Every finding as `heading:code`, in order. */
export const findingCodes: readonly string[] = Object.entries(findingHeadings).flatMap(([heading, codes]) =>
  codes.map((code) => `${heading}:${code}`),
);

/** The young person’s own rating of how safe they were while away: from 1, not at all safe, to 5, quite safe. */
export const ownRatings = { lowest: 1, highest: 5 } as const;

/** What comes of an offer where there is no interview. */
export const offerEndings = ['declined', 'not-reached'] as const;
/** One of these. */
export type OfferEnding = (typeof offerEndings)[number];

/** How many absences one interview answers at most. */
export const episodesAnswered = 8;

/** One return home interview: offered, then held or not. It may answer several absences. */
export interface ReturnInterviewStanding extends Standing, UnderChild {
  childId: string;
  childName: string;
  episodeIds: string[];
  offeredAt: string | null;
  /** Who holds it, and for which agency; not involved in the child’s care, or why that could not be had. */
  by: string;
  agency: string;
  independent: boolean;
  plannedFor: string | null;
  heldAt: string | null;
  findings: string[];
  ownRating: number | null;
  /** What of it was sent to the intelligence desk, and when last; absent while nothing was. */
  sent?: SentFindings;
  holders: string[];
  former?: Leavers;
}

/** The findings that were sent to the intelligence desk so far, each once, how often something was sent, and when last. */
export interface SentFindings {
  findings: string[];
  times: number;
  lastAt: string;
}

/** An interview before it is offered. */
export const blankInterview: ReturnInterviewStanding = {
  clocks: [],
  childId: '',
  childName: '',
  episodeIds: [],
  offeredAt: null,
  by: '',
  agency: '',
  independent: false,
  plannedFor: null,
  heldAt: null,
  findings: [],
  ownRating: null,
  holders: [],
};

export interface OfferInterviewPayload {
  childId: string;
  /** The absences that it is to answer. */
  episodeIds: string[];
  by: string;
  agency: string;
  independent: boolean;
  whyNotIndependent?: string;
  /** How it was offered, and what the young person said to it. */
  words?: string;
  plannedFor?: string;
}

/** What was said in an interview; it was held when it happened. */
export interface RecordInterviewPayload {
  /** Further absences that it answers besides those for which it was offered. */
  alsoEpisodeIds?: string[];
  where: string;
  seenAlone: boolean;
  findings: string[];
  /** What was learnt, and what happens next. */
  words: string;
  ownRating?: number;
  /** The young person’s own words, kept as a quotation. */
  ownWords?: string;
}

export interface CloseOfferPayload {
  outcome: OfferEnding;
  words: string;
}
