import { writeSchema } from './schema.mjs';
import { writeWorkflowDocs } from './workflow-docs.mjs';

// `npm run docs` builds first, then comes here: each page is written by a module of its own.
for (const write of [writeWorkflowDocs, writeSchema]) process.stdout.write(`wrote ${await write()}\n`);
