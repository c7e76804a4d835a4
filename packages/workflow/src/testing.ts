export * from './testing/a-child-case.js';
export * from './testing/a-sitting.js';
export * from './testing/assessments.js';
export * from './testing/ids.js';
export * from './testing/payloads.js';
export * from './testing/people.js';
export * from './testing/world.js';
