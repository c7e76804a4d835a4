const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ctdot: '⋯',
  nbsp: '\u00a0',
  copy: '©',
};

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return named[name] ?? whole;
  });
}

const spaced = (text: string): string => decoded(text).replace(/\s+/g, ' ').trim();

function tag(source: string): string {
  const [, close, name, rest = ''] = /^<(\/?)([\w-]+)([\s\S]*?)\/?>$/.exec(source) ?? [];
  if (!name) throw new Error(`not a tag: ${source}`);
  const attributes = [...rest.matchAll(/([^\s=>"']+)(?:\s*=\s*"([^"]*)"|\s*=\s*'([^']*)')?/g)]
    .map(([, key, double, single]) => `${key}="${spaced(double ?? single ?? '')}"`)
    .sort();
  return `<${[`${close}${name.toLowerCase()}`, ...attributes].join(' ')}>`;
}

/**
 * HTML as a list of tags and texts, one a line, so that two pieces that mean the same compare equal:
 * attributes sorted, white space collapsed, character references decoded, self-closing shapes given their end tags.
 */
export function normalHtml(html: string): string {
  const pieces =
    html.replace(/<!--[\s\S]*?-->/g, '').match(/<\/?[a-z](?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+|</gi) ?? [];
  const lines: string[] = [];
  for (const piece of pieces) {
    if (!piece.startsWith('<') || piece === '<') {
      if (spaced(piece)) lines.push(spaced(piece));
      continue;
    }
    const line = tag(piece);
    lines.push(line);
    if (piece.endsWith('/>') && /^<(path|circle|g|rect)\b/.test(line))
      lines.push(`</${line.slice(1).split(/[\s>]/)[0]}>`);
  }
  return lines.join('\n');
}
