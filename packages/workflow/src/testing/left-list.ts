import type { RemovalReason } from '../strand-cases/codes.js';
import { aSitting } from './a-sitting.js';
import type { aPersonCase, StrandCaseBuilder } from './a-strand-case.js';

/** Who watches, and the day of the next check, as a removal or a closing fixes them. */
export const watched = { watcher: 'The school nurse (made up)', nextCheck: '2027-09-01' };

/** The case of a person or a place of which a sitting ended the listing, with somebody who watches. */
export function leftList(
  make: typeof aPersonCase,
  removalReason: RemovalReason = 'no-longer-necessary',
): StrandCaseBuilder {
  const one = make().active().listed();
  const { world, id, strand } = one;
  const caseKind = strand.kind as 'personCase';
  const sitting = aSitting(world).agendaOpen();
  sitting.give('add-item', { caseId: id, caseKind, section: strand.about, asked: 'Is it over?' });
  sitting
    .inSession()
    .deciding(id, { decision: 'remove', removalReason, ...watched })
    .ended();
  return one;
}
