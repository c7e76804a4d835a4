import { labelOf } from '@mase/workflow/words';
import { areaWords } from '../../area-words.js';
import { dateWords, dueWords } from '../../date-words.js';
import type { Entry } from './case-view.js';
import { resumeWords, suspensionWords } from './casework-words.js';
import { closureWords } from './closure-words.js';
import { pathwayWords } from './code-words.js';

type Line = { label: string; text: string };
type Names = Record<string, string>;

interface PlanEntry {
  version: number;
  kind: string;
  actions?: { what: string; ownerName: string; due: string | null }[];
}

interface SharingEntry {
  version: number;
  recipients?: string[];
  child?: { given: boolean; how?: string };
  parent?: { given: boolean; how?: string };
  power?: string;
  purpose?: string;
}

interface DecisionEntry {
  decision: string;
  quorate: boolean;
  nextReview?: string;
  nextCheck?: string;
}

function planLines({ version, kind, actions = [] }: PlanEntry): Line[] {
  const how = kind === 'interim' ? 'agreed as interim' : 'agreed in full';
  return [
    { label: 'Plan', text: `Version ${version}, ${how}` },
    ...actions.map(({ what, ownerName, due }) => ({
      label: 'Action',
      text: `${what}. ${ownerName || 'No owner yet'}${due ? `, due ${dateWords(due)}` : ', no date yet'}`,
    })),
  ];
}

function given(label: string, copy: SharingEntry['child']): Line[] {
  if (!copy) return [];
  return [{ label, text: `${copy.given ? 'Given' : 'Not given'}${copy.how ? `: ${copy.how}` : ''}` }];
}

function sharingLines(entry: SharingEntry, names: Names): Line[] {
  const to = (entry.recipients ?? []).map((id) => names[id]).filter((name) => name !== undefined);
  return [
    { label: 'Plan', text: `Version ${entry.version}` },
    ...(to.length > 0 ? [{ label: 'Shared with', text: to.join(', ') }] : []),
    ...given('The child’s copy', entry.child),
    ...given('The parent’s or carer’s copy', entry.parent),
    ...(entry.purpose ? [{ label: 'Purpose', text: entry.purpose }] : []),
    ...(entry.power ? [{ label: 'Power', text: entry.power }] : []),
  ];
}

function decisionLines({ decision, quorate, nextReview, nextCheck }: DecisionEntry): Line[] {
  return [
    { label: 'Decision', text: `${labelOf(decision)}${quorate ? '' : ', by a sitting without a quorum'}` },
    ...(nextReview ? [{ label: 'Next review', text: dueWords(nextReview) }] : []),
    ...(nextCheck ? [{ label: 'Next check', text: dueWords(nextCheck) }] : []),
  ];
}

/** Codes and days of what is recorded beside the work: another area, social care, the way to adulthood. */
function leavingLines(kind: string, body: Entry['body']): Line[] | null {
  const said = (field: string) => String(body[field] ?? '');
  switch (kind) {
    case 'single-assessment':
      return body.step === 'opened'
        ? [{ label: 'Opened', text: `On the referral to social care of ${dateWords(said('on'))}` }]
        : [{ label: 'Complete', text: dateWords(said('on')) }];
    case 'adult-pathway':
      return [{ label: 'Where it stands', text: pathwayWords(said('decision')) }];
    case 'placement-area':
      return [
        {
          label: 'Placed',
          text: body.as === 'host' ? 'Here, by the area named' : 'By us, in the area named',
        },
        { label: 'Since', text: dateWords(said('since')) },
      ];
    case 'area-exchange':
      return [{ label: 'Which way', text: body.direction === 'told' ? 'We told it' : 'It told us' }];
    case 'next-check':
      return body.nextCheck ? [{ label: 'Next check', text: dueWords(said('nextCheck')) }] : [];
    case 'continued-as-adult':
      return [{ label: 'Decided again by', text: dueWords(said('until')) }];
    default:
      return null;
  }
}

/** What a step of panel, plan or closing says beside its texts: which version, who got it, what was decided. */
export function stepLines({ kind, body }: Pick<Entry, 'kind' | 'body'>, names: Names = {}): Line[] {
  const said = body as unknown;
  if (kind === 'plan' || kind === 'plan-disruption') return planLines(said as PlanEntry);
  if (kind.startsWith('sharing')) return sharingLines(said as SharingEntry, names);
  if (kind === 'panel-decision') return decisionLines(said as DecisionEntry);
  if (kind === 'minutes-part')
    return [{ label: 'Sitting', text: `${String(body.panel)}, ${dateWords(String(body.startsAt))}` }];
  if (kind === 'allocation') {
    const worker = body.workerName ?? names[String(body.workerId)];
    return worker ? [{ label: 'Worker', text: String(worker) }] : [];
  }
  const leaving = leavingLines(kind, body);
  if (leaving) return leaving;
  if (kind === 'restriction' && Array.isArray(body.names))
    return [{ label: 'Who reads it', text: body.names.join(', ') }];
  if (kind === 'personal-connection') return [{ label: 'Whose', text: String(body.name) }];
  const until = kind === 'listing-deferred' ? body.until : undefined;
  return typeof until === 'string' ? [{ label: 'Until', text: dueWords(until) }] : [];
}

/** The reason of a closure, or the basis of a listing, where the entry keeps a code of it; nothing where it is a text. */
export function codedReason({ kind, body }: Pick<Entry, 'kind' | 'body'>, field: string): string | undefined {
  const code = String(body[field]);
  if (field === 'reason' && kind.startsWith('closure')) return closureWords[code]?.text;
  if (field === 'reason' && kind === 'suspension') return suspensionWords[code];
  if (field === 'reason' && kind === 'resumption') return resumeWords[code];
  if (field !== 'basis') return undefined;
  return areaWords().listingBases[code];
}
