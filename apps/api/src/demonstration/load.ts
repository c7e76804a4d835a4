import { findPartnerships, foundPartnership, oneAtATime, openStore, renamePartnership } from '@mase/store';
import { roleNames } from '@mase/workflow';
import { Calendar } from './calendar.js';
import { demonstrationName, demonstrationPassword, foundDemonstration } from './found.js';
import { panels } from './panels.js';
import { demonstrationEmail, demonstrationPeople } from './people.js';
import { Script } from './script.js';
import { sittings } from './sittings.js';
import { auditStories } from './stories-audits.js';
import { suspendedStory } from './stories-contact.js';
import { coverStories } from './stories-cover.js';
import { governanceStories } from './stories-governance.js';
import { incidentStories } from './stories-incidents.js';
import { intakeStories } from './stories-intake.js';
import { intelligenceStories } from './stories-intelligence.js';
import { linkStories } from './stories-links.js';
import { measureStories } from './stories-measures.js';
import { missingStories } from './stories-missing.js';
import { panelStories } from './stories-panel.js';
import { planStories } from './stories-plan.js';
import { populationStory } from './stories-population.js';
import { registerStories } from './stories-registers.js';
import { returnStories } from './stories-returns.js';
import { strandStories } from './stories-strands.js';
import type { StrandIds } from './strand-ids.js';
import { strandSitting } from './strand-sitting.js';

/** Somebody as whom one may sign in to the demonstration. */
export interface SignIn {
  name: string;
  email: string;
  roles: string[];
  password: string;
}

/** Everybody as whom one may sign in to the demonstration. */
export const signIns: readonly SignIn[] = demonstrationPeople.map(({ key, name, roles }) => ({
  name,
  email: demonstrationEmail(key),
  roles: roles.map((role) => roleNames[role]),
  password: demonstrationPassword,
}));

/** Where the demonstration is loaded, and who hears how far it is. */
export interface LoadOptions {
  ownerUrl: string;
  appUrl: string;
  /** What the demonstration takes for now; the hour of its loading where it is left out. */
  present?: string;
  onProgress?: (words: string) => void;
}

// While it has this name it is not finished, and a second run goes on with it.
const unfinishedName = `${demonstrationName}, being loaded`;

/**
 * Loads the demonstration partnership: synthetic children in every state, by real commands on the days before. Answers
 * whether it was loaded now; where it is there already nothing changes. What was interrupted within a day goes on
 * where it stopped; after that its keys are gone, and it has to be loaded into a fresh database.
 */
export async function loadDemonstration(
  options: LoadOptions,
): Promise<{ loaded: boolean; partnershipId: string }> {
  return oneAtATime(options.ownerUrl, 'demonstration', async () => {
    const known = await findPartnerships(options.ownerUrl);
    const there = known.find((one) => one.name === demonstrationName);
    if (there) return { loaded: false, partnershipId: there.id };
    const begun = known.find((one) => one.name === unfinishedName);
    if (begun && Date.now() - Date.parse(begun.createdAt) > 23 * 3_600_000)
      throw new Error(
        'The demonstration was begun more than a day ago and not finished: load it into a fresh database',
      );
    const present = begun?.createdAt ?? options.present ?? new Date().toISOString();
    const partnershipId =
      begun?.id ?? (await foundPartnership(options.ownerUrl, { name: unfinishedName, now: present }));
    await play(options, partnershipId, present);
    await renamePartnership(options.ownerUrl, partnershipId, demonstrationName);
    return { loaded: true, partnershipId };
  });
}

async function play(
  { ownerUrl, appUrl, onProgress }: LoadOptions,
  partnershipId: string,
  present: string,
): Promise<void> {
  const days = new Calendar(present);
  const time = { now: days.before(80) };
  const store = await openStore(appUrl, { size: 3, clock: () => time.now, applicationName: 'mase demo' });
  try {
    const founded = await foundDemonstration(store, ownerUrl, {
      begun: partnershipId,
      ...(onProgress ? { onProgress } : {}),
    });
    const script = new Script(store, founded, present, (now) => {
      time.now = now;
    });
    tellStories(script, days);
    await script.play((done, all) => onProgress?.(`${done} of ${all} happenings`));
  } finally {
    await store.close();
  }
}

/** Everything that happens in the demonstration, said to a script. */
export function tellStories(script: Script, days: Calendar): void {
  intakeStories(script, days);
  suspendedStory(script, days);
  missingStories(script, days);
  intelligenceStories(script, days);
  const closed = planStories(script, days);
  const panel = panelStories(script, days);
  const own = panels(script, days);
  sittings(script, days, panel, own);
  governanceStories(script, days, closed, panel);
  const strands: StrandIds = { amber: '', cedar: '', places: {} };
  strandStories(script, days, strands);
  strandSitting(script, days, own, strands);
  measureStories(script, days, panel.jesse, strands);
  incidentStories(script, days, panel, strands);
  linkStories(script, days, [panel.alex, panel.jesse, closed], strands);
  coverStories(script, days, panel.jesse);
  auditStories(script, days, [panel.alex, panel.jesse]);
  populationStory(script, days);
  registerStories(script, days);
  returnStories(script, days);
}
