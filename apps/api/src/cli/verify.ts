import type { Command } from 'commander';
import { type DatabaseOptions, ownerUrl, withDatabase } from './database-options.js';
import { wrongUsage } from './exit-codes.js';
import { keysIn, type ProofOptions, proofOf, readable, withProof } from './ledger-options.js';
import { type Output, outputOf, ProgressLine } from './output.js';
import { readJsonFile } from './private-file.js';
import { FaultList, ledgerLines, number } from './verify-report.js';

type Options = DatabaseOptions & ProofOptions & { export?: string; proof?: string };

const examples = `
Examples:
  $ mase verify --connections /etc/mase/connections.json --key sealer.pub --checkpoints checkpoints.jsonl
  $ mase verify --export ledger.jsonl --key sealer.pub --checkpoints checkpoints.jsonl     without a database
  $ mase verify --proof proof.json --key sealer.pub                                        one entry, or growth`;

/** `mase verify`: the ledger against signed checkpoints, then every history and the audit. */
export function verify(program: Command): void {
  withProof(withDatabase(program.command('verify')))
    .summary('compare the ledger, every history and the audit with what was signed and stored')
    .description(
      'With --key and --checkpoints: every sealed entry is there, unchanged, in its place, with its columns, and ' +
        'makes the tree that was signed outside the database. Then replays the history of every record and compares: ' +
        'versions without a gap, hashes, columns, steps that the charts know, standings, clocks, and the digests of ' +
        'what was written; then every line of the audit. What it found is kept as a line of the audit, which those who ' +
        'oversee see on the page of verification. Ends with 1 where something differs, and names the first 20 ' +
        'faults, where they are and why. With --export or --proof no database is needed.',
    )
    .option('--export <file>', 'verify a file that mase export-ledger wrote')
    .option('--proof <file>', 'verify proofs that mase prove wrote; needs --key alone')
    .addHelpText('after', examples)
    .action(async (_options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const output = outputOf(options);
      if (options.proof) return verifyProofs(output, options.proof, options.key);
      if (options.export) return verifyExported(output, options.export, options);
      await verifyDatabase(output, options);
    });
}

async function verifyProofs(output: Output, file: string, key: string | undefined): Promise<void> {
  const { faultsOfProof } = await import('@mase/store');
  if (!key) throw wrongUsage('A proof is verified by a public key: give --key FILE.');
  const keys = await keysIn(key);
  const proofs = readJsonFile<Parameters<typeof faultsOfProof>[0][]>(readable(file));
  if (!Array.isArray(proofs)) throw wrongUsage(`${file} holds no proofs.`);
  const faults = new FaultList();
  const lines = proofs.map((proof, index) => {
    for (const reason of faultsOfProof(proof, keys))
      faults.note({ proof: index + 1, reason }, `proof ${index + 1}: ${reason}`);
    return proof.kind === 'growth'
      ? `Growth from ${proof.from.checkpoint.size} to ${proof.to.checkpoint.size} entries, signed ${proof.to.checkpoint.time}`
      : `${proof.source} ${proof.id}${proof.source === 'history' ? `, version ${proof.version}` : ''}: position ${proof.position} of ${proof.signed.checkpoint.size}, signed ${proof.signed.checkpoint.time}`;
  });
  faults.print(output, { proofs: proofs.length }, lines);
}

async function verifyExported(output: Output, file: string, options: Options): Promise<void> {
  const { emptyCount, verifyExport } = await import('@mase/store');
  const proof = await proofOf(options);
  if (!proof) throw wrongUsage('An export is verified by --key FILE and --checkpoints FILE.');
  const counted = emptyCount();
  const faults = new FaultList();
  await watched(
    output,
    () => `${number(counted.sealed)} sealed entries`,
    async () => {
      for await (const fault of verifyExport(readable(file), proof, counted)) faults.noteLedger(fault);
    },
  );
  faults.print(output, { ledger: counted }, ledgerLines(counted));
}

async function verifyDatabase(output: Output, options: Options): Promise<void> {
  const { asOperatorClient, emptyCount, recordVerification, verifyAudit, verifyHistory, verifyLedger } =
    await import('@mase/store');
  const proof = await proofOf(options);
  const ledger = emptyCount();
  const counted = { records: 0, entries: 0, clocks: 0, rows: 0, audits: 0 };
  const faults = new FaultList();
  const state = () =>
    counted.records > 0
      ? `${number(counted.entries)} entries of ${number(counted.records)} records`
      : `${number(ledger.sealed)} sealed entries`;
  await watched(output, state, () =>
    asOperatorClient(ownerUrl(options), 'verify', async (client) => {
      if (proof) for await (const fault of verifyLedger(client, proof, ledger)) faults.noteLedger(fault);
      for await (const fault of verifyHistory(client, counted)) faults.noteHistory(fault);
      for await (const fault of verifyAudit(client, counted)) faults.noteAudit(fault);
    }),
  );
  const { records, entries, clocks, rows, audits } = counted;
  const result = { withCheckpoints: Boolean(proof), sealed: ledger.sealed, records, entries, audits };
  await recordVerification(ownerUrl(options), { ...result, faults: faults.found }, faults.places);
  faults.print(output, { ...counted, ...(proof ? { ledger } : {}) }, [
    ...(proof ? ledgerLines(ledger) : ['Ledger: not compared; give --key FILE and --checkpoints FILE.']),
    `${number(records)} records, ${number(entries)} entries, ${number(clocks)} clocks, ${number(rows)} written rows, ${number(audits)} audit lines`,
  ]);
}

async function watched(output: Output, state: () => string, work: () => Promise<void>): Promise<void> {
  const progress = new ProgressLine(output);
  const watch = setInterval(() => progress.show(state()), 200);
  try {
    await work();
  } finally {
    clearInterval(watch);
    progress.clear();
  }
}
