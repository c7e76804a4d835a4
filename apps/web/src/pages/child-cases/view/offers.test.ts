import { commandLabels } from '@mase/workflow/words';
import { describe, expect, it } from 'vitest';
import type { Who } from '../../../who.js';
import type { CaseView } from '../case-view.js';
import { nextSteps } from './next-steps.js';
import { isGrouped, offerGroups } from './offer-groups.js';
import { offersOf, wantingOf } from './offers.js';

const allowed = (verb: string, available: boolean, code = '', words = '', who = '') => ({
  command: `child-cases/${verb}`,
  available,
  missing: available ? [] : [{ code, words, who }],
});

const clock = (rule: string, due: string, overdue = false) => ({
  rule,
  label: rule,
  why: ['Why it is due then'],
  provisional: false,
  start: '2026-01-05T09:00:00.000Z',
  due,
  who: 'role:duty-manager',
  overdue,
});

const view = (about: Partial<CaseView>): CaseView => ({
  id: 'c1',
  reference: 'C-1',
  childId: 'p1',
  state: { work: 'assessing', panel: 'notListed' },
  version: 3,
  earlier: false,
  classes: ['case'],
  withheld: [],
  written: [],
  ...about,
});

const verbsOf = (about: CaseView) =>
  offerGroups(about).map(({ title, offers }) => [
    title,
    ...offers.map(({ command }) => command.split('/')[1]),
  ]);

describe('what a case page groups', () => {
  it('is all that is allowed, each once, by what a worker does next, with what is due first', () => {
    const shown = view({
      clocks: [
        clock('contact', '2026-01-08T00:00:00.000Z'),
        clock('grade-confirmation', '2026-01-06T00:00:00.000Z'),
      ],
      allowed: [
        ...['correct-record', 'suspend', 'record-contact', 'raise-immediate-danger', 'confirm-grade'],
        ...['list-for-panel', 'agree-plan', 'allocate-worker', 'record-view'],
      ].map((verb) => allowed(verb, true)),
      begins: [{ command: 'challenges/raise-challenge', available: true, missing: [] }],
    });
    expect(verbsOf(shown)).toEqual([
      ['Do now', 'confirm-grade', 'record-contact', 'raise-immediate-danger'],
      ['Record', 'record-view'],
      ['Plan', 'agree-plan'],
      ['People and agencies', 'allocate-worker'],
      ['Panel', 'list-for-panel'],
      ['End or move', 'suspend'],
      ['Correct or challenge', 'correct-record', 'raise-challenge'],
    ]);
    expect(offerGroups(shown)[0]?.offers.map(({ first }) => first)).toEqual([true, false, false]);
  });

  it('begins with what is due of the reader, before what is due of somebody else', () => {
    const shown = view({
      clocks: [
        clock('contact', '2026-01-06T00:00:00.000Z'),
        { ...clock('grade-confirmation', '2026-01-08T00:00:00.000Z'), who: 'team:north:manager' },
      ],
      allowed: [allowed('record-contact', true), allowed('confirm-grade', true)],
    });
    const manager = { name: 'Mo Manager', role: 'Manager', roles: ['manager'] } as Who;
    expect(offerGroups(shown, manager)[0]?.offers[0]?.command).toBe('child-cases/confirm-grade');
    expect(offerGroups(shown)[0]?.offers[0]?.command).toBe('child-cases/record-contact');
  });

  it('begins with what is likely next where nothing is due', () => {
    const shown = view({ allowed: [allowed('record-view', true), allowed('assess-risk', true)] });
    expect(verbsOf(shown)).toEqual([
      ['Do now', 'assess-risk'],
      ['Record', 'record-view'],
    ]);
  });

  it('has a place for every command of a case', () => {
    const verbs = Object.keys(commandLabels).filter((one) => one.startsWith('child-cases/'));
    const byOthers = [
      'record-referral',
      'record-panel-decision',
      'mark-adult',
      'mark-for-chair',
      'await-next-check',
      'escalate-transfer',
      'repeat-danger',
    ];
    const left = verbs.map((one) => one.slice('child-cases/'.length)).filter((one) => !isGrouped(one));
    expect(left.filter((one) => !byOthers.includes(one))).toEqual([]);
  });
});

describe('what a case page offers', () => {
  it('is each command that is allowed, once, with what a clock waits for first', () => {
    const shown = view({
      clocks: [clock('grade-confirmation', '2026-01-06T00:00:00.000Z')],
      allowed: [
        allowed('record-view', true),
        allowed('confirm-grade', true),
        { ...allowed('confirm-grade', true), choice: 'low' },
      ],
    });
    expect(offersOf(shown)).toEqual([
      {
        command: 'child-cases/confirm-grade',
        text: 'Confirm the grade',
        href: '/child-cases/c1/confirm-grade',
        first: true,
      },
      {
        command: 'child-cases/record-view',
        text: 'Record a view',
        href: '/child-cases/c1/record-view',
        first: false,
      },
    ]);
  });

  it('says what is missing and who can supply it, where a clock waits or only something missing stands in the way', () => {
    const shown = view({
      clocks: [clock('grade-confirmation', '2026-01-06T00:00:00.000Z')],
      allowed: [
        allowed('confirm-grade', false, 'notPermitted', 'Your role does not give this.', 'a manager'),
        allowed('approve-closure', false, 'wrongState', 'Not in this state.', 'nobody'),
        allowed('agree-plan', false, 'actions', 'The plan has no action yet.', 'the worker'),
        allowed('share-plan', false, 'notPermitted', 'Your role does not give this.', 'the worker'),
      ],
    });
    expect(wantingOf(shown)).toEqual([
      { text: 'Confirm the grade', missing: [{ words: 'Your role does not give this.', who: 'a manager' }] },
      { text: 'Agree the plan', missing: [{ words: 'The plan has no action yet.', who: 'the worker' }] },
    ]);
  });
});

describe('the next steps of a case', () => {
  it('stand soonest first, each with why it is due then, who it waits for and the page that meets it', () => {
    const shown = view({
      clocks: [
        clock('first-assessment', '2026-01-20T00:00:00.000Z'),
        clock('danger-acknowledgement', '2026-01-05T10:00:00.000Z', true),
      ],
      allowed: [allowed('assess-risk', true)],
    });
    const [danger, assessment] = nextSteps(shown);
    expect(danger).toMatchObject({
      timed: true,
      overdue: true,
      who: 'the duty manager',
      href: null,
      why: ['Why it is due then'],
    });
    expect(assessment).toMatchObject({
      timed: false,
      href: '/child-cases/c1/assess-risk',
    });
  });
});
