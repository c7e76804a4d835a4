import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bigSitting, openPdf } from '@mase/api/testing';
import { startEmbedded } from '@mase/store';
import { prepareTemplate } from '@mase/store/testing';
import { chromium } from 'playwright-core';
import { findChromium } from '../scripts/chromium.mjs';

const eleven = [
  ...['chair', 'deputy', 'coordinator', 'member-police', 'member-health', 'substitute'],
  ...['senior', 'auditor', 'observer', 'governance', 'caldicott'],
];
const asked = {
  ...{ children: 25, persons: 8, places: 5 },
  now: '2026-01-05T09:00:00.000Z',
  startsAt: '2026-01-22T10:00:00.000Z',
};

async function pagesOf(files) {
  let pages = 0;
  for (const file of files) pages += (await openPdf(readFileSync(file))).pages.length;
  return pages;
}

/** Resident memory of a process in megabytes; 0 where it has gone. */
function resident(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmRSS:\s+(\d+)/m)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** S6: eleven packs of a sitting of 38 items, from database to files, against Chromium printing the same HTML. */
export async function s6() {
  const folder = mkdtempSync(join(tmpdir(), 'mase-s6-'));
  const server = await startEmbedded({ dataDir: join(folder, 'postgres') });
  const fileOf = (name) => join(folder, `${name}.pdf`);
  let peak = 0;
  const watching = setInterval(() => {
    peak = Math.max(peak, resident(process.pid));
  }, 50);
  try {
    await prepareTemplate(server.url);
    const { api, sitting } = await bigSitting(server.url, asked);
    const { people } = api.founded;
    const recipients = eleven.map((key) => people[key]);
    await api.give('coordinator', 'sittings/issue-papers', { recipients }, sitting.id);
    const copy = (key, format) => api.ask(key, 'GET', `/api/v1/sittings/${sitting.id}/pack?format=${format}`);
    await copy('observer', 'pdf');
    peak = 0;
    const browser = await chromium.launch({ ...(await findChromium()), headless: true });
    const page = await browser.newPage();
    await page.setContent((await copy('observer', 'html')).body);
    await page.pdf({ format: 'A4', tagged: true });
    const own = { milliseconds: 0, processor: 0 };
    const chromiums = { milliseconds: 0, processor: 0 };
    // One after the other for each recipient, so that a machine that slows down meanwhile slows both down.
    for (const key of eleven) {
      await measured(own, async () => writeFileSync(fileOf(key), (await copy(key, 'pdf')).rawPayload));
      await measured(chromiums, async () => {
        await page.setContent((await copy(key, 'html')).body);
        writeFileSync(fileOf(`${key}-chromium`), await page.pdf({ format: 'A4', tagged: true }));
      });
    }
    const memory = peak;
    await browser.close();
    await api.close();
    const pages = await pagesOf(eleven.map(fileOf));
    const chromiumPages = await pagesOf(eleven.map((key) => fileOf(`${key}-chromium`)));
    return {
      name: 'S6 eleven packs of 38 items, from database to files; × Chromium printing the same HTML',
      promise: 3,
      ratio: pages / own.milliseconds / (chromiumPages / chromiums.milliseconds),
      pages,
      pagesASecond: (pages * 1000) / own.milliseconds,
      milliseconds: own.milliseconds,
      processorSeconds: own.processor,
      peakMegabytes: memory,
      chromiumPages,
      chromiumPagesASecond: (chromiumPages * 1000) / chromiums.milliseconds,
      chromiumMilliseconds: chromiums.milliseconds,
      chromiumProcessorSeconds: chromiums.processor,
      timeRatio: chromiums.milliseconds / own.milliseconds,
      processorRatio: chromiums.processor / own.processor,
    };
  } finally {
    clearInterval(watching);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Adds to a sum how long a piece of work takes, and the processor's time of all processes of this run. */
async function measured(sum, work) {
  const [started, before] = [performance.now(), processorSeconds()];
  await work();
  sum.milliseconds += performance.now() - started;
  sum.processor += processorSeconds() - before;
}

/** The processor's time of this process and all that it started: PostgreSQL and Chromium among them. */
function processorSeconds() {
  const ticks = new Map();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const [, ...fields] = readFileSync(`/proc/${name}/stat`, 'utf8').split(/\) /).at(-1).split(' ');
      ticks.set(name, { parent: fields[0], used: Number(fields[10]) + Number(fields[11]) });
    } catch {
      // It has ended since the folder was read.
    }
  }
  const isOurs = (name) =>
    name === String(process.pid) || (ticks.has(name) && isOurs(ticks.get(name).parent));
  const used = [...ticks].filter(([name]) => isOurs(name)).map(([, one]) => one.used);
  return used.reduce((sum, one) => sum + one, 0) / 100;
}
