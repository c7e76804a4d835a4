import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { Certificate } from './certificate.js';

/** Where in a conversation a server misbehaves; `answer` is after it has taken the letter and before it says so. */
export const points = ['greeting', 'sender', 'recipient', 'data', 'answer'] as const;
/** How it does: says no for now, says nothing more, or cuts the line. */
export const manners = ['refuses', 'stalls', 'drops'] as const;

export type Fault = { point: (typeof points)[number] | 'sign-in'; manner: (typeof manners)[number] };

/** A real SMTP server on loopback that takes letters, and misbehaves in each next conversation as it was told. */
export interface MailServer {
  port: number;
  /** Every letter that it took, in order; one whose answer was lost is here too. */
  taken: { to: string; raw: string }[];
  /** Every try to sign in: as whom, and whether over TLS. */
  signIns: { user: string | undefined; overTls: boolean }[];
  /** What the next conversations meet, one each. */
  faults: Fault[];
  /** Those that a conversation came to. */
  met: Fault[];
  /** Addresses that it does not know, and on which it stalls for ever. */
  unknown: Set<string>;
  stalling: Set<string>;
  close(): Promise<void>;
}

/** How a server is spoken to: in the clear where it has no certificate, and by anybody where it knows no account. */
export interface MailServerKind {
  tls?: 'implicit' | 'starttls';
  certificate?: Certificate;
  account?: { user: string; password: string };
}

type Reply = (error?: Error | null) => void;

const refusal = (code: number) => Object.assign(new Error('not now'), { responseCode: code });

/** Starts one, on a port of its own. */
export async function mailServer({ tls, certificate, account }: MailServerKind = {}): Promise<MailServer> {
  const state: Pick<MailServer, 'taken' | 'signIns' | 'faults' | 'met' | 'unknown' | 'stalling'> = {
    taken: [],
    signIns: [],
    faults: [],
    met: [],
    unknown: new Set(),
    stalling: new Set(),
  };
  const meets = new Map<string, Fault | undefined>();
  const at = (point: Fault['point'], session: SMTPServerSession, reply: Reply, goOn: () => void) => {
    const fault = meets.get(session.id);
    if (fault?.point !== point) return goOn();
    state.met.push(fault);
    if (fault.manner === 'refuses') return reply(refusal(451));
    if (fault.manner === 'drops') socketOf(session.id)?.destroy();
  };
  const server = new SMTPServer({
    ...certificate,
    secure: tls === 'implicit',
    authOptional: !account,
    disabledCommands: [...(account ? [] : ['AUTH']), ...(tls === 'starttls' ? [] : ['STARTTLS'])],
    disableReverseLookup: true,
    closeTimeout: 50,
    onConnect(session, reply) {
      meets.set(session.id, state.faults.shift());
      at('greeting', session, reply, () => reply());
    },
    onAuth({ username, password }, session, reply) {
      state.signIns.push({ user: username, overTls: session.secure });
      if (username !== account?.user || password !== account?.password) return reply(refusal(535));
      at('sign-in', session, reply, () => reply(null, { user: username }));
    },
    onMailFrom: (_from, session, reply) => at('sender', session, reply, () => reply()),
    onRcptTo({ address }, session, reply) {
      if (state.unknown.has(address)) return reply(refusal(550));
      if (state.stalling.has(address)) return;
      at('recipient', session, reply, () => reply());
    },
    onData(stream, session, reply) {
      let raw = '';
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => {
        raw += chunk;
      });
      stream.on('end', () =>
        at('data', session, reply, () => {
          state.taken.push({ to: session.envelope.rcptTo[0]?.address ?? '', raw });
          at('answer', session, reply, () => reply());
        }),
      );
    },
  });
  const socketOf = (id: string): Socket | undefined => {
    const open = (server as unknown as { connections: Set<{ id: string; _socket: Socket }> }).connections;
    return [...open].find((one) => one.id === id)?._socket;
  };
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { ...state, port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
