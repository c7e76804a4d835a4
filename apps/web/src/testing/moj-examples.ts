interface Example {
  name: string;
  params: Record<string, unknown>;
}

const plain = (params: Record<string, unknown>): Example => ({ name: 'as it is usually used', params });
const full = (params: Record<string, unknown>): Example => ({ name: 'with every param', params });

const attributes = { 'data-test': 'one' };
const links = [
  { text: 'Chronology', href: '/chronology', active: true },
  { html: '<b>Plan</b>', href: '/plan', attributes, classes: 'wide' },
];
const menu = {
  button: { text: 'Actions', classes: 'wide' },
  alignMenu: 'right',
  items: [
    { text: 'Share', href: '/share' },
    { text: 'Print', type: 'button', name: 'print', value: 'yes', classes: 'narrow' },
  ],
};
const options = '<p>Options</p>';

/** Params for each Ministry of Justice component that we print, plain and with everything that its macro reads. */
export const mojExamples: Record<string, Example[]> = {
  'moj-badge': [
    plain({ text: 'Urgent' }),
    full({ html: '<b>Urgent</b>', classes: 'moj-badge--red', attributes }),
  ],
  'moj-banner': [
    plain({ text: 'Saved' }),
    ...['success', 'warning', 'information'].map((type) => ({ name: type, params: { type, text: 'A & B' } })),
    full({
      type: 'warning',
      html: '<p>Late</p>',
      classes: 'wide',
      attributes,
      iconFallbackText: 'Take care',
    }),
  ],
  'moj-alert': [
    plain({ title: 'Referral recorded' }),
    ...['success', 'warning', 'error', 'information', 'other'].map((variant) => ({
      name: variant,
      params: { variant, title: 'Plan shared', text: 'With five agencies' },
    })),
    full({
      variant: 'success',
      title: 'Shared',
      html: '<p>Yes</p>',
      showTitleAsHeading: true,
      headingTag: 'h3',
      role: 'alert',
      classes: 'wide',
      attributes,
    }),
  ],
  'moj-button-menu': [plain({ items: menu.items }), full({ ...menu, classes: 'wide', attributes })],
  'moj-identity-bar': [
    plain({ title: { text: 'Robin Example, 14' } }),
    full({ title: { html: '<b>Robin Example</b>' }, classes: 'wide', attributes, menus: [menu] }),
  ],
  'moj-page-header-actions': [
    plain({ heading: { text: 'Cases' } }),
    full({
      heading: { html: '<i>Cases</i>', level: 2, classes: 'govuk-heading-l' },
      classes: 'wide',
      attributes,
      items: [{ text: 'New referral', href: '/new' }],
    }),
  ],
  'moj-sub-navigation': [
    plain({ items: links }),
    full({ label: 'Case', items: links, classes: 'wide', attributes }),
  ],
  'moj-side-navigation': [
    plain({ label: 'Settings', items: links.slice(0, 1) }),
    full({
      label: 'Settings',
      classes: 'wide',
      attributes,
      sections: [
        { heading: { text: 'People', headingLevel: 3, classes: 'wide', attributes }, items: links },
        { heading: { html: '<i>Agencies</i>' }, items: links },
      ],
    }),
  ],
  'moj-timeline': [
    plain({
      items: [
        {
          label: { text: 'Referral received' },
          text: 'By telephone',
          datetime: { timestamp: '2026-11-26T10:05:00Z', format: '26 November 2026' },
        },
      ],
    }),
    full({
      headingLevel: 3,
      classes: 'wide',
      attributes,
      items: [
        {
          label: { html: '<b>Grade confirmed</b>' },
          html: '<p>High</p>',
          byline: { text: 'Sam Sample' },
          classes: 'wide',
          attributes,
          datetime: { timestamp: '2026-11-27T10:05:00Z', format: '27 November 2026' },
        },
      ],
    }),
  ],
  'moj-ticket-panel': [
    plain({ items: [{ text: 'Immediate danger' }] }),
    full({
      classes: 'wide',
      attributes,
      items: [{ html: '<p>One</p>', classes: 'moj-ticket-panel__content--red', attributes }],
    }),
  ],
  'moj-filter': [
    plain({ heading: { text: 'Filter' }, optionsHtml: options }),
    full({
      heading: { html: '<i>Filter</i>' },
      attributes,
      submit: { text: 'Apply', attributes },
      optionsHtml: options,
      selectedFilters: {
        heading: { text: 'Selected' },
        clearLink: { text: 'Clear', href: '/cases' },
        categories: [{ heading: { text: 'Grade' }, items: [{ text: 'High', href: '/cases?grade=' }] }],
      },
    }),
  ],
};
