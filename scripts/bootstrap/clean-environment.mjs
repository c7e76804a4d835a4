import { delimiter, join } from 'node:path';
import { ROOT } from './paths.mjs';

// npm hands its whole configuration to scripts; pnpm warns about what it does not know. How to reach a registry stays.
const KEPT = /^npm_config_(registry|.*proxy|cafile|ca|strict_ssl|userconfig|cache)$/i;

/** The environment for the programs this launcher starts: our tools first on PATH, npm's leaked settings gone, telemetry off. */
export function cleanEnvironment(env = process.env) {
  const kept = Object.entries(env).filter(
    ([name]) => !/^(npm_(config|package|lifecycle)_|MASE_BEGAN$)/i.test(name) || KEPT.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    PATH: [join(ROOT, 'node_modules/.bin'), env.PATH].filter(Boolean).join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
  };
}
