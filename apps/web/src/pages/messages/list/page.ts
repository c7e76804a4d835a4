import { labelOf } from '@mase/workflow/words';
import { momentWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { placeOf } from '../../../place-of.js';
import { readList } from '../../../read-list.js';

/** A message as the api lists it: what happened, to whom it is told, and the record that it is about. */
interface MessageLine {
  id: string;
  kind: string;
  principal: string;
  at: string;
  recordId: string;
  about: { kind: string; title: string; reference: string | null } | null;
}

/** What happened, in words; a kind without words here is named by its code. */
const words: Record<string, string> = {
  'child-missing': 'A child is reported missing',
  'child-not-missing': 'A report that a child is missing was a mistake',
  'danger-alert': 'Immediate danger was raised',
  'entry-withdrawn': 'An entry about somebody else was withdrawn: decide about the breach within 72 hours',
  'copy-withdrawn':
    'A paper, a file or a message that you had told of somebody else: information governance says which. Give it back or destroy it',
  'restriction-to-review': 'A case was restricted: look over why, and who reads it',
  'restriction-lifted': 'The restriction of a case was lifted',
  'connection-recorded': 'A personal connection was recorded: somebody no longer reads a case',
  'shut-out-by-another':
    'Somebody else recorded a personal connection of yours: you no longer read what it is about',
  'blind-assessment-asked': 'You are asked to assess for yourself, without seeing the first assessment',
  'worker-allocated': 'You were allocated',
  'nomination-accepted': 'What you nominated or reported was taken on',
  'nomination-declined': 'What you nominated or reported was not taken on',
  'person-of-concern-allocated': 'A case about a person or a place is yours from now on',
  'person-of-concern-resumed': 'A suspended case about a person or a place goes on',
  'removal-refused': 'A removal that you own was refused',
  'care-manager-asked': 'You are asked to answer for a person who is a child',
  'care-manager-answered': 'The social care manager answered about a person who is a child',
  'measure-given': 'You own a measure from now on',
  'measure-ended': 'A measure that you own has ended: its last day is over',
  'measure-lapse-changed':
    'A notice that you own stands on something else since the child’s age or legal status changed',
  'case-suspended': 'A case was suspended, and you look at it again',
  'case-resumed': 'A suspended case goes on',
  'transfer-asked': 'Your area is asked to take a case on',
  'transfer-escalated': 'No answer came to a transfer: it is with a senior manager',
  'transfer-accepted': 'The receiving area accepted the case',
  'transfer-refused': 'The receiving area refused the case',
  'transfer-withdrawn': 'A transfer was withdrawn',
  'turned-18': 'A young person is 18: a decision is due',
  'referral-joined': 'Another referral joined the case',
  'screening-harm': 'A screening found a sign of harm: assess today',
  'instrument-proposed': 'A change of the tools waits for a second person',
  'grade-raised': 'A higher grade is proposed and acts now',
  'action-given': 'An action was given to you',
  'action-declined': 'An action was declined and has no owner',
  'information-asked': 'Your agency is asked for information about a child',
  'information-answered': 'An agency answered a request for information',
  'information-chased': 'A request for information still waits for your agency’s answer',
  'information-fed-back': 'You are told what came of the information that you gave',
  'challenge-to-answer': 'A challenge waits for your answer',
  'challenge-answered': 'Your challenge was answered',
  'challenge-escalated': 'Your challenge was not answered in time and went to the next stage',
  'challenge-resolved': 'Your challenge was settled',
  'intelligence-submitted': 'Intelligence was submitted: evaluate it',
  'intelligence-danger': 'Intelligence says that a child may be in danger',
  'intelligence-added-to': 'Whoever submitted a report added to it',
  'intelligence-shared': 'You are given a report of intelligence',
  'intelligence-withdrawn': 'A report of intelligence that you were given is withdrawn: do not rely on it',
  'intelligence-regraded':
    'A report of intelligence that you were given has another grade: look before you act on it',
  'intelligence-changed':
    'The text of a report of intelligence that you were given is another one now: read it, and destroy every copy and printed paper with the text before',
  'intelligence-ended': 'The intelligence that you submitted was looked at and goes no further',
  'intelligence-fed-back': 'You are told what came of the intelligence that you submitted',
  'intelligence-source-referred': 'A source is referred to the source unit',
  'requirement-raised': 'Your agency is asked what it knows',
  'requirement-answered': 'An agency answered your intelligence requirement',
  'identifier-match': 'Something on a record of yours stands on another: decide on the match',
  'identifier-match-danger':
    'A match of identifiers, where a child may be in danger: decide with its owner now',
  'identifier-match-told': 'Whoever has another record says that it shares something with yours',
  'link-told': 'The police tell you of a link of a child with whom you work',
  'link-withdrawn': 'A link that you were told of is withdrawn: do not rely on it',
  'linked-person-of-concern': 'A person linked with a child was taken on as a person of concern',
  'cluster-proposed': 'Several children share something: confirm or decline the cluster',
  'cluster-confirmed': 'Children who share something are looked at together',
  'cluster-unsupported': 'Links of a confirmed cluster were withdrawn: too few still stand',
  'plan-shared': 'A plan was shared with you: open your copy',
  'plan-forwarded': 'A new version of a plan replaces your copy',
  'action-escalated': 'An action is late and escalated to you',
  'incident-withdrawn':
    'An incident that the police had recorded is withdrawn: whoever was linked to it was not in it, or it stands twice',
  'joined-panel': 'You belong to a panel from now on',
  'sittings-planned': 'Sittings of your panel were planned',
  'sitting-scheduled': 'A sitting of your panel was scheduled: fetch the invitation',
  'sitting-moved': 'A sitting was changed: fetch the new invitation',
  'sitting-cancelled': 'A sitting was cancelled: fetch the cancellation for your calendar',
  'papers-issued': 'Papers of a sitting were issued to you',
  'letter-issued': 'A sitting gave your agency actions: a letter was issued to you',
  'glass-broken': 'A record was opened in an emergency',
  'glass-tried': 'Somebody tried in vain to open a record in an emergency',
  'glass-justified': 'An opening in an emergency was found justified',
  'glass-not-justified': 'An opening in an emergency was found not justified',
  'on-the-rota': 'You are on a duty rota',
  'shift-swapped': 'A shift was swapped',
  'work-falls-to-you': 'The work of somebody who is away falls to you',
  'work-goes-back': 'Work that you did for somebody goes back',
  'absence-recorded': 'An absence was recorded',
  'part-delegated': 'A part was delegated',
  'part-goes-back': 'A delegated part went back',
  'guardian-away': 'The Caldicott guardian is away and gave the part to nobody: it can be delegated',
  'guardian-missing':
    'Nobody is Caldicott guardian: give somebody the part. Until then it falls to the chair',
  'consultation-asked': 'Your agency is asked about a request for access',
  'consultation-answered': 'An agency answered about a request for access',
  'access-part': 'A part of a request for access waits for your decision',
};

/** Kinds of message that name no record: whoever gets one may know nothing of it any more. */
const ofNoRecord = new Set(['copy-withdrawn']);

function line({ kind, principal, at, recordId, about: told }: MessageLine) {
  const about = ofNoRecord.has(kind) ? null : told;
  return {
    what: words[kind] ?? labelOf(kind),
    about: about?.title ?? '',
    reference: about?.reference ?? null,
    href: about && placeOf(about.kind, recordId),
    when: momentWords(at),
    mine: principal.startsWith('user:'),
  };
}

/** What happened that the reader is told of, newest first; what waits for an answer stands in the list of work. */
export const page: Page = {
  id: 'messages/list',
  url: '/messages',
  section: '/messages',

  async get(visit) {
    const { items, next } = await readList<MessageLine>(visit, '/api/v1/messages');
    return show({
      title: 'Messages',
      model: {
        lines: items.map(line),
        next: next && `/messages?after=${encodeURIComponent(next)}`,
      },
    });
  },
};
