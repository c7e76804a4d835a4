const minute = 60_000;

/** Counts an item's minutes down where it says until when they run, and says how far over it is afterwards. */
function runTimer(timer) {
  const words = timer.querySelector('[data-timer]');
  const until = Date.parse(timer.dataset.until);
  if (!words || Number.isNaN(until)) return;
  const tick = () => {
    const left = until - Date.now();
    const whole = Math.floor(Math.abs(left) / minute);
    const seconds = String(Math.floor((Math.abs(left) % minute) / 1000)).padStart(2, '0');
    words.textContent = left >= 0 ? `${whole}:${seconds} left` : `${whole}:${seconds} over`;
    timer.classList.toggle('mase-timer--over', left < 0);
  };
  tick();
  setInterval(tick, 1000);
}

/** Shows what a decision asks for and hides what it does not; without this script everything stands open. */
function showAsked(form) {
  const chosen = form.querySelector('[name="decision"]:checked');
  const asks = chosen?.dataset.asks;
  for (const part of form.querySelectorAll('[data-shown-for]')) {
    const { shownFor } = part.dataset;
    const shown = shownFor === 'review' ? asks !== 'watch' : shownFor === asks;
    part.hidden = !shown && !part.querySelector('.govuk-error-message');
  }
}

/** Keeps one empty row for a new action open after those that are filled; without this script every row stands open. */
function growRows(list) {
  const rows = [...list.querySelectorAll('[data-row]')];
  const used = (row) =>
    row.querySelector('.govuk-error-message') !== null ||
    [...row.querySelectorAll('input')].some((input) => input.value.trim() !== '');
  const grow = () => {
    const last = rows.findLastIndex(used);
    rows.forEach((row, index) => {
      row.hidden = index > last + 1;
    });
  };
  list.addEventListener('input', grow);
  grow();
}

/** Alt and a digit chooses a decision, Alt and 0 goes to the note; Ctrl (or Cmd) and Enter records, or adds the note in which one types. Letters alone do nothing, so nothing clashes with typing. */
function listenToKeys(form) {
  document.addEventListener('keydown', (event) => {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const note = form.querySelector('[data-note]');
    if (event.altKey && note && /^(?:Digit|Numpad)0$/.test(event.code)) {
      event.preventDefault();
      note.focus();
    } else if (event.altKey && digit) {
      const radio = form.querySelector(`[data-key="${digit}"]`);
      if (!radio) return;
      event.preventDefault();
      radio.focus();
      radio.click();
    } else if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      event.preventDefault();
      const adds = note && document.activeElement === note;
      form.requestSubmit(form.querySelector(adds ? '[data-adds-note]' : '[data-default]'));
    }
  });
}

/** Makes the screen of a sitting work at the speed of talk. */
export function keepSession() {
  const screen = document.querySelector('[data-module="mase-session"]');
  if (!screen) return;
  for (const timer of screen.querySelectorAll('[data-until]')) runTimer(timer);
  const form = screen.querySelector('form[data-draft]');
  if (!form?.querySelector('[name="decision"]')) return;
  form.addEventListener('change', () => showAsked(form));
  showAsked(form);
  const list = form.querySelector('[data-rows]');
  if (list) growRows(list);
  listenToKeys(form);
}
