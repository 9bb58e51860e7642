import type { Answer } from '../api-server.ts';
import type { Ours } from './ours.ts';

/** What one answer of the server shows about the policies of its room. */
export interface Compared {
  /** Policies about the object of which both said the same. */
  readonly agreed: number;
  readonly denied: number;
  /** What Keelson does not know. */
  readonly unknown: readonly string[];
  readonly differences: readonly string[];
}

const warned =
  /Validation failed for ValidatingAdmissionPolicy '([^']+)\.agreement' with binding '[^']+': ((?:[^"\\]|\\.)*)"/g;
const refused = /ValidatingAdmissionPolicy '([^']+)\.agreement'(?: with binding '[^']+')? denied request: (.*)/s;
/** A server cuts warnings that are longer than this together: each at 256 characters, and then leaves some out. */
const mostWarned = 3600;
const framing = 130;

/** Whether the server refused the object for another reason than a policy. */
export function isInvalid({ status, text }: Answer): boolean {
  return status >= 300 && !refused.test(text);
}

/** The server's warnings about an object, policy by policy. `names`: the policies of the room. */
export function compareWarnings(answer: Answer, ours: Ours, names: readonly string[]): Compared {
  // Headers are read byte by byte.
  const warning = Buffer.from(answer.warning, 'latin1').toString('utf8');
  const theirs = new Map<string, Set<string>>();
  for (const [, name = '', text = ''] of warning.matchAll(warned)) {
    theirs.set(name, (theirs.get(name) ?? new Set()).add(comparable(text.replaceAll(/\\(.)/g, '$1'))));
  }
  const expectedAll = names.flatMap((name) => ours.get(name)?.denials ?? []);
  const total = expectedAll.reduce((sum, { message }) => sum + message.length + framing, 0);
  const isCut = warning.length > mostWarned || total > mostWarned;
  const compared: { agreed: number; denied: number; unknown: string[]; differences: string[] } = {
    agreed: 0,
    denied: 0,
    unknown: [],
    differences: [],
  };
  for (const name of names) {
    const judged = ours.get(name);
    const said = theirs.get(name) ?? new Set<string>();
    if (judged === undefined && said.size === 0) continue;
    if (judged !== undefined && judged.unknown.length > 0) {
      compared.unknown.push(`${name}: ${judged.unknown[0]}`);
      continue;
    }
    const expected = new Set(judged?.denials.map(({ message }) => comparable(message)));
    const isExpected = (text: string): boolean =>
      expected.has(text) || (isCut && [...expected].some((whole) => whole.startsWith(text)));
    const same = [...said].every(isExpected) && (isCut || said.size === expected.size);
    if (!same) compared.differences.push(`${name}: there ${shown(said)}, here ${shown(expected)}`);
    else if (!isCut) {
      compared.agreed += 1;
      if (expected.size > 0) compared.denied += 1;
    }
  }
  return compared;
}

/** The server names one of the policies that refuse. */
export function compareRefusal({ text, status, body }: Answer, ours: Ours, names: readonly string[]): Compared {
  const about = names.filter((name) => ours.get(name) !== undefined);
  const refusing = about.filter((name) => (ours.get(name)?.denials.length ?? 0) > 0);
  const unknown = about.flatMap((name) => ours.get(name)?.unknown ?? []);
  const { message = text } = (body ?? {}) as { readonly message?: string };
  const said = refused.exec(message);
  const none = { agreed: 0, denied: 0, unknown, differences: [] };
  if (unknown.length > 0 || (about.length === 0 && status < 300)) return none;
  if (status < 300 !== (refusing.length === 0)) {
    return { ...none, differences: [`there ${status} ${said?.[0] ?? ''}, here refused by [${refusing.join()}]`] };
  }
  const messages = ours.get(said?.[1] ?? '')?.denials.map(({ message }) => comparable(message)) ?? [];
  if (status >= 300 && !messages.includes(comparable(said?.[2] ?? ''))) {
    return { ...none, differences: [`there ${said?.[0]}, here ${messages.join('; ')}`] };
  }
  return { ...none, agreed: about.length, denied: refusing.length };
}

/** The text of an error is our own; where it comes from is not. */
function comparable(text: string): string {
  const at = text.search(/ resulted in error: |(?:no such key|no such overload)/);
  return (at < 0 ? text : text.slice(0, at)).trim();
}

function shown(texts: ReadonlySet<string>): string {
  return texts.size === 0 ? 'nothing' : `[${[...texts].join('; ')}]`;
}
