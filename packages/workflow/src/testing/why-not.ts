import type { Decision } from '../model.js';

/** Why a command was not accepted: `forbidden`, the codes of what is missing, or `pointer code` of each fault; empty when it was. */
export function whyNot({ decision }: { decision: Decision }): string[] {
  if ('changes' in decision) return [];
  const { reason, missing, faults } = decision.refusal;
  if (reason === 'forbidden') return ['forbidden'];
  return [...missing.map((one) => one.code), ...faults.map((one) => `${one.pointer} ${one.code}`.trim())];
}
