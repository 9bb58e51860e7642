import { isMapping } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const secretPrefix = defineRule({
  id: 'secret-prefix',
  set: 'recommended',
  title: 'A tenant takes only secrets of its own from the store.',
  fix: "Name a secret that begins with the tenant's prefix, or have the platform share the one that is meant.",
  severity: 'error',
  needs: 'fleet',
  options: {
    /** `{tenant}`, `{environment}` and `{namespace}` stand for the object's own; nothing: any name is allowed. */
    prefix: '',
  },
  kinds: ['external-secrets.io/ExternalSecret'],
  check({ ref, decoded, manifest }, report, _leaveOut, { prefix }) {
    const unit = manifest.file.origin?.unit;
    if (unit?.tenant === undefined || typeof prefix !== 'string' || prefix === '') return;
    const own = prefix
      .replaceAll('{tenant}', unit.tenant)
      .replaceAll('{environment}', unit.environment)
      .replaceAll('{namespace}', ref.namespace ?? '');
    for (const [key, pointer] of keysOf(decoded.object)) {
      if (key.startsWith(own)) continue;
      report({
        messageId: 'foreign',
        message: `tenant ${unit.tenant} asks the store for "${key}", which is not its own`,
        pointer,
        seen: key,
        allowed: `${own}...`,
      });
    }
  },
});

function* keysOf(object: unknown): Generator<readonly [string, string]> {
  const spec = member(object, 'spec');
  for (const [position, item] of listIn(spec, 'data')) {
    yield* textAt(member(member(item, 'remoteRef'), 'key'), `/spec/data/${position}/remoteRef/key`);
  }
  for (const [position, item] of listIn(spec, 'dataFrom')) {
    yield* textAt(member(member(item, 'extract'), 'key'), `/spec/dataFrom/${position}/extract/key`);
    yield* textAt(member(member(item, 'find'), 'path'), `/spec/dataFrom/${position}/find/path`);
  }
}

function* textAt(value: unknown, pointer: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [value, pointer];
}

function listIn(value: unknown, name: string): readonly (readonly [number, unknown])[] {
  const list: unknown = member(value, name);
  return Array.isArray(list) ? [...list.entries()] : [];
}

function member(value: unknown, name: string): unknown {
  return isMapping(value) ? value[name] : undefined;
}
