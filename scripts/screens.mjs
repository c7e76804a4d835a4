import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

// `node scripts/screens.mjs [DIR]`: starts the product on a new demonstration and takes the pictures of docs/screens.

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.argv[2] ?? join(root, 'docs/screens');

/** The product on an empty data folder; its address and how to end it. */
async function product() {
  const data = mkdtempSync(join(tmpdir(), 'mase-screens-'));
  const run = spawn(process.execPath, ['scripts/run.mjs', 'start', '--data', data, '--port', '38000'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise((ready, failed) => {
    let said = '';
    run.stdout.on('data', (chunk) => {
      said += chunk;
      const open = /Open\s+(http:\S+)/.exec(said);
      if (open) ready(open[1]);
    });
    run.once('exit', () => failed(new Error(`the product did not start:\n${said}`)));
  });
  const end = async () => {
    const ended = new Promise((done) => run.once('exit', done));
    run.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  return { url, end };
}

/** A browser in which somebody of the demonstration is signed in. */
async function as(browser, url, who) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${url}/session/sign-in`);
  await page.check(`input[value="${who}@fernshire.example.org"]`, { force: true });
  await page.click('main button[type=submit]');
  return page;
}

async function shoot(page, name, height) {
  const whole = await page.evaluate('document.documentElement.scrollHeight');
  await page.evaluate('document.activeElement?.blur(); scrollTo(0, 0)');
  await page.setViewportSize({ width: 1280, height: Math.min(height, whole) });
  await page.screenshot({ path: join(folder, `${name}.png`) });
  process.stdout.write(`${name}.png\n`);
}

async function openCase(page, url, child) {
  await page.goto(`${url}/child-cases`);
  await page.click(`a:has-text("${child}")`);
}

async function openNextSitting(page, url) {
  await page.goto(`${url}/sittings`);
  await page.click('tr:has-text("Papers issued") a, tr:has-text("In session") a');
}

async function work(browser, url) {
  const worker = await as(browser, url, 'worker');
  await openCase(worker, url, 'Alex Imagined');
  await shoot(worker, 'social-worker-case', 1700);
  await worker.click('a[href$="/assess-risk"]');
  await shoot(worker, 'social-worker-assess-risk', 1500);
  const manager = await as(browser, url, 'manager');
  await openCase(manager, url, 'River Sample');
  await manager.click('a[href$="/confirm-grade"]');
  await shoot(manager, 'manager-confirm-grade', 1700);
  await shoot(await as(browser, url, 'triage'), 'triage-work-queue', 900);
  const police = await as(browser, url, 'member-police');
  await police.goto(`${url}/plan-actions`);
  await shoot(police, 'plan-partner-actions', 1000);
}

async function police(browser, url) {
  const officer = await as(browser, url, 'intelligence');
  await officer.goto(`${url}/person-cases`);
  await officer.click('a:has-text("Person Amber-04")');
  await shoot(officer, 'police-person', 1900);
  await officer.goto(`${url}/intelligence`);
  await officer.click('main table a');
  await shoot(officer, 'police-report', 1700);
  await officer.goto(`${url}/locations/picture`);
  await shoot(officer, 'police-places', 2900);
  await officer.goto(`${url}/clusters`);
  await shoot(officer, 'police-clusters', 1200);
}

async function panel(browser, url) {
  const coordinator = await as(browser, url, 'coordinator');
  await openNextSitting(coordinator, url);
  await shoot(coordinator, 'agenda-builder', 1800);
  await coordinator.click('a[href$="/record-attendance"]');
  const here = coordinator.locator('.mase-row:has(input[type="hidden"]) button[value$=":present"]');
  for (let row = 0, rows = await here.count(); row < rows; row += 1) {
    await here.nth(row).click();
    await coordinator.locator(`#row-${row} .govuk-tag`, { hasText: 'Here' }).waitFor();
  }
  const chair = await as(browser, url, 'chair');
  await openNextSitting(chair, url);
  await chair.click('a[href$="/start-sitting"]');
  await chair.fill('textarea[name=otherDayReason]', 'The pictures do not wait for the day (made up)');
  await chair.click('main form[action$="start-sitting"] button');
  await chair.click('a[href*="/agenda-items/"]');
  await chair.click('nav[aria-label="Items of this sitting"] a:has-text("Alex")');
  await chair.click('main form[action$="open-item"] button');
  await chair.waitForSelector('textarea[name=reasons]');
  await shoot(chair, 'chair-in-session', 2000);
}

async function audit(browser, url) {
  const auditor = await as(browser, url, 'auditor');
  await openCase(auditor, url, 'Alex Imagined');
  await auditor.click('a:has-text("Who was told of this case")');
  await shoot(auditor, 'auditor-who-knew', 1300);
  const year = new Date().getFullYear();
  await auditor.goto(`${url}/incident-report?from=${year}-01-01&to=${year}-12-31`);
  await shoot(auditor, 'auditor-incidents', 2000);
}

const { url, end } = await product();
try {
  const browser = await chromium.launch({ ...(await findChromium()), headless: true });
  await work(browser, url);
  await police(browser, url);
  await panel(browser, url);
  await audit(browser, url);
  await browser.close();
} finally {
  await end();
}
