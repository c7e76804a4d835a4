/** A number and what it is of, on one line wherever it stands: "7 of 14". */
export const ofWords = (n: number | null, of: number | null): string => `${n}\u00a0of\u00a0${of}`;
