const pause = 2_000;

/** Asks the page for the form as it stands now, and gives the part of its answer that says what it suggests. */
async function ask(form, signal) {
  const values = new URLSearchParams(new FormData(form));
  values.set('show', 'suggestion');
  const response = await fetch(form.action, {
    method: 'POST',
    credentials: 'same-origin',
    body: values,
    signal,
  });
  if (!response.ok) return null;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return page.querySelector('[data-suggestion]');
}

/** Shows beside a form what it suggests as soon as it is asked for, and keeps that current while answers change. */
function keepCurrent(section) {
  const form = section.closest('form');
  const shown = section.querySelector('[data-suggestion]');
  const status = section.querySelector('[data-suggestion-status]');
  const button = section.querySelector('button[name="show"]');
  let asked = section.querySelector('[data-suggestion] h3') !== null;
  let timer = null;
  let asking = null;

  async function update() {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await ask(form, asking.signal);
      if (answer) shown.replaceChildren(...document.importNode(answer, true).childNodes);
      const words = answer?.querySelector('p')?.textContent ?? 'What it suggests could not be shown now.';
      if (status.textContent !== words) status.textContent = words;
    } catch (error) {
      if (error.name !== 'AbortError') status.textContent = 'What it suggests could not be shown now.';
    }
  }

  button.addEventListener('click', (event) => {
    event.preventDefault();
    asked = true;
    update();
  });
  form.addEventListener('change', () => {
    if (!asked) return;
    clearTimeout(timer);
    timer = setTimeout(update, pause);
  });
}

/** Starts it on the page of an assessment. */
export function showSuggestion() {
  for (const section of document.querySelectorAll('[data-module="mase-suggestion"]')) keepCurrent(section);
}
