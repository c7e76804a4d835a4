import { labelOf, roleNames } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { inHandWords } from '../../plan-actions/action.js';
import { type OpenedCopy, readCopy } from '../copy.js';

const titled = (name: string, role: keyof typeof roleNames | null) =>
  role ? `${name}, ${roleNames[role].toLowerCase()}` : name;

function wordsOf({ words }: OpenedCopy) {
  if (!words) return null;
  return {
    ...words,
    actions: words.actions.map(({ what, outcome, ownerName, ownerRole, due, cover }) => ({
      what,
      outcome,
      due,
      owner: titled(ownerName, ownerRole),
      cover: cover.map(({ name, from, until }) =>
        inHandWords({ because: 'absence', coverName: name, from, until }),
      ),
    })),
    recipients: words.recipients.map(({ name, role }) => titled(name, role)),
  };
}

function receiptWords({ version, at, how, said }: OpenedCopy['receipts'][number], plain: boolean): string {
  if (!plain) return `Version ${version}, opened on ${dateWords(at)}`;
  return `Version ${version}, given on ${dateWords(at)}: ${how}${said ? `. They said: “${said}”` : ''}`;
}

/** A copy in plain words: what it says, and what is to be done with it now. */
function plainOf(copy: OpenedCopy) {
  if (!copy.plain) return null;
  const here = `/plan-copies/${copy.id}`;
  const again = copy.plain.to === 'parent' ? `?for=${encodeURIComponent(copy.recipientId)}` : '';
  return {
    ...copy.plain,
    given: canDo(copy.allowed, 'plan-copies/record-receipt') ? `${here}/record-receipt` : null,
    pdf: `${here}/document`,
    html: `${here}/document?format=html`,
    outdated: copy.state === 'outdated',
    again: `/child-cases/${copy.caseId}/write-plain-plan${again}`,
  };
}

/** One copy of a plan: opened first by its recipient, then the part in force, who covers and who else has it. */
export const page: Page = {
  id: 'plan-copies/view',
  url: '/plan-copies/:id',
  section: '/child-cases',

  async get(visit) {
    const { copy } = await readCopy(visit);
    const here = `/child-cases/${copy.caseId}`;
    return show({
      title: copy.plain
        ? `Plan in plain words, version ${copy.plan}`
        : `${labelOf(copy.part)} part of the plan, version ${copy.plan}`,
      ...(copy.mayOpenCase ? { back: { href: `${here}/plan`, text: 'The whole plan' } } : {}),
      model: {
        caption: copy.name ? `${copy.reference}, ${copy.name}` : copy.reference,
        copy,
        issued: dateWords(copy.issuedAt),
        opened: copy.openedAt ? dateWords(copy.openedAt) : null,
        ended: copy.endedAt ? dateWords(copy.endedAt) : null,
        words: wordsOf(copy),
        receipts: copy.receipts.map((one) => receiptWords(one, Boolean(copy.plain))),
        plain: plainOf(copy),
        open: canDo(copy.allowed, 'plan-copies/open-copy') ? `/plan-copies/${copy.id}/open-copy` : null,
      },
    });
  },
};
