import type { Allowed } from '../../allowed.js';
import { path } from '../../api-client.js';
import type { Subject } from '../../command-page.js';
import { dateWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';

/** One place at which two profiles say something else, as the api words it. */
export interface Difference {
  pointer: string;
  where: string;
  one: string;
  other: string;
}

/** A proposed profile as lists show it. */
export interface ProposalLine {
  id: string;
  version: number;
  state: string;
  title: string;
  profile: string;
  from: string;
  differences: number;
  proposedAt: string;
}

/** A proposed profile with what it would change and what was said of it. */
export interface ProposalView extends ProposalLine {
  changes: Difference[];
  written: { kind: string; happened: string; body: Record<string, unknown> }[];
  allowed: Allowed[];
}

/** What is proposed, in words: "England, from Thursday 1 April 2027". */
export function proposalWords({ title, from }: Pick<ProposalLine, 'title' | 'from'>): string {
  return `${title}, from ${dateWords(from)}`;
}

/** Reads one proposed profile. */
export async function readProposal(visit: Visit): Promise<{ proposal: ProposalView; etag: string | null }> {
  const { body, etag } = await visit.read<ProposalView>(
    path`/api/v1/profile-changes/${visit.params.id ?? ''}`,
  );
  return { proposal: body, etag };
}

/** What a proposal says, line by line. */
export function proposalFacts(proposal: ProposalView): { key: string; text: string }[] {
  const said = proposal.written.find(({ kind }) => kind === 'profile-proposal');
  const many = proposal.changes.length;
  return [
    { key: 'Profile', text: proposal.title },
    { key: 'In force from', text: dateWords(proposal.from) },
    { key: 'Why', text: String(said?.body.reason ?? '') },
    { key: 'Proposed', text: `${String(said?.body.by ?? 'Somebody')}, ${dateWords(proposal.proposedAt)}` },
    { key: 'Changes', text: many === 1 ? 'One rule' : `${many} rules` },
  ];
}

/** A proposal as the subject of a page that gives one command on it. */
export async function proposalSubject(visit: Visit): Promise<Subject> {
  const { proposal, etag } = await readProposal(visit);
  const shown = proposal.changes.map(({ where, one, other }) => ({
    key: where,
    text: `${other || 'Not said any more'}, in place of ${one || 'nothing'}`,
  }));
  return {
    href: `/profile-changes/${proposal.id}`,
    caption: proposalWords(proposal),
    version: etag,
    allowed: proposal.allowed,
    facts: [...proposalFacts(proposal), ...shown],
  };
}
