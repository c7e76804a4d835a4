import type { Finding } from './finding.js';
import { ledgerFinding } from './ledger-finding.js';
import { lettersFinding } from './letters-finding.js';
import { membersFinding } from './members-finding.js';
import type { OperatorClient } from './open-operator.js';
import { migrationFinding, roleFinding, securityFinding } from './schema-findings.js';
import { backupFinding, clockSkewFinding, settingsFinding, sizeFinding } from './server-findings.js';
import { silentFinding } from './silent-finding.js';
import { verificationFinding } from './verification-finding.js';
import { clockFinding, dueFinding, outboxFinding, remindersFinding } from './work-findings.js';

/**
 * Looks a database over: what it is made of, how its server is set and how its clock goes, what the worker should have
 * done, whether cases are silent, whether entries are sealed, and when it was last verified and backed up. Changes nothing.
 */
export async function examine(client: OperatorClient): Promise<Finding[]> {
  return [
    await migrationFinding(client),
    await roleFinding(client),
    await securityFinding(client),
    await settingsFinding(client),
    await clockSkewFinding(client),
    await clockFinding(client),
    await dueFinding(client),
    await remindersFinding(client),
    await outboxFinding(client),
    await lettersFinding(client),
    await silentFinding(client),
    await ledgerFinding(client),
    await verificationFinding(client),
    await membersFinding(client),
    await sizeFinding(client),
    await backupFinding(client),
  ];
}
