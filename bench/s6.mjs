import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    await copy('chair', 'pdf');
    peak = 0;
    const started = performance.now();
    for (const key of eleven) writeFileSync(join(folder, `${key}.pdf`), (await copy(key, 'pdf')).rawPayload);
    const own = performance.now() - started;
    const memory = peak;
    const pages = await pagesOf(eleven.map((key) => join(folder, `${key}.pdf`)));
    const printed = await printedByChromium(folder, async (key) => (await copy(key, 'html')).body);
    await api.close();
    return {
      name: 'S6 eleven packs of 38 items, from database to files; × Chromium printing the same HTML',
      promise: 3,
      ratio: pages / own / (printed.pages / printed.milliseconds),
      pages,
      pagesASecond: (pages * 1000) / own,
      peakMegabytes: memory,
      chromiumPages: printed.pages,
      chromiumPagesASecond: (printed.pages * 1000) / printed.milliseconds,
      timeRatio: printed.milliseconds / own,
    };
  } finally {
    clearInterval(watching);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function printedByChromium(folder, htmlOf) {
  const browser = await chromium.launch({ ...(await findChromium()), headless: true });
  try {
    const page = await browser.newPage();
    const started = performance.now();
    for (const key of eleven) {
      await page.setContent(await htmlOf(key));
      writeFileSync(join(folder, `${key}-chromium.pdf`), await page.pdf({ format: 'A4', tagged: true }));
    }
    const milliseconds = performance.now() - started;
    return { pages: await pagesOf(eleven.map((key) => join(folder, `${key}-chromium.pdf`))), milliseconds };
  } finally {
    await browser.close();
  }
}
