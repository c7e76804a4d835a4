import type { FileInput } from '../csv/utf8-chunks.js';
import type { Reading } from '../reading.js';
import { UnreadableFileError } from '../unreadable-file-error.js';
import { type XmlElement, xmlElements } from '../xml/xml-elements.js';
import { ElementFields } from './element-fields.js';
import type { CensusChildRow, CensusReferralRow } from './rows.js';
import { takeChild } from './take-child.js';
import { takeReferral } from './take-referral.js';

const HEADER = 'Message/Header';
const CHILD = 'Message/Children/Child';
const ID = 'ChildIdentifiers/LAchildID';

/**
 * Reads a children in need census through to its end: the year of the census and how many children it holds. Memory
 * does not grow with the file.
 * @throws UnreadableFileError when any of the file cannot be read, or when it is no such census
 */
export async function checkCensus(
  input: FileInput,
  file: string,
): Promise<{ year: string; children: number }> {
  let collection = '';
  let year = '';
  let children = 0;
  for await (const element of xmlElements(input, file, [HEADER, CHILD])) {
    if (element.name === 'Child') children += 1;
    else {
      const fields = new ElementFields(file, element);
      collection = fields.text('CollectionDetails/Collection');
      year = fields.text('CollectionDetails/Year');
    }
  }
  if (collection === 'CIN') return { year, children };
  const said = collection
    ? `It says that it is "${collection.slice(0, 40)}".`
    : 'It does not say what it is.';
  const words = `This is not a children in need census. ${said}`;
  throw new UnreadableFileError('NOT_A_CENSUS', file, words);
}

/**
 * Reads the children of a census in order; one without an id or a date of birth is refused, a child's second element
 * as well. Memory grows with the children's ids, not with what the file holds of them.
 * @throws UnreadableFileError when the file, or the rest of it, cannot be read
 */
export async function* readCensusChildren(
  input: FileInput,
  file: string,
): AsyncGenerator<Reading<CensusChildRow>> {
  const lines = new Map<string, number>();
  for await (const element of xmlElements(input, file, [CHILD])) {
    const own = { ...element, elements: element.elements.filter(({ name }) => name.startsWith('Child')) };
    const fields = new ElementFields(file, own);
    const row = takeChild(fields);
    const first = row && lines.get(row.childId);
    if (first !== undefined)
      fields.refuse(ID, 'DUPLICATE_CHILD', `The same child stands in line ${first} already.`);
    else if (row) lines.set(row.childId, element.line);
    yield fields.reading(row);
  }
}

/**
 * Reads the referrals of a census in order, each with the assessments and the factors that came of it.
 * @throws UnreadableFileError when the file, or the rest of it, cannot be read
 */
export async function* readCensusReferrals(
  input: FileInput,
  file: string,
): AsyncGenerator<Reading<CensusReferralRow>> {
  for await (const child of xmlElements(input, file, [CHILD])) {
    const childId = new ElementFields(file, child).text(ID);
    for (const element of child.elements.filter(({ name }) => name === 'CINdetails')) {
      const fields = new ElementFields(file, element, { LAchildID: childId });
      const within = (inner: XmlElement) => new ElementFields(file, inner);
      yield fields.reading(takeReferral(fields, childId, within));
    }
  }
}
