/**
 * Asks Kubernetes' reader about test/yaml/corpus.ts and writes test/yaml/fixtures/. Needs Go and a build of the engine:
 *
 *     npm run build && npx tsx tools/yaml-verdicts/regenerate.ts
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { emitYaml } from '#src/yaml/index.ts';
import { nastyStrings, scalars, structures } from '../../test/yaml/corpus.ts';
import { nastyObject } from '../../test/yaml/nasty-object.ts';

interface Report {
  readonly reader: string;
  readonly verdicts: readonly { readonly text: string; readonly lenient?: string; readonly strict?: string }[];
}

function ask(texts: readonly string[]): Report {
  const answer = execFileSync('go', ['run', '.'], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    input: JSON.stringify(texts),
    maxBuffer: 1 << 28,
  });
  return JSON.parse(answer.toString()) as Report;
}

function save(name: string, report: Report): void {
  const path = fileURLToPath(new URL(`../../test/yaml/fixtures/${name}`, import.meta.url));
  writeFileSync(path, `${JSON.stringify(report, undefined, 2)}\n`);
  console.log(`${name}: ${report.verdicts.length} verdicts of ${report.reader}`);
}

save('verdicts.json', ask([...scalars.map((scalar) => `v: ${scalar}\n`), ...structures]));
const emitted = ask(nastyStrings.map((text) => emitYaml(nastyObject(text))));
// What is written here must pass the strict reading, which then is the whole verdict.
save('emitted.json', {
  ...emitted,
  verdicts: emitted.verdicts.map(({ text, strict }) => (strict === undefined ? { text } : { text, strict })),
});
