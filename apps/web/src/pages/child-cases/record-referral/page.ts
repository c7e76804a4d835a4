import { concerns } from '@mase/workflow/words';
import { enter, enterDate, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import { concernOf } from '../code-words.js';

const childFields = ['firstName', 'lastName', 'chosenName', 'sex', 'nhsNumber', 'description'] as const;

function filled<T extends object>(values: T): T | undefined {
  return Object.values(values).some((value) => value !== undefined) ? values : undefined;
}

function childOf(visit: Visit) {
  const texts = Object.fromEntries(childFields.map((name) => [name, visit.typed(`child-${name}`)]));
  return filled({ ...texts, birthDate: visit.typedDate('child-birthDate') });
}

function awareness(visit: Visit, who: string) {
  const [knows, agrees, reason] = ['knows', 'agrees', 'reason'].map((part) => visit.typed(`${who}-${part}`));
  if (!knows && !agrees && !reason) return undefined;
  return { knows: knows ?? 'not-yet-known', agrees: agrees ?? 'not-yet-known', reason };
}

const danger: Record<string, boolean> = { yes: true, no: false };

const aware = (who: string) => ({
  [`${who}-knows`]: select(`whether the ${who === 'childAware' ? 'child' : 'parent'} knows`),
  [`${who}-agrees`]: select(`whether the ${who === 'childAware' ? 'child' : 'parent'} agrees`),
  [`${who}-reason`]: enter('why it was not asked'),
});

/** A referral on one page: what was seen or said, who it is about, and whether there is immediate danger; all else may wait. */
export const page: Page = {
  id: 'child-cases/record-referral',
  url: '/child-cases/record-referral',
  section: '/child-cases/record-referral',
  fields: {
    immediateDanger: select('whether the child is in immediate danger'),
    seenOrSaid: enter('what was seen or said'),
    child: { ...enter('who the child is'), part: 'firstName' },
    'child-birthDate': enterDate('the date of birth'),
    'child-nhsNumber': enter('the NHS number'),
    'child-description': enter('a description of the child'),
    concern: select('what the concern is'),
    source: enter('where the referral comes from'),
    household: enter('who lives with the child'),
    concernAtHome: select('whether a person of concern is in the household'),
    concernAtHomeWho: enter('who the person of concern is'),
    positionOfTrust: select('whether anybody of concern works with children'),
    onBehalfOf: enter('on whose behalf'),
    ...aware('childAware'),
    ...aware('parentAware'),
    happened: enterDate('the date and time when you learnt of it'),
  },
  draft: () => 'new',

  async get(visit) {
    const more = [
      'child-nhsNumber',
      'concern',
      'household',
      'concernAtHome',
      'positionOfTrust',
      'source',
      'onBehalfOf',
      'childAware',
      'parentAware',
      'happened',
    ];
    const typed = Object.entries(visit.form).filter(([, value]) => value);
    return show({
      title: 'Record a referral',
      model: {
        openMore: typed.some(([name]) => more.some((field) => name.startsWith(field))),
        concerns: concerns.map((concern) => ({ value: concern, text: concernOf(concern) })),
      },
    });
  },

  async post(visit) {
    const { body } = await visit.send<{ id: string }>('/api/v1/child-cases/record-referral', {
      seenOrSaid: visit.typed('seenOrSaid'),
      immediateDanger: danger[visit.typed('immediateDanger') ?? ''],
      child: childOf(visit),
      source: visit.typed('source'),
      concern: visit.typed('concern'),
      household: visit.typed('household'),
      concernAtHome: visit.typed('concernAtHome'),
      concernAtHomeWho: visit.typed('concernAtHome') === 'yes' ? visit.typed('concernAtHomeWho') : undefined,
      positionOfTrust: visit.typed('positionOfTrust'),
      onBehalfOf: visit.typed('onBehalfOf'),
      childAware: awareness(visit, 'childAware'),
      parentAware: awareness(visit, 'parentAware'),
      happened: visit.typedMoment('happened'),
    });
    return goTo(
      `/child-cases/${body.id}`,
      'The referral is recorded. Triage decides by the end of the next working day',
    );
  },
};
