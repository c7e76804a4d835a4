import { describe, expect, it } from 'vitest';
import { earlierDay } from './earlier-day.js';
import { pages } from './pages.js';

const auditor = { roles: ['auditor'] };
const ids = pages.map(({ id }) => id);

describe('the way to an earlier day', () => {
  it('leads from each list of cases to that list, and from a record to that record', () => {
    expect(earlierDay('child-cases/list', {}, auditor)).toEqual({ action: '/as-it-was', kind: 'childCase' });
    expect(earlierDay('plan-actions/view', { id: '7' }, auditor)).toEqual({
      action: '/records/7/as-it-was',
      kind: null,
    });
  });

  it('is offered to those who look over what was done, on pages of which an earlier state is kept, and nowhere else', () => {
    for (const who of [null, { roles: ['worker'] }, {}])
      expect(earlierDay('child-cases/list', {}, who)).toBe(null);
    for (const page of ['child-cases/record-view', 'start/open', 'scorecards/view', 'intelligence/view'])
      expect(earlierDay(page, { id: '7' }, auditor)).toBe(null);
    const offering = ids.filter((id) => earlierDay(id, { id: '7' }, auditor));
    expect(offering.length).toBe(39);
  });
});
