import { expect, test } from 'vitest';
import { judge, selectRules } from '#src/validate/index.ts';

// What grows with the square of the set takes minutes here; what grows with the set takes seconds.

const rules = selectRules({ names: ['recommended'] });

function findingsIn(documents: readonly string[], rule: string) {
  const text = documents.join('---\n');
  return judge([{ path: 'set.yaml', text }], { target: { minor: 36 }, rules }).findings.filter(
    (finding) => finding.rule === rule,
  );
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

test('many wrong references among many right ones', { timeout: 60_000 }, () => {
  const documents = numbers(1500).flatMap((at) => [
    `apiVersion: v1\nkind: Service\nmetadata: { name: web-${at} }\nspec: { ports: [{ port: 80 }] }\n`,
    `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: right-${at} }\nspec: { defaultBackend: { service: { name: web-${at}, port: { number: 80 } } } }\n`,
    `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: wrong-${at} }\nspec: { defaultBackend: { service: { name: wbe-${at}, port: { number: 80 } } } }\n`,
  ]);
  expect(findingsIn(documents, 'ingress-backend')).toHaveLength(1500);
});

test('one name in many namespaces', { timeout: 60_000 }, () => {
  const documents = numbers(2500).flatMap((at) => [
    `apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: shop-${at} }\nspec: { ports: [{ port: 80 }] }\n`,
    `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web, namespace: shop-${at} }\nspec: { defaultBackend: { service: { name: ${at === 7 ? 'api' : 'web'}, port: { number: 80 } } } }\n`,
  ]);
  expect(findingsIn(documents, 'ingress-backend')).toMatchObject([{ object: { namespace: 'shop-7' } }]);
});

test('findings that go from file to file, each of them with its line', { timeout: 60_000 }, () => {
  // The names run across the files: each finding lies in another file than the one before.
  const files = numbers(40).map((file) => ({
    path: `part-${file}.yaml`,
    // Braces are for the full reader, which takes its time.
    text: numbers(40)
      .map(
        (at) =>
          `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web-${at}-${file} }\nspec: { defaultBackend: { service: { name: gone, port: { number: 80 } } } }\n`,
      )
      .join('---\n'),
  }));
  const only = selectRules({ names: ['ingress-backend'] });
  const { findings } = judge(files, { target: { minor: 36 }, rules: only });
  expect(findings).toHaveLength(1600);
  for (const { object, location } of findings) {
    const [, at, file] = (object?.name ?? '').split('-');
    expect(location).toMatchObject({ file: `part-${file}.yaml`, line: Number(at) * 5 + 4 });
  }
});
