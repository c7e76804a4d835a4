import { type Consulted, consultedFaults } from '../child-cases/chairs-action.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault } from '../model.js';
import { listedFor } from '../panels/listed-for.js';
import type { Effect } from '../topic.js';
import { type Priority, priorities } from './codes.js';
import { priorityOf, withPriority } from './priority.js';
import { officer, type StrandCaseStanding } from './standing.js';

/** What the chair may do about a person or a place between sittings: each raises protection, none steps down or removes. */
export const strandChairsActions = ['raise-priority', 'ask-measure', 'escalate'] as const;
/** One of these. */
export type StrandChairsAction = (typeof strandChairsActions)[number];

const words: Record<StrandChairsAction, string> = {
  'raise-priority': 'the priority was raised',
  'ask-measure': 'a disruption measure was asked for',
  escalate: 'it was escalated',
};

export interface TakeStrandActionPayload {
  did: StrandChairsAction;
  reasons: string;
  /** Two agencies at the least. */
  consulted: Consulted[];
  /** To which priority it is raised. */
  priority?: Priority;
  /** Which measure the police or licensing are asked for. */
  measure?: string;
  /** To whom it is escalated. */
  escalatedTo?: string;
}

type Ctx = Context<StrandCaseStanding, TakeStrandActionPayload>;

const fault = (pointer: string, code: string, detail: string): Fault[] => [{ pointer, code, detail }];

function priorityFaults({ payload, record, at, profile }: Ctx): Fault[] {
  const { did, priority } = payload;
  if (did !== 'raise-priority')
    return priority
      ? fault('/priority', 'noPriority', 'Only an action that raises the priority sets one.')
      : [];
  if (!priority) return fault('/priority', 'asked', 'Give the priority to which it is raised.');
  const now = priorityOf(record.standing, localDate(at, profile.timeZone), profile.priority).priority;
  return priorities.indexOf(priority) > priorities.indexOf(now)
    ? []
    : fault(
        '/priority',
        'noRise',
        'Chair’s action may raise protection; it never steps down: give a higher priority, or wait for a sitting.',
      );
}

/** Payload rules of a chair's action on a person or a place: two agencies, a rise and never a fall, and what is asked of whom. */
export function strandActionFaults(context: Ctx): Fault[] {
  const { did, measure, escalatedTo } = context.payload;
  return [
    ...consultedFaults(context),
    ...priorityFaults(context),
    ...(did === 'ask-measure' && !measure
      ? fault('/measure', 'asked', 'Say which measure is asked for.')
      : []),
    ...(did === 'escalate' && !escalatedTo
      ? fault('/escalatedTo', 'asked', 'Say to whom it is escalated.')
      : []),
  ];
}

/** Recorders of chair's action. The panel's list then carries the case to the next sitting, which minutes it; its officer is told. */
export const strandActionRecorders = {
  recordChairsAct: (context: Ctx): Effect[] => {
    const { payload, record, facts, happened, actor } = context;
    const { did, priority } = payload;
    const patch: Partial<StrandCaseStanding> = {
      chairsAction: { at: happened, did: words[did] },
      listing: record.standing.listing ?? {
        basis: 'professional-concern',
        asked: 'Minute the chair’s action, and say what is next',
        at: happened,
        until: null,
        ...listedFor({ payload: {}, facts }),
      },
      ...(priority ? { override: { priority, by: actor.userId, at: happened } } : {}),
    };
    return [
      { do: 'write', kind: 'chairs-action', class: 'sheet', body: { ...payload, by: actor.name } },
      { do: 'set', patch: withPriority(context, patch) },
      { do: 'end', rule: 'chairs-action' },
      { do: 'send', kind: 'chairs-action-taken', principal: officer(record.standing) },
    ];
  },
};
