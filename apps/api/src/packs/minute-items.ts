import type { MinuteItem, PreviousMinutes } from '@mase/documents';
import {
  type MinuteSection,
  minutedAs,
  type PanelAction,
  type RecordPanelDecisionPayload,
} from '@mase/workflow';
import { labelOf } from '@mase/workflow/words';
import { ofCommand } from './action-log.js';
import { actionRow } from './action-rows.js';
import { type NumberedItem, numberedItems } from './agenda-parts.js';
import { nextWords } from './chronology.js';
import { gradeWords, roleWords } from './code-words.js';
import type { GivenAction } from './letter-model.js';
import { type Action, fieldsOf, type Item, type Papers, type Sitting } from './papers.js';
import { minutesWithheld } from './withheld.js';

interface MinutesRow {
  version: number;
  sections: MinuteSection[];
}

/** The items of a sitting as minuted: what was written under each, what was decided and the actions it gave. */
export function minuteItems(papers: Papers, sitting: Sitting): MinuteItem[] {
  return numberedItems(papers, sitting).flatMap((numbered) =>
    numbered.record ? [minuteItem(papers, sitting, numbered)] : [],
  );
}

function minuteItem(papers: Papers, sitting: Sitting, { item, record }: NumberedItem): MinuteItem {
  const own = record as NonNullable<NumberedItem['record']>;
  const row = papers.written(own.id, 'decision')[0];
  const { decision, reasons, dissent = [], grade } = fieldsOf<RecordPanelDecisionPayload>(row);
  const to = grade ? ` to ${gradeWords(grade, papers.about.profile).toLowerCase()}` : '';
  return {
    number: item.number,
    title: minutedAs(own.standing),
    kind: item.kind,
    reference: own.standing.reference || null,
    discussion: discussion(papers, sitting, own.id),
    decision: decision ? `${labelOf(decision)}${to}${quorumOf(own)}` : undecided(own.state as string),
    reasons: reasons ?? null,
    dissent: dissent.map(({ from, words }) => ({ who: from, words, answer: null })),
    actions: givenBy(papers, own).map((given) => given.row),
    next: nextWords(papers, own) ?? (own.state === 'returned' ? 'The next sitting' : null),
  };
}

/** The actions that the decision on an item gave: as they are now, or as they were given where this reader may not open them. */
export function givenBy(papers: Papers, item: Item): GivenAction[] {
  const row = papers.written(item.id, 'decision')[0];
  if (!row) return [];
  const { actions = [] } = fieldsOf<RecordPanelDecisionPayload>(row);
  const opened = papers
    .actionsOf(item.subjectId ?? '')
    .filter((one) => ofCommand(one.id) === ofCommand(row.id));
  return [
    ...opened.map((one) => ({
      agencyId: one.standing.ownerAgencyId || null,
      row: actionRow(papers, one, item.standing.name),
    })),
    ...asGiven(papers, item, actions, opened),
  ];
}

/** Safety actions that this reader heard given but may not open: as the decision gave them. */
function asGiven(
  papers: Papers,
  item: Item,
  actions: readonly PanelAction[],
  seen: readonly Action[],
): GivenAction[] {
  const opened = ({ what, ownerId }: PanelAction) =>
    seen.some(({ standing }) => standing.ownerId === ownerId && what.startsWith(standing.what));
  return actions
    .filter((one) => one.part === 'safety' && !opened(one))
    .map((one) => {
      const owner = papers.user(one.ownerId);
      return {
        agencyId: owner?.agencyId ?? null,
        row: {
          reference: item.standing.reference,
          about: item.standing.name,
          what: one.what,
          owner: owner?.name ?? null,
          role: owner ? roleWords(owner.roles) : null,
          agency: papers.agency(owner?.agencyId),
          due: one.due ? papers.day(one.due) : null,
          state: 'As given',
          late: null,
          note: null,
        },
      };
    });
}

/** That a decision lacked a quorum, and whether it has been ratified since. */
function quorumOf({ standing: { decision } }: Item): string {
  if (!decision?.inquorate) return '';
  return decision.ratifiedAt ? ' (without a quorum; ratified since)' : ' (without a quorum; to be ratified)';
}

function undecided(state: string): string | null {
  return state === 'returned' ? 'None: returned to the list for the next sitting' : null;
}

/**
 * The paragraphs that somebody wrote under an item. The section with which the minutes are composed says the decision
 * again, which stands beside it here: it is no discussion.
 */
function discussion(papers: Papers, sitting: Sitting, itemId: string): string[] {
  const versions = papers
    .written(sitting.id, 'minutes')
    .map((row) => fieldsOf<MinutesRow>(row).sections ?? []);
  const textIn = (sections: MinuteSection[] | undefined) =>
    sections?.find((one) => one.itemId === itemId)?.text;
  const latest = textIn(versions[0]);
  const composed = textIn(versions.at(-1));
  if (!latest || latest === composed) return notesOf(papers, itemId);
  return latest
    .split(/\n+/)
    .map((one) => one.trim())
    .filter(Boolean);
}

/** What was noted in session, in its order: composed minutes say no more. */
function notesOf(papers: Papers, itemId: string): string[] {
  return papers
    .written(itemId, 'note')
    .map((row) => fieldsOf<{ text: string }>(row).text ?? '')
    .reverse();
}

/** "Agreed on Thursday 10 December 2026", or which draft it is. */
export function minutesStatus(papers: Papers, sitting: Sitting): string {
  const agreed = papers.written(sitting.id, 'minutes-agreed')[0];
  if (agreed) return `Agreed on ${papers.day(agreed.happened)}`;
  return `Draft, version ${sitting.standing.minutesVersion}`;
}

/** The last sitting's minutes as far as this reader sees them; null where there was none or they are not open to him. */
export function previousMinutes(papers: Papers): PreviousMinutes | null {
  const { previous } = papers;
  if (!previous || !papers.reads(previous.id, 'sheet')) return null;
  return {
    date: papers.day(previous.standing.startsAt),
    status: minutesStatus(papers, previous),
    items: minuteItems(papers, previous),
    withheld: minutesWithheld(papers),
  };
}
