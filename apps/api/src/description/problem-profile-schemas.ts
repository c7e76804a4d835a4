import {
  day,
  id,
  instant,
  list,
  maybe,
  named,
  object,
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
    year: text(),
    measure: text(),
    source: text(),
    note: maybe(text()),
  },
  figures: list(object({ label: text(), n: number })),
  ...{ givenBy: maybe(text()), givenAt: maybe(instant), withdrawnAt: maybe(instant) },
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
  PartnerFiguresView: object({ ...shown, ...figures }),
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
