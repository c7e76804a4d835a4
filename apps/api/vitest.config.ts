import { testProject } from '../../vitest.project.ts';

export default testProject({ globalSetup: ['../../packages/store/src/testing/server.ts'] });
