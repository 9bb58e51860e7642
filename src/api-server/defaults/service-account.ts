import { fill, itemsAt } from './members.ts';
import type { Members } from './members.ts';

const mountPath = '/var/run/secrets/kubernetes.io/serviceaccount';
/** The server draws the last five characters. */
const name = 'kube-api-access-00000';

const source = {
  defaultMode: 420,
  sources: [
    { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
    { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
    {
      downwardAPI: {
        items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }],
      },
    },
  ],
};

/** A pod runs as somebody, and where nothing says no, with a token. */
export function addServiceAccount(spec: Members): void {
  fill(spec, { serviceAccountName: 'default' });
  fill(spec, { serviceAccount: spec['serviceAccountName'] });
  if (spec['automountServiceAccountToken'] === false) return;
  const containers = [...itemsAt(spec, 'containers'), ...itemsAt(spec, 'initContainers')];
  const without = containers.filter((container) =>
    itemsAt(container, 'volumeMounts').every((mount) => mount['mountPath'] !== mountPath),
  );
  if (without.length === 0) return;
  for (const container of without) add(container, 'volumeMounts', { name, readOnly: true, mountPath });
  add(spec, 'volumes', { name, projected: structuredClone(source) });
}

function add(value: Members, list: string, item: Members): void {
  value[list] = [...itemsAt(value, list), item];
}
