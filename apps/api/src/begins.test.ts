import { type RecordKind, topics } from '@mase/workflow';
import { expect, it } from 'vitest';
import { begunOn } from './begins.js';

/** Kinds of record that are begun from no page of another, and from where instead. */
const begunElsewhere: { readonly [kind in RecordKind]?: string } = {
  accessConsultation: 'on an access request, by whoever may decide its items',
  accessRequest: 'from the list of access requests',
  agency: 'on the command line',
  auditAction: 'on a case audit that was returned',
  breakGlass: 'by the reference of a record that is not open',
  child: 'with a referral, a report or a file',
  childCase: 'by a referral, whose child may be new',
  dipSample: 'from the quality of the work',
  disposal: 'from the list of what is due for review',
  dutyRota: 'from the list of rotas',
  export: 'from the list of exports',
  incident: 'from the list of incidents, or by a file',
  incidentPart: 'on an incident, by whoever may change it',
  instrumentChange: 'from the list of instruments',
  intelligenceRequirement: 'from the shelves of intelligence',
  legalHold: 'from the list of holds',
  locationCase: 'by a report of a place, which may be new',
  panel: 'from the list of panels',
  partnerFigures: 'from the list of the figures of partners',
  personCase: 'by a nomination of a person, who may be new',
  populationTable: 'from the list of tables, or by a file',
  practiceTheme: 'from the quality of the work',
  profileChange: 'from the rules of the area',
  qualityActivity: 'from the quality of the work',
  qualityStandard: 'from the quality of the work',
  returnInterview: 'on a missing episode that is over',
  serviceFeedback: 'from the quality of the work',
  sitting: 'from the list of sittings, or on a panel',
  trainingSession: 'from the quality of the work',
  user: 'from the list of users',
};

it('what makes a record is told on the page of what it hangs on or names, or begins elsewhere as is said here', () => {
  const told = new Set(Object.values(begunOn).flat());
  const made = topics.flatMap(({ kind, commands, policy }) => {
    const creating = Object.entries(commands).filter(([, { creates }]) => creates);
    const byPeople = creating.filter(([verb]) =>
      policy.some(({ command, roles }) => command === verb && roles.length > 0),
    );
    return byPeople.length > 0 ? [kind] : [];
  });
  expect(made.filter((kind) => !told.has(kind) && !(kind in begunElsewhere))).toEqual([]);
  expect(Object.keys(begunElsewhere).filter((kind) => told.has(kind as RecordKind))).toEqual([]);
  expect(Object.keys(begunElsewhere).filter((kind) => !made.includes(kind as RecordKind))).toEqual([]);
});
