import type { Finding } from '../kernel/index.ts';

/** Rules about the form of an object: what they find makes later rules stumble. */
const structural = new Set(['field-types', 'known-fields']);

/**
 * Folds what follows under its cause, within one object: what is said of a value that has the wrong type (and was left out for
 * the later rules), of a field that is missing because its name is misspelt, or of a field that is not there and took its value
 * from the one beside it (`targetPort` from `port`).
 */
export function foldFindings(found: readonly Finding[], object: unknown): readonly Finding[] {
  const findings = foldDerived(found, object);
  const causes = findings.filter(({ rule }) => structural.has(rule));
  if (causes.length === 0 || causes.length === findings.length) return findings;
  const marks = markPlaces(causes, object);
  return findings.map((finding) => {
    if (structural.has(finding.rule) || finding.causes !== undefined) return finding;
    const own = causesOf(finding, marks);
    return own.length === 0 ? finding : because(finding, own);
  });
}

function because(finding: Finding, causes: readonly string[]): Finding {
  return { ...finding, causes };
}

function foldDerived(findings: readonly Finding[], object: unknown): readonly Finding[] {
  const written = new Map<string, string>();
  for (const { pointer = '', rule, seen, fingerprint } of findings) {
    if (seen !== undefined && valueAt(object, pointer) !== undefined)
      written.set(derivedKey(rule, pointer, seen), fingerprint);
  }
  if (written.size === 0) return findings;
  return findings.map((finding) => {
    const { pointer = '', rule, seen } = finding;
    const cause = seen === undefined ? undefined : written.get(derivedKey(rule, pointer, seen));
    if (cause === undefined || valueAt(object, pointer) !== undefined) return finding;
    return because(finding, [cause]);
  });
}

/** Equal for findings of one rule about one value in one mapping. */
function derivedKey(rule: string, pointer: string, seen: string): string {
  return `${rule} ${pointer.slice(0, pointer.lastIndexOf('/'))} ${seen}`;
}

function valueAt(object: unknown, pointer: string): unknown {
  let node = object;
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    node = typeof node === 'object' && node !== null ? (node as Readonly<Record<string, unknown>>)[name] : undefined;
  }
  return node;
}

interface Marks {
  /** Fingerprint of the cause, by the pointer at and below which later findings follow from it. */
  readonly below: ReadonlyMap<string, string>;
  /** By the pointers above a value of a wrong type: what is said to be missing there may be that value. */
  readonly above: ReadonlyMap<string, string>;
}

function markPlaces(causes: readonly Finding[], object: unknown): Marks {
  const below = new Map<string, string>();
  const above = new Map<string, string>();
  for (const { rule, pointer = '', allowed, fingerprint } of causes) {
    if (rule === 'field-types') {
      below.set(pointer, fingerprint);
      for (const parent of parentsOf(pointer)) above.set(parent, fingerprint);
    } else if (allowed !== undefined) {
      const parent = pointer.slice(0, pointer.lastIndexOf('/'));
      for (const name of allowed.split(', ')) {
        // What is there was not meant by the misspelt name.
        if (valueAt(object, `${parent}/${name}`) === undefined) below.set(`${parent}/${name}`, fingerprint);
      }
    }
  }
  return { below, above };
}

function causesOf({ pointer = '', messageId }: Finding, { below, above }: Marks): readonly string[] {
  const found = [pointer, ...parentsOf(pointer)].map((place) => below.get(place));
  if (messageId === 'required') found.push(above.get(pointer));
  return [...new Set(found.filter((fingerprint) => fingerprint !== undefined))];
}

/** `/a/b/c` -> `/a/b`, `/a` and the root. */
function parentsOf(pointer: string): readonly string[] {
  const parents: string[] = [];
  for (let at = pointer.lastIndexOf('/'); at >= 0; at = pointer.lastIndexOf('/', at - 1)) {
    parents.push(pointer.slice(0, at));
    if (at === 0) break;
  }
  return parents;
}
