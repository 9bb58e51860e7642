import { containersOf, isMapping, podKinds } from '../../../analysis/index.ts';
import { child, index, pointerTo } from '../../../kernel/index.ts';
import type { FieldPath } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';

/** By which the clouds' libraries find keys that live for ever. */
const variables =
  /^(?:AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SHARED_CREDENTIALS_FILE)|GOOGLE_(?:APPLICATION_)?CREDENTIALS|(?:AZURE|ARM)_CLIENT_(?:SECRET|CERTIFICATE_PATH)|AZURE_STORAGE_KEY|OCI_CLI_KEY_(?:CONTENT|FILE))$/;

/** The same in the stores of External Secrets and the issuers of cert-manager. */
const references = new Set([
  'serviceAccountSecretRef',
  'secretAccessKeySecretRef',
  'clientSecretSecretRef',
  'authSecretRef',
]);
const clouds = new Set(['aws', 'gcpsm', 'azurekv', 'oracle', 'ibm', 'alibaba']);

export const staticCloudCredentials = defineRule({
  id: 'static-cloud-credentials',
  set: 'strict',
  title: 'Workloads prove who they are to a cloud with their service account.',
  fix: 'Bind the ServiceAccount to an identity of the cloud (workload identity, IRSA, federated credentials), and delete the key.',
  severity: 'warning',
  kinds: [
    ...podKinds,
    ...['SecretStore', 'ClusterSecretStore'].map((kind) => `external-secrets.io/${kind}`),
    ...['Issuer', 'ClusterIssuer'].map((kind) => `cert-manager.io/${kind}`),
  ],
  check({ pod, decoded }, report) {
    if (pod === undefined) {
      walk(isMapping(decoded.object) ? decoded.object['spec'] : undefined, child(undefined, 'spec'), (at, name) =>
        report({
          messageId: 'reference',
          message: `${name} names a key of a cloud that lives until somebody deletes it`,
          pointer: pointerTo(at),
        }),
      );
      return;
    }
    for (const { container, name, pointer } of containersOf(pod)) {
      for (const [position, { name: variable = '' }] of (container.env ?? []).entries()) {
        if (!variables.test(variable)) continue;
        report({
          messageId: 'variable',
          message: `container "${name}" gets a key of a cloud by ${variable}, which lives until somebody deletes it`,
          pointer: `${pointer}/env/${position}/name`,
          seen: variable,
        });
      }
    }
  },
});

function walk(
  value: unknown,
  at: FieldPath,
  say: (at: FieldPath, name: string) => void,
  parents: readonly string[] = [],
): void {
  if (Array.isArray(value))
    for (const [position, item] of value.entries()) walk(item, index(at, position), say, parents);
  if (!isMapping(value)) return;
  for (const [name, item] of Object.entries(value)) {
    const here = child(at, name);
    const ofCloud = name === 'secretRef' && parents.some((parent) => clouds.has(parent));
    if (references.has(name) || ofCloud) say(here, name);
    else walk(item, here, say, [...parents, name]);
  }
}
