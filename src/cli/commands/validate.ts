import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { nodeFiles, systemClock } from '../../io/index.ts';
import { exitCode, UserError } from '../../kernel/index.ts';
import type { ExitCode } from '../../kernel/index.ts';
import { minorOf, validatePaths } from '../../pipeline/index.ts';
import type { Paint } from '../../report/index.ts';
import {
  jsonDocument,
  plainPaint,
  validateBody,
  validateGithub,
  validateJunit,
  validateMarkdown,
  validateSarif,
  validateText,
} from '../../report/index.ts';
import { fails } from '../../validate/index.ts';
import type { Target, Validation } from '../../validate/index.ts';
import type { CommandContext, Outcome, ReportFormat, ValidateCommandOptions } from '../command.ts';
import { lineReader } from '../line-reader.ts';
import { createProgress } from '../progress.ts';
import { version } from '../version.ts';

export async function run(context: CommandContext, options: ValidateCommandOptions): Promise<Outcome> {
  const { directory } = context.flags;
  const validation = await judge(context, options);
  const code = exitOf(validation, options);
  const readLine = lineReader(directory);
  const render = (format: ReportFormat, paint: Paint): string => {
    switch (format) {
      case 'json':
        return jsonDocument('validate', version, code, validateBody(validation));
      case 'sarif':
        return validateSarif(validation, version);
      case 'junit':
        return validateJunit(validation);
      case 'github':
        return validateGithub(validation);
      case 'markdown':
        return validateMarkdown(validation);
      case 'text':
        return validateText(validation, readLine, paint);
    }
  };
  for (const { format, file } of options.output ?? []) {
    writeFileSync(resolve(directory, file), render(format, plainPaint));
  }
  return {
    exitCode: code,
    body: validateBody(validation),
    text: (paint) => render(options.format ?? 'text', paint),
  };
}

async function judge({ flags, terminal }: CommandContext, options: ValidateCommandOptions): Promise<Validation> {
  const progress = createProgress(terminal, () => systemClock.now());
  const paths = options.paths.filter((path) => path !== '-');
  try {
    return await validatePaths({
      files: nodeFiles,
      directory: flags.directory,
      paths,
      ...(paths.length < options.paths.length ? { stdin: readFileSync(0) } : {}),
      ...(options.base === undefined ? {} : { base: options.base }),
      target: targetOf(options),
      rules: rulesOf(options),
      progress: progress.report,
    });
  } finally {
    progress.clear();
  }
}

function rulesOf({ rules, pss }: ValidateCommandOptions): readonly string[] {
  const names = rules ?? ['api-server', 'life-cycle'];
  return pss === undefined || names.includes('pss') ? names : [...names, 'pss'];
}

function targetOf({ kubernetes, kubernetesNext, pss, rules }: ValidateCommandOptions): Target {
  if (kubernetes === undefined) {
    throw new UserError({
      code: 'no-kubernetes-version',
      message: 'PATHS were given without the version of Kubernetes that will get them.',
      hint: 'Say it with --kubernetes, for example --kubernetes 1.36.',
    });
  }
  const minor = minorOf(kubernetes, '--kubernetes');
  const level = podSecurityOf(
    pss ?? (rules?.some((name) => name.startsWith('pss')) === true ? 'restricted' : undefined),
    minor,
  );
  return {
    minor,
    ...(kubernetesNext === undefined ? {} : { next: minorOf(kubernetesNext, '--kubernetes-next') }),
    ...(level === undefined ? {} : { podSecurity: level }),
  };
}

/** `LEVEL[:VERSION]`; `latest`, and no version, mean the API server's own. */
function podSecurityOf(text: string | undefined, minor: number): Target['podSecurity'] {
  if (text === undefined) return undefined;
  const [, level, given] = /^(baseline|restricted)(?::(.+))?$/.exec(text) ?? [];
  if (level !== 'baseline' && level !== 'restricted') {
    throw new UserError({
      code: 'unknown-pod-security-level',
      message: `--pss: "${text}" is no level of the Pod Security Standards`,
      hint: 'Give baseline or restricted, with a version if wanted: restricted:v1.24.',
    });
  }
  return { level, minor: given === undefined || given === 'latest' ? minor : podSecurityMinor(given) };
}

/** The standards are versioned as far back as 1.0, further than the tables of kinds. */
function podSecurityMinor(version: string): number {
  const minor = /^v?1\.(\d{1,3})$/.exec(version)?.[1];
  if (minor !== undefined) return Number(minor);
  throw new UserError({
    code: 'unknown-pod-security-version',
    message: `--pss: "${version}" is no version of the Pod Security Standards`,
    hint: 'Give v1.<minor>, for example restricted:v1.24, or latest.',
  });
}

/** A file that could not be read leaves the answer open, unless a finding decides it already. */
function exitOf(validation: Validation, { failOn }: ValidateCommandOptions): ExitCode {
  return fails(validation, failOn) ? exitCode.findings : exitCode.clean;
}
