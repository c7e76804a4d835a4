import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

/** A browser without scripts, inside a test: it keeps cookies and sends the hidden fields of the form it was shown. */
export class PlainBrowser {
  readonly cookies = new Map<string, string>();
  html = '';
  private action = '/';

  constructor(private readonly app: FastifyInstance) {}

  /** Opens an address. */
  async open(url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    return this.keep(
      await this.app.inject({ method: 'GET', url, headers: { ...headers, cookie: this.cookie() } }),
      url,
    );
  }

  /** Sends the shown form with files, as a browser sends one that holds some. */
  async sendFiles(
    typed: Record<string, string>,
    files: Record<string, string>,
    to = this.action,
  ): Promise<LightMyRequestResponse> {
    const part = (disposition: string, body: string) =>
      `--x\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${body}\r\n`;
    const fields = [...this.hidden(), ...Object.entries(typed)].map(([name, value]) =>
      part(`name="${name}"`, value),
    );
    const sent = Object.entries(files).map(([name, text]) =>
      part(`name="${name}"; filename="${name}.csv"`, text),
    );
    const headers = { cookie: this.cookie(), 'content-type': 'multipart/form-data; boundary=x' };
    const payload = `${fields.join('')}${sent.join('')}--x--\r\n`;
    return this.keep(await this.app.inject({ method: 'POST', url: to, headers, payload }), to);
  }

  /** The hidden fields that were shown; of the secrets the last, as signing out is a form of its own with the same token. */
  private hidden(): URLSearchParams {
    const found = [...this.html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const fields = new URLSearchParams(
      found.map(([, name, value]): [string, string] => [name ?? '', plain(value ?? '')]),
    );
    for (const name of ['_csrf', '_key']) {
      const last = fields.getAll(name).at(-1);
      if (last !== undefined) fields.set(name, last);
    }
    return fields;
  }

  /** Sends the shown form to where it was opened, or elsewhere, with what is typed. */
  async send(typed: Record<string, string | string[]>, to = this.action): Promise<LightMyRequestResponse> {
    const fields = this.hidden();
    for (const [name, value] of Object.entries(typed)) {
      fields.delete(name);
      for (const one of [value].flat()) fields.append(name, one);
    }
    const headers = { cookie: this.cookie(), 'content-type': 'application/x-www-form-urlencoded' };
    return this.keep(
      await this.app.inject({ method: 'POST', url: to, headers, payload: fields.toString() }),
      to,
    );
  }

  private cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
  }

  private keep(response: LightMyRequestResponse, url: string): LightMyRequestResponse {
    for (const { name, value } of response.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    if (response.headers['content-type']?.toString().startsWith('text/html')) {
      this.html = response.body;
      this.action = url;
    }
    return response;
  }
}

function plain(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
}
