import schema from './instrument.schema.json' with { type: 'json' };

/** The JSON schema of instrument files, for editors and other programs; it says what `instrumentShape` says. */
export const instrumentSchema: object = schema;
