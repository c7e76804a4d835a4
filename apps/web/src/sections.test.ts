import { expect, it } from 'vitest';
import { givesFiguresAlone, sectionsFor } from './sections.js';

const offered = (...roles: string[]) => sectionsFor({ roles } as never).map(({ text }) => text);

it('an auditor is offered what is audited, on one line, and no referral to record; whoever else also works is', () => {
  expect(offered('auditor')).toEqual([
    ...['Your work', 'Messages', 'Children', 'Proposals', 'Actions', 'Requests', 'Challenges'],
    ...['Disruption', 'Sittings', 'Oversight'],
  ]);
  expect(offered('auditor', 'worker')).toContain('Record a referral');
});

it('whoever only gives figures of an agency finds them on the list of sittings, and nobody’s line grows by it', () => {
  for (const role of ['manager', 'member']) {
    expect(offered(role)).not.toContain('Files');
    expect(givesFiguresAlone({ roles: [role] })).toBe(true);
  }
  expect(offered('coordinator')).toContain('Proposals');
  expect(givesFiguresAlone({ roles: ['coordinator', 'member'] })).toBe(false);
});
