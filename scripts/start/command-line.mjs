import { spawn } from 'node:child_process';
import { PlainError } from '../bootstrap/progress.mjs';

/** Runs the product's command line with `args`, its progress to standard error, and resolves to what it printed; throws a plain sentence when it fails. */
export function runCommandLine(script, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.once('error', reject);
    child.once('close', (code, signal) =>
      code === 0
        ? resolve(said)
        : reject(new PlainError(`mase ${args[0]} failed (${signal ?? `code ${code}`}).\n${said}`)),
    );
  });
}
