import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { send, slice } from './load/clients.mjs';
import { dataFolder, startProduct } from './load/launcher.mjs';

/** The proportional set size of a process in megabytes: shared pages are counted in parts. */
function pss(pid) {
  const kilobytes = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').match(/^Pss:\s+(\d+)/m)?.[1];
  return Number(kilobytes) / 1024;
}

async function ask(agent, url, token, options = {}) {
  const answer = await send(agent, url, {
    ...options,
    headers: { authorization: `Bearer ${token}`, ...options.headers },
  });
  if (answer.status >= 300) throw new Error(`${url} answered ${answer.status}: ${answer.body.slice(0, 300)}`);
  return answer;
}

async function signIn(agent, api, key) {
  const users = JSON.parse((await send(agent, `${api}/api/v1/demonstration-users`)).body).users;
  const email = users.find((user) => user.email.startsWith(`${key}@`)).email;
  const answer = await send(agent, `${api}/api/v1/sessions`, {
    method: 'POST',
    body: JSON.stringify({ email }),
  });
  return JSON.parse(answer.body).sessionId;
}

/** S10: the summed memory of api, web and worker while commands are given (as in S1) and one pack is made. */
export async function s10({ ms = 8000 } = {}) {
  const data = dataFolder();
  const product = await startProduct(data.folder);
  try {
    const agent = new Agent({ keepAlive: true });
    const api = product.run.api.url;
    const pids = ['api', 'web', 'worker'].map((name) => product.run[name].pid);
    const manager = await signIn(agent, api, 'manager');
    const coordinator = await signIn(agent, api, 'coordinator');
    const cases = JSON.parse(
      (await ask(agent, `${api}/api/v1/child-cases?team=north&limit=50`, manager)).body,
    ).items.filter((one) => one.state.work !== 'closed');
    const versions = new Map(cases.map((one) => [one.id, one.version]));
    const clients = Math.min(8, cases.length);
    let highest = 0;
    const watching = setInterval(() => {
      highest = Math.max(
        highest,
        pids.reduce((sum, pid) => sum + pss(pid), 0),
      );
    }, 100);
    const load = slice({
      clients,
      ms,
      expected: 200,
      next: (client) => {
        const { id } = cases[client];
        return {
          url: `${api}/api/v1/child-cases/${id}/record-safety-action`,
          options: {
            method: 'POST',
            headers: {
              authorization: `Bearer ${manager}`,
              'idempotency-key': randomUUID(),
              'if-match': `"${versions.get(id)}"`,
            },
            body: JSON.stringify({ who: 'Wren Worker', what: 'Stays close this week', when: 'Now' }),
          },
          done: (answer) => versions.set(id, JSON.parse(answer.body).version),
        };
      },
    });
    const sittings = JSON.parse((await ask(agent, `${api}/api/v1/sittings`, coordinator)).body).items;
    const sitting = sittings.find((one) => one.state === 'papersIssued') ?? sittings[0];
    const pack = await ask(agent, `${api}/api/v1/sittings/${sitting.id}/pack`, coordinator);
    const { perSecond } = await load;
    clearInterval(watching);
    return {
      name: 'S10 memory of api, web and worker under commands and one pack',
      megabytes: highest,
      promiseMegabytes: 768,
      holds: highest <= 768,
      commandsPerSecond: perSecond,
      packBytes: pack.body.length,
    };
  } finally {
    await product.stop();
    data.remove();
  }
}
