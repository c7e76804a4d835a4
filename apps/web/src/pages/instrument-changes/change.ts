import { labelOf, stateLabels } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import { path } from '../../api-client.js';
import type { Subject } from '../../command-page.js';
import { dateWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';

/** A change of the tools as the api shows it. */
export interface ChangeLine {
  id: string;
  version: number;
  state: string;
  change: 'add' | 'retire';
  instrument: string;
  ofVersion: number | null;
  title: string;
  from: string;
  proposedAt: string;
}

/** A change with what was said of it, and the file where a tool is added. */
export interface ChangeView extends ChangeLine {
  written: { kind: string; happened: string; body: Record<string, unknown> }[];
  allowed: Allowed[];
}

/** What is done, in words: "Add Our tool, version 1". */
export function changeWords({ change, title, ofVersion }: ChangeLine): string {
  const what = `${title}${ofVersion === null ? '' : `, version ${ofVersion}`}`;
  return change === 'add' ? `Add ${what}` : `No longer offer ${what}`;
}

/** A tag for where a change stands. */
export function changeTag(state: string): { text: string; classes: string } {
  const classes: Record<string, string> = { proposed: 'govuk-tag--yellow', decided: 'govuk-tag--green' };
  return { text: stateLabels[state] ?? labelOf(state), classes: classes[state] ?? 'govuk-tag--grey' };
}

/** Reads one change of the tools. */
export async function readChange(visit: Visit): Promise<{ change: ChangeView; etag: string | null }> {
  const { body, etag } = await visit.read<ChangeView>(
    path`/api/v1/instrument-changes/${visit.params.id ?? ''}`,
  );
  return { change: body, etag };
}

/** What a change says, line by line. */
export function changeFacts(change: ChangeView): { key: string; text: string }[] {
  const proposal = change.written.find(({ kind }) => kind === 'instrument-proposal');
  const file = change.written.find(({ kind }) => kind === 'instrument-file');
  const {
    licence,
    purpose,
    domains = [],
  } = (file?.body ?? {}) as { licence?: string; purpose?: string; domains?: { label: string }[] };
  const asks = domains.map(({ label }) => label).join('; ');
  return [
    { key: 'Change', text: changeWords(change) },
    { key: change.change === 'add' ? 'In force from' : 'Not offered from', text: dateWords(change.from) },
    { key: 'Why', text: String(proposal?.body.reason ?? '') },
    { key: 'Proposed', text: `${String(proposal?.body.by ?? 'Somebody')}, ${dateWords(change.proposedAt)}` },
    ...(purpose ? [{ key: 'For', text: labelOf(purpose) }] : []),
    ...(licence ? [{ key: 'Licence', text: licence }] : []),
    ...(asks ? [{ key: 'Asks about', text: asks }] : []),
  ];
}

/** A change as the subject of a page that gives one command on it. */
export async function changeSubject(visit: Visit): Promise<Subject> {
  const { change, etag } = await readChange(visit);
  return {
    href: `/instrument-changes/${change.id}`,
    caption: changeWords(change),
    version: etag,
    allowed: change.allowed,
    facts: changeFacts(change),
  };
}
