const { PATH = '', NODE_COMPILE_CACHE } = process.env;

/** All that a process which a test starts has of the tests' own environment: where programs lie, and what Node has compiled. */
export const plainEnvironment: Record<string, string> = {
  PATH,
  ...(NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {}),
};
