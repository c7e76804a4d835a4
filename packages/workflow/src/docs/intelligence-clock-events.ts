/** Which commands start and meet the clocks of intelligence, of links and of clusters. */
export const intelligenceClockEvents = {
  'intelligence-evaluation': {
    starts: ['intelligence/submit-intelligence'],
    ends: ['intelligence/evaluate'],
  },
  'intelligence-dissemination': { starts: ['intelligence/evaluate'], ends: ['intelligence/disseminate'] },
  'intelligence-review': {
    starts: ['intelligence/evaluate', 'intelligence/review-report'],
    ends: ['intelligence/review-report'],
  },
  'intelligence-feedback': {
    starts: ['intelligence/submit-intelligence'],
    ends: ['intelligence/tell-submitter', 'intelligence/reject'],
  },
  'requirement-answer': {
    starts: ['intelligence-requirements/raise-requirement'],
    ends: ['intelligence-requirements/answer-requirement'],
  },
  'identifier-match': {
    starts: ['identifier-matches/propose-match'],
    ends: ['identifier-matches/decide-match', 'identifier-matches/withdraw-match'],
  },
  'link-grading': { starts: ['links/record-link'], ends: ['links/grade-link'] },
  'link-review': {
    starts: ['links/record-link', 'links/grade-link', 'links/review-link', 'links/renew-link'],
    ends: ['links/review-link', 'links/fade-link', 'links/withdraw-link'],
  },
  'link-fading': {
    starts: ['links/record-link', 'links/grade-link', 'links/review-link', 'links/renew-link'],
    ends: ['links/review-link', 'links/fade-link', 'links/withdraw-link'],
  },
  'cluster-discussion': {
    starts: ['clusters/confirm-cluster'],
    ends: ['clusters/record-cluster-discussion'],
  },
  'cluster-meeting': { starts: ['clusters/confirm-cluster'], ends: ['clusters/record-cluster-meeting'] },
  'cluster-decision': {
    starts: ['clusters/propose-cluster', 'clusters/receive-children'],
    ends: ['clusters/confirm-cluster', 'clusters/decline-cluster'],
  },
};
