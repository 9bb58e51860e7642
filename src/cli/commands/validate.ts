import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { nodeFiles, systemClock } from '../../io/index.ts';
import { exitCode, UserError } from '../../kernel/index.ts';
import type { ExitCode } from '../../kernel/index.ts';
import { minorOf, validateFleet, validatePaths } from '../../pipeline/index.ts';
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
import type { Validation } from '../../validate/index.ts';
import type { CommandContext, Outcome, ReportFormat, ValidateCommandOptions } from '../command.ts';
import { outsideOf } from '../outside-option.ts';
import { withPipeline } from '../pipeline-options.ts';
import { podSecurityOf } from '../pod-security-option.ts';
import { lineReader } from '../line-reader.ts';
import { createProgress } from '../progress.ts';
import { refuseSameFile, writeReport } from '../report-files.ts';
import { schemasFor } from '../schemas-option.ts';
import { selectionOf } from '../selection.ts';
import { targetOf } from '../target-option.ts';
import { version } from '../version.ts';

export async function run(context: CommandContext, options: ValidateCommandOptions): Promise<Outcome> {
  const { directory } = context.flags;
  refuseSameFile(directory, options);
  const validation = await judge(context, options);
  const code = exitOf(validation, options);
  const readLine = lineReader(directory, validation.texts);
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
      default:
        return validateText(validation, readLine, paint, options.showWaived);
    }
  };
  for (const { format, file } of options.output ?? []) {
    writeReport(resolve(directory, file), file, render(format, plainPaint));
  }
  return {
    exitCode: code,
    body: validateBody(validation),
    text: (paint) => render(options.format ?? 'text', paint),
  };
}

async function judge(context: CommandContext, options: ValidateCommandOptions): Promise<Validation> {
  if (options.paths.length === 0) return await judgeFleet(context, options);
  const { flags, terminal } = context;
  refuseWith(
    options,
    ['env', 'cluster', 'unit'],
    'selects units of a repository',
    'Give PATHS, or the option, but not both.',
  );
  refuseWith(
    options,
    ['dist'],
    'is about the dist/ of a repository',
    'Leave it out: PATHS are judged as they lie there.',
  );
  const progress = createProgress(terminal, () => systemClock.now());
  const paths = options.paths.filter((path) => path !== '-');
  try {
    return await validatePaths({
      files: nodeFiles,
      directory: flags.directory,
      paths,
      ...(paths.length < options.paths.length ? { stdin: readFileSync(0) } : {}),
      ...(options.base === undefined ? {} : { base: options.base }),
      schemas: schemasFor(flags.directory, options.schemas),
      outside: outsideOf(options.outside ?? []),
      target: targetOf(options),
      rules: rulesOf(options),
      progress: progress.report,
    });
  } finally {
    progress.clear();
  }
}

/** Without PATHS: what the declarations render, each unit for its own cluster. */
async function judgeFleet(context: CommandContext, options: ValidateCommandOptions): Promise<Validation> {
  refuseWith(
    options,
    ['kubernetes'],
    'is about PATHS',
    'Each unit is judged for the version that its cluster declares.',
  );
  refuseWith(options, ['tier'], 'is about PATHS', 'Each unit is judged for the tier of its environment.');
  refuseWith(options, ['schemas'], 'is about PATHS', 'Give the paths of the manifests, too.');
  refuseWith(options, ['outside'], 'is about PATHS', 'A repository declares it: `outside`, or `defineOutside`.');
  const { kubernetesNext, dist } = options;
  const podSecurity = podSecurityOf(options);
  const base = refOf(options);
  return await withPipeline(context, (pipeline) =>
    validateFleet({
      ...pipeline,
      ...selectionOf(options),
      rules: rulesOf(options),
      ...(kubernetesNext === undefined ? {} : { next: minorOf(kubernetesNext, '--kubernetes-next') }),
      ...(podSecurity === undefined ? {} : { podSecurity }),
      ...(dist === undefined ? {} : { dist }),
      ...(base === undefined ? {} : { base }),
    }),
  );
}

/** Without PATHS a base is a place in git. */
function refOf({ base }: ValidateCommandOptions): string | undefined {
  const [ref, second] = base ?? [];
  if (second !== undefined) {
    throw new UserError({
      code: 'conflicting-options',
      message: '--base was given twice.',
      hint: 'Without PATHS it is one branch, tag or commit: --base origin/main.',
    });
  }
  if (ref === '') {
    throw new UserError({
      code: 'unknown-ref',
      message: '--base: the reference is empty.',
      hint: 'Give a branch, tag or commit, for example origin/main.',
    });
  }
  return ref;
}

function refuseWith(
  options: ValidateCommandOptions,
  names: readonly (keyof ValidateCommandOptions)[],
  what: string,
  hint: string,
): void {
  const given = names.find((name) => options[name] !== undefined);
  if (given === undefined) return;
  throw new UserError({ code: 'conflicting-options', message: `--${given} ${what}.`, hint });
}

function rulesOf({ rules, pss }: ValidateCommandOptions): readonly string[] {
  const names = rules ?? ['recommended'];
  // A single rule of theirs was chosen: the level is for it alone.
  return pss === undefined || names.some((name) => name.startsWith('pss')) ? names : [...names, 'pss'];
}

function exitOf(validation: Validation, { failOn }: ValidateCommandOptions): ExitCode {
  return fails(validation, failOn) ? exitCode.findings : exitCode.clean;
}
