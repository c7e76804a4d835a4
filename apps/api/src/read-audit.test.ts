import { readFileSync } from 'node:fs';
import { openOwner } from '@mase/store/testing';
import { aNomination, aPlaceReport } from '@mase/workflow/testing';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { littleSitting } from './packs/testing/little-sitting.js';
import { missing } from './testing/child-steps.js';
import { type TestApi, testApi } from './testing/test-api.js';

const description = JSON.parse(
  readFileSync(new URL('../../../docs/api/openapi.json', import.meta.url), 'utf8'),
) as { paths: { [path: string]: { get?: object } } };
const routes = Object.entries(description.paths).flatMap(([path, { get }]) => (get ? [path] : []));

interface Asked {
  who: string;
  /** Of which kind the record is whose id stands in the path. */
  of?: string;
  more?: string;
}

/** How each route that shows a person is asked; a route that is neither here nor below fails. */
const shows: { [path: string]: Asked } = {
  '/api/v1/agenda-items/{id}': { who: 'chair', of: 'agendaItem' },
  '/api/v1/child-cases': { who: 'auditor' },
  '/api/v1/child-cases/{id}': { who: 'auditor', of: 'childCase' },
  '/api/v1/child-cases/{id}/assessment-form': { who: 'auditor', of: 'childCase' },
  '/api/v1/child-cases/{id}/plan': { who: 'auditor', of: 'childCase' },
  '/api/v1/child-cases/{id}/outcomes': { who: 'auditor', of: 'childCase' },
  '/api/v1/child-cases/{id}/chronology': { who: 'auditor', of: 'childCase' },
  '/api/v1/child-cases/{id}/explanations': { who: 'auditor', of: 'childCase' },
  '/api/v1/child-cases/{id}/possible-matches': { who: 'triage', of: 'childCase' },
  '/api/v1/children': { who: 'auditor' },
  '/api/v1/children/{id}': { who: 'auditor', of: 'child' },
  '/api/v1/child-cases/{id}/holders': { who: 'manager', of: 'childCase' },
  '/api/v1/child-cases/{id}/carriers': { who: 'governance', of: 'childCase' },
  '/api/v1/children/{id}/carriers': { who: 'governance', of: 'child' },
  '/api/v1/children/{id}/possible-matches': { who: 'auditor', of: 'child' },
  '/api/v1/children/{id}/looks': { who: 'auditor', of: 'child' },
  '/api/v1/children/{id}/looks.csv': { who: 'auditor', of: 'child' },
  '/api/v1/drafts/{form}/{record}': { who: 'worker', of: 'childCase' },
  '/api/v1/history/{id}': { who: 'auditor', of: 'childCase' },
  '/api/v1/messages': { who: 'auditor' },
  '/api/v1/missing-episodes': { who: 'coordinator' },
  '/api/v1/missing-episodes/{id}': { who: 'coordinator', of: 'missingEpisode' },
  '/api/v1/missing-episodes/now': { who: 'police-desk' },
  '/api/v1/return-interviews': { who: 'coordinator' },
  '/api/v1/return-interviews/{id}': { who: 'coordinator', of: 'returnInterview' },
  '/api/v1/plan-actions': { who: 'auditor' },
  '/api/v1/plan-actions/{id}': { who: 'auditor', of: 'planAction' },
  '/api/v1/referral-proposals': { who: 'triage' },
  '/api/v1/referral-proposals/{id}': { who: 'triage', of: 'referralProposal' },
  '/api/v1/scorecard/records': {
    who: 'auditor',
    more: '?scorecard=children&figure=contacts&from=2026-01-01&to=2026-12-31',
  },
  '/api/v1/sittings/{id}': { who: 'chair', of: 'sitting' },
  '/api/v1/sittings/{id}/action-log': { who: 'chair', of: 'sitting' },
  '/api/v1/sittings/{id}/action-log.csv': { who: 'chair', of: 'sitting' },
  '/api/v1/sittings/{id}/proposals': { who: 'chair', of: 'sitting' },
  '/api/v1/sittings/{id}/connections': { who: 'chair', of: 'sitting' },
  '/api/v1/sittings/{id}/pack': { who: 'chair', of: 'sitting', more: '?format=html' },
  '/api/v1/unusual-looking': { who: 'governance', more: '?from=2026-11-01&to=2026-11-30' },
  '/api/v1/unusual-looking.csv': { who: 'governance', more: '?from=2026-11-01&to=2026-11-30' },
  '/api/v1/work-queue': { who: 'triage' },
  '/api/v1/person-cases': { who: 'intelligence' },
  '/api/v1/person-cases/{id}': { who: 'intelligence', of: 'personCase' },
  '/api/v1/persons/{id}': { who: 'intelligence', of: 'person' },
  '/api/v1/persons/{id}/possible-matches': { who: 'intelligence', of: 'person' },
  '/api/v1/location-cases': { who: 'intelligence' },
  '/api/v1/location-cases/{id}': { who: 'intelligence', of: 'locationCase' },
  '/api/v1/locations/picture': { who: 'intelligence' },
  '/api/v1/locations/{id}': { who: 'intelligence', of: 'location' },
  '/api/v1/locations/{id}/possible-matches': { who: 'intelligence', of: 'location' },
};

/** Routes of which this world has no record: what they show is tested where they are; here, that nothing leaves unaudited. */
const emptyHere: { [path: string]: Asked } = {
  '/api/v1/sittings/{id}/copies/{number}': { who: 'chair', of: 'childCase', more: '?format=html' },
  '/api/v1/plan-actions/similar': { who: 'coordinator' },
  '/api/v1/messages/{id}': { who: 'auditor', of: 'childCase' },
  '/api/v1/who-knew/{id}': { who: 'auditor', of: 'childCase' },
  '/api/v1/child-cases/triage-session': { who: 'triage' },
  '/api/v1/child-cases/{id}/journey': { who: 'auditor', of: 'childCase', more: '?format=html' },
  '/api/v1/child-cases/{id}/journey-copies': { who: 'auditor', of: 'childCase' },
  '/api/v1/child-cases/{id}/journey-copies/{number}': {
    who: 'auditor',
    of: 'childCase',
    more: '?format=html',
  },
  '/api/v1/exports/{id}/peer-review': { who: 'governance', of: 'childCase', more: '?format=html' },
  '/api/v1/plan-copies/{id}': { who: 'auditor', of: 'childCase' },
  '/api/v1/plan-copies/{id}/document': { who: 'auditor', of: 'childCase' },
  '/api/v1/break-glass': { who: 'caldicott' },
  '/api/v1/break-glass/{id}': { who: 'caldicott', of: 'childCase' },
  '/api/v1/disposals': { who: 'governance' },
  '/api/v1/disposals/due-for-review': { who: 'governance' },
  '/api/v1/disposals/{id}': { who: 'governance', of: 'childCase' },
  '/api/v1/disposals/{id}/certificate': { who: 'governance', of: 'childCase' },
  '/api/v1/access-requests': { who: 'governance' },
  '/api/v1/access-requests/{id}': { who: 'governance', of: 'childCase' },
  '/api/v1/access-requests/{id}/bundle': { who: 'governance', of: 'childCase' },
  '/api/v1/access-requests/{id}/response': { who: 'governance', of: 'childCase' },
  '/api/v1/access-consultations': { who: 'governance' },
  '/api/v1/access-consultations/{id}': { who: 'governance', of: 'childCase' },
  '/api/v1/exports': { who: 'governance' },
  '/api/v1/exports/{id}': { who: 'governance', of: 'childCase' },
  '/api/v1/exports/{id}/file': { who: 'governance', of: 'childCase' },
  '/api/v1/intelligence': { who: 'intelligence' },
  '/api/v1/intelligence/{id}': { who: 'intelligence', of: 'childCase' },
  '/api/v1/intelligence-requirements': { who: 'intelligence' },
  '/api/v1/intelligence-requirements/{id}': { who: 'intelligence', of: 'childCase' },
  '/api/v1/links': { who: 'intelligence' },
  '/api/v1/links/{id}': { who: 'intelligence', of: 'childCase' },
  '/api/v1/links/shared': { who: 'intelligence' },
  '/api/v1/clusters': { who: 'intelligence' },
  '/api/v1/clusters/{id}': { who: 'intelligence', of: 'childCase' },
  '/api/v1/match-lists': { who: 'intelligence' },
  '/api/v1/identifier-matches': { who: 'intelligence' },
  '/api/v1/identifier-matches/{id}': { who: 'intelligence', of: 'childCase' },
  '/api/v1/information-requests': { who: 'auditor' },
  '/api/v1/information-requests/{id}': { who: 'auditor', of: 'childCase' },
  '/api/v1/case-audits': { who: 'auditor' },
  '/api/v1/case-audits.csv': { who: 'auditor' },
  '/api/v1/case-audits/{id}': { who: 'auditor', of: 'childCase' },
  '/api/v1/case-audits/summary': { who: 'auditor', more: '?from=2026-11-01&to=2026-11-30' },
  '/api/v1/dip-samples/{id}': { who: 'auditor', of: 'childCase' },
  '/api/v1/audit-actions': { who: 'auditor' },
  '/api/v1/audit-actions.csv': { who: 'auditor' },
  '/api/v1/audit-actions/{id}': { who: 'auditor', of: 'childCase' },
  '/api/v1/challenges': { who: 'auditor' },
  '/api/v1/challenges/{id}': { who: 'auditor', of: 'childCase' },
  '/api/v1/notices': { who: 'auditor' },
  '/api/v1/notices/{id}': { who: 'auditor', of: 'childCase' },
  '/api/v1/service-episodes': { who: 'auditor' },
  '/api/v1/service-episodes/{id}': { who: 'auditor', of: 'childCase' },
  '/api/v1/judgement-lists': {
    who: 'auditor',
    more: '?list=below-floor&from=2026-01-01&to=2026-12-31',
  },
  '/api/v1/judgement-lists.csv': {
    who: 'auditor',
    more: '?list=below-floor&from=2026-01-01&to=2026-12-31',
  },
  '/api/v1/as-it-was': { who: 'auditor', more: '?kind=childCase&asOf=2026-11-02T09:00:00Z' },
  '/api/v1/as-it-was/{id}': { who: 'auditor', of: 'childCase', more: '?asOf=2026-11-02T09:00:00Z' },
  '/api/v1/silent-cases': { who: 'auditor' },
  '/api/v1/clocks': { who: 'auditor' },
  '/api/v1/sharing-ledger': { who: 'auditor', more: '?from=2026-01-01&to=2026-12-31' },
  '/api/v1/incidents': { who: 'chair' },
  '/api/v1/incidents/{id}': { who: 'chair', of: 'childCase' },
  '/api/v1/incident-parts': { who: 'intelligence' },
  '/api/v1/incident-parts/{id}': { who: 'intelligence', of: 'childCase' },
  '/api/v1/incident-victims': { who: 'chair' },
  '/api/v1/incident-victims/{id}': { who: 'chair', of: 'childCase' },
  '/api/v1/disruption-measures': { who: 'auditor' },
  '/api/v1/disruption-measures/{id}': { who: 'auditor', of: 'childCase' },
  '/api/v1/disruption-measures/tried': {
    who: 'auditor',
    more: '?aboutId=01890000-0000-7000-8000-000000000000',
  },
  '/api/v1/disruption-measures/form': { who: 'coordinator' },
  '/api/v1/disruption-measures/licensing': { who: 'auditor' },
  '/api/v1/disruption-measures/cawn': {
    who: 'auditor',
    more: '?childId=01890000-0000-7000-8000-000000000000',
  },
  '/api/v1/protections/{id}': { who: 'auditor', of: 'childCase' },
  '/api/v1/legal-holds': { who: 'governance' },
  '/api/v1/legal-holds/{id}': { who: 'governance', of: 'childCase' },
};

/** What shows nobody whom a record is about, and why. */
const showsNobody: { [path: string]: string } = {
  '/api/v1/saved-views': 'names and filters of the reader’s own views of lists',
  '/api/v1/agencies': 'agencies and their teams',
  '/api/v1/agencies/{id}': 'an agency and its teams',
  '/api/v1/demonstration-users': 'made-up people, in a demonstration alone',
  '/api/v1/duty-rotas': 'who is on duty',
  '/api/v1/duty-rotas/{id}': 'who is on duty',
  '/api/v1/agenda-items/{id}/invitation.ics': 'a panel, its place and its chair, and not which item it is',
  '/api/v1/sittings/{id}/invitation.ics': 'a panel, its place and its chair, and nothing of the agenda',
  '/api/v1/sittings.ics': 'panels, their places and chairs, and nothing of an agenda',
  '/api/v1/panels': 'panels, which are about nobody',
  '/api/v1/panels/{id}': 'a panel, which is about nobody',
  '/api/v1/panels/{id}/series': 'days on which a panel may sit',
  '/api/v1/agreement': 'counts alone',
  '/api/v1/incident-report': 'counts alone',
  '/api/v1/scorecard/measures': 'the registry of measures',
  '/api/v1/scorecard': 'counts alone',
  '/api/v1/scorecard.csv': 'counts alone',
  '/api/v1/incident-report.csv': 'counts alone',
  '/api/v1/missing-report': 'counts alone',
  '/api/v1/problem-profile': 'counts alone',
  '/api/v1/dip-samples': 'what samples were drawn by, and no case',
  '/api/v1/dip-samples/{id}/again': 'whether a sample comes out the same, and no case',
  '/api/v1/quality-standards': 'standards of agencies alone',
  '/api/v1/quality-standards/{id}': 'standards of agencies alone',
  '/api/v1/quality-activities': 'the calendar of a partnership alone',
  '/api/v1/quality-activities/{id}': 'the calendar of a partnership alone',
  '/api/v1/practice-themes': 'themes of practice alone',
  '/api/v1/practice-themes/{id}': 'themes of practice alone',
  '/api/v1/training-sessions': 'numbers of who was trained alone',
  '/api/v1/training-sessions/{id}': 'numbers of who was trained alone',
  '/api/v1/service-feedback': 'what was said of the service, by nobody who is named',
  '/api/v1/service-feedback/{id}': 'what was said of the service, by nobody who is named',
  '/api/v1/training-sessions/summary': 'numbers of who was trained alone',
  '/api/v1/service-feedback/summary': 'numbers of what was said alone',
  '/api/v1/partner-figures': 'counts of an agency alone',
  '/api/v1/partner-figures/{id}': 'counts of an agency alone',
  '/api/v1/population-tables': 'counts of an area alone',
  '/api/v1/population-tables/{id}': 'counts of an area alone',
  '/api/v1/problem-profile/document': 'counts alone',
  '/api/v1/missing-report.csv': 'counts alone',
  '/api/v1/language/by-team': 'counts alone',
  '/api/v1/instrument-changes': 'tools that are proposed',
  '/api/v1/instrument-changes/{id}': 'a tool that is proposed',
  '/api/v1/profile-changes': 'rules that are proposed',
  '/api/v1/profile-changes/{id}': 'rules that are proposed',
  '/api/v1/profiles': 'rules of an area',
  '/api/v1/profiles/{name}': 'rules of an area',
  '/api/v1/profile-comparison': 'rules of an area',
  '/api/v1/profile-words': 'names of grades and clocks',
  '/api/v1/instruments': 'tools and their dates',
  '/api/v1/instruments/in-force': 'tools and their questions',
  '/api/v1/letters': 'people with an account whom a letter did not reach, and nothing of what it was about',
  '/api/v1/me': 'the reader’s own account',
  '/api/v1/messages/preference': 'how the reader is told',
  '/api/v1/sessions': 'where the reader is signed in',
  '/api/v1/sign-in': 'the organisations that sign people in',
  '/api/v1/sittings': 'dates and states of sittings',
  '/api/v1/sittings/{id}/copies': 'those who have an account and get papers',
  '/api/v1/users': 'people with an account',
  '/api/v1/users/{id}': 'a person with an account',
  '/api/v1/users/{id}/sessions': 'where a person with an account is signed in',
};

let api: TestApi;
const ids: { [kind: string]: string } = {};
/** Every record that is part of a person’s: its id, its title where that is a name, and the persons. */
let personal: { id: string; title: string; persons: string[] }[] = [];

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  const sitting = await littleSitting(api);
  const along = {
    people: api.founded.people,
    agencies: api.founded.agencies,
    known: {} as { [name: string]: string },
  };
  api.time.now = '2026-11-02T09:00:00.000Z';
  for (const step of missing) {
    const told = step.body(along);
    const named = 'firstName' in told ? { firstName: `Made-up ${step.as}` } : {};
    const body = { ...told, ...named };
    const given = await api.give(step.who, step.command, body, step.on && along.known[step.on]);
    if (step.as) along.known[step.as] = given.id;
    await step.keep?.(along, given, api);
  }
  await api.give('referrer', 'person-cases/nominate', aNomination());
  await api.give('referrer', 'location-cases/report', aPlaceReport());
  await owner(async (client) => {
    const { rows } = await client.query(
      `select id, kind, title, persons from record where persons <> '{}' order by id`,
    );
    personal = rows;
    for (const { id, kind } of rows) ids[kind] ??= id;
  });
  Object.assign(ids, { sitting: sitting.id });
  await messageToAuditor();
  const draft = { fields: { reasons: 'Typed about Robbie' } };
  await api.ask('worker', 'PUT', `/api/v1/drafts/child-cases.confirm-grade/${ids.childCase}`, draft);
  await api.view('senior', 'children', ids.child as string);
});
afterAll(() => api.close());

async function messageToAuditor(): Promise<void> {
  await owner((client) =>
    client.query(
      `insert into message (partnership_id, id, principal, kind, record_id, at)
        select partnership_id, gen_random_uuid(), 'role:auditor', 'danger', id, now() from record where id = $1`,
      [ids.childCase],
    ),
  );
}

type Owner = Parameters<Parameters<typeof openOwner>[1]>[0];
const owner = <T>(work: (client: Owner) => Promise<T>) => openOwner(api.database.connections.owner, work);

const addressOf = (path: string, { of = '', more = '' }: Asked) =>
  path
    .replace('{form}', 'child-cases.confirm-grade')
    .replace('{record}', ids[of] ?? '')
    .replace('{id}', ids[of] ?? '')
    .replace('{number}', '1') + more;
const ask = (path: string): Promise<LightMyRequestResponse> => {
  const asked = (shows[path] ?? emptyHere[path]) as Asked;
  return api.ask(asked.who, 'GET', addressOf(path, asked));
};

/** The persons whom an answer shows: those of every record whose id or name stands in it. */
const personsIn = (body: string) => [
  ...new Set(
    personal
      .filter(({ id, title }) => body.includes(id) || (title.length > 3 && body.includes(title)))
      .flatMap(({ persons }) => persons),
  ),
];

/** The persons of the record whose id stands in the path, whether or not the answer says it again. */
const personsOf = (id?: string) => personal.find((one) => one.id === id)?.persons ?? [];

const auditedSince = (before: string) =>
  owner(async (client) => {
    const found = await client.query<{ person_id: string }>(
      'select s.person_id from audit a join audit_subject s on s.audit_id = a.id where a.id > $1',
      [before],
    );
    return found.rows.map((row) => row.person_id);
  });
const newestAudit = () =>
  owner(async (client) => {
    const found = await client.query<{ id: string }>('select max(id::text) as id from audit');
    return found.rows[0]?.id ?? '';
  });

const unavailable = {
  type: 'urn:mase:problem:unavailable',
  status: 503,
  code: 'UNAVAILABLE',
  title: 'Not available now',
  detail: 'The database does not answer. Nothing was shown. Repeat the request with the same key.',
  instance: expect.any(String),
};

/** Every address that shows a person, asked while the database refuses what the statements make it refuse. */
async function refusedEverywhere(make: string, undo: string): Promise<void> {
  await owner((client) => client.query(make));
  try {
    for (const path of [...Object.keys(shows), ...Object.keys(emptyHere)]) {
      const answer = await ask(path);
      expect([path, answer.statusCode, answer.json()]).toEqual([path, 503, unavailable]);
    }
  } finally {
    await owner((client) => client.query(undo));
  }
}

describe('every route that reads', () => {
  it('is known to show a person or to show nobody', () => {
    expect([...Object.keys(shows), ...Object.keys(emptyHere), ...Object.keys(showsNobody)].sort()).toEqual(
      routes.sort(),
    );
  });

  it.each(Object.keys(shows))(
    '%s has kept in the audit, when it answers, everybody whom it shows',
    async (path) => {
      const before = await newestAudit();
      const answer = await ask(path);
      expect(answer.statusCode, answer.body).toBe(200);
      const shown = [...personsIn(answer.body), ...personsOf(ids[shows[path]?.of ?? ''])];
      expect(shown.length).toBeGreaterThan(0);
      expect(await auditedSince(before)).toEqual(expect.arrayContaining(shown));
    },
  );

  it.each(Object.keys(showsNobody))('%s shows nobody whom a record is about', async (path) => {
    const at = path.replace(
      '{id}',
      (path.includes('sittings') ? ids.sitting : api.founded.people.worker) ?? '',
    );
    const answer = await api.ask('admin', 'GET', at);
    expect(personsIn(answer.body)).toEqual([]);
  });
});

describe('while the audit cannot be written', () => {
  it('no address shows anything: the table refuses the row', async () => {
    await refusedEverywhere('revoke insert on audit from mase_app', 'grant insert on audit to mase_app');
  });

  it('no address shows anything: the table refuses who was shown', async () => {
    await refusedEverywhere(
      'revoke insert on audit_subject from mase_app',
      'grant insert on audit_subject to mase_app',
    );
  });

  it('no address shows anything: the row is taken and the commit fails, so nothing had left before it', async () => {
    await refusedEverywhere(
      `create function full_disk() returns trigger language plpgsql as
         $$ begin raise exception 'no space left' using errcode = '53100'; end $$;
       create constraint trigger audit_fails after insert on audit deferrable initially deferred
         for each row execute function full_disk()`,
      'drop trigger audit_fails on audit; drop function full_disk()',
    );
  });

  it('no address sends a byte while the row waits, and each answers once it stands', async () => {
    const waiting = await owner(async (client) => {
      await client.query('begin; lock table audit in share row exclusive mode');
      const answered: string[] = [];
      const asked = Object.keys(shows).map(async (path) => {
        const answer = await ask(path);
        answered.push(path);
        return answer;
      });
      await new Promise((later) => setTimeout(later, 1500));
      expect(answered).toEqual([]);
      await client.query('rollback');
      return asked;
    });
    const answers = await Promise.all(waiting);
    expect(answers.map((one) => one.statusCode)).toEqual(answers.map(() => 200));
  });
});
