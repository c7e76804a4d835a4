import { labelOf, stateLabels } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import { path } from '../../api-client.js';
import type { Subject } from '../../command-page.js';
import { dateWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';
import type { DueDate } from '../../why-dates.js';

/** A requirement as lists show it. */
export interface RequirementLine {
  id: string;
  state: string;
  agencyName: string;
  contactId: string | null;
  contactName?: string | null;
  question: string;
  from: string[];
  by: string;
  raised: { by: string | null; name: string; at: string } | null;
  answeredAt: string | null;
  outcome: string | null;
  due: string | null;
  /** With conditions (C) its existence is closed to all but those named. */
  handling: 'P' | 'C';
}

/** One requirement, with its answer for those who asked. */
export interface RequirementView extends RequirementLine {
  clocks: DueDate[];
  written: { id: string; kind: string; happened: string; body: Record<string, unknown> }[];
  names: Record<string, string>;
  allowed: Allowed[];
}

/** A tag for where a requirement stands. */
export function requirementTag({ state, outcome }: RequirementLine): { text: string; classes: string } {
  return {
    text: outcome ? labelOf(outcome) : (stateLabels[state] ?? state),
    classes: state === 'asked' ? 'govuk-tag--yellow' : 'govuk-tag--grey',
  };
}

/** Reads one requirement. */
export async function readRequirement(visit: Visit): Promise<{ view: RequirementView; etag: string | null }> {
  const to = path`/api/v1/intelligence-requirements/${visit.params.id ?? ''}`;
  const { body, etag } = await visit.read<RequirementView>(to);
  return { view: body, etag };
}

/** What is asked, of whom, by when and where the answer may come from. */
export function requirementFacts(view: RequirementView): { key: string; text: string }[] {
  const asked = view.written.find(({ kind }) => kind === 'intelligence-requirement')?.body ?? {};
  return [
    { key: 'Question', text: String(asked.question ?? view.question) },
    { key: 'What for', text: String(asked.purpose ?? '') },
    { key: 'Agency', text: view.agencyName },
    { key: 'By', text: dateWords(view.by) },
    {
      key: 'The answer may come from',
      text: `${view.from.map(labelOf).join(', ')}. Never from a child, directly or through a worker.`,
    },
    ...(view.handling === 'C'
      ? [
          {
            key: 'Who knows of it',
            text: 'With conditions: whoever raised it and is asked, those named, the supervisor',
          },
        ]
      : []),
    { key: 'Raised', text: view.raised ? `${view.raised.name} on ${dateWords(view.raised.at)}` : '' },
  ];
}

/** A requirement as the subject of one of its commands. */
export async function requirementSubject(visit: Visit): Promise<Subject> {
  const { view, etag } = await readRequirement(visit);
  return {
    href: `/intelligence-requirements/${view.id}`,
    caption: view.agencyName,
    version: etag,
    allowed: view.allowed,
    facts: requirementFacts(view),
  };
}
