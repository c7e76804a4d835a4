import type { Context, Fault, Missing } from '../model.js';
import type { Profile } from '../profile/profile.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import { wrongRows } from '../wrong-rows.js';
import { asked } from './intake-faults.js';
import type { ChildCaseStanding } from './standing.js';

/** When outcomes are rated: at the beginning, at a review, before closing. */
export const ratingOccasions = ['first', 'review', 'last'] as const;
/** One of these occasions. */
export type RatingOccasion = (typeof ratingOccasions)[number];

/** How one heading stands: a step of the profile's scale from worst (1) to best, or null where nobody can say yet. */
export interface OutcomeRating {
  heading: string;
  rating: number | null;
  /** What it rests on; asked for where nobody can say. */
  evidence?: string;
}

/** A heading that this child and worker added, with its rating. */
export interface OwnOutcome {
  label: string;
  rating: number;
  evidence?: string;
}

export interface RateOutcomesPayload {
  occasion: RatingOccasion;
  ratings: OutcomeRating[];
  own?: OwnOutcome[];
  /** How the child took part: own words, or why not. */
  childPart: string;
}

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** Outcomes are rated first once; every later rating is measured against it. */
export const outcomeRules = {
  isRatingInOrder: ({ record, choice }: GuardContext<ChildCaseStanding>): Missing[] => {
    const rated = (record.standing.outcomes?.count ?? 0) > 0;
    if (choice === 'first' && rated)
      return missing('firstRating', 'The first rating is made already: rate a review, or the last.', 'you');
    if (choice !== undefined && choice !== 'first' && !rated)
      return missing('firstRating', 'The outcomes are rated for the first time first.', 'the worker');
    return [];
  },
};

export const outcomeRecorders = {
  recordOutcomes: ({ payload, record, actor }: Ctx<RateOutcomesPayload>): Effect[] => [
    { do: 'write', kind: 'outcomes', class: 'case', body: { ...payload, by: actor.name } },
    {
      do: 'set',
      patch: {
        outcomes: {
          count: (record.standing.outcomes?.count ?? 0) + 1,
          final: payload.occasion === 'last',
        },
      },
    },
  ],
};

/** Every heading of the profile is rated, each once, on its scale; all faults at once. */
export function outcomeFaults({ payload, profile }: Ctx<RateOutcomesPayload>): Fault[] {
  const { headings, scale } = profile.outcomes;
  const given = payload.ratings.map(({ heading }) => heading);
  const unrated = headings.filter(({ id }) => !given.includes(id));
  return [
    ...unrated.map(({ id, label }) => ({
      pointer: `/ratings/${id}`,
      code: 'asked',
      detail: `Rate “${label}”, or say that nobody can say yet.`,
    })),
    ...payload.ratings.flatMap(({ heading, rating, evidence }, index) => [
      ...(headings.some(({ id }) => id === heading)
        ? []
        : [
            {
              pointer: `/ratings/${index}/heading`,
              code: 'unknown',
              detail: 'The heading is not one of the area’s.',
            },
          ]),
      ...(given.indexOf(heading) === index
        ? []
        : [{ pointer: `/ratings/${index}/heading`, code: 'twice', detail: 'Rate each heading once.' }]),
      ...scaleFaults(rating, `/ratings/${heading}`, scale.length),
      ...(rating === null
        ? asked(evidence, `ratings/${heading}/evidence`, 'Say why nobody can say yet.')
        : []),
    ]),
    ...(payload.own ?? []).flatMap(({ rating }, index) => scaleFaults(rating, `/own/${index}`, scale.length)),
  ];
}

function scaleFaults(rating: number | null, pointer: string, most: number): Fault[] {
  if (rating === null || (Number.isInteger(rating) && rating >= 1 && rating <= most)) return [];
  return [{ pointer, code: 'scale', detail: `The rating is a whole number from 1 to ${most}.` }];
}

/** How far a child has come under one heading: each rating in order of time, and the steps between first and latest. */
export interface OutcomeDistance {
  heading: string;
  label: string;
  says: string;
  /** One for each occasion, in the same order; null where nobody could say or it was not rated then. */
  ratings: (number | null)[];
  /** Steps of the scale from the first rating to the latest; null with fewer than two. Above 0 is better. */
  travelled: number | null;
}

/** The distance travelled of a case, as a table and a chart show it. */
export interface OutcomesTravelled {
  scale: { rating: number; label: string }[];
  occasions: { id: string; occasion: RatingOccasion; happened: string; childPart: string }[];
  headings: OutcomeDistance[];
}

interface Row {
  id: string;
  kind: string;
  replaces: string | null;
  happened: string;
  body: object;
}

function distance(ratings: (number | null)[]): number | null {
  const known = ratings.filter((one) => one !== null);
  if (known.length < 2) return null;
  return (known.at(-1) as number) - (known[0] as number);
}

/** Works out from the rows of a case how far the child has come: the area's headings first, then those of its own. */
export function outcomesTravelled(written: readonly Row[], profile: Profile): OutcomesTravelled {
  const replaced = wrongRows(written);
  const rows = written
    .filter((row) => row.kind === 'outcomes' && !replaced.has(row.id))
    .sort((one, other) => (one.happened < other.happened ? -1 : 1));
  const bodies = rows.map((row) => row.body as RateOutcomesPayload);
  const line = (
    { id, label, says }: { id: string; label: string; says: string },
    ratingOf: (body: RateOutcomesPayload) => number | null | undefined,
  ): OutcomeDistance => {
    const ratings = bodies.map((body) => ratingOf(body) ?? null);
    return { heading: id, label, says, ratings, travelled: distance(ratings) };
  };
  const own = [...new Set(bodies.flatMap((body) => (body.own ?? []).map(({ label }) => label)))];
  return {
    scale: profile.outcomes.scale.map(({ label }, index) => ({ rating: index + 1, label })),
    occasions: rows.map(({ id, happened, body }) => {
      const { occasion, childPart } = body as RateOutcomesPayload;
      return { id, occasion, happened, childPart };
    }),
    headings: [
      ...profile.outcomes.headings.map((heading) =>
        line(heading, ({ ratings }) => ratings.find((one) => one.heading === heading.id)?.rating),
      ),
      ...own.map((label) =>
        line(
          { id: `own: ${label}`, label, says: 'Added for this child' },
          (body) => body.own?.find((one) => one.label === label)?.rating,
        ),
      ),
    ],
  };
}
