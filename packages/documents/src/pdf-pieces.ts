/** A part of a document as a file of its own. */
export interface PdfPiece {
  path: string;
  source: string;
}

/** A document as its main file, and the files that the compiler does not have yet. */
export interface PdfSources {
  main: string;
  fresh: PdfPiece[];
}

const house = '#import "/document.typ": *\n';

// Text of a record never holds a line end as such, so this is the template’s own line and nobody else’s.
const betweenPages = /^#new-page$/m;
const betweenParts = /^#next-part$/m;

// The parts of the sheets of a full agenda, some times over. What is kept is bounded, and so are the names: the compiler forgets none.
const KEPT = 2_048;

/**
 * Cuts documents where their templates begin a new page, and sheets where these say that a part ends, each part a file
 * of its own: the compiler knows again what it has laid out, by file. The copies of one sitting share most sheets, and
 * sheets that differ in one part share the others. A part keeps its file as long as it is among the last used; then
 * another takes the name. One of these belongs to one compiler.
 */
export class PdfPieces {
  private readonly paths = new Map<string, string>();

  /** The files of a document, of which all but the fresh ones are with the compiler already. */
  sourcesOf(document: string): PdfSources {
    const [first = '', ...rest] = document.split(betweenPages);
    const used = new Set<string>();
    const fresh: PdfPiece[] = [];
    const include = (part: string): string => {
      const source = `${house}${part.trim()}\n`;
      const known = this.paths.get(source);
      const path = known ?? this.nameFor(used);
      if (!known) fresh.push({ path, source });
      // The last used stand last.
      this.paths.delete(source);
      this.paths.set(source, path);
      used.add(path);
      return `#include "${path}"\n`;
    };
    const lines = rest.map((page) => {
      const parts = page.split(betweenParts).filter((part) => part.trim() !== '');
      return `#new-page\n${parts.map(include).join('')}`;
    });
    return { main: `${house}${first}${lines.join('')}`, fresh };
  }

  private nameFor(used: ReadonlySet<string>): string {
    const [oldest] = this.paths;
    if (this.paths.size < KEPT || !oldest || used.has(oldest[1])) return `/part-${this.paths.size}.typ`;
    this.paths.delete(oldest[0]);
    return oldest[1];
  }
}
