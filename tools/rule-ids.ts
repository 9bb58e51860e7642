/** `npm run rule-ids`: writes the ids of the package's rules as a type, so that an editor offers them in waivers and settings. Runs after a build. */
import { writeFileSync } from 'node:fs';
import { builtInRules } from '#src/validate/index.ts';

const ids = builtInRules.map(({ id }) => `  | '${id}'\n`).toSorted();
const text = `/** Written by \`npm run rule-ids\`: the ids of the package's rules. */\nexport type RuleId =\n${ids.join('').trimEnd()};\n`;
writeFileSync(new URL('../src/validate/rule-ids.ts', import.meta.url), text);
console.log(`${ids.length} rules`);
