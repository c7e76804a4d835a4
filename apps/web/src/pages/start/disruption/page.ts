import { type Page, show } from '../../../page.js';
import { disruptionFor, filesFor, reportsAndAbsences } from '../../../sections.js';

/** Absences, intelligence, incidents, persons, places and measures: one way to each that the reader's roles open. */
export const page: Page = {
  id: 'start/disruption',
  url: '/disruption',
  section: '/disruption',

  async get({ who }) {
    const ways = [...reportsAndAbsences(who ?? {}), ...disruptionFor(who ?? {}), ...filesFor(who ?? {})];
    return show({ title: 'Disruption', model: { ways } });
  },
};
