import { failure } from '../failure.ts';
import type { Library } from '../overload.ts';
import { overload } from '../overload.ts';
import type { CelValue } from '../value.ts';

/** Who may do what is known to a cluster only. */
function ask(): CelValue {
  throw failure('unsupported', 'asking who is authorised');
}

export const authorization: Library = [
  'Authorizer.path(string): PathCheck',
  'Authorizer.group(string): GroupCheck',
  'Authorizer.serviceAccount(string, string): Authorizer',
  'GroupCheck.resource(string): ResourceCheck',
  'ResourceCheck.subresource(string): ResourceCheck',
  'ResourceCheck.namespace(string): ResourceCheck',
  'ResourceCheck.name(string): ResourceCheck',
  'PathCheck.check(string): Decision',
  'ResourceCheck.check(string): Decision',
  'Decision.errored(): bool',
  'Decision.error(): string',
  'Decision.allowed(): bool',
  'Decision.reason(): string',
].map((signature) => overload(signature, ask));

export const selectors: Library = [
  'ResourceCheck.fieldSelector(string): ResourceCheck',
  'ResourceCheck.labelSelector(string): ResourceCheck',
].map((signature) => overload(signature, ask));

export const jsonPatch: Library = [
  overload('jsonpatch.escapeKey(string): string', (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1')),
];
