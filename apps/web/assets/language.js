const pause = 900;
const shownAtOnce = 5;
const shortest = 4;

/** Makes an element with words in it; nothing that was typed is ever read as markup. */
function element(name, className, words) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (words) made.textContent = words;
  return made;
}

async function ask(area, signal) {
  const response = await fetch('/language-check', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      'x-csrf-token': area.form.querySelector('[name="_csrf"]').value,
    },
    body: JSON.stringify({ text: area.value, ownWords: 'ownWords' in area.dataset }),
    signal,
  });
  return response.ok ? (await response.json()).findings : [];
}

/** Where words stand in a text now, that stood at `offset` when it was checked: nearest to there; -1 where they are gone. */
function whereNow(text, words, offset) {
  let nearest = text.indexOf(words);
  for (let at = nearest; at >= 0; at = text.indexOf(words, at + 1))
    if (Math.abs(at - offset) < Math.abs(nearest - offset)) nearest = at;
  return nearest;
}

/** One word of the list: why it is pointed out, what could be said, and a button that marks it as somebody's own words. */
function line(area, { label, offset, length, why, say, weight }, check) {
  const item = element('li');
  const words = area.value.slice(offset, offset + length);
  item.append(element('strong', '', `“${words}”`), ` (${label}): ${why} `);
  if (say.length > 0) item.append(`You could say: ${say.join('; or ')}. `);
  if (weight === 'contested') item.append('People of the field differ about it. ');
  const quote = element('button', 'mase-link-button', 'This is a quotation');
  quote.type = 'button';
  quote.addEventListener('click', () => {
    // It may have been written on, or another word marked, since the text was checked.
    const at = whereNow(area.value, words, offset);
    if (at >= 0) area.setRangeText(`“${words}”`, at, at + length, 'end');
    item.remove();
    area.focus();
    area.dispatchEvent(new Event('input', { bubbles: true }));
    check();
  });
  item.append(quote);
  return item;
}

function many(count) {
  if (count === 0) return '';
  return count === 1 ? 'One word could be said otherwise.' : `${count} words could be said otherwise.`;
}

/** Points out words beneath one text while it is written; nothing waits for it, and nothing is refused. */
function watch(area) {
  const hints = element('div', 'mase-hints');
  hints.hidden = true;
  const status = element('p', 'govuk-visually-hidden');
  status.setAttribute('role', 'status');
  area.after(hints, status);
  let timer = null;
  let asking = null;

  function show(findings) {
    const asked = findings.filter(({ quoted }) => !quoted);
    hints.hidden = asked.length === 0;
    const list = element('ul', 'govuk-list govuk-list--bullet govuk-body-s');
    list.append(...asked.slice(0, shownAtOnce).map((finding) => line(area, finding, check)));
    const words = [element('p', 'govuk-body-s mase-hints__title', many(asked.length)), list];
    if (asked.length > shownAtOnce)
      words.push(element('p', 'govuk-body-s', `And ${asked.length - shownAtOnce} more.`));
    hints.replaceChildren(...words);
    const said = asked.length > 0 ? `${many(asked.length)} The list is beneath the field.` : '';
    if (status.textContent !== said) status.textContent = said;
  }

  async function check() {
    clearTimeout(timer);
    asking?.abort();
    asking = new AbortController();
    const text = area.value;
    if (text.trim().length < shortest) {
      show([]);
      return;
    }
    try {
      const findings = await ask(area, asking.signal);
      if (area.value === text) show(findings);
    } catch {
      // A hint that does not come is no loss: what is written is checked again when it is sent.
    }
  }

  area.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(check, pause);
  });
}

/** Starts pointing out words beneath every text of a form that somebody writes. */
export function hintAtWords() {
  for (const area of document.querySelectorAll('form textarea')) {
    if (area.spellcheck && area.form?.querySelector('[name="_csrf"]')) watch(area);
  }
}
