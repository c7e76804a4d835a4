import { type AccessResponseModel, dateTimeWords, dateWords, type ReleasedItem } from '@mase/documents';
import { canonicalText, digestOf } from '@mase/store';
import {
  type AccessRequestStanding,
  type Bundle,
  exemptions,
  issuedText,
  labelOf,
  localDate,
  type Profile,
} from '@mase/workflow';
import { shortDigest } from '../packs/paper-digest.js';
import type { GatheredItem } from './gather.js';
import { inEveryAnswer, requesterWords } from './standing-text.js';

/** The content of an answer, which its digest is of: without copy and time. */
export type ResponseContent = Omit<AccessResponseModel, 'head' | 'digest'>;

/** What an answer is made of. */
export interface ResponseParts {
  id: string;
  standing: AccessRequestStanding;
  /** How the requester calls the child, and what was asked for. */
  about: string;
  scope: string;
  bundle: Bundle;
  texts: ReadonlyMap<string, GatheredItem>;
  names: { [id: string]: string };
  refusal: { ground: string; reasons: string } | null;
  profile: Profile;
}

/** How many items are given whole, in part, and not. */
export interface ResponseCounts {
  released: number;
  redacted: number;
  withheld: number;
}

const groundOf = (code: string | undefined) => exemptions.find((one) => one.code === code);

/** How many of the items are given and kept back. */
export function countsOf({ bundle }: ResponseParts): ResponseCounts {
  const of = (decision: string) =>
    [...bundle.decided.values()].filter((one) => one.decision === decision).length;
  return { released: of('release'), redacted: of('redact'), withheld: of('withhold') };
}

/**
 * The content of the answer: what is released with its text as it is issued, and what is withheld by exemption. What is
 * withheld unsaid is in no count of it, and an answer of nothing is the same whatever the reason is.
 */
export function responseContent(parts: ResponseParts): ResponseContent {
  const { id, standing, about, scope, refusal } = parts;
  const { name, as } = requesterWords(standing);
  const items = releasedOf(parts);
  const withheld = withheldOf(parts);
  return {
    request: id,
    about,
    requester: `${name}, ${as}`,
    received: dateWords(standing.receivedOn),
    scope,
    outcome: refusal ? refusalWords(refusal) : outcomeWords(items, withheld),
    items,
    withheld,
    standing: [...inEveryAnswer],
  };
}

function releasedOf({ bundle, texts, names, profile }: ResponseParts): ReleasedItem[] {
  const given: Omit<ReleasedItem, 'number'>[] = bundle.items.flatMap((item) => {
    const decision = bundle.decided.get(item.id);
    const text = texts.get(item.id)?.text;
    const issued = decision && text !== undefined ? issuedText(text, decision) : null;
    if (!decision || issued === null) return [];
    const ground = decision.decision === 'redact' ? groundOf(decision.exemption) : undefined;
    return [
      {
        kind: labelOf(item.kind),
        date: dateWords(localDate(item.happened, profile.timeZone)),
        by: names[item.agencyId ?? ''] ?? 'Not recorded',
        text: issued,
        redacted: ground ? `${ground.label} (${ground.citation})` : null,
      },
    ];
  });
  return given.map((one, index) => ({ number: String(index + 1), ...one }));
}

function withheldOf({ bundle }: ResponseParts): ResponseContent['withheld'] {
  const counts = new Map<string, number>();
  for (const { decision, exemption = '', unsaid } of bundle.decided.values())
    if (decision === 'withhold' && !unsaid) counts.set(exemption, (counts.get(exemption) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({
    ground: groundOf(code)?.label ?? code,
    citation: groundOf(code)?.citation ?? '',
    count: String(count),
  }));
}

function outcomeWords(items: ReleasedItem[], withheld: ResponseContent['withheld']): string[] {
  const kept = withheld.reduce((sum, { count }) => sum + Number(count), 0);
  if (items.length === 0 && kept === 0)
    return ['We have looked, and there is nothing that we give you in answer to this request.'];
  const parts = items.filter(({ redacted }) => redacted !== null).length;
  return [
    `We give you ${items.length} ${items.length === 1 ? 'item' : 'items'}${parts > 0 ? `, ${parts} of them with something blacked out` : ''}.`,
    ...(kept > 0 ? [`We keep back ${kept}, each by the law that is named below.`] : []),
  ];
}

const refusalWords = ({ ground, reasons }: { ground: string; reasons: string }): string[] => [
  `We refuse this request as ${labelOf(ground).toLowerCase()} (UK GDPR Article 12(5)).`,
  reasons,
];

/** SHA-256 of the content of an answer. */
export const digestOfResponse = (content: ResponseContent): string =>
  digestOf(canonicalText(JSON.parse(JSON.stringify(content)) as object));

/** The answer as its document prints it; without a time of issue it is a draft. */
export function responseModel(
  content: ResponseContent,
  about: {
    standing: AccessRequestStanding;
    partnership: string;
    sendTo: string;
    issuedAt: string | null;
    profile: Profile;
  },
): AccessResponseModel {
  const { standing, partnership, sendTo, issuedAt, profile } = about;
  const digest = digestOfResponse(content);
  const { name, as } = requesterWords(standing);
  return {
    ...content,
    head: {
      title: 'Answer to a request for access',
      partnership,
      marking: profile.protectiveMarking,
      copy: {
        number: 1,
        of: 1,
        recipient: name,
        role: as,
        agency: sendTo,
        issued: issuedAt ? dateTimeWords(issuedAt, profile.timeZone) : 'Draft, not issued',
        version: 1,
        digest: shortDigest(digest),
      },
    },
    digest,
  };
}
