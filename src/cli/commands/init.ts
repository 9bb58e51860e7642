import { relative, resolve } from 'node:path';
import { nodeFiles } from '../../io/index.ts';
import { exitCode } from '../../kernel/index.ts';
import { initBody, initText } from '../../report/index.ts';
import { initRepository } from '../../scaffold/index.ts';
import type { CommandContext, InitOptions, Outcome } from '../command.ts';
import { packageRoot, version } from '../version.ts';

export async function run({ flags, terminal }: CommandContext, { target }: InitOptions): Promise<Outcome> {
  const directory = resolve(flags.directory, target);
  const { files } = initRepository({ files: nodeFiles, directory, version, packageRoot });
  const folder = relative(terminal.cwd, directory);
  const next = [
    ...(folder === '' ? [] : [`cd ${/^[\w./-]+$/.test(target) ? target : JSON.stringify(target)}`]),
    'git init',
    'npm install',
    'npx keelson synth',
    'git add --all && git commit --message "Start the platform"',
    'npx keelson verify',
  ];
  const report = { directory: target, files, next };
  return { exitCode: exitCode.clean, body: initBody(report), text: (paint) => initText(report, paint) };
}
