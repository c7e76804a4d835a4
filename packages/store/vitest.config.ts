import { testProject } from '../../vitest.project.ts';

export default testProject({ globalSetup: ['./src/testing/server.ts'] });
