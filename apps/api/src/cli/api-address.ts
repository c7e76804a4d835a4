import { join } from 'node:path';
import { wrongUsage } from './exit-codes.js';
import { dataFolder } from './folders.js';
import { readJsonFile } from './private-file.js';

/** The base address of the api: as given, from MASE_API_URL, or of the running `npm start`; without a slash at its end. */
export function apiAddress(given: string | undefined): string {
  const address = given ?? process.env.MASE_API_URL ?? runningApi();
  if (!address)
    throw wrongUsage(
      'Which api? Give --api URL, set MASE_API_URL, or start the demonstration with npm start.',
    );
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw wrongUsage(`${address} is not an address such as https://mase.example.org`);
  }
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local))
    throw wrongUsage(`${url.origin} is not https: a session is never sent where others could read it.`);
  return url.href.replace(/\/+$/, '');
}

function runningApi(): string | undefined {
  return readJsonFile<{ api?: { url?: string } }>(join(dataFolder(), 'run.json'))?.api?.url;
}
