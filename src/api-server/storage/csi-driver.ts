import { dns1123Subdomain } from '../../formats/index.ts';
import type { CSIDriver, TokenRequest } from '../../schema/types/storage-v1.ts';
import type { Check } from '../check.ts';
import { duplicate, invalid, notSupported } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkUnchanged } from '../same-value.ts';
import { checkOneOf } from '../text-field.ts';

const specAt = child(undefined, 'spec');
const modes = ['Persistent', 'Ephemeral'];
const shortestToken = 600;
const longestToken = 2 ** 32;
const shortestPeriod = 10;

export const csiDriverValidation = defineKind<CSIDriver>({
  group: 'storage.k8s.io',
  kind: 'CSIDriver',
  versions: ['v1'],
  rule: {
    id: 'valid-csi-driver',
    title: 'A CSIDriver has known policies and modes, and tokens for different audiences that live long enough.',
    fix: 'Give each token request an audience of its own and 600 seconds or more, and keep `attachRequired` as it was.',
  },
  name: dns1123Subdomain,
  validate(check, { spec = {} }) {
    if (spec.fsGroupPolicy !== undefined) {
      const at = child(specAt, 'fsGroupPolicy');
      checkOneOf(check, at, spec.fsGroupPolicy, ['File', 'None', 'ReadWriteOnceWithFSType']);
    }
    const tokens = spec.tokenRequests ?? [];
    validateTokens(check, tokens, child(specAt, 'tokenRequests'));
    for (const mode of spec.volumeLifecycleModes ?? []) {
      if (!modes.includes(mode)) notSupported(check, child(specAt, 'volumeLifecycleModes'), mode, modes);
    }
    const period = spec.nodeAllocatableUpdatePeriodSeconds;
    // Before Kubernetes 1.35 the server drops the field unread.
    if (check.minor >= 35 && period !== undefined && period < shortestPeriod) {
      const at = child(specAt, 'nodeAllocatableUpdatePeriodSeconds');
      invalid(check, at, Number(period), `must be at least ${shortestPeriod}`);
    }
    const inSecrets = spec.serviceAccountTokenInSecrets;
    if (check.minor >= 35 && inSecrets !== undefined && tokens.length === 0) {
      invalid(check, child(specAt, 'serviceAccountTokenInSecrets'), inSecrets, 'needs `tokenRequests`');
    }
  },
  validateUpdate(check, driver, old) {
    const [found, kept] = [driver.spec ?? {}, old.spec ?? {}];
    // The server writes this field's name so.
    const attachAt = child(specAt, 'attachedRequired');
    if ((found.attachRequired ?? true) !== (kept.attachRequired ?? true)) {
      invalid(check, attachAt, found.attachRequired, 'may not change once it is set');
    }
    const [modesFound, modesKept] = [found, kept].map(({ volumeLifecycleModes: list = [] }) =>
      list.length === 0 ? ['Persistent'] : list,
    );
    checkUnchanged(check, child(specAt, 'volumeLifecycleModes'), modesFound, modesKept);
    if (check.minor >= 30) return;
    const policies = [found, kept].map(({ fsGroupPolicy = 'ReadWriteOnceWithFSType' }) => fsGroupPolicy);
    checkUnchanged(check, child(specAt, 'fsGroupPolicy'), policies[0], policies[1]);
    checkUnchanged(check, child(specAt, 'podInfoOnMount'), found.podInfoOnMount, kept.podInfoOnMount);
  },
});

function validateTokens(check: Check, tokens: readonly TokenRequest[], at: FieldPath): void {
  const audiences = new Set<string>();
  for (const [position, { audience = '', expirationSeconds: seconds }] of tokens.entries()) {
    const tokenAt = index(at, position);
    if (audiences.has(audience)) {
      duplicate(check, child(tokenAt, 'audience'), audience);
      continue;
    }
    audiences.add(audience);
    if (seconds !== undefined && (seconds < shortestToken || seconds > longestToken)) {
      invalid(
        check,
        child(tokenAt, 'expirationSeconds'),
        Number(seconds),
        `must be from ${shortestToken} to ${longestToken}`,
      );
    }
  }
}
