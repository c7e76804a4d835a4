import { randomBytes } from 'node:crypto';
import type { Store } from '@mase/store';
import { type Profile, shippedInstruments, validateProfile } from '@mase/workflow';
import type { Command } from 'commander';
import { appUrl, type DatabaseOptions, ownerUrl, withDatabase } from './database-options.js';
import { CliError, exitCodes, wrongUsage } from './exit-codes.js';
import { outputOf, printResult } from './output.js';
import { soundInstrument } from './sound-instrument.js';
import { profileOf } from './sound-profile.js';

type Options = DatabaseOptions & {
  name: string;
  agencyName?: string;
  administratorName: string;
  administratorEmail: string;
  instrument?: string[];
  profile: string;
};

const examples = `
Example:
  $ mase found --connections /etc/mase/connections.json --name "Fernshire Safeguarding Partnership" \\
      --administrator-name "Ada Admin" --administrator-email ada@example.org \\
      --instrument our-tool-2026.json`;

/** `mase found`: a partnership and its first administrator. */
export function found(program: Command): void {
  withDatabase(program.command('found'))
    .summary('found a partnership with its first administrator')
    .description(
      'Founds a partnership with the profile of England or another, its own agency and the first administrator, ' +
        'who adds everybody else. The administrator’s password is made by chance and printed once.',
    )
    .requiredOption('--name <name>', 'the name of the partnership')
    .option('--agency-name <name>', 'the agency of the administrator (otherwise the partnership itself)')
    .requiredOption('--administrator-name <name>', 'the name of the first administrator')
    .requiredOption('--administrator-email <email>', 'the address with which the administrator signs in')
    .option(
      '--instrument <file...>',
      'instruments for risk assessment of the area’s own, offered before those of the product',
    )
    .option(
      '--profile <id or file>',
      'the rules of the area: the id of a shipped profile, or a file',
      'england',
    )
    .addHelpText('after', examples)
    .action(async (_options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { isEmail } = await import('class-validator');
      if (!isEmail(options.administratorEmail))
        throw wrongUsage(`${options.administratorEmail} is not an address such as ada@example.org`);
      for (const name of [options.name, options.administratorName])
        if (name.trim() === '') throw wrongUsage('A name is not empty.');
      const profile = await profileWith(await profileOf(options.profile, {}), options.instrument ?? []);
      const { oneAtATime, openStore } = await import('@mase/store');
      const owner = ownerUrl(options);
      const store = await openStore(appUrl(options), { size: 2, applicationName: 'mase found' });
      try {
        const made = await oneAtATime(owner, 'found', () => foundOnce(store, owner, options, profile));
        printResult(outputOf(options), made, [
          `Founded ${options.name}.`,
          `  administrator  ${options.administratorName} <${made.email}>`,
          `  password       ${made.password}`,
          'The password is not shown again: hand it over in person.',
        ]);
      } finally {
        await store.close();
      }
    });
}

/** A profile with the instruments that an area brings; ends the verb where one has faults or is there twice. */
async function profileWith(area: Profile, files: readonly string[]): Promise<Profile> {
  if (files.length === 0) return area;
  const own = await Promise.all(files.map((file) => soundInstrument(file)));
  for (const { id, version } of own)
    if ([...shippedInstruments, ...own].filter((one) => one.id === id && one.version === version).length > 1)
      throw wrongUsage(
        `Version ${version} of ${id} is there twice: a changed instrument has another version.`,
      );
  const profile = {
    ...area,
    instruments: [...new Set([...own.map(({ id }) => id), ...area.instruments])],
    ownInstruments: [...(area.ownInstruments ?? []), ...own],
  };
  const [fault] = validateProfile(profile);
  if (fault) throw new CliError(exitCodes.refused, `${fault.pointer} ${fault.reason}`);
  return profile;
}

/** What was interrupted before is finished; a partnership that has its administrator is left alone. */
async function foundOnce(store: Store, owner: string, options: Options, profile: Profile) {
  const { addAgency, addUser, findPartnerships, foundPartnership } = await import('@mase/store');
  const known = (await findPartnerships(owner)).find((one) => one.name === options.name);
  const email = options.administratorEmail.toLowerCase();
  if (known && (await hasUsers(store, known.id)))
    throw new CliError(exitCodes.refused, `${options.name} is there already; nothing was changed.`);
  const partnershipId = known?.id ?? (await foundPartnership(owner, { name: options.name, profile }));
  const agencyId = await addAgency(store, partnershipId, {
    name: options.agencyName ?? options.name,
    kind: 'partnership',
    teams: [],
  });
  const password = randomBytes(15).toString('base64url');
  const user = { name: options.administratorName, email, agencyId, roles: ['administrator' as const] };
  const userId = await addUser(store, owner, partnershipId, user, { password, demonstration: false });
  return { partnershipId, agencyId, userId, email, password };
}

async function hasUsers(store: Store, partnershipId: string): Promise<boolean> {
  const { listRecords, operatorOf, reading } = await import('@mase/store');
  const { reading: as } = operatorOf(partnershipId);
  return reading(store, as, async (tx) => {
    const { rows } = await listRecords(tx, { kind: 'user', sort: 'newest', limit: 1 });
    return rows.length > 0;
  });
}
