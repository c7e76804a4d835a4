// The walls of the house. Sources are cruised, not builds: a package is reached through the `source` entry of its exports.
const TESTS = '(\\.test\\.ts|vitest\\.config\\.ts)$|/testing(/|\\.ts$)';
const inside = (...names) => `^(packages|apps)/(${names.join('|')})/`;
const external = (...names) => names.flatMap((name) => [`^${name}(/|$)`, `node_modules/(@types/)?${name}/`]);

const wall = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const never = (from, ...others) =>
  others.map((other) =>
    wall(
      `${from}-not-${other}`,
      `${from} knows nothing of ${other}.`,
      { path: inside(from) },
      { path: [inside(other), `^@mase/${other}(/|$)`] },
    ),
  );
const ownedBy = (owners, ...names) =>
  wall(
    `${names[0].replace(/^\W+|[^\w-].*$/g, '')}-owned-by-${owners.join('-and-')}`,
    `Only ${owners.join(' and ')} may use ${names.join(', ')}.`,
    { path: '^(packages|apps)/', pathNot: [inside(...owners), TESTS] },
    { path: external(...names) },
  );
const typesOnly = (from) =>
  wall(
    `${from}-only-types-of-workflow`,
    `${from} takes types from the workflow, no behaviour.`,
    { path: inside(from), pathNot: TESTS },
    { path: inside('workflow'), dependencyTypesNot: ['type-only'] },
  );

module.exports = {
  forbidden: [
    ...never('workflow', 'store', 'documents', 'exchange', 'api', 'web'),
    ...never('documents', 'store', 'exchange', 'api', 'web'),
    ...never('exchange', 'store', 'documents', 'api', 'web'),
    ...never('store', 'documents', 'exchange', 'api', 'web'),
    ...never('api', 'web'),
    ...never('web', 'documents', 'exchange', 'api'),
    typesOnly('documents'),
    wall(
      'exchange-only-types-of-workflow',
      'exchange takes types from the workflow, and of its behaviour the reading of identifiers alone.',
      { path: inside('exchange'), pathNot: TESTS },
      {
        path: inside('workflow'),
        pathNot: '^packages/workflow/(src|dist)/identifiers(\\.d)?\\.(ts|js)$',
        dependencyTypesNot: ['type-only'],
      },
    ),
    wall(
      'web-not-store',
      'web speaks HTTP to the api; only its tests may ask the store for a test database.',
      { path: inside('web'), pathNot: TESTS },
      { path: inside('store') },
    ),
    wall(
      'web-only-words-of-workflow',
      'web may import the names and labels of the workflow, nothing that decides.',
      { path: inside('web'), pathNot: TESTS },
      { path: inside('workflow'), pathNot: '^packages/workflow/(src|dist)/words(\\.d)?\\.(ts|js)$' },
    ),
    wall(
      'workflow-pure-of-builtins',
      'workflow has no IO: no Node builtins.',
      { path: inside('workflow'), pathNot: TESTS },
      { dependencyTypes: ['core'] },
    ),
    wall(
      'workflow-only-xstate-and-temporal',
      'workflow uses xstate and a date library, nothing else.',
      { path: inside('workflow'), pathNot: TESTS },
      {
        pathNot: [inside('workflow'), ...external('xstate', 'temporal-polyfill')],
        dependencyTypesNot: ['core', 'unknown'],
      },
    ),
    ownedBy(['workflow'], 'xstate'),
    ownedBy(['store'], 'typeorm', 'pg', 'pg-boss'),
    ownedBy(['api', 'web'], 'fastify', '@fastify/[^/]+', 'fastify-plugin'),
    ownedBy(['api'], 'class-validator', 'class-transformer'),
    ownedBy(['documents', 'web'], 'handlebars'),
    ownedBy(['documents'], '@myriaddreamin/[^/]+', 'docx'),
    ownedBy(['exchange'], 'csv-parse', 'csv-stringify', 'write-excel-file', 'ics'),
    ownedBy(['web'], 'govuk-frontend', '@ministryofjustice/frontend'),
    wall(
      'no-relative-path-across-packages',
      'Another package is reached by its name, never by a path.',
      { path: '^(packages|apps)/([^/]+)/' },
      { path: '^(packages|apps)/', pathNot: '^$1/$2/', dependencyTypes: ['local'] },
    ),
    wall(
      'product-not-scripts',
      'Nothing the product runs imports the launcher or the benchmarks.',
      { path: '^(packages|apps)/', pathNot: TESTS },
      { path: '^(scripts|bench)/' },
    ),
    wall(
      'no-cycles',
      'No module needs itself.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    wall('no-unresolvable', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules|(^|/)dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
