import type { Context, Missing } from '../model.js';
import { findPerson } from '../person-named.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import { recordMembers } from './members.js';
import { plannedDates } from './planned-dates.js';
import type {
  ChangePanelPayload,
  ClosePanelPayload,
  FoundPanelPayload,
  PanelStanding,
  PanelWords,
  PlanSeriesPayload,
  PublishTermsPayload,
} from './standing.js';

type Ctx<P extends object> = Context<PanelStanding, P>;

/** States of a sitting that is still to come, or held now. */
export const sittingsToCome: readonly string[] = ['scheduled', 'agendaOpen', 'papersIssued', 'inSession'];

/** The rules of a panel, by the names that its chart uses. */
export const rules = {
  hasNoSittingToCome: ({ facts }: GuardContext<PanelStanding>): Missing[] =>
    facts.related.some(({ kind, state }) => kind === 'sitting' && sittingsToCome.includes(state as string))
      ? missing(
          'sittingToCome',
          'A sitting of the panel is still to come: hold it or cancel it first.',
          'the coordinator or the chair',
        )
      : [],
};

function panelWords({ payload, facts }: Ctx<PanelWords>): Effect {
  const { name, kind, chairId, deputyId, quorum, gate, sections, place, link, minutes } = payload;
  return {
    do: 'set',
    patch: {
      name,
      kind,
      chairId,
      chairName: findPerson(facts, chairId)?.name ?? '',
      deputyId: deputyId ?? null,
      deputyName: findPerson(facts, deputyId)?.name ?? null,
      quorum: quorum ?? null,
      gate: gate ?? null,
      sections: sections ?? null,
      place,
      link: link ?? null,
      minutes,
    } satisfies Partial<PanelStanding>,
  };
}

function recordWords(context: Ctx<FoundPanelPayload | ChangePanelPayload>): Effect[] {
  const { payload, actor } = context;
  return [
    panelWords(context),
    { do: 'write', kind: 'panel', class: 'case', body: { ...payload, by: actor.name } },
  ];
}

/** What each accepted step of a panel keeps. */
export const recorders = {
  recordFounding: recordWords,
  recordChange: recordWords,
  recordMembers,
  recordTerms: ({ payload, record, actor }: Ctx<PublishTermsPayload>): Effect[] => {
    const version = record.standing.termsVersion + 1;
    return [
      { do: 'write', kind: 'terms', class: 'case', body: { ...payload, version, by: actor.name } },
      { do: 'set', patch: { termsVersion: version, termsReviewOn: payload.reviewOn } },
    ];
  },
  recordSeries: (context: Ctx<PlanSeriesPayload>): Effect[] => {
    const { payload, record, actor } = context;
    const { every, weeks, nth, weekday, startTime, minutes } = payload;
    const series = {
      every,
      weekday,
      startTime,
      minutes,
      ...(weeks === undefined ? {} : { weeks }),
      ...(nth === undefined ? {} : { nth }),
    };
    const dates = plannedDates(context);
    return [
      { do: 'write', kind: 'series', class: 'case', body: { ...payload, dates, by: actor.name } },
      { do: 'set', patch: { series, plannedUntil: payload.until } },
      ...record.standing.memberIds.map(
        (id) => ({ do: 'send', kind: 'sittings-planned', principal: `user:${id}` }) as const,
      ),
    ];
  },
  recordClosing: ({ payload, actor }: Ctx<ClosePanelPayload>): Effect[] => [
    { do: 'write', kind: 'panel-closed', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { closed: payload.reason, termsReviewOn: null } },
  ],
};
