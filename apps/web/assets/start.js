import { keepDrafts } from './drafts.js';
import { dragToOrder } from './drag-order.js';
import {
  Accordion,
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs,
} from './govuk-frontend.js';
import { keepSession } from './in-session.js';
import { hintAtWords } from './language.js';
import { ButtonMenu, SortableTable } from './moj-frontend.js';
import { answerByKey } from './one-key.js';
import { showSuggestion } from './suggestion.js';

/** ARIA knows no expanded radio button, so what a choice reveals is only named by aria-controls. */
class PlainRadios extends Radios {
  syncConditionalRevealWithInputState(input) {
    super.syncConditionalRevealWithInputState(input);
    input.removeAttribute('aria-expanded');
  }
}

const components = [
  Accordion,
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
];

for (const component of [
  ...components,
  PlainRadios,
  ServiceNavigation,
  SkipLink,
  Tabs,
  ButtonMenu,
  SortableTable,
]) {
  createAll(component);
}
keepSession();
answerByKey();
dragToOrder();
hintAtWords();
showSuggestion();
keepDrafts();
if (document.querySelector('[data-mase-link-chart]'))
  import('./link-chart.js').then(({ moveLinks }) => moveLinks());
if (document.querySelector('[data-mase-place-map]'))
  import('./place-map.js').then(({ movePlaces }) => movePlaces());
