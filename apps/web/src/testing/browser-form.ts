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

  /** Sends the shown form to where it was opened, or elsewhere, with what is typed. */
  async send(typed: Record<string, string | string[]>, to = this.action): Promise<LightMyRequestResponse> {
    const hidden = [...this.html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const fields = new URLSearchParams(
      hidden.map(([, name, value]): [string, string] => [name ?? '', plain(value ?? '')]),
    );
    // Signing out is a form of its own with the same token.
    for (const name of ['_csrf', '_key']) {
      const last = fields.getAll(name).at(-1);
      if (last !== undefined) fields.set(name, last);
    }
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
