import {
  absenceKinds,
  hostingParts,
  interviewOutcomes,
  missingFrom,
  policeLevels,
  triggerPlans,
} from '@mase/workflow';
import {
  day,
  type Fields,
  id,
  instant,
  list,
  maybe,
  named,
  object,
  oneOf,
  page,
  type Schema,
  shown,
  text,
  truth,
  whole,
  workersHad,
} from './schema.js';

const line = { id, version: whole, state: named('State'), childId: id, childName: text() };

const episode: Fields = {
  ...line,
  kind: oneOf(...absenceKinds),
  before: list(object({ kind: oneOf(...absenceKinds), until: instant })),
  start: day,
  end: maybe(day),
  since: { ...maybe(instant), description: 'Null where the absence is known by its days alone' },
  reportedAt: maybe(instant),
  reportedBy: maybe(text()),
  returnedAt: maybe(instant),
  missingFrom: maybe(oneOf(...missingFrom)),
  area: maybe(
    object({ as: oneOf(...hostingParts), area: text(), toldAt: maybe(instant), owedSince: maybe(instant) }),
  ),
  police: maybe(object({ level: maybe(oneOf(...policeLevels)), reference: maybe(text()), since: instant })),
  looking: maybe(text('Who is looking')),
  triggerPlan: maybe(oneOf(...triggerPlans)),
  heldFor: maybe(id),
  interviewDue: {
    ...maybe(instant),
    description: 'Until when an interview is in time: 72 hours from the return',
  },
  offered: maybe(object({ interviewId: id, at: instant })),
  interview: maybe(object({ outcome: oneOf(...interviewOutcomes), at: instant }, { interviewId: id })),
  preventionAt: { ...maybe(instant), description: 'When the police held their own prevention interview' },
};
const interview: Fields = {
  ...line,
  episodeIds: list(id),
  offeredAt: maybe(instant),
  by: text(),
  agency: text(),
  independent: truth,
  plannedFor: maybe(instant),
  heldAt: maybe(instant),
  findings: list(text('heading:code')),
  ownRating: maybe(whole),
  sent: maybe(object({ findings: list(text('heading:code')), times: whole, lastAt: instant })),
};

const counted: Schema = { ...maybe(whole), description: 'Null where a small number is kept back' };

/** Shapes of missing episodes and of the interviews after them. */
export const missingSchemas: { [name: string]: Schema } = {
  MissingEpisode: object(episode),
  MissingEpisodeView: object({ ...episode, workers: workersHad, ...shown }),
  MissingEpisodesView: page(named('MissingEpisode')),
  MissingNowView: page(object({ ...episode, allowed: list(named('Allowed')) })),
  MissingReportView: object({
    from: day,
    to: day,
    asAt: day,
    episodes: counted,
    children: counted,
    groups: list(object({ label: text(), lines: list(object({ label: text(), n: counted })) })),
    shares: list(
      object({
        label: text(),
        definition: text(),
        n: counted,
        of: counted,
        percent: maybe(text()),
      }),
    ),
    definitions: list(text()),
    suppressed: truth,
  }),
  ReturnInterview: object(interview),
  ReturnInterviewView: object({ ...interview, ...shown }),
  ReturnInterviewsView: page(named('ReturnInterview')),
};
