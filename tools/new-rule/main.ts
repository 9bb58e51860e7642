/** `npm run new:rule -- <id> --folder <folder> [--set-rule]`: writes a rule of the package with its page and its test, and registers it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { filesOf, register } from './files-of.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rules = 'src/validate/rules';

const problem = runAsAsked();
if (problem !== undefined) {
  console.error(`error: ${problem}\n\n  npm run new:rule -- <id> --folder <folder> [--set-rule]`);
  process.exitCode = 2;
}

function runAsAsked(): string | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { folder: { type: 'string' }, 'set-rule': { type: 'boolean', default: false } },
    });
    return run(positionals, values.folder, values['set-rule']);
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return error.message;
    throw error;
  }
}

function run(names: readonly string[], folder: string | undefined, isSetRule: boolean): string | undefined {
  const [id, ...others] = names;
  if (id === undefined || others.length > 0) return 'give one id';
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) {
    return `"${id}" is no id: words of lower-case letters and digits, joined by \`-\``;
  }
  const folders = readdirSync(join(root, rules)).filter((name) => existsSync(join(root, rules, name, 'index.ts')));
  if (folder === undefined || !folders.includes(folder)) return `--folder is one of ${folders.join(', ')}`;
  const files = filesOf({ id, folder, isSetRule });
  const there = Object.keys(files).find((path) => existsSync(join(root, path)));
  if (there !== undefined) return `${there} is there already`;
  const index = join(root, rules, folder, 'index.ts');
  const registered = register(readFileSync(index, 'utf8'), id);
  if (registered === undefined) return `${rules}/${folder}/index.ts has no list of rules to put it in`;
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path}`);
  }
  writeFileSync(index, registered);
  console.log(`registered in ${rules}/${folder}/index.ts\n`);
  console.log('It passes as it is: change rule, page and test together, then run');
  console.log(
    `  npm run build && npm run rule-ids && npx vitest run test/validate/rules/${id}.test.ts test/conformance/rules.test.ts -t ${id}`,
  );
  return undefined;
}
