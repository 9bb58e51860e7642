import { expect, test } from 'vitest';
import type { Finding } from '#src/kernel/index.ts';
import { judge, selectRules } from '#src/validate/index.ts';

function say(size: number, annotations = '{}'): readonly Finding[] {
  const text = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  annotations: ${annotations}\ndata:\n  a: ${'x'.repeat(size)}\n`;
  const rules = selectRules({ names: ['annotation-size'] });
  return judge([{ path: 'large.yaml', text }], { target: { minor: 36 }, rules }).findings;
}

test('an object that fits into an annotation may be applied by the client', () => {
  expect(say(200_000)).toEqual([]);
  expect(say(300_000).map(({ pointer, severity }) => [pointer, severity])).toEqual([
    ['/metadata/annotations', 'error'],
  ]);
});

test('a larger one is applied on the server, or replaced', () => {
  expect(say(300_000, '{ argocd.argoproj.io/sync-options: "Prune=false, ServerSideApply=true" }')).toEqual([]);
  expect(say(300_000, '{ argocd.argoproj.io/sync-options: Replace=true }')).toEqual([]);
  expect(say(300_000, '{ argocd.argoproj.io/sync-options: Prune=false }')).toHaveLength(1);
});
