import { labelOf, perhaps, waysOfKnowing } from '@mase/workflow/words';
import { enter, select } from '../../../error-words.js';
import { captionOfCase, readCaseToHangOn } from '../../../on-case.js';
import { type Answer, goTo, type Page, show } from '../../../page.js';
import { placeOf } from '../../../place-of.js';
import type { Visit } from '../../../visit.js';
import { isLooking, namedTyped, recordsToName } from '../records-named.js';
import {
  hasNumbers,
  identifierAsked,
  identifierField,
  identifierFilled,
  identifierRows,
  identifiersTyped,
} from '../typed-identifiers.js';
import { fromInterview } from './from-interview.js';

const command = 'intelligence/submit-intelligence';
const options = (codes: readonly string[]) => codes.map((value) => ({ value, text: labelOf(value) }));

async function form(visit: Visit): Promise<Answer> {
  const about = visit.query.case ? await readCaseToHangOn(visit) : null;
  const interview = await fromInterview(visit);
  const records = await recordsToName(visit);
  const [kind = '', id = ''] = (visit.query.named ?? '').split(':');
  const place = placeOf(kind, id);
  const typed = Object.values(visit.form).some(Boolean);
  const from = interview?.href ?? place;
  return show({
    title: 'Submit intelligence',
    ...(about ? { back: { href: `/child-cases/${about.id}`, text: 'Back to the case' } } : {}),
    ...(from ? { back: { href: from } } : {}),
    values: typed
      ? visit.form
      : {
          ...interview?.values,
          ...(records.shared ? identifierFilled(records.shared) : {}),
          named: records.ticked,
        },
    model: {
      caption: about ? captionOfCase(about) : (interview?.caption ?? 'What you have seen, heard or found'),
      found: interview?.found ?? [],
      about: about !== null,
      ways: options(waysOfKnowing),
      answers: options(perhaps),
      yesNo: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ],
      records,
      ...identifierRows,
      numbersOpen: hasNumbers(visit) || records.shared?.kind === 'device',
      cancel: about ? `/child-cases/${about.id}` : (from ?? '/intelligence'),
    },
  });
}

/** Submits intelligence in plain words, from a case or from anywhere; who will see it is said before it is sent. */
export const page: Page = {
  id: command,
  url: `/${command}`,
  section: '/intelligence',
  fields: {
    findings: select('what was found'),
    seen: enter('what was seen or heard'),
    when: enter('when it was'),
    where: enter('where it was'),
    whoElseKnows: enter('who else knows'),
    howKnown: select('how you know it'),
    fromChild: select('whether it came from a child'),
    couldShow: select('whether acting on it could show where it came from'),
    childInDanger: select('whether a child may be in danger now'),
    find: enter('a name'),
    named: select('which records it tells of'),
    ...identifierAsked,
  },
  draft: ({ query }) => query.case ?? query.interview ?? query.named ?? 'new',
  place: (pointer, visit) => {
    const [, list, index] = pointer.split('/');
    return list === 'identifiers' ? identifierField(visit, Number(index)) : list;
  },

  get: form,

  async post(visit) {
    if (isLooking(visit)) return form(visit);
    const danger = visit.typed('childInDanger');
    const identifiers = identifiersTyped(visit);
    const named = namedTyped(visit);
    const { interview } = visit.query;
    const texts = ['seen', 'when', 'where', 'whoElseKnows', 'howKnown', 'fromChild', 'couldShow'];
    const { body } = await visit.send<{ id: string }>(`/api/v1/${command}`, {
      ...(visit.query.case ? { caseId: visit.query.case } : {}),
      ...(named.length > 0 ? { named } : {}),
      ...(interview ? { interviewId: interview, findings: visit.typedList('findings') ?? [] } : {}),
      ...Object.fromEntries(texts.map((name) => [name, visit.typed(name)])),
      ...(danger ? { childInDanger: danger === 'yes' } : {}),
      ...(identifiers.length > 0 ? { identifiers } : {}),
    });
    const at = interview ? `/return-interviews/${encodeURIComponent(interview)}` : null;
    return goTo(
      at ?? `/intelligence/${encodeURIComponent(body.id)}`,
      'The intelligence desk has your report.',
    );
  },
};
