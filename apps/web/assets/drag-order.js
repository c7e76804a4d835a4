/** The row over which something is dragged, and whether it would come above or below it. */
function placeAt(event) {
  const row = event.target.closest('tr');
  if (!row) return null;
  const { top, height } = row.getBoundingClientRect();
  return { row, above: event.clientY < top + height / 2 };
}

function unmark(body) {
  for (const row of body.rows) row.classList.remove('mase-drop-above', 'mase-drop-below');
}

/** Numbers the places as the rows now stand, and sends them as whoever types the numbers does. */
function sendOrder(body) {
  const form = body.closest('form');
  const first = Number(form.elements.first.value);
  [...body.rows].forEach((row, index) => {
    row.querySelector('[data-mase-place] input[type="text"]').value = String(index + first);
  });
  form.requestSubmit(form.querySelector('[data-mase-send-order]'));
}

function addHandle(row) {
  const handle = document.createElement('span');
  handle.className = 'mase-drag';
  handle.draggable = true;
  handle.setAttribute('aria-hidden', 'true');
  handle.title = 'Drag to another place';
  handle.textContent = '\u2630';
  row.querySelector('[data-mase-place]').append(handle);
}

function order(body) {
  let dragged = null;
  for (const row of body.rows) addHandle(row);
  body.addEventListener('dragstart', (event) => {
    if (!event.target.classList?.contains('mase-drag')) return;
    dragged = event.target.closest('tr');
    dragged.classList.add('mase-dragged');
    event.dataTransfer.effectAllowed = 'move';
    // No words travel: what is dragged must not be dropped as text elsewhere.
    event.dataTransfer.setData('text/plain', '');
    event.dataTransfer.setDragImage(dragged, 0, 0);
  });
  body.addEventListener('dragover', (event) => {
    const place = dragged && placeAt(event);
    if (!place) return;
    event.preventDefault();
    unmark(body);
    place.row.classList.add(place.above ? 'mase-drop-above' : 'mase-drop-below');
  });
  body.addEventListener('drop', (event) => {
    const place = dragged && placeAt(event);
    if (!place) return;
    event.preventDefault();
    if (place.row === dragged) return;
    place.row[place.above ? 'before' : 'after'](dragged);
    sendOrder(body);
  });
  body.addEventListener('dragend', () => {
    dragged?.classList.remove('mase-dragged');
    dragged = null;
    unmark(body);
  });
}

/** Lets the rows of an ordered table be dragged by a handle; numbers and buttons stay, and do the same without it. */
export function dragToOrder() {
  for (const body of document.querySelectorAll('table[data-mase-order] > tbody')) order(body);
}
