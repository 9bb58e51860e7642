export interface NewRule {
  readonly id: string;
  /** Of `src/validate/rules/`. */
  readonly folder: string;
  readonly isSetRule: boolean;
}

/** What a rule begins as: an example that works, with its page and its test. By path in the project. */
export function filesOf({ id, folder, isSetRule }: NewRule): Readonly<Record<string, string>> {
  const words = isSetRule ? setRule : objectRule;
  return {
    [`src/validate/rules/${folder}/${id}.ts`]: ruleText(id, words),
    [`docs/rules/${id}.md`]: pageText(id, words),
    [`test/validate/rules/${id}.test.ts`]: testText(id, words),
  };
}

/** The folder's `index.ts` with the rule at the end of its list; undefined when there is no list. */
export function register(index: string, id: string): string | undefined {
  const list = /: readonly Rule\[\] = \[([\s\S]*?)\n?\];/.exec(index);
  if (list === null) return undefined;
  const [whole, items = ''] = list;
  const inLines = items.startsWith('\n') || items === '' ? items : `\n  ${items}`;
  const ended = inLines === '' || inLines.trimEnd().endsWith(',') ? inLines : `${inLines},`;
  const grown = `: readonly Rule[] = [${ended}\n  ${camel(id)},\n];`;
  const lines = index.replace(whole, grown).split('\n');
  const lastImport = lines.findLastIndex((line) => /\bfrom '/.test(line));
  return lines.toSpliced(lastImport + 1, 0, `import { ${camel(id)} } from './${id}.ts';`).join('\n');
}

function camel(id: string): string {
  return id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

interface Words {
  readonly title: string;
  readonly fix: string;
  readonly code: string;
  readonly checks: string;
  readonly valid: string;
  readonly invalid: string;
  readonly pointer: string;
  readonly messageId: string;
}

const objectRule: Words = {
  title: 'A ConfigMap has data.',
  fix: 'Add `data`, or remove the object.',
  code: `  check({ decoded, ref }, report) {
    const { data } = decoded.object as ConfigMap;
    if (data !== undefined && Object.keys(data).length > 0) return;
    report({ messageId: 'empty', message: \`the ConfigMap \${ref.name} is empty\`, pointer: '/data' });
  },`,
  checks: 'Every ConfigMap has at least one key in `data`.',
  valid: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  colour: blue\n',
  invalid: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n',
  pointer: 'data',
  messageId: 'empty',
};

const setRule: Words = {
  title: 'No two namespaces have a ConfigMap of the same name.',
  fix: 'Rename one of the two.',
  code: `  checkSet(world, report) {
    const first = new Map<string, SetObject>();
    for (const object of world.ofKind('/ConfigMap')) {
      const other = first.get(object.ref.name);
      if (other === undefined) first.set(object.ref.name, object);
      else {
        const message = \`\${object.ref.name} is the name of a ConfigMap in \${other.ref.namespace ?? 'any namespace'}, too\`;
        report(object, { messageId: 'same-name', message, pointer: '/metadata/name', related: [{ object: other }] });
      }
    }
  },`,
  checks: 'The names of all ConfigMaps of a cluster.',
  valid: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  namespace: a\n',
  invalid:
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  namespace: a\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  namespace: b\n',
  pointer: 'metadata.name',
  messageId: 'same-name',
};

function ruleText(id: string, { title, fix, code }: Words): string {
  const imports = code.includes('SetObject')
    ? "import type { SetObject } from '../../../analysis/index.ts';"
    : "import type { ConfigMap } from '../../../schema/types/core-v1.ts';";
  return `${imports}
import { defineRule } from '../../rule.ts';

export const ${camel(id)} = defineRule({
  id: '${id}',
  set: 'strict',
  title: '${title}',
  fix: '${fix}',
  severity: 'warning',
  kinds: ['/ConfigMap'],
${code}
});
`;
}

function pageText(id: string, { title, fix, checks, valid, invalid, pointer }: Words): string {
  return `# ${id}

${title}

Fix: ${fix}

In the set \`strict\`.

## What it checks

- ${checks}

## What it leaves alone

Everything else.

## Examples

\`\`\`yaml valid
${valid}\`\`\`

\`\`\`yaml invalid ${pointer}
${invalid}\`\`\`
`;
}

function testText(id: string, { valid, invalid, pointer, messageId }: Words): string {
  return `import { expect, test } from 'vitest';
import { testRule } from '#src/testing/index.ts';
import { selectRules } from '#src/validate/index.ts';

const [rule] = selectRules({ names: ['${id}'] });

test('${id}', async () => {
  if (rule === undefined) throw new Error('the rule is not registered');
  const cases = {
    valid: [
      \`${valid}\`,
    ],
    invalid: [
      {
        manifests: \`${invalid}\`,
        findings: [{ messageId: '${messageId}', pointer: '/${pointer.replaceAll('.', '/')}' }],
      },
    ],
  };
  await expect(testRule(rule, cases)).resolves.toBeUndefined();
});
`;
}
