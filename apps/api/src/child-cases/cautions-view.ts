import type { OpenedRecord } from '@mase/store';
import type { ChildCaseStanding, SetContactCautionPayload } from '@mase/workflow';

/** Contact cautions that stand, with their words, for those who read these; nobody else learns that there is one. */
export function cautionsView({ record, written, classes }: OpenedRecord) {
  if (!classes.includes('caution')) return [];
  const { cautions = [] } = record.standing as ChildCaseStanding;
  return cautions.flatMap(({ id, party }) => {
    const row = written.find(
      ({ kind, body }) => kind === 'contact-caution' && (body as { id?: string }).id === id,
    );
    if (!row) return [];
    const { who, whatNot, why, until, by } = row.body as SetContactCautionPayload & { by: string };
    return [{ id, party, who, whatNot, why, until, by, since: row.happened }];
  });
}
