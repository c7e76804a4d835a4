import { graceUntil } from '../grace.js';
import { answeringRoles } from '../information-requests/readers.js';
import type { Actor, ContentClass, Reader, StoredRecord } from '../model.js';
import { holdsFor } from '../posts.js';
import { type IntelligenceStanding, type ReportRecipient, reportParts } from './standing.js';

type Report = StoredRecord<IntelligenceStanding>;

/** Those cleared for what was submitted: the intelligence desk of the police. */
export const cleared = ['intelligence-officer', 'intelligence-supervisor'] as const;

/** The principals of a recipient: the person named, or whoever answers for the agency. */
export function principalsOfRecipient({
  agencyId,
  contactId,
}: Pick<ReportRecipient, 'agencyId' | 'contactId'>): string[] {
  return contactId ? [`user:${contactId}`] : answeringRoles.map((role) => `agency:${agencyId}:${role}`);
}

/** Whoever submitted a report is to it the submitter: he or she may add to it. */
export function relations(actor: Actor, { standing }: Report): string[] {
  return holdsFor(actor, standing.submitted?.by) ? ['submitter'] : [];
}

/** Recipients read their parts until it is withdrawn, from them or altogether, or rejected: then for 28 days to whom it went. */
function recipientsRead({ standing }: Report): Reader[] {
  const { recipients, ended } = standing;
  return recipients.flatMap((recipient) => {
    const over = recipient.withdrawnAt ?? ended?.at;
    const classes: readonly ContentClass[] = over ? ['sharing'] : [...recipient.parts, 'sharing'];
    const until = over ? graceUntil(over) : null;
    return principalsOfRecipient(recipient).flatMap((principal) =>
      classes.map((one): Reader => ({ principal, class: one, until })),
    );
  });
}

/** Whoever reads a report whether or not its existence is closed: the desk, the submitter the receipt, recipients their parts. */
export function closedReaders(record: Report): Reader[] {
  const { submitted } = record.standing;
  const classes = ['unsanitised', 'sharing', 'receipt', 'case', ...reportParts] as const;
  const desk = cleared.flatMap((role) =>
    classes.map((one): Reader => ({ principal: `role:${role}`, class: one, until: null })),
  );
  const submitter: Reader[] = submitted?.by
    ? [{ principal: `user:${submitted.by}`, class: 'receipt', until: null }]
    : [];
  return [...desk, ...submitter, ...recipientsRead(record)];
}

/** Of a report whose existence is open those who oversee read besides that it arrived, what became of it and to whom it was given. */
export function readers(record: Report): Reader[] {
  const overseers = ['auditor', 'information-governance', 'caldicott-guardian'];
  return [
    ...closedReaders(record),
    ...overseers.flatMap((role) =>
      (['receipt', 'sharing'] as const).map(
        (one): Reader => ({ principal: `role:${role}`, class: one, until: null }),
      ),
    ),
  ];
}
