import type { OpenedRecord } from '@mase/store';
import type { ChildCaseStanding, SetContactCautionPayload } from '@mase/workflow';

/** What the row of a caution says. */
type Words = SetContactCautionPayload & { by: string };

/**
 * Contact cautions that stand: whom and what, for all who have a part in the case; why, for those who read cautions. Of
 * one whose words this reader does not have, that it stands and about whom: nobody contacts somebody for not knowing.
 */
export function cautionsView({ record, written, classes }: OpenedRecord) {
  if (!classes.some((one) => one === 'caution' || one === 'safety')) return [];
  const kindRead = classes.includes('caution') ? 'contact-caution' : 'caution-to-heed';
  const { cautions = [] } = record.standing as ChildCaseStanding;
  return cautions.map(({ id, party }) => {
    const row = written.find(({ kind, body }) => kind === kindRead && (body as { id?: string }).id === id);
    const { who, whatNot, why, until, by } = (row?.body ?? {}) as Partial<Words>;
    return {
      ...{ id, party, who: who ?? null, whatNot: whatNot ?? null, why: why ?? null },
      ...{ until: until ?? null, by: by ?? null, since: row?.happened ?? null },
    };
  });
}
