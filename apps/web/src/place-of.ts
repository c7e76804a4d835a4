const places: Record<string, (id: string) => string> = {
  childCase: (id) => `/child-cases/${id}`,
  planCopy: (id) => `/plan-copies/${id}`,
  planAction: (id) => `/plan-actions/${id}`,
  referralProposal: (id) => `/referral-proposals/${id}`,
  informationRequest: (id) => `/information-requests/${id}`,
  challenge: (id) => `/challenges/${id}`,
  incident: (id) => `/incidents/${id}`,
  incidentVictim: (id) => `/incident-victims/${id}/withdraw-link`,
  intelligence: (id) => `/intelligence/${id}`,
  intelligenceRequirement: (id) => `/intelligence-requirements/${id}`,
  identifierMatch: (id) => `/identifier-matches/${id}`,
  notice: (id) => `/notices/${id}`,
  missingEpisode: (id) => `/missing-episodes/${id}`,
  returnInterview: (id) => `/return-interviews/${id}`,
  sitting: (id) => `/sittings/${id}`,
  agendaItem: (id) => `/agenda-items/${id}/record-panel-decision`,
  breakGlass: (id) => `/break-glass/${id}`,
  personCase: (id) => `/person-cases/${id}`,
  person: (id) => `/persons/${id}`,
  locationCase: (id) => `/location-cases/${id}`,
  location: (id) => `/locations/${id}`,
  child: (id) => `/children/${id}`,
  user: () => '/users/own',
  dutyRota: () => '/duty-rotas',
  export: (id) => `/exports/${id}`,
  accessRequest: (id) => `/access-requests/${id}`,
  accessConsultation: (id) => `/access-consultations/${id}`,
  disposal: (id) => `/disposals/${id}`,
  instrumentChange: (id) => `/instrument-changes/${id}`,
  disruptionMeasure: (id) => `/disruption-measures/${id}`,
  protection: (id) => `/protections/${id}`,
  legalHold: (id) => `/legal-holds/${id}`,
};

/** Where a record of a kind is looked at and worked on; null where it has no page of its own. */
export function placeOf(kind: string, id: string): string | null {
  return places[kind]?.(id) ?? null;
}
