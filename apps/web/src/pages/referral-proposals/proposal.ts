import type { Allowed } from '../../allowed.js';
import type { Subject } from '../../command-page.js';
import { dateWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';
import type { DueDate } from '../../why-dates.js';

/** A referral proposal as the api shows it. */
export interface ProposalView {
  clocks: DueDate[];
  id: string;
  version: number;
  state: string;
  childId: string;
  childName: string;
  because: {
    episodes: number;
    from: string;
    to: string;
    factors?: { codes: string[]; authorised: string };
  } | null;
  from: string;
  decided: { accepted: boolean; at: string; caseId: string | null } | null;
  allowed: Allowed[];
}

/** What the factors that propose a referral say (children in need census). */
const factorWords: { [code: string]: string } = {
  '11A': 'sexual exploitation (factor 11A)',
  '24A': 'criminal exploitation (factor 24A)',
};

/** Why it was raised, counted: "3 missing episodes between … and …". */
export function becauseWords({ because }: ProposalView): string {
  if (!because) return 'The reason was not recorded.';
  const { episodes, from, to, factors } = because;
  if (factors) {
    const found = factors.codes.map((code) => factorWords[code] ?? `factor ${code}`).join(' and ');
    return `Social care’s assessment authorised on ${dateWords(factors.authorised)} found ${found}`;
  }
  return `${episodes} missing ${episodes === 1 ? 'episode' : 'episodes'} between ${dateWords(from)} and ${dateWords(to)}`;
}

/** Reads one proposal. */
export async function readProposal(visit: Visit): Promise<{ proposal: ProposalView; etag: string | null }> {
  const id = encodeURIComponent(visit.params.id ?? '');
  const { body, etag } = await visit.read<ProposalView>(`/api/v1/referral-proposals/${id}`);
  return { proposal: body, etag };
}

/** What somebody should know before deciding: why, and from where. */
export function proposalFacts(proposal: ProposalView): { key: string; text: string }[] {
  return [
    { key: 'Why it was raised', text: becauseWords(proposal) },
    { key: 'Raised by', text: proposal.from || 'Not recorded' },
  ];
}

/** The proposal as the subject of one of its commands. */
export async function proposalSubject(visit: Visit): Promise<Subject> {
  const { proposal, etag } = await readProposal(visit);
  return {
    href: `/referral-proposals/${proposal.id}`,
    caption: proposal.childName,
    version: etag,
    allowed: proposal.allowed,
    facts: proposalFacts(proposal),
  };
}
