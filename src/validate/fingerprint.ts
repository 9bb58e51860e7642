import { createHash } from 'node:crypto';
import { objectKey } from '../kernel/index.ts';
import type { Finding, ObjectRef } from '../kernel/index.ts';

/** What makes a finding the same finding in another commit. */
export interface Identity {
  readonly rule: string;
  readonly messageId: string;
  /** Id of the unit, or path of the file. */
  readonly place: string;
  readonly object?: ObjectRef;
  readonly pointer?: string;
  /** The object, for the names of list items. */
  readonly value: unknown;
}

/** 32 hex digits. List items count by their name, not their place: an item added above changes nothing. */
export function fingerprintOf({ rule, messageId, place, object, pointer, value }: Identity): string {
  const parts = [
    rule,
    messageId,
    place,
    object === undefined ? '' : objectKey(object),
    pointer === undefined ? '' : keyedPointer(pointer, value),
  ];
  return hashOf(parts.join('\0'));
}

/**
 * Findings that one place has several of (a name that is too long and has a wrong sign, two doubled keys of a file) are told apart
 * by their order: readers of a report take what has the same fingerprint for the same finding.
 */
export function tellRepeatsApart(findings: readonly Finding[]): readonly Finding[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const before = counts.get(finding.fingerprint) ?? 0;
    counts.set(finding.fingerprint, before + 1);
    return before === 0 ? finding : { ...finding, fingerprint: hashOf(`${finding.fingerprint}\0${before}`) };
  });
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** `/spec/containers/0/image` -> `/spec/containers/[name=web]/image`. */
export function keyedPointer(pointer: string, root: unknown): string {
  let node = root;
  let keyed = '';
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const inList = Array.isArray(node);
    node = typeof node === 'object' && node !== null ? (node as Readonly<Record<string, unknown>>)[name] : undefined;
    keyed += `/${inList ? (listKey(node) ?? step) : step}`;
  }
  return keyed;
}

/** The fields by which Kubernetes' lists of objects are keyed, the most telling first. */
const keys = [
  'name',
  'mountPath',
  'devicePath',
  'topologyKey',
  'ip',
  'uid',
  'type',
  'key',
  'containerPort',
  'port',
  'host',
  'path',
];

function listKey(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  for (const key of keys) {
    const value = (item as Readonly<Record<string, unknown>>)[key];
    if (typeof value === 'string' || typeof value === 'number') return `[${key}=${value}]`;
  }
  return undefined;
}
