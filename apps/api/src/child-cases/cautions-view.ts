import type { OpenedRecord } from '@mase/store';
import type { ChildCaseStanding, SetContactCautionPayload } from '@mase/workflow';

/** Contact cautions that stand: whom and what, for all who have a part in the case; why, for those who read cautions. */
export function cautionsView({ record, written, classes }: OpenedRecord) {
  const kindRead = classes.includes('caution') ? 'contact-caution' : 'caution-to-heed';
  const { cautions = [] } = record.standing as ChildCaseStanding;
  return cautions.flatMap(({ id, party }) => {
    const row = written.find(({ kind, body }) => kind === kindRead && (body as { id?: string }).id === id);
    if (!row) return [];
    const {
      who,
      whatNot,
      why = null,
      until,
      by,
    } = row.body as Omit<SetContactCautionPayload, 'why'> & { why?: string; by: string };
    return [{ id, party, who, whatNot, why, until, by, since: row.happened }];
  });
}
