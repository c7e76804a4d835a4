import { stateLabels } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { birthWords, dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { withDates } from '../../../why-dates.js';
import { cautionLines } from '../../caution-lines.js';
import { workersWords } from '../../child-cases/case-bar.js';
import { endingWords, measureTag } from '../../disruption-measures/measure.js';
import { linksAt } from '../../links/links-at.js';
import { beganWords, endedWords, interviewWords, kindWords } from '../../missing-episodes/episode.js';
import { aboutGroups } from '../about.js';
import type { ChildView } from '../child.js';
import { offersLooks } from '../offers-looks.js';
import { standsWith } from '../stands-with.js';

const unknown = 'Not yet known';
const sexes: Record<string, string> = { male: 'Male', female: 'Female' };

function facts(child: ChildView): { key: string; text: string }[] {
  const { status, upn } = child;
  const since = status ? ` since ${dateWords(status.since)}` : '';
  const identity = [
    { key: 'Chosen name', text: child.chosenName ?? unknown },
    { key: 'Born', text: child.birthDate ? birthWords(child.birthDate) : unknown },
    { key: 'Sex', text: sexes[child.sex ?? ''] ?? unknown },
    { key: 'Local number', text: child.localId ?? 'None' },
  ];
  if (child.withheld.includes('case'))
    return [...identity, { key: 'All else', text: 'Kept from your role: it opens to those who hold a case' }];
  return [
    ...identity,
    { key: 'Ethnicity', text: child.ethnicity ?? unknown },
    {
      key: 'Unique pupil number',
      text: upn ? `${upn.value}${upn.verified ? '' : ' (not checked)'}` : 'None',
    },
    { key: 'NHS number', text: child.nhsNumber ? child.nhsNumber.replace(/^(...)(...)/, '$1 $2 ') : unknown },
    { key: 'Workers', text: workersWords(child.workers) ?? 'None allocated yet' },
    {
      key: 'Legal status',
      text: status ? `${status.legalStatus}${since}` : 'Not looked after, as far as is known',
    },
    { key: 'Placement', text: status ? `${status.placement}${since}` : 'None' },
  ];
}

/** What the record opens with, with the ways to change and end a carer where these are open. */
function about(child: ChildView) {
  const groups = aboutGroups(child.about);
  if (!groups) return null;
  const way = (verb: string, id: string) =>
    canDo(child.allowed, `children/${verb}`)
      ? `/children/${child.id}/${verb}?carer=${encodeURIComponent(id)}`
      : null;
  const carers = groups.carers.map((one) => ({
    ...one,
    change: way('change-carer', one.id),
    end: way('end-carer', one.id),
  }));
  return { ...groups, carers };
}

/** One child: identity, legal status and placement, cases and missing episodes. */
export const page: Page = {
  id: 'children/view',
  url: '/children/:id',
  section: '/children',

  async get(visit) {
    const { body } = await visit.read<ChildView>(path`/api/v1/children/${visit.params.id ?? ''}`);
    const episodes = [...body.episodes].sort((one, other) => other.start.localeCompare(one.start));
    const links = await linksAt(visit, 'child', body);
    return show({
      title: body.name,
      back: { href: '/children', text: 'Children on the books' },
      model: {
        links,
        about: about(body),
        cautions: cautionLines(body.cautions),
        ...withDates(facts(body), body),
        ...standsWith(body),
        opened: !body.withheld.includes('case'),
        looks: offersLooks(visit.who) ? `/children/${body.id}/looks` : null,
        incidents: `/children/${body.id}/incidents`,
        cases: body.cases.map(({ id, reference, state }) => ({
          href: `/child-cases/${id}`,
          text: `${reference}, ${(stateLabels[state.work] ?? state.work).toLowerCase()}`,
        })),
        proposals: body.proposals.map(({ id, state }) => ({
          href: `/referral-proposals/${id}`,
          text: `Referral proposal, ${(stateLabels[state] ?? state).toLowerCase()}`,
        })),
        protections: body.protections.map((one) => ({
          href: `/protections/${one.id}`,
          title: one.title,
          outcome: one.ended
            ? endingWords(one.ended)
            : one.lastDay
              ? `Last day: ${dateWords(one.lastDay)}`
              : '',
          tag: measureTag(one),
        })),
        episodes: episodes.map((one) => ({
          href: `/missing-episodes/${one.id}`,
          kind: kindWords[one.kind] ?? one.kind,
          start: beganWords(one),
          end: endedWords(one) ?? 'Missing now, or the return is not recorded',
          interview: interviewWords(one) ?? '',
        })),
        report: canDo(body.begins, 'missing-episodes/report-missing')
          ? `/missing-episodes/report-missing?child=${body.id}`
          : null,
      },
    });
  },
};
