import type { Changes, Command } from '../model.js';
import { aChildCase } from './a-child-case.js';
import { anOrder, expiredOrder, measured } from './a-measure.js';
import { aSitting, aSittingOfAgencyAction } from './a-sitting.js';
import { auditWays } from './audit-payloads.js';
import { requested } from './led-books.js';
import { figuresAsked, matchedTwice, reported, required } from './led-intelligence.js';
import { linkDrawn } from './led-links.js';
import { aReport } from './missing-payloads.js';
import { aDiscussion } from './payloads.js';
import { registersLed } from './register-payloads.js';
import { seldomCasework } from './seldom-casework.js';
import { anEmptyWorld, type World } from './world.js';

function aDisposal(): World {
  const { world, id } = aChildCase().closed();
  const { governance, guardian } = world.people;
  const proposal = { record: { kind: 'childCase', id }, basis: 'court-order' };
  const record = world.give('disposals/propose-disposal', proposal, governance).id;
  world.give('disposals/approve-disposal', {}, guardian, { record });
  world.pass(40).give('disposals/carry-out', { reason: 'Made up' }, guardian, { record });
  return world;
}

function aCancelledSitting(): World {
  const one = aChildCase().gradedHigh().listed();
  return aSitting(one.world).withItem(one.id).give('cancel-sitting', { reason: 'Snow' }).world;
}

/** A sitting that begins once its papers are out, with those there whom it needs. */
function aSittingHeld(): World {
  const one = aChildCase().gradedHigh().listed();
  return aSitting(one.world).withItem(one.id).inSession().world;
}

/** A sitting that gives an action to an agency, which names who does it; and its letters go out. */
function aSittingWithLetters(): World {
  const one = aChildCase().gradedHigh().listed();
  const { world } = one;
  const { coordinator, member } = world.people;
  const sitting = aSittingOfAgencyAction(one).ended();
  const [action] = world.all('planAction');
  world.give('plan-actions/change-action', { ownerId: member.userId, reason: 'Hers' }, member, {
    record: action?.id ?? '',
  });
  world.give('sittings/issue-letters', { recipients: [member.userId] }, coordinator, { record: sitting.id });
  const recall = { recipientId: member.userId, reason: 'Left the panel' };
  world.give('sittings/recall-copy', recall, coordinator, { record: sitting.id });
  return world;
}

/** A correction of agreed minutes that a later sitting minutes, in what they say of a case. */
function aCorrectionOfMinutes(): World {
  const one = aChildCase().gradedHigh().listed();
  const { world } = one;
  const heard = aSitting(world).withItem(one.id).inSession().deciding(one.id).ended();
  const later = aSitting(world, 42).withItem(aChildCase(world).listed().id).inSession();
  const words = { wrong: 'Made-up reasons', right: 'Other made-up reasons' };
  return heard
    .give('agree-minutes', { sittingId: later.id }, 'chair')
    .give('amend-minutes', { sittingId: later.id, itemId: heard.itemOf(one.id).id, ...words }, 'chair').world;
}

/** A sitting that was started by mistake. */
function aStartUndone(): World {
  const one = aChildCase().listed();
  const sitting = aSitting(one.world).withItem(one.id).inSession();
  return sitting.give('undo-start', { reason: 'The wrong sitting (made up)' }, 'chair').world;
}

/** A decision taken without a quorum, and ratified by the chair. */
function aRatification(): World {
  const one = aChildCase().gradedHigh().listed();
  const sitting = aSitting(one.world).withItem(one.id).inSessionInquorate().deciding(one.id);
  const { world, id } = { world: one.world, id: sitting.itemOf(one.id).id };
  world.give('agenda-items/ratify-decision', { reason: 'By rule' }, world.people.chair, { record: id });
  return world;
}

/** A child missing for the third time within days, by a list, by a report, and by a report held until it was compared. */
function aRepeatedAbsence(): World {
  const one = aChildCase().withWorker();
  const { world } = one;
  const { coordinator, desk, triage } = world.people;
  const { childId } = one.standing;
  for (const [start, end] of [
    ['2026-10-01', '2026-10-02'],
    ['2026-10-05', '2026-10-06'],
    ['2026-10-09', '2026-10-10'],
  ])
    world.give(
      'missing-episodes/record-episode',
      { childId, kind: 'missing', start, end, from: 'list' },
      coordinator,
    );
  const discussed = () => one.give('record-strategy-discussion', aDiscussion(), 'manager');
  const report = () => world.give('missing-episodes/report-missing', aReport(childId, world.at), desk).id;
  discussed();
  const [first, second] = [report(), report()];
  discussed();
  world.give('missing-episodes/record-return', { returned: world.at, from: 'x' }, desk, { record: first });
  const another = { decision: 'another', since: world.at, words: 'x' };
  world.give('missing-episodes/decide-report', another, triage, { record: second });
  return world;
}

/** Measures through the whole of their lives. */
function measures(): World[] {
  const one = anOrder();
  for (const verb of ['apply-for-measure', 'allocate-measure', 'grant-measure', 'record-breach'])
    one.give(verb, { lastDay: undefined });
  for (const verb of ['serve-measure', 'review-measure', 'vary-measure', 'discharge-measure']) one.give(verb);
  return [one.world, expiredOrder().world, measured('refuse-measure'), measured('drop-measure')];
}

/** What random commands come to too seldom to wait for: every command of these worlds, with what it changed. */
export function seldomCommands(): [Command, Changes][] {
  const desk = reported('evaluate', 'sanitise', 'disseminate', 'tell-submitter', 'review-report');
  const worlds = [
    aDisposal(),
    aCancelledSitting(),
    aSittingHeld(),
    aSittingWithLetters(),
    aCorrectionOfMinutes(),
    aRatification(),
    aStartUndone(),
    aRepeatedAbsence(),
    ...measures(),
    ...seldomCasework(),
    desk,
    reported('reject'),
    matchedTwice('same-told'),
    matchedTwice('link-withdrawn'),
    linkDrawn(),
    requested('confirm-identity', 'ask-requester', 'record-answer'),
    ...auditWays.map(([, world]) => world()),
    ...registersLed(),
    figuresAsked('chase-figures', 'return-figures').world,
    figuresAsked('withdraw-figures').world,
  ];
  return [...worlds, required('answer-requirement')].flatMap(({ commands }) => {
    const again = anEmptyWorld();
    return commands.flatMap((command): [Command, Changes][] => {
      const decision = again.submit(command);
      return 'changes' in decision ? [[command, decision.changes]] : [];
    });
  });
}
