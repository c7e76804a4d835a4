import { localDate } from '../clocks/time-zone.js';
import type { Context } from '../model.js';
import type { Effect } from '../topic.js';
import { careManagerAwaited, necessityBegins } from './clocks-of.js';
import type {
  AboutNews,
  CorrectStrandPayload,
  CountsNews,
  HandlingNews,
  SetHandlingPayload,
} from './payloads.js';
import { withPriority } from './priority.js';
import { regionsOfStrand } from './rules.js';
import { isChildOn, type StrandCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<StrandCaseStanding, P>;

/** From screening on a person who turns out to be a child needs a social care manager. */
const screenedWork = ['screening', 'active', 'suspended', 'closing'];

/** A case of somebody who turns out to be a child is reviewed monthly from then on. */
function monthlyFrom(context: Ctx<object>, after: StrandCaseStanding): Effect[] {
  const { record, at, profile } = context;
  const isThreeMonthly = record.standing.clocks.some(({ rule }) => rule === 'person-necessity');
  return isThreeMonthly && isChildOn(after, localDate(at, profile.timeZone))
    ? necessityBegins(context, after)
    : [];
}

/** The recorders of what others tell a case, and of what is set right in it. */
export const toldRecorders = {
  recordCounts: (context: Ctx<CountsNews>): Effect[] => {
    const { payload, record } = context;
    return [
      { do: 'set', patch: withPriority(context, { counts: { ...record.standing.counts, ...payload } }) },
    ];
  },
  // A case that moves with a merge remembers where it began, and forgets it when it goes back there.
  recordAbout: (context: Ctx<AboutNews>): Effect[] => {
    const { payload, record } = context;
    const { from, ...about } = payload;
    const { aboutId, joinedFrom } = record.standing;
    const moved = about.aboutId !== aboutId;
    const origin = joinedFrom ?? from ?? aboutId;
    const joined = moved ? { joinedFrom: about.aboutId === origin ? null : origin } : {};
    return [
      { do: 'set', patch: { ...about, ...joined } },
      ...(moved ? [{ do: 'move', parentId: about.aboutId } as const] : []),
      ...(screenedWork.includes(regionsOfStrand(record).work)
        ? careManagerAwaited(context, { ...record.standing, ...about })
        : []),
      ...monthlyFrom(context, { ...record.standing, ...about }),
    ];
  },
  recordHandling: ({ payload, record, actor }: Ctx<SetHandlingPayload>): Effect[] => {
    const { handling, readers = [] } = payload;
    const { without } = record.standing.access ?? {};
    const kept = without ? { without } : {};
    const named = readers.map((userId) => ({
      userId,
      classes: ['receipt', 'sheet', 'case'] as const,
      until: null,
    }));
    return [
      { do: 'write', kind: 'handling', class: 'case', body: { ...payload, by: actor.name } },
      {
        do: 'set',
        patch: { handling, access: handling === 'C' ? { ...kept, closed: true, named } : kept },
      },
    ];
  },
  // The person or place is closed or opened by another of its cases, where the reason stands.
  recordHandledAlike: ({ payload }: Ctx<HandlingNews>): Effect[] => [
    { do: 'write', kind: 'handled-alike', class: 'case', body: { handling: payload.handling } },
    { do: 'set', patch: payload },
  ],
  recordCorrection: ({ payload, actor, facts }: Ctx<CorrectStrandPayload>): Effect[] => {
    const wrong = facts.written.find(({ id }) => id === payload.rowId);
    if (!wrong) return [];
    const { reason, words } = payload;
    return [
      {
        do: 'write',
        kind: wrong.kind,
        class: wrong.class,
        replaces: wrong.id,
        happened: wrong.happened,
        body: { ...wrong.body, [fieldOf(wrong.body)]: words, correction: { reason, by: actor.name } },
      },
    ];
  },
};

/** The field of an entry that holds its words. */
export function fieldOf(body: object): string {
  return (
    ['words', 'why', 'necessity', 'reason', 'reasons', 'asked'].find((field) => field in body) ?? 'words'
  );
}
