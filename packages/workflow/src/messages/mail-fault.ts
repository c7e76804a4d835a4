/** What the end of a conversation with a mail server means, and what to do about it; neither ends with a full stop. */
export interface MailFault {
  /** Whether it lies with one address or letter, with the settings of this service, or with the server and the way to it. */
  of: 'letter' | 'settings' | 'server';
  why: string;
  advice: string;
}

const faults: readonly [code: RegExp, fault: MailFault][] = [
  [
    /RCPT TO 5|EENVELOPE/,
    {
      of: 'letter',
      why: 'The server does not take the address',
      advice: 'Set the address of the account right',
    },
  ],
  [
    /DATA 5/,
    {
      of: 'letter',
      why: 'The server does not take the letter',
      advice: 'Ask whoever runs the mail server which limit or filter it met',
    },
  ],
  [
    /^greeting STARTTLS/,
    {
      of: 'settings',
      why: 'The server offers no TLS, so nothing was said to it in the clear',
      advice:
        'Ask whoever runs the mail server for the port with STARTTLS (often 587), or set tls to implicit and port to the one with TLS (often 465)',
    },
  ],
  [
    /ALTNAME_INVALID/,
    {
      of: 'settings',
      why: 'The certificate of the server is for another name',
      advice:
        'Let host be the name in the certificate. If it is, somebody else answers in its place: treat it as an incident',
    },
  ],
  [
    /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/,
    {
      of: 'server',
      why: 'The certificate of the server is out of date',
      advice: 'Ask whoever runs the mail server to renew it, and look at the time of this machine',
    },
  ],
  [
    /SELF_SIGNED|UNABLE_TO_|CERT_/,
    {
      of: 'settings',
      why: 'The certificate of the server is signed by nobody whom this service trusts',
      advice:
        'Name the certificate of the authority that signed it in authorityFile, or have the server given one that is generally trusted',
    },
  ],
  [
    /ERR_SSL|EPROTO|ETLS/,
    {
      of: 'settings',
      why: 'The server does not speak TLS as tls of the settings says',
      advice:
        'Try the other of implicit (often port 465) and starttls (often 587), and see that the server knows TLS 1.2',
    },
  ],
  [
    /^signing-in .* 53[0-9]|EAUTH/,
    {
      of: 'settings',
      why: 'The server does not take the user and the password',
      advice: 'Set user and the password right, and restart the worker',
    },
  ],
  [
    /^signing-in .* 50[0-9]/,
    {
      of: 'settings',
      why: 'The server lets nobody sign in here',
      advice:
        'Ask whoever runs the mail server for the port at which programs sign in, or leave user and the password out where it needs none',
    },
  ],
  [
    /MAIL FROM 530/,
    {
      of: 'settings',
      why: 'The server takes letters only from whoever signs in',
      advice: 'Add user and a password to the settings',
    },
  ],
  [
    /MAIL FROM 5/,
    {
      of: 'settings',
      why: 'The server does not let this service send from its address',
      advice: 'Set from right, or ask whoever runs the mail server to allow it for this user or machine',
    },
  ],
  [
    /ENOTFOUND|EDNS|EAI_/,
    {
      of: 'settings',
      why: 'The name of the server is not known',
      advice: 'Set host right, and see that this machine finds names',
    },
  ],
  [
    /^greeting CONN (ECONN|ETIMEDOUT|EHOST|ENET)/,
    {
      of: 'server',
      why: 'The server could not be reached',
      advice:
        'See that the mail server runs, that host and port are right and no firewall stands between. Where it greets nobody, port may be the one for tls implicit',
    },
  ],
];

const other: MailFault = {
  of: 'server',
  why: 'The server did not answer, or said no for now',
  advice: 'See that the mail server answers; ask whoever runs it',
};

/** What the code of a letter that was not taken means: `sending RCPT TO 550`, `signing-in AUTH PLAIN 535`. */
export function mailFault(code: string): MailFault {
  return faults.find(([pattern]) => pattern.test(code))?.[1] ?? other;
}
