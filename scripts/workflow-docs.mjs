import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './bootstrap/paths.mjs';

/** Writes docs/workflow.md from the built workflow; resolves to the name of what it wrote. */
export async function writeWorkflowDocs() {
  const { englandProfile, workflowDocs } = await import(join(ROOT, 'packages/workflow/dist/index.js'));
  writeFileSync(join(ROOT, 'docs/workflow.md'), workflowDocs(englandProfile));
  return 'docs/workflow.md';
}
