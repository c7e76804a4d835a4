import { labelOf, stateLabels } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { dateWords, plannedWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { isToCome, type PanelView, panelFacts, readPanel } from '../panel.js';

const steps = [
  { verb: 'plan-series', to: 'series', text: 'Plan sittings by a rule' },
  { verb: 'change-members', to: 'change-members', text: 'Change the members' },
  { verb: 'change-panel', to: 'change-panel', text: 'Change the panel' },
  { verb: 'publish-terms', to: 'publish-terms', text: 'Publish terms of reference' },
  { verb: 'close-panel', to: 'close-panel', text: 'Close the panel' },
];

function memberLines({ memberList }: PanelView) {
  const nameOf = (id: string | null) => memberList.find((one) => one.id === id)?.name;
  return memberList.map((one) => ({
    name: one.name,
    agency: one.agency ?? labelOf(one.agencyKind),
    part: one.as === 'substitute' ? `Substitute for ${nameOf(one.forId) ?? 'a member'}` : 'Member',
    account: one.userId ? '' : 'No account: reads nothing here',
  }));
}

/** One panel: what it says of itself, who belongs to it, its sittings to come and its terms of reference. */
export const page: Page = {
  id: 'panels/view',
  url: '/panels/:id',
  section: '/sittings',

  async get(visit) {
    const { panel } = await readPanel(visit);
    const href = `/panels/${panel.id}`;
    const open = steps.filter(({ verb }) => canDo(panel.allowed, `panels/${verb}`));
    return show({
      title: panel.name,
      back: { href: '/panels', text: 'Panels' },
      model: {
        facts: panelFacts(panel),
        closed: panel.closed,
        members: memberLines(panel),
        sittings: panel.sittings
          .filter(({ state }) => isToCome(state))
          .map((one) => ({
            href: `/sittings/${one.id}`,
            when: plannedWords(one.startsAt),
            place: one.place,
            state: stateLabels[one.state] ?? one.state,
          })),
        schedule: open.length > 0 ? `/sittings/schedule-sitting?panel=${panel.id}` : null,
        terms: panel.terms[0]
          ? {
              ...panel.terms[0],
              review: dateWords(panel.terms[0].reviewOn),
              on: dateWords(panel.terms[0].at),
            }
          : null,
        earlier: Math.max(0, panel.terms.length - 1),
        steps: open.map(({ verb, to, text }) => ({ href: `${href}/${to}`, text, command: `panels/${verb}` })),
      },
    });
  },
};
