import { day, id, instant, list, maybe, object, page, type Schema, shown, text, whole } from './schema.js';

const line = {
  id: text('The name under which the profile is asked for'),
  is: text('in-force, shipped, proposed, decided, refused or withdrawn'),
  profile: text('The id that the profile gives itself'),
  name: text(),
  from: day,
};
const difference = object({
  pointer: text('Where, as a JSON pointer; items of a list by their id'),
  where: text('The same place in words'),
  one: text('What the first says; empty where it does not say it'),
  other: text('What the second says; empty where it does not say it'),
});
const change = {
  id,
  version: whole,
  state: text(),
  profile: text('The id that the profile gives itself'),
  title: text(),
  from: day,
  differences: whole,
  proposedBy: maybe(id),
  proposedAt: instant,
  decidedBy: maybe(id),
  decidedAt: maybe(instant),
};
const names = { type: 'object', additionalProperties: { type: 'string' } };

/** What profiles, their proposals and their comparison show, by name. */
export const profileSchemas: { [name: string]: Schema } = {
  ProfilesView: object({ items: list(object(line)) }),
  ProfileDocument: {
    description: 'A whole profile, as `mase profile check` takes it',
    type: 'object',
    additionalProperties: true,
  },
  ProfileComparisonView: object({ one: object(line), other: object(line), differences: list(difference) }),
  ProfileWordsView: object({
    timeZone: text(),
    nation: text(),
    grades: names,
    clocks: {
      type: 'object',
      additionalProperties: object({
        label: text(),
        starts: text(),
        unit: maybe(text('Of its length, where it does not differ by grade')),
      }),
    },
    listingBases: names,
    challengeStages: list(text()),
    retentionRules: names,
  }),
  ProfileChangeView: object({ ...change, changes: list(difference), ...shown }),
  ProfileChangesView: page(object(change)),
};
