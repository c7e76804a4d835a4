import { triageOutcomes } from '@mase/workflow/words';
import { path } from '../../../api-client.js';
import { enter, select } from '../../../error-words.js';
import { readTeams } from '../../../teams.js';
import type { Visit } from '../../../visit.js';
import { casePage, type OpenedCase } from '../case-page.js';
import type { CaseView } from '../case-view.js';
import { outcomeOf } from '../code-words.js';
import { entryLines } from '../entry-words.js';
import { type Matches, matchChoices, namesWithoutCase } from './match-choices.js';

function outcomes(view: CaseView) {
  const ways = (view.allowed ?? []).filter(({ command }) => command === 'child-cases/decide-triage');
  return triageOutcomes.map((outcome) => {
    const way = ways.find(({ choice }) => choice === outcome);
    const missing = way && !way.available ? way.missing.map(({ words }) => words).join(' ') : '';
    return {
      value: outcome,
      text: outcomeOf(outcome),
      ...(missing ? { hint: { text: `Not yet possible. ${missing}` } } : {}),
    };
  });
}

async function model({ view }: OpenedCase, visit: Visit) {
  const [teams, matches] = await Promise.all([
    readTeams(visit),
    visit.read<Matches>(path`/api/v1/child-cases/${view.id}/possible-matches`),
  ]);
  const referral = view.written.find(({ kind, wrong }) => kind === 'referral' && !wrong);
  return {
    outcomes: outcomes(view),
    teams: [{ value: '', text: 'Choose a team' }, ...teams],
    referral: referral ? entryLines(referral) : [],
    matches: matchChoices(matches.body, view),
    others: namesWithoutCase(matches.body),
  };
}

/** Names typed one to a line. */
function namesIn(typed: string | undefined): string[] | undefined {
  const names = (typed ?? '').split(/\r?\n/).map((one) => one.trim());
  const given = names.filter(Boolean);
  return given.length > 0 ? given : undefined;
}

/** Triage: what was referred, who the child may already be, the view of the police, and the decision. */
export const page = casePage({
  verb: 'decide-triage',
  fields: {
    policeView: select('whether the police have given their view'),
    policeViewText: enter('the view of the police'),
    outcome: select('an outcome'),
    teamId: select('the team that will hold the case'),
    otherCaseId: select('the other case'),
    otherArea: enter('the other area and who was told there'),
    referrerTold: enter('how the referrer was told'),
    reasons: enter('the reasons'),
    present: enter('who was there'),
  },
  model,
  body: (visit) => ({
    outcome: visit.typed('outcome'),
    reasons: visit.typed('reasons'),
    policeView: visit.typed('policeView'),
    policeViewText: visit.typed('policeViewText'),
    teamId: visit.typed('teamId'),
    otherCaseId: visit.typed('otherCaseId'),
    otherArea: visit.typed('otherArea'),
    referrerTold: visit.typed('referrerTold'),
    present: namesIn(visit.typed('present')),
  }),
  done: 'The triage decision is recorded',
});
