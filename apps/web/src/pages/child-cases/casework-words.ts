/** Of what child and parent are told, as a person reads it. */
export const subjectWords: Record<string, string> = {
  grade: 'The grade',
  plan: 'The plan',
  decision: 'What the panel decided',
};

/** What an enquiry under section 47 came to. */
export const section47Words: Record<string, string> = {
  conference: 'Concerns borne out: a child protection conference',
  'child-in-need': 'No conference: a child in need plan',
  'no-further-action': 'Concerns not borne out: no further action of the enquiry',
};

/** What a child protection conference decided. */
export const conferenceWords: Record<string, string> = {
  'protection-plan': 'A child protection plan',
  'no-protection-plan': 'No child protection plan',
};

/** Why the work of a case waits. */
export const suspensionWords: Record<string, string> = {
  secure: 'In secure accommodation',
  custody: 'In custody',
  abroad: 'Abroad',
};

/** Why a suspended case goes on. */
export const resumeWords: Record<string, string> = {
  released: 'The child is released',
  returned: 'The child is back',
  missing: 'The child is missing',
  'release-changed': 'The release or return has changed',
  other: 'Another reason',
};
