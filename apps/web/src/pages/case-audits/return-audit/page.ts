import { auditParts, auditPartWords, labelOf, practiceThemes } from '@mase/workflow/words';
import { missingFor } from '../../../allowed.js';
import { enter, type Fields, select } from '../../../error-words.js';
import { onCaseCaption, readOnCase } from '../../../on-case.js';
import { goTo, type Page, show } from '../../../page.js';
import { type AuditView, auditTopic, gradeOptions } from '../audit.js';

const command = 'case-audits/return-audit';

const asked: Record<(typeof auditParts)[number], string> = {
  referral: 'Was harm seen in time, was the referral heard, was the child seen?',
  assessment: 'Is the risk analysed with the child’s own words, and are harm and strengths weighed?',
  plan: 'Does every action have an owner, a date and a measure, and does the plan change when it does not work?',
  outcomes: 'Is the child safer, and how is that known?',
};

const fields: Fields = {
  ...Object.fromEntries(
    auditParts.flatMap((part) => [
      [part, select(`a grade for ${auditPartWords[part].toLowerCase()}`)],
      [`${part}Evidence`, enter(`the evidence for ${auditPartWords[part].toLowerCase()}`)],
    ]),
  ),
  overall: select('a grade for the case as a whole'),
  reasons: enter('the reasons for the overall judgement'),
  themes: select('the practice themes'),
};

/** Returns an audit: a grade and its evidence for each of four parts, and the case as a whole. */
export const page: Page = {
  id: command,
  url: '/case-audits/:id/return-audit',
  section: '/quality',
  fields,
  draft: (visit) => visit.params.id ?? '',

  async get(visit) {
    const { view, etag } = await readOnCase<AuditView>(visit, 'case-audits');
    const missing = missingFor(view.allowed, command);
    const href = `/case-audits/${view.id}`;
    return show({
      title: 'Return the audit',
      version: etag,
      back: { href, text: 'Back to the audit' },
      model: {
        caption: onCaseCaption(view),
        blocked: missing.length > 0 && { missing, href },
        caseHref: view.mayOpenCase ? `/child-cases/${view.caseId}` : null,
        parts: auditParts.map((part) => ({
          name: part,
          evidence: `${part}Evidence`,
          title: auditPartWords[part],
          asked: asked[part],
          grades: gradeOptions,
        })),
        grades: gradeOptions,
        themes: practiceThemes.map((value) => ({ value, text: labelOf(value) })),
        cancel: href,
      },
    });
  },

  async post(visit) {
    const id = visit.params.id ?? '';
    const names = [...auditParts.flatMap((part) => [part, `${part}Evidence`]), 'overall', 'reasons'];
    const themes = visit.typedList('themes');
    await visit.send(`/api/v1/${auditTopic.topic}/${encodeURIComponent(id)}/return-audit`, {
      ...Object.fromEntries(names.map((name) => [name, visit.typed(name)])),
      ...(themes ? { themes } : {}),
    });
    return goTo(`/case-audits/${encodeURIComponent(id)}`, 'The audit is returned.');
  },
};
