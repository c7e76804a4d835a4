import { expect, it } from 'vitest';
import { sectionsFor } from './sections.js';

const offered = (...roles: string[]) => sectionsFor({ roles } as never).map(({ text }) => text);

it('an auditor is offered what is audited, on one line, and no referral to record; whoever else also works is', () => {
  expect(offered('auditor')).toEqual([
    ...['Your work', 'Messages', 'Children', 'Proposals', 'Actions', 'Requests', 'Challenges'],
    ...['Disruption', 'Sittings', 'Oversight'],
  ]);
  expect(offered('auditor', 'worker')).toContain('Record a referral');
});
