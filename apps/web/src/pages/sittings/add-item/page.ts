import { canDo, missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { ApiRefusedError } from '../../../api-refused-error.js';
import { draftPart } from '../../../drafts.js';
import { type Fields, select } from '../../../error-words.js';
import { again, goTo, type Page, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import { timedAgenda } from '../agenda-times.js';
import { allCandidates, type Candidate, groupsOf, readProposals, startValues } from '../candidates.js';
import { readSitting, sittingWords } from '../sitting.js';

const fields: Fields = { caseId: select('at least one candidate') };

interface Taken {
  version: string | undefined;
  count: number;
}

/** Kinds of what stands behind an item without a case, as the api calls its subject. */
const subjects: Record<string, string> = {
  challenge: 'challenge',
  intelligenceRequirement: 'requirement',
  disruptionMeasure: 'order',
};

/** The command that puts one ticked candidate on the agenda: a case, or what is no case. */
function requestFor(visit: Visit, id: string): { verb: string; body: object } {
  const kind = visit.typed(`kind-${id}`) ?? 'childCase';
  const minutes = visit.typed(`minutes-${id}`);
  const rest = {
    section: visit.typed(`section-${id}`),
    asked: visit.typed(`asked-${id}`),
    minutes: minutes === undefined ? undefined : Number(minutes),
    lateReason: visit.typed('lateReason'),
  };
  const title = visit.typed(`title-${id}`);
  if (title === undefined)
    return {
      verb: 'add-item',
      body: { caseId: id, caseKind: kind === 'childCase' ? undefined : kind, ...rest },
    };
  const carried = kind === 'carried';
  const subject = carried ? visit.typed(`subject-${id}`) : subjects[kind];
  const subjectId = carried ? visit.typed(`behind-${id}`) : id;
  return {
    verb: 'add-subject',
    body: { subject, subjectId, title, carriedFrom: carried ? id : undefined, ...rest },
  };
}

/** Puts one candidate after another on the agenda, each by its own command upon the version that the last one left. */
async function addAll(visit: Visit, ids: string[]): Promise<number> {
  let taken: Taken = { version: visit.sent.version, count: 0 };
  for (const id of ids) {
    const { verb, body } = requestFor(visit, id);
    const answer = await visit.api.post(`${path`/api/v1/sittings/${visit.params.id ?? ''}`}/${verb}`, body, {
      key: visit.sent.key && `${visit.sent.key}-${id}`,
      version: taken.version,
    });
    if (!answer.ok) throw new ApiRefusedError(answer);
    taken = { version: answer.etag ?? taken.version, count: taken.count + 1 };
  }
  return taken.count;
}

/** What stands behind an item that is carried over, to be sent along. */
function behindOf(candidates: readonly Candidate[], carried: { itemId: string; subjectId: string | null }[]) {
  return candidates.flatMap(({ id, subject, kind }) =>
    kind === 'carried' && subject
      ? [
          {
            subjectField: `subject-${id}`,
            subject: subject.kind,
            behindField: `behind-${id}`,
            behind: carried.find(({ itemId }) => itemId === id)?.subjectId ?? '',
          },
        ]
      : [],
  );
}

/** Candidates to put on the agenda, by list and each with why: tick them, say where each comes, what is asked and for how long. */
export const page: Page = {
  id: 'sittings/add-item',
  url: '/sittings/:id/add-item',
  section: '/sittings',
  fields,
  place: (pointer, visit) => placed(pointer, visit),
  draft: (visit) => draftPart(visit.params.id ?? '', visit.query.after),
  // Who came to be a candidate since has what is asked for him or her filled in, and who was come from is ticked.
  putBack: (typed, now) => ({
    ...now,
    ...typed,
    caseId: [...new Set([typed.caseId ?? [], now.caseId ?? []].flat())],
  }),

  async get(visit) {
    const [{ sitting, etag }, proposals] = await Promise.all([readSitting(visit), readProposals(visit)]);
    const asked = visit.query.caseId;
    const open = allCandidates(proposals);
    const agenda = timedAgenda(sitting);
    const base = `/sittings/${sitting.id}`;
    return show({
      title: 'Add items to the agenda',
      version: etag,
      back: { href: base, text: 'Back to the agenda' },
      values: { ...startValues(open), caseId: asked ?? [] },
      model: {
        caption: sittingWords(sitting),
        groups: groupsOf(open, sitting),
        behind: behindOf(open, proposals.carried),
        count: open.filter(({ listed, elsewhere }) => listed && !elsewhere).length,
        agenda,
        left: agenda.available - agenda.asked,
        more: proposals.next ? `${base}/add-item?after=${encodeURIComponent(proposals.next)}` : null,
        theme: `${base}/add-subject`,
        // Whoever comes from a case that waits elsewhere, or not at all, is told why it is not here.
        elsewhere: asked !== undefined && !open.some(({ id, elsewhere }) => id === asked && !elsewhere),
        late: sitting.papersIssuedAt !== null,
        missing: canDo(sitting.allowed, 'sittings/add-item')
          ? []
          : missingFor(sitting.allowed, 'sittings/add-item'),
        cancel: base,
      },
    });
  },

  async post(visit) {
    const ids = visit.typedList('caseId');
    if (!ids) return again({ caseId: 'Select at least one candidate' });
    const bad = ids.find((id) => !/^\d{1,3}$/.test(visit.typed(`minutes-${id}`) ?? '5'));
    if (bad) return again({ [`minutes-${bad}`]: 'Minutes must be a whole number, like 8' });
    const unasked = ids.find((id) => !visit.typed(`asked-${id}`));
    if (unasked) return again({ [`asked-${unasked}`]: 'Enter what is asked of the panel' });
    const count = await addAll(visit, ids);
    const words = count === 1 ? 'One item was added.' : `${count} items were added.`;
    return goTo(`/sittings/${encodeURIComponent(visit.params.id ?? '')}#agenda`, words);
  },
};

/** A fault of one item belongs to the first ticked candidate, which is the one being added when there is only one. */
function placed(pointer: string, visit: Visit): string | undefined {
  const field = pointer.slice(1);
  const [first] = visit.typedList('caseId') ?? [];
  return ['section', 'minutes', 'asked', 'title'].includes(field) && first ? `${field}-${first}` : undefined;
}
