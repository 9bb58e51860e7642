import type { Rule } from '../../rule.ts';
import { halfEncryptedSecret } from './half-encrypted-secret.ts';
import { longLivedToken } from './long-lived-token.ts';
import { plainCredential } from './plain-credential.ts';
import { plainSecret } from './plain-secret.ts';
import { secretFromEnv } from './secret-from-env.ts';
import { secretInArguments } from './secret-in-arguments.ts';
import { secretInConfigMap } from './secret-in-config-map.ts';
import { secretInEnv } from './secret-in-env.ts';
import { secretPrefix } from './secret-prefix.ts';
import { sensitiveConfigMapKey } from './sensitive-config-map-key.ts';
import { sensitiveEnvName } from './sensitive-env-name.ts';
import { serviceAccountIdentity } from './service-account-identity.ts';
import { staticCloudCredentials } from './static-cloud-credentials.ts';

/** What must not be written down, and how it is kept instead. */
export const secretRules: readonly Rule[] = [
  plainSecret,
  halfEncryptedSecret,
  plainCredential,
  secretInEnv,
  secretInArguments,
  secretInConfigMap,
  secretPrefix,
  serviceAccountIdentity,
  sensitiveEnvName,
  sensitiveConfigMapKey,
  secretFromEnv,
  staticCloudCredentials,
  longLivedToken,
];
