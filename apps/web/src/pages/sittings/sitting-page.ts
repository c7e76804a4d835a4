import { commandLabels, labelOf, stateLabels } from '@mase/workflow/words';
import { canDo, missingFor } from '../../allowed.js';
import { dateWords, distanceWords, dueWords } from '../../date-words.js';
import { type Answer, show } from '../../page.js';
import { placeOf } from '../../place-of.js';
import type { Visit } from '../../visit.js';
import { whyDates } from '../../why-dates.js';
import { type TimedItem, timedAgenda } from './agenda-times.js';
import { lackingWords, type Proposals, readProposals } from './candidates.js';
import { outcomeOf } from './outcome.js';
import { type CopyView, readCopies, readSitting, type SittingView } from './sitting.js';

/** Where the case of an item is opened, by whoever may open it. */
function caseHrefOf({ case: child, strandCase, caseKind, caseId }: TimedItem): string | null {
  return caseId && (child || strandCase) ? placeOf(caseKind ?? 'childCase', caseId) : null;
}

const tagOf: Record<string, string> = {
  waiting: 'govuk-tag--grey',
  open: 'govuk-tag--green',
  decided: 'govuk-tag--blue',
  returned: 'govuk-tag--yellow',
  takenOff: 'govuk-tag--grey',
};

function itemModel(item: TimedItem, inSession: boolean, proposals: Proposals | null) {
  const gate = proposals?.gates.find(({ itemId }) => itemId === item.id)?.missing ?? [];
  const open = inSession && ['waiting', 'open'].includes(item.state);
  return {
    ...item,
    caseHref: caseHrefOf(item),
    stateTag: { text: stateLabels[item.state] ?? item.state, classes: tagOf[item.state] ?? '' },
    outcome: outcomeOf(item),
    off: item.state === 'takenOff',
    href: open ? `/agenda-items/${item.id}/record-panel-decision` : null,
    presenter: item.presenterName,
    // Whoever comes for one item is told when: the time at which it is planned.
    attending: (item.attendees ?? []).map(({ name }) => `${name} at ${item.from}`).join(', '),
    gate: lackingWords(gate),
    changeHref: canDo(item.allowed, 'agenda-items/change-item')
      ? `/agenda-items/${item.id}/change-item`
      : null,
    offHref: canDo(item.allowed, 'agenda-items/take-off-agenda')
      ? `/agenda-items/${item.id}/take-off-agenda`
      : null,
    field: `place-${item.id}`,
    breakField: `break-${item.id}`,
  };
}

const steps = [
  'open-agenda',
  'add-item',
  'add-subject',
  'issue-papers',
  'record-attendance',
  'start-sitting',
  'correct-attendance',
  'undo-start',
  'end-sitting',
  'issue-letters',
  'change-minutes',
  'agree-minutes',
  'amend-minutes',
];

/** What comes next for the sitting, first the one thing that moves it on. */
const mainStep: Record<string, string> = {
  scheduled: 'open-agenda',
  agendaOpen: 'add-item',
  papersIssued: 'start-sitting',
  minutesDrafted: 'change-minutes',
};

function stepsOf(sitting: SittingView) {
  const one = (verb: string) => ({
    verb,
    href: `/sittings/${sitting.id}/${verb}`,
    text: verb === 'add-subject' ? 'Add a theme' : (commandLabels[`sittings/${verb}`] ?? verb),
    main: verb === mainStep[sitting.state],
  });
  const open = steps.filter((verb) => canDo(sitting.allowed, `sittings/${verb}`)).map(one);
  return [...open.filter(({ main }) => main), ...open.filter(({ main }) => !main)];
}

function copyLine(sitting: SittingView, one: CopyView) {
  const base = `/sittings/${sitting.id}/pack?recipient=${one.recipientId}`;
  return {
    name: one.name,
    agency: one.agencyName ?? '',
    why: one.why,
    pdf: `${base}&format=pdf`,
    html: `${base}&format=html`,
    agenda: `${base}&format=pdf&document=agenda`,
    minutes: one.minutes ? `${base}&format=pdf&document=minutes` : null,
    minutesWord: one.minutes ? `${base}&format=docx&document=minutes` : null,
    letter: one.letter ? `${base}&format=pdf&document=letter` : null,
    letterWord: one.letter ? `${base}&format=docx&document=letter` : null,
    supplement: one.copy && one.copy.version > 1 ? `${base}&format=pdf&document=supplement` : null,
    version: one.copy,
    // The last is what is fetched; of each the one that was issued can be opened.
    issued: one.versions.map(({ number, version, issuedAt }) => ({
      ...{ number, version, issuedAt },
      href: `/sittings/${sitting.id}/copies/${number}?format=pdf`,
    })),
    changed: one.changed,
    recalled: one.recalled,
    recall:
      one.copy && !one.recalled && canDo(sitting.allowed, 'sittings/recall-copy')
        ? `/sittings/${sitting.id}/recall-copy?recipient=${one.recipientId}`
        : null,
  };
}

/** Whose papers are behind what is recorded now, for whoever may issue them again. */
function outdatedWords(sitting: SittingView, copies: readonly CopyView[]) {
  const behind = copies.filter(({ copy, changed }) => copy && changed.length > 0);
  if (behind.length === 0 || !canDo(sitting.allowed, 'sittings/issue-papers')) return null;
  const items = [...new Set(behind.flatMap(({ changed }) => changed))];
  return {
    text: `${items.length === 1 ? 'One item has' : `${items.length} items have`} changed since the papers went out: ${behind.length} of ${copies.length} copies are behind.`,
    items,
    href: `/sittings/${sitting.id}/issue-papers`,
  };
}

/** What the sitting lacks before it can start, for whoever starts it. */
function startMissing({ state, allowed }: SittingView) {
  if (state !== 'papersIssued') return [];
  return missingFor(allowed, 'sittings/start-sitting').filter(({ code }) => code !== 'notPermitted');
}

function quorumWords(sitting: SittingView): string | null {
  if (sitting.quorate) return 'Quorate';
  if (sitting.inquorateReason) return `Not quorate: ${sitting.inquorateReason}`;
  return sitting.papersIssuedAt ? 'Not yet: the attendance does not show a quorum' : null;
}

/** Whether the reader issues papers, now or at another time, and so reads who has which copy. */
function isOffice({ allowed }: SittingView): boolean {
  return !missingFor(allowed, 'sittings/issue-papers').some(({ code }) => code === 'notPermitted');
}

const held = ['minutesDrafted', 'minutesAgreed'];

/**
 * Whether the page asks for the copies. To tell the office what changed for each recipient, all papers are read as each:
 * that is done on asking alone, and never by itself while a sitting is in session.
 */
function readsCopies(visit: Visit, sitting: SittingView): boolean {
  if (!sitting.papersIssuedAt || sitting.guest) return false;
  if (visit.query.papers === 'all' || held.includes(sitting.state)) return true;
  return sitting.state !== 'inSession' && !isOffice(sitting);
}

/** The link by which they are asked for, where the page has not done so. */
function copiesAsked(visit: Visit, sitting: SittingView, copies: readonly CopyView[]) {
  if (!sitting.papersIssuedAt || sitting.guest || copies.length > 0 || visit.query.papers === 'all')
    return null;
  const text = isOffice(sitting)
    ? 'See who has which copy, and what changed since'
    : 'See my copy of the papers';
  return { href: `/sittings/${sitting.id}?papers=all#papers`, text };
}

/** The page of a sitting: its agenda with times, the builder while it may be ordered, and what can be done now. */
export async function sittingPage(visit: Visit): Promise<Answer> {
  const { sitting, etag } = await readSitting(visit, { connections: 'waiting' });
  const { items: copies, letters } = readsCopies(visit, sitting)
    ? await readCopies(visit)
    : { items: [], letters: [] };
  const agenda = timedAgenda(sitting);
  const inSession = sitting.state === 'inSession';
  const proposals =
    sitting.state === 'agendaOpen' && sitting.items.length > 0 ? await readProposals(visit) : null;
  const items = agenda.items.map((item) => itemModel(item, inSession, proposals));
  const next = items.find(({ state }) => state === 'open') ?? items.find(({ state }) => state === 'waiting');
  const ordering = canDo(sitting.allowed, 'sittings/order-items') && items.length > 1;
  // Which parts of an agenda its panel hears is for the builder; the frame of the page has sections of its own.
  const { sections: _heard, ...shown } = sitting;
  return show({
    title: sitting.panel,
    version: etag,
    back: { href: '/sittings', text: 'Sittings' },
    values: Object.fromEntries(
      items.flatMap(({ field, breakField, pause, number }) => [
        [field, String(number)],
        [breakField, pause ? String(pause) : ''],
      ]),
    ),
    model: {
      ...shown,
      state: stateLabels[sitting.state] ?? sitting.state,
      quorum: quorumWords(sitting),
      agenda,
      planned: !sitting.guest && ['agendaOpen', 'papersIssued', 'inSession'].includes(sitting.state),
      ahead: ['scheduled', 'agendaOpen', 'papersIssued'].includes(sitting.state)
        ? distanceWords(sitting.startsAt)
        : null,
      ends: sitting.endsAt > sitting.startsAt ? sitting.endsAt : null,
      items,
      ordering,
      firstNumber: items[0]?.number ?? 1,
      proposed: proposals && ordering ? proposedOrder(items, proposals) : null,
      fits: proposals && agenda.over > 0 ? proposals.fits : null,
      single: !ordering,
      next: inSession && next ? next : null,
      decided: items.filter(({ state }) => state !== 'waiting' && state !== 'open').length,
      steps: stepsOf(sitting),
      startMissing: startMissing(sitting),
      // By when the office is to act is for those who sit.
      dates: sitting.guest ? [] : whyDates(sitting),
      seatless: sitting.guest && items.length === 0,
      connections: connectionsWords(sitting),
      toRatify: (sitting.toRatify ?? []).map((one) => ({
        href: `/agenda-items/${one.itemId}/ratify-decision`,
        text: `${dateWords(one.startsAt)}, ${[one.reference, one.name].filter(Boolean).join(', ')}: ${labelOf(one.decision ?? '').toLowerCase()}`,
      })),
      panelHref: sitting.panelId && sitting.mayOpenPanel ? `/panels/${sitting.panelId}` : null,
      invitation: `/sittings/${sitting.id}/invitation`,
      move: canDo(sitting.allowed, 'sittings/move-sitting') ? `/sittings/${sitting.id}/move-sitting` : null,
      cancel: canDo(sitting.allowed, 'sittings/cancel-sitting')
        ? `/sittings/${sitting.id}/cancel-sitting`
        : null,
      minutes: minutesModel(sitting),
      copiesAsked: copiesAsked(visit, sitting, copies),
      copies: copies.map((one) => copyLine(sitting, one)),
      outdated: outdatedWords(sitting, copies),
      letters: letters.map((one) => ({
        ...one,
        open: one.issued && letterLinks(sitting, one.issued.recipientId),
      })),
      ownLetter: sitting.guest && sitting.letter ? letterLinks(sitting) : null,
      actionsDue: clockDue(sitting, 'actions-out'),
      withheldWords: withheldWords(sitting),
      orderAction: `/sittings/${sitting.id}/order-items`,
    },
  });
}

/** The order that the rules propose, each item with why; nothing where it stands so already. */
function proposedOrder(items: { id: string; name: string }[], { order }: Proposals) {
  if (order.every(({ id }, index) => items[index]?.id === id)) return null;
  return order.map(({ id, why }) => ({ id, why, name: items.find((one) => one.id === id)?.name ?? '' }));
}

/** A letter in its forms: of whoever has it, or where nobody is named of the reader. */
function letterLinks({ id }: SittingView, recipientId?: string) {
  const whose = recipientId ? `recipient=${recipientId}&` : '';
  const of = (format: string) => `/sittings/${id}/pack?${whose}format=${format}&document=letter`;
  return { pdf: of('pdf'), html: of('html'), word: of('docx') };
}

/** By when what a clock of the sitting asks for is due, in working days; null where it does not run. */
function clockDue({ clocks }: SittingView, asked: string): string | null {
  const running = clocks.find(({ rule }) => rule === asked);
  return running ? dueWords(running.due) : null;
}

/** What a chair answers before papers go out: possible personal connections; nothing for anybody else. */
function connectionsWords({ id, connectionsWaiting: count }: SittingView) {
  if (count === undefined) return null;
  const waits = `${count} possible personal ${count === 1 ? 'connection waits' : 'connections wait'} for your answer before papers go out`;
  return { href: `/sittings/${id}/connections`, waits: count > 0 ? waits : null };
}

/** That items are kept from the reader, which is said and never what they are. */
function withheldWords({ withheldItems: count }: SittingView): string | null {
  if (count === 0) return null;
  return count === 1 ? 'One item is not shown to you.' : `${count} items are not shown to you.`;
}

/** The latest minutes; once agreed each section with what was corrected in it since, and what was corrected in none of an item. */
function minutesModel({ minutes: [latest], amendments = [] }: SittingView) {
  if (!latest) return null;
  const of = (id: string | null) =>
    amendments
      .filter(({ itemId }) => itemId === id)
      .map(
        ({ panel, startsAt, wrong, right }) =>
          `Corrected at ${panel} on ${dateWords(startsAt)}: for “${wrong}” read “${right}”.`,
      );
  return {
    ...latest,
    sections: latest.sections.map((one) => ({ ...one, amended: one.itemId ? of(one.itemId) : [] })),
    amended: of(null),
  };
}
