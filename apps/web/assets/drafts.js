const firstSave = 2_000;
const betweenSaves = 8_000;

/** What stands in a form, without the hidden fields of ours, which begin with an underscore. */
function typed(form) {
  const values = {};
  for (const [name, value] of new FormData(form)) {
    if (name.startsWith('_') || typeof value !== 'string') continue;
    values[name] = name in values ? [values[name]].flat().concat(value) : value;
  }
  return values;
}

/**
 * Asks for a new form token and puts it in every form of the page: the old one ends when the site is started again.
 * Says whether the site answered at all.
 */
async function renewToken() {
  try {
    const signal = AbortSignal.timeout(8_000);
    const response = await fetch('/form-token', { credentials: 'same-origin', signal });
    if (!response.ok) return response.status < 500;
    const { token } = await response.json();
    for (const input of document.querySelectorAll('[name="_csrf"]')) input.value = token;
    return true;
  } catch {
    return false;
  }
}

/** Sends what was typed to be saved, with a new token when the old one is refused. */
async function put(form, values, again = true) {
  const response = await fetch(`/drafts/${form.dataset.draft}`, {
    method: 'PUT',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      'x-csrf-token': form.querySelector('[name="_csrf"]').value,
    },
    body: JSON.stringify({ values }),
    signal: AbortSignal.timeout(8_000),
  });
  if (response.status !== 403 || !again) return response;
  await renewToken();
  return put(form, values, false);
}

/** Whether a field holds something else than the page came with. */
function isChanged(field) {
  if (field.type === 'hidden') return false;
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
  if (field.options) {
    const chosen = [...field.options].some((option) => option.defaultSelected);
    return chosen
      ? [...field.options].some((option) => option.selected !== option.defaultSelected)
      : field.selectedIndex > 0;
  }
  return 'defaultValue' in field && field.value !== field.defaultValue;
}

/** Saves one form by itself: at most ten seconds of typing are ever unsaved, and nothing is kept in the browser. */
function keepDraft(form) {
  const status = form.querySelector('[data-draft-status]');
  let saved = JSON.stringify(typed(form));
  let timer = null;
  let leaving = false;
  let asking = false;

  const say = (words) => {
    if (status.textContent !== words) status.textContent = words;
  };

  const later = (delay) => {
    timer ??= setTimeout(save, delay);
  };

  async function save() {
    const values = typed(form);
    const now = JSON.stringify(values);
    if (leaving || now === saved) {
      timer = null;
      return;
    }
    let wait = betweenSaves;
    try {
      const response = await put(form, values);
      if (response.ok) {
        saved = now;
        say(`Saved at ${(await response.json()).saved}`);
      } else if (response.status === 401 || response.status === 403) {
        say(
          'Not saved: your session has ended. Your text is still on this page. Sign in in another tab, and it will be saved.',
        );
      } else {
        say('Not saved yet. Your text is still on this page, and saving is tried again.');
      }
    } catch {
      say('Not saved: there is no connection. Your text is still on this page, and saving is tried again.');
      wait = 5_000;
    }
    timer = null;
    if (JSON.stringify(typed(form)) !== saved) later(wait);
  }

  form.addEventListener('input', () => later(firstSave));
  form.addEventListener('change', () => later(firstSave));
  // The browser would leave the page, and what is typed on it, for an answer that cannot come: the form goes once the
  // site has answered, and stays as it is where it does not.
  form.addEventListener('submit', async (event) => {
    if (leaving) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    const { submitter } = event;
    leaving = await renewToken();
    asking = false;
    if (leaving) return form.requestSubmit(submitter);
    say(
      'Nothing was sent: there is no connection. Your text is still on this page. Send it again once there is one.',
    );
    later(betweenSaves);
  });
  // Somebody quick has typed before this was ready.
  if ([...form.elements].some(isChanged)) {
    saved = '';
    later(firstSave);
  }
  addEventListener('online', () => {
    clearTimeout(timer);
    timer = null;
    later(0);
  });
  addEventListener('pageshow', () => {
    leaving = false;
  });
  addEventListener('beforeunload', (event) => {
    if (!leaving && JSON.stringify(typed(form)) !== saved) event.preventDefault();
  });
}

/** Starts saving every form of the page that has a draft. */
export function keepDrafts() {
  for (const form of document.querySelectorAll('form[data-draft]')) keepDraft(form);
}
