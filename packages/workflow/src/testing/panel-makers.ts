import { instantMs, instantOf } from '../clocks/time-zone.js';
import type { PanelStanding } from '../panels/standing.js';
import { grades } from '../profile/grade.js';
import { attendanceIn } from '../sittings/attendance.js';
import type { SittingStanding } from '../sittings/standing.js';
import { wrongRows } from '../wrong-rows.js';
import { aSeries, panelWords } from './a-panel.js';
import { aDecision } from './a-sitting.js';
import { inDays } from './in-days.js';
import { aQuorum, aSittingOn, broughtForward } from './payloads.js';
import type { Maker } from './valid-payload.js';

function decision({ choice, chance, record, world }: Parameters<Maker>[0]): object {
  const own = (record?.standing as { panelId?: string } | undefined)?.panelId;
  const other = world.all('panel').find(({ id, state }) => state === 'active' && id !== own);
  const isStrand = Boolean((record?.standing as { caseKind?: string } | undefined)?.caseKind);
  const regrades = choice === 'regrade' || choice === 'step-down';
  const ends = choice === 'remove' || choice === 'close';
  const { nextReview, ...rest } = aDecision({ decision: (choice ?? 'continue') as never });
  return {
    ...rest,
    inquorateReason: 'The roads were closed',
    chairDecided: true,
    ...(choice === 'refer' && other ? { referTo: other.id } : {}),
    ...(regrades
      ? {
          grade: chance.of(choice === 'step-down' ? ['none', 'low'] : [...grades]),
          noHarmReason: 'Made-up reasons',
        }
      : {}),
    ...(ends ? { watcher: 'School nurse', nextCheck: nextReview } : { nextReview }),
    ...(choice === 'remove' && isStrand ? { removalReason: 'no-longer-necessary' } : {}),
    ...(choice === 'close'
      ? { closureReason: chance.of(['not-found', 'reduced-and-sustained']), harmAddressed: 'Done' }
      : {}),
  };
}

/** Payloads of sittings and of what they decide. */
export const panelMakers: Record<string, Maker> = {
  'panels/found-panel': ({ world }) => panelWords(world.people.chair.userId),
  'panels/change-panel': ({ world }) => ({
    ...panelWords(world.people.chair.userId, { name: 'Made-up panel, north', quorum: ['police', 'health'] }),
    reason: 'It was divided (made up)',
  }),
  'panels/change-members': ({ record, world, chance }) => {
    const memberIds = (record?.standing as PanelStanding | undefined)?.memberIds ?? [];
    if (memberIds.length > 3) return { leave: [memberIds[0]], reason: 'Left (made up)' };
    const free = Object.values(world.people).filter(({ userId }) => !memberIds.includes(userId));
    return { join: [{ userId: chance.of(free).userId, as: 'member' }], reason: 'New in post (made up)' };
  },
  'panels/publish-terms': ({ world }) => ({
    text: 'Made-up terms of reference',
    reviewOn: inDays(world, 300).slice(0, 10),
  }),
  'panels/plan-series': ({ world }) =>
    aSeries(inDays(world, 30).slice(0, 10), { until: inDays(world, 100).slice(0, 10) }),
  'panels/close-panel': () => ({ reason: 'Joined with another (made up)' }),
  'sittings/move-sitting': ({ record, world }) => ({
    startsAt: instantOf(
      instantMs((record?.standing as SittingStanding | undefined)?.startsAt ?? world.at) + 3_600_000,
    ),
    reason: 'The room is taken (made up)',
  }),
  'sittings/schedule-sitting': ({ world, chance }) => {
    const open = world.all('panel').filter(({ state }) => state === 'active');
    const startsAt = `${inDays(world, 20).slice(0, 10)}T13:00:00.000Z`;
    return open.length > 0 && chance.happens(0.5)
      ? { panelId: chance.of(open).id, startsAt }
      : aSittingOn(startsAt, world.people.chair.userId);
  },
  'sittings/open-agenda': () => ({}),
  'sittings/add-item': ({ world, chance }) => {
    const listed = world
      .all('childCase')
      .filter((one) => (one.state as { panel: string }).panel === 'listed');
    const about = chance.of(listed.length > 0 ? listed : world.all('childCase'));
    const own = [...world.all('personCase'), ...world.all('locationCase')].filter(
      (one) => (one.state as { panel: string }).panel === 'listed',
    );
    if (own.length > 0 && chance.happens(0.5)) {
      const { id: caseId, kind: caseKind } = chance.of(own);
      return { caseId, caseKind, section: 'person', asked: 'What next?', lateReason: 'It came up today' };
    }
    return { caseId: about.id, section: 'child-review', asked: 'What next?', lateReason: 'It came up today' };
  },
  'sittings/add-subject': () => ({
    subject: 'theme',
    title: 'Made-up theme',
    words: 'Made-up papers of a theme',
    section: 'theme',
    asked: 'What next?',
    lateReason: 'It came up today',
  }),
  'sittings/order-items': ({ record }) => ({
    order: [...((record?.standing as SittingStanding)?.order ?? [])].reverse(),
  }),
  'sittings/issue-papers': ({ world }) => ({ recipients: [world.people.member.userId] }),
  'sittings/start-sitting': () => ({ inquorateReason: 'The roads were closed', ...broughtForward }),
  'sittings/undo-start': () => ({ reason: 'Pressed on the wrong sitting (made up)' }),
  'sittings/record-attendance': () => aQuorum(),
  'sittings/correct-attendance': ({ record, world }) => {
    const rows = world.written.get(record?.id ?? '') ?? [];
    const [line] = attendanceIn(rows as never);
    if (!line) return { right: aQuorum().attendance[0], reason: 'Made up' };
    const { name, agency, userId } = line;
    const right = { ...line, attendance: line.attendance === 'absent' ? 'present' : 'absent' };
    return {
      wrong: { name, agency, ...(userId ? { userId } : {}) },
      right,
      reason: 'Pressed in the wrong row',
    };
  },
  'sittings/end-sitting': () => ({}),
  'sittings/change-minutes': ({ record }) => ({
    sections: ((record?.standing as SittingStanding)?.order ?? []).map((itemId) => ({
      heading: 'Item',
      text: 'Made up',
      itemId,
    })),
  }),
  'sittings/issue-letters': ({ world }) => ({ recipients: [world.people.member.userId], complete: true }),
  'sittings/recall-copy': ({ world }) => ({
    recipientId: world.people.member.userId,
    reason: 'Left the panel',
  }),
  'sittings/agree-minutes': () => ({}),
  'sittings/amend-minutes': ({ record, world }) => {
    const startsAt = (record?.standing as SittingStanding | undefined)?.startsAt ?? '';
    const later = world
      .all('sitting')
      .find(
        ({ state, standing }) => state === 'inSession' && (standing as SittingStanding).startsAt > startsAt,
      );
    return {
      sittingId: later?.id ?? record?.id ?? '',
      wrong: 'Monday (made up)',
      right: 'Tuesday (made up)',
    };
  },
  'sittings/cancel-sitting': () => ({ reason: 'Snow' }),
  'agenda-items/change-item': ({ world }) => ({
    minutes: 6,
    presenterId: world.people.worker.userId,
    attendeeIds: [world.people.nurse.userId],
  }),
  'agenda-items/take-off-agenda': () => ({ reason: 'The school asks for more time (made up)' }),
  'agenda-items/open-item': () => ({}),
  'agenda-items/record-note': () => ({ text: 'The school was asked (made up)' }),
  'agenda-items/declare-item-connection': ({ world }) => ({
    userId: world.people.member.userId,
    reason: 'A made-up cousin',
  }),
  ...Object.fromEntries(
    ['confirm-connection', 'dismiss-connection'].map((verb) => [
      `agenda-items/${verb}`,
      ({ world }: Parameters<Maker>[0]) => ({
        userId: world.people.officer.userId,
        reason: 'Made-up kin',
        found: ['same-surname'],
      }),
    ]),
  ),
  'agenda-items/withdraw-item-connection': ({ record, world }) => ({
    userId: record?.standing.access?.without?.[0] ?? world.people.member.userId,
    reason: 'A made-up mistake',
  }),
  'agenda-items/correct-entry': ({ record, world }) => {
    const rows = world.written.get(record?.id ?? '') ?? [];
    const wrong = wrongRows(rows);
    const row = rows.find(({ id, kind }) => ['note', 'decision'].includes(kind) && !wrong.has(id));
    return { rowId: row?.id ?? '', words: 'Made-up words as they are right', reason: 'Made up' };
  },
  'agenda-items/ratify-decision': () => ({ reason: 'By rule, before the next sitting' }),
  'agenda-items/record-panel-decision': decision,
};
