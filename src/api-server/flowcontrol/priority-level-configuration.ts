import type { PriorityLevelConfiguration, PriorityLevelConfigurationSpec } from '../../schema/types/flowcontrol-v1.ts';
import { dns1123Subdomain } from '../../formats/index.ts';
import { forbidden, invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { sameValue } from '../same-value.ts';
import { checkOneOf } from '../text-field.ts';
import { fixedCatchAllLevel } from './fixed-specs.ts';
import { validateExempt, validateLimited } from './priority-level.ts';

const zeroShares = 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares';
const at = child(undefined, 'spec');

export const priorityLevelConfigurationValidation = defineKind<PriorityLevelConfiguration>({
  group: 'flowcontrol.apiserver.k8s.io',
  kind: 'PriorityLevelConfiguration',
  versions: ['v1', 'v1beta3'],
  rule: {
    id: 'valid-priority-level-configuration',
    title: 'A PriorityLevelConfiguration is one that the API server accepts.',
    fix: 'Use type Limited with limited set; give limitResponse queuing when its type is Queue, and only then.',
  },
  name: dns1123Subdomain,
  renamed: true,
  validate(check, level) {
    const name = level.metadata?.name ?? '';
    const spec = level.spec ?? {};
    if (level.apiVersion?.endsWith('/v1') !== false && level.metadata?.annotations?.[zeroShares] !== undefined) {
      forbidden(check, child(undefined, 'metadata', 'annotations'), `may not have ${zeroShares}`);
    }
    validateSpec(check, name, spec);
    if (name === 'catch-all' && !sameValue(withDefaults(spec), fixedCatchAllLevel)) {
      invalid(check, at, undefined, 'of catch-all is fixed by the server');
    }
  },
});

function validateSpec(check: Check, name: string, spec: PriorityLevelConfigurationSpec): void {
  const { type = '', limited, exempt } = spec;
  if ((name === 'exempt') !== (type === 'Exempt')) {
    invalid(check, child(at, 'type'), type, "must be Exempt for the object 'exempt', and for no other");
    if (name === 'exempt') invalid(check, at, undefined, 'of exempt is fixed by the server, save spec.exempt');
  }
  if (type === '') required(check, child(at, 'type'));
  else checkOneOf(check, child(at, 'type'), type, ['Exempt', 'Limited']);
  if (type === 'Exempt') {
    if (limited !== undefined) forbidden(check, child(at, 'limited'), 'belongs to type Limited');
    if (exempt !== undefined) validateExempt(check, exempt, child(at, 'exempt'));
  }
  if (type === 'Limited') {
    if (exempt !== undefined) forbidden(check, child(at, 'exempt'), 'belongs to type Exempt');
    if (limited === undefined) required(check, child(at, 'limited'), 'must be set for type Limited');
    else validateLimited(check, limited, child(at, 'limited'));
  }
}

function withDefaults(spec: PriorityLevelConfigurationSpec): PriorityLevelConfigurationSpec {
  if (spec.limited === undefined) return spec;
  return { ...spec, limited: { nominalConcurrencyShares: 30, ...spec.limited } };
}
