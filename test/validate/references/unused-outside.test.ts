import { expect, test } from 'vitest';
import { validateFleet } from '#src/pipeline/index.ts';
import { componentSource, makeRepository, optionsFor, smallRepository } from '../../pipeline/repository.ts';

const outside = `import { defineOutside } from 'keelson';
export const elsewhere = defineOutside({
  name: 'elsewhere',
  reason: 'Another repository makes them.',
  objects: [{ kind: '/Namespace', name: 'api' }, { kind: '/Secret', namespace: 'api', name: 'nobody-asks' }],
});
`;

test('what is declared to be outside is there, and said to be unused where nothing refers to it', async () => {
  const files = { ...smallRepository, 'platform/api/component.ts': componentSource('api', '', "{ owner: 'core' }") };
  const judge = async (more: Readonly<Record<string, string>>) => {
    const { findings } = await validateFleet({
      ...optionsFor(makeRepository({ ...files, ...more })),
      rules: ['namespace-exists'],
    });
    return findings.map(({ rule, message }) => `${rule}: ${message}`).filter((text) => text.includes('api'));
  };
  expect(await judge({})).toEqual([
    'namespace-exists: ConfigMap api/settings is in Namespace api, which cluster hub-1 does not have',
  ]);
  expect(await judge({ 'platform/policy/outside.ts': outside })).toEqual([
    'unused-outside: elsewhere says that /Secret api/nobody-asks is outside this repository, and nothing refers to it',
  ]);
});
