import { targetWays } from '@mase/workflow';
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
  truth,
  whole,
} from './schema.js';

const number = { ...maybe(whole), description: 'Null where it is small and kept back' };

const figures = {
  ...{
    id,
    version: whole,
    state: named('State'),
    agencyId: id,
    agencyName: text(),
    period: text('As 2026, as 2025-26 from April to March, or as 2026-Q4 from October to December'),
    measure: text(),
    source: text(),
    note: maybe(text()),
  },
  figures: list(object({ label: text(), n: number })),
  ...{ givenBy: maybe(text()), givenAt: maybe(instant), withdrawnAt: maybe(instant) },
  asked: {
    ...list(object({ label: text() }, { way: oneOf(...targetWays), target: whole })),
    description: 'What was asked for; none where the figures were given unasked',
  },
  ...{
    askedBy: maybe(text()),
    askedAt: maybe(instant),
    leadId: maybe(id),
    leadName: maybe(text()),
    chased: whole,
  },
  firstDue: { ...maybe(day), description: 'The day that was set first' },
  dueOn: { ...maybe(day), description: 'The day that stands now' },
  due: { ...maybe(instant), description: 'When what is waited for now is due' },
};

const population = {
  ...{ id, version: whole, state: named('State'), area: text(), source: text(), year: whole },
  total: { ...maybe(whole), description: 'All children under 18; null where the source does not say it' },
  groups: list(object({ characteristic: text(), group: text(), count: whole })),
  ...{ recordedBy: maybe(text()), recordedAt: maybe(instant), withdrawnAt: maybe(instant) },
};

/** What the yearly problem profile and tables of the population show, by name. */
export const problemProfileSchemas: { [name: string]: Schema } = {
  PartnerFiguresListView: page(object(figures)),
  PartnerFiguresView: object({
    ...{ ...shown, ...figures },
    compared: list(
      object(
        {
          ...{ label: text(), n: number },
          met: { ...maybe(truth), description: 'Whether the target is met' },
          change: { ...maybe(whole), description: 'How much more than in the last earlier period' },
        },
        { way: oneOf(...targetWays), target: whole },
      ),
    ),
    earlier: {
      ...list(object({ period: text(), figures: figures.figures })),
      description:
        'What the agency gave of the same measure for up to four earlier periods, the earliest first',
    },
  }),
  PopulationTablesView: page(object(population)),
  PopulationTableView: object({ ...shown, ...population }),
  ProblemProfileView: object({
    ...{ year: text(), from: day, to: day },
    suppressed: { ...truth, description: 'Whether it may leave the partnership' },
    sections: list(
      object({
        ...{ id: text(), title: text() },
        tables: list(
          object({
            ...{ name: text(), definition: text(), addsUp: truth, total: number },
            lines: list(object({ label: text(), n: number })),
          }),
        ),
        shares: list(
          object({
            ...{ name: text(), definition: text(), n: number, of: number },
            percent: {
              ...maybe(text()),
              description: 'Two places, half up; null where there is nothing to divide by',
            },
          }),
        ),
      }),
    ),
    notHeld: list(text('What these records do not hold')),
    definitions: list(text()),
  }),
};
