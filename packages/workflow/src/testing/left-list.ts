import type { RecordPanelDecisionPayload } from '../agenda-items/standing.js';
import type { RemovalReason } from '../strand-cases/codes.js';
import { aDecision, aSitting, type SittingBuilder } from './a-sitting.js';
import type { aPersonCase, StrandCaseBuilder } from './a-strand-case.js';
import { whyNot } from './why-not.js';

/** Who watches, and the day of the next check, as a removal or a closing fixes them. */
export const watched = { watcher: 'The school nurse (made up)', nextCheck: '2027-09-01' };

/** The case of a person or a place that a sitting is about to hear. */
function atSitting(make: typeof aPersonCase): { one: StrandCaseBuilder; sitting: SittingBuilder } {
  const one = make().active().listed();
  const caseKind = one.strand.kind as 'personCase';
  const sitting = aSitting(one.world).agendaOpen();
  sitting.give('add-item', { caseId: one.id, caseKind, section: one.strand.about, asked: 'Is it over?' });
  return { one, sitting: sitting.inSession() };
}

/** The case of a person or a place before a sitting, and why a removal that it decides is refused. */
export function beforePanel(make: typeof aPersonCase) {
  const { one, sitting } = atSitting(make);
  const { world, id } = one;
  sitting.hearing(id);
  const record = sitting.itemOf(id).id;
  const ask = (over: Partial<RecordPanelDecisionPayload>) => {
    const payload = aDecision({ decision: 'remove', ...over });
    return whyNot(world.ask('agenda-items/record-panel-decision', payload, world.people.chair, { record }));
  };
  return { one, ask };
}

/** The case of a person or a place of which a sitting ended the listing, with somebody who watches unless nobody is named. */
export function leftList(
  make: typeof aPersonCase,
  removalReason: RemovalReason = 'no-longer-necessary',
  named: Partial<typeof watched> = watched,
): StrandCaseBuilder {
  const { one, sitting } = atSitting(make);
  sitting.deciding(one.id, { decision: 'remove', removalReason, ...named }).ended();
  return one;
}
