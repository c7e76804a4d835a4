import { auditParts, auditPartWords } from '@mase/workflow/words';
import { path } from '../../../api-client.js';
import { enter, enterDate, select } from '../../../error-words.js';
import { onCaseCaption } from '../../../on-case.js';
import { goTo, type Page, show } from '../../../page.js';
import { peopleOptions, readPeople } from '../../../people.js';
import type { Visit } from '../../../visit.js';
import type { AuditView } from '../../case-audits/audit.js';

const command = 'audit-actions/add-action';

const readAudit = (visit: Visit) =>
  visit.read<AuditView>(path`/api/v1/case-audits/${visit.query.audit ?? ''}`);

/** Adds what a finding of an audit leads to: who does what by when, and how it will be known. */
export const page: Page = {
  id: command,
  url: `/${command}`,
  section: '/quality',
  fields: {
    part: select('the part of the audit'),
    what: enter('what is to be done'),
    proofWanted: enter('how it will be known'),
    ownerId: select('the owner'),
    due: enterDate('the day by which it is done'),
  },
  draft: (visit) => visit.query.audit ?? '',

  async get(visit) {
    const [{ body: audit }, people] = await Promise.all([readAudit(visit), readPeople(visit)]);
    const href = `/case-audits/${audit.id}`;
    return show({
      title: 'Add an action from the audit',
      back: { href, text: 'Back to the audit' },
      model: {
        caption: onCaseCaption(audit),
        parts: [
          { value: '', text: 'The case as a whole' },
          ...auditParts.map((value) => ({ value, text: auditPartWords[value] })),
        ],
        people: peopleOptions(
          people.filter(({ roles }) => !roles.every((role) => role === 'administrator')),
          'Choose the owner',
        ),
        cancel: href,
      },
    });
  },

  async post(visit) {
    const { body: audit } = await readAudit(visit);
    const texts = ['part', 'what', 'proofWanted', 'ownerId'];
    await visit.send(`/api/v1/${command}`, {
      auditId: audit.id,
      caseId: audit.caseId,
      ...Object.fromEntries(texts.map((name) => [name, visit.typed(name)])),
      due: visit.typedDate('due'),
    });
    return goTo(`/case-audits/${audit.id}`, 'The action is given to its owner.');
  },
};
