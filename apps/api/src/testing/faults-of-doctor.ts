import type { Finding } from '@mase/store';

/** What is at fault on every server of the tests: it is not durable, so as to be fast, and no worker runs on it. */
const ofTests = ['settings of the server', 'due clocks', 'outgoing messages'];

/** What a doctor finds at fault besides what is so on every server of the tests. */
export function faultsBesidesTests(findings: readonly Finding[]): Finding[] {
  return findings.filter((one) => one.result === 'fault' && !ofTests.includes(one.check));
}
