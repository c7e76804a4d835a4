import { missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { enter } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { aboutMeLabels, childSubject } from '../about.js';

const command = 'children/record-about-me';
const hints: Record<string, string> = {
  likes: 'In the child’s own words where you can',
  trustedAdult: 'Whom the child would tell',
  bestWay: 'And what is not safe: who else reads the phone',
  specialist: 'For example a speech and language therapist, or why nobody was asked',
};

/** About me: what the child would have everybody know first; what is known already stands in the form. */
export const page: Page = {
  id: command,
  url: '/children/:id/record-about-me',
  section: '/children',
  fields: Object.fromEntries(
    Object.entries(aboutMeLabels).map(([name, label]) => [name, enter(label.toLowerCase())]),
  ),
  draft: (visit) => visit.params.id ?? '',

  async get(visit) {
    const { view, version, href, caption } = await childSubject(visit);
    const known = view.written?.find(({ kind, wrong }) => kind === 'about-me' && !wrong)?.body ?? {};
    const texts = Object.entries(known).filter(([field]) => field in aboutMeLabels);
    const missing = missingFor(view.allowed, command);
    return show({
      title: 'About me',
      version,
      back: { href },
      values: Object.fromEntries(texts.map(([field, text]) => [field, String(text)])),
      model: {
        caption,
        blocked: missing.length > 0 && { missing, href },
        asks: Object.entries(aboutMeLabels).map(([name, text]) => ({
          name,
          label: { text, classes: 'govuk-label--s' },
          hint: hints[name] ? { text: hints[name] } : null,
        })),
        cancel: href,
      },
    });
  },

  async post(visit) {
    const id = visit.params.id ?? '';
    const body = Object.fromEntries(Object.keys(aboutMeLabels).map((name) => [name, visit.typed(name)]));
    await visit.send(path`/api/v1/children/${id}/record-about-me`, body);
    return goTo(`/children/${id}`, 'It is recorded. Every case of the child opens with it.');
  },
};
