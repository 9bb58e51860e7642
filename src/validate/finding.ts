import type { Finding, ObjectRef, RelatedObject, Severity } from '../kernel/index.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Locate } from './locate.ts';
import type { Manifest, Origin } from '../analysis/index.ts';
import type { Problem, RuleMetadata } from './rule.ts';

/** A rule's problem as a finding: place, fingerprint, page and fix are added here, in one way for all rules. */
export function findingOf(
  rule: RuleMetadata,
  problem: Problem,
  place: { readonly ref: ObjectRef; readonly manifest: Manifest; readonly locate: Locate },
): Finding {
  const { ref, manifest, locate } = place;
  const { origin, path } = manifest.file;
  const container = containerAt(manifest.value, problem.pointer);
  return {
    rule: rule.id,
    messageId: problem.messageId,
    severity: problem.severity ?? rule.severity,
    message: problem.message,
    ...(problem.seen === undefined ? {} : { seen: problem.seen }),
    ...(problem.allowed === undefined ? {} : { allowed: problem.allowed }),
    fix: problem.fix ?? rule.fix,
    docs: rule.docs ?? docsOf(rule.id),
    object: ref,
    pointer: problem.pointer,
    ...(container === undefined ? {} : { container }),
    ...(origin === undefined ? {} : { unit: origin.unit }),
    location: locate(manifest, problem.pointer, problem.atKey === true),
    ...(origin === undefined ? {} : { declared: origin.declared }),
    ...(origin?.declaration === undefined ? {} : { declaration: origin.declaration }),
    ...(origin?.constructPath === undefined ? {} : { constructPath: origin.constructPath }),
    fingerprint: fingerprintOf({
      rule: rule.id,
      messageId: problem.messageId,
      place: origin?.unit.id ?? path,
      object: ref,
      pointer: problem.pointer,
      value: manifest.value,
    }),
    ...aliasesOf(problem.aliases ?? rule.aliases),
    ...(problem.related === undefined ? {} : { related: problem.related.map((one) => relatedOf(one, locate)) }),
  };
}

function aliasesOf(aliases: readonly string[] | undefined): Pick<Finding, 'aliases'> {
  return aliases === undefined ? {} : { aliases };
}

function relatedOf({ object, pointer }: NonNullable<Problem['related']>[number], locate: Locate): RelatedObject {
  const { ref, manifest } = object;
  const { origin } = manifest.file;
  return {
    object: ref,
    ...(pointer === undefined ? {} : { pointer }),
    location: locate(manifest, pointer ?? '', false),
    ...(origin === undefined ? {} : { declared: origin.declared }),
  };
}

export function docsOf(rule: string): string {
  return `docs/rules/${rule}.md`;
}

/** For rules about a file rather than an object. */
export function fileFinding(
  rule: RuleMetadata,
  problem: Omit<Problem, 'pointer'>,
  file: { readonly path: string; readonly origin?: Origin | undefined },
  location: Finding['location'],
): Finding {
  return {
    rule: rule.id,
    messageId: problem.messageId,
    severity: rule.severity satisfies Severity,
    message: problem.message,
    fix: problem.fix ?? rule.fix,
    docs: docsOf(rule.id),
    ...(file.origin === undefined ? {} : { unit: file.origin.unit, declared: file.origin.declared }),
    location: location ?? { file: file.path, line: 1, column: 1 },
    fingerprint: fingerprintOf({
      rule: rule.id,
      messageId: problem.messageId,
      place: file.origin?.unit.id ?? file.path,
      value: undefined,
    }),
  };
}

/** `/spec/template/spec/containers/0/image` -> the name of that container. */
function containerAt(value: unknown, pointer: string): string | undefined {
  const [, before, index] =
    /^(.*\/(?:containers|initContainers|ephemeralContainers))\/(\d+)(?:\/|$)/.exec(pointer) ?? [];
  if (before === undefined || index === undefined) return undefined;
  let node: unknown = value;
  for (const step of [...before.split('/').slice(1), index, 'name']) {
    node = typeof node === 'object' && node !== null ? (node as Readonly<Record<string, unknown>>)[step] : undefined;
  }
  return typeof node === 'string' ? node : undefined;
}
