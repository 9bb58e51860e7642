import { expect, test } from 'vitest';
import { judge, selectRules } from '#src/validate/index.ts';

function found(namespace: string, config: string): number {
  const text = `apiVersion: v1
kind: Namespace
metadata: { name: shop, annotations: { ${namespace} } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop, annotations: { ${config} } }
`;
  const rules = selectRules({ names: ['sync-wave-order'] });
  return judge([{ path: 'a.yaml', text }], { target: { minor: 36 }, rules }).findings.length;
}

const late = "argocd.argoproj.io/sync-wave: '1'";
const early = "argocd.argoproj.io/sync-wave: '-1'";
const tracked = (application: string): string => `argocd.argoproj.io/tracking-id: "${application}:/ConfigMap:shop/web"`;

test('waves are those of one Application: of the files, or the one that Argo CD names', () => {
  expect(found(late, early)).toBe(1);
  expect(found(`${late}, ${tracked('web')}`, `${early}, ${tracked('web')}`)).toBe(1);
  expect(found(`${late}, ${tracked('base')}`, `${early}, ${tracked('web')}`)).toBe(0);
});

test('what was read from a cluster and belongs to no Application has no wave', () => {
  const live = late.replace(/$/, ' }, uid: 2b3f6c0e-0000-4000-8000-000000000000, labels: { a: b');
  expect(found(live, `${early}, ${tracked('web')}`)).toBe(0);
});
