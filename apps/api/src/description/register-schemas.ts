import {
  activityKinds,
  feedbackGivers,
  feedbackSays,
  feedbackThemes,
  feedbackWays,
  practiceThemes,
  standardRatings,
  themeSources,
  trainedTrades,
  trainingAudiences,
} from '@mase/workflow';
import {
  day,
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
  whole,
} from './schema.js';

const entry = {
  ...{ id, version: whole, state: named('State') },
  begun: maybe(object({ by: maybe(id), name: text(), at: instant })),
  ended: maybe(object({ how: named('State'), at: instant })),
  leadId: { ...maybe(id), description: 'Who leads it, where somebody does' },
  leadName: maybe(text()),
  firstDue: { ...maybe(day), description: 'The day that was set first' },
  dueOn: { ...maybe(day), description: 'The day that stands now' },
  due: { ...maybe(instant), description: 'When what is waited for now is due' },
};
const on = (description: string) => ({ ...maybe(day), description });

const standard = {
  ...entry,
  ...{ number: text(), title: text(), agencyId: id, agencyName: text() },
  rating: maybe(oneOf(...standardRatings)),
  on: on('The day of the last judgement'),
};
const activity = {
  ...entry,
  ...{ title: text(), activity: oneOf(...activityKinds), on: on('The day on which it was carried out') },
};
const theme = {
  ...entry,
  ...{ theme: oneOf(...practiceThemes), title: text(), sources: list(oneOf(...themeSources)) },
  on: on('The day on which something was last done about it'),
};
const session = {
  ...entry,
  ...{ title: text(), on: day, audience: oneOf(...trainingAudiences), trade: maybe(oneOf(...trainedTrades)) },
  place: maybe(text()),
  attended: list(object({ from: text(), n: whole }, { agencyId: id })),
};
const feedback = {
  ...entry,
  ...{ giver: oneOf(...feedbackGivers), theme: oneOf(...feedbackThemes), says: oneOf(...feedbackSays) },
  ...{ way: oneOf(...feedbackWays), month: text('As 2026-11: the day could tell who') },
  on: on('The day on which they were last told what was done'),
};

const both = (many: string, one: string, fields: { [name: string]: Schema }): { [name: string]: Schema } => ({
  [many]: page(object(fields)),
  [one]: object({ ...fields, ...shown }),
});

/** What the registers of quality show, by name. */
export const registerSchemas: { [name: string]: Schema } = {
  RegisterSummaryView: object({
    ...{ from: day, to: day, entries: whole },
    lines: list(object({ by: text('What is counted by what'), code: text(), n: whole })),
  }),
  ...both('QualityStandardsView', 'QualityStandardView', standard),
  ...both('QualityActivitiesView', 'QualityActivityView', activity),
  ...both('PracticeThemesView', 'PracticeThemeView', theme),
  ...both('TrainingSessionsView', 'TrainingSessionView', session),
  ...both('ServiceFeedbackListView', 'ServiceFeedbackView', feedback),
};
