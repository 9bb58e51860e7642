import { child, formatField, index, maskedValue, pointerTo } from '../../../kernel/index.ts';
import type { FieldPath } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';
import { credentialIn } from './credential.ts';
import type { Credential } from './credential.ts';

/** Secrets have rules of their own; what is sealed is no plain text; definitions hold descriptions. */
const passedOver = new Set(['/Secret', 'bitnami.com/SealedSecret', 'apiextensions.k8s.io/CustomResourceDefinition']);

export const plainCredential = defineRule({
  id: 'plain-credential',
  set: 'recommended',
  title: 'No private key, token or address with a password stands in a manifest.',
  fix: 'Revoke it, since it is in the history of the repository; keep the new one in a secret store, and refer to it.',
  severity: 'error',
  aliases: ['kube-linter/env-var-secret', 'polaris/sensitiveContainerEnvVar', 'polaris/sensitiveConfigmapContent'],
  kinds: 'every',
  check({ ref, decoded }, report) {
    if (passedOver.has(`${ref.group}/${ref.kind}`)) return;
    walk(decoded.object, undefined, (at, { kind, grave }) => {
      const pointer = pointerTo(at);
      report({
        messageId: grave ? 'credential' : 'password-in-address',
        message: `${formatField(at)} holds ${kind} in plain text`,
        pointer,
        seen: maskedValue,
        aliases: aliasesAt(pointer, ref.kind),
        ...(grave ? {} : { severity: 'warning' }),
      });
    });
  },
});

type Say = (at: FieldPath | undefined, credential: Credential) => void;

/** Makes no path for a text in which nothing is found: an object may have hundreds of thousands. */
function walk(value: unknown, at: FieldPath | undefined, say: Say): void {
  if (typeof value !== 'object' || value === null) return;
  for (const name of Object.keys(value)) {
    const item = (value as Readonly<Record<string, unknown>>)[name];
    const place = (): FieldPath => (Array.isArray(value) ? index(at, Number(name)) : child(at, name));
    if (typeof item === 'string') {
      const credential = credentialIn(item);
      if (credential !== undefined) say(place(), credential);
    } else if (typeof item === 'object') walk(item, place(), say);
  }
}

function aliasesAt(pointer: string, kind: string): readonly string[] {
  if (/\/env\/\d+\/value$/.test(pointer)) return ['kube-linter/env-var-secret', 'polaris/sensitiveContainerEnvVar'];
  return kind === 'ConfigMap' ? ['polaris/sensitiveConfigmapContent'] : [];
}
