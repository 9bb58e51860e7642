import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { reportFormats, tiers } from './command.ts';
import type {
  BootstrapOptions,
  CommandModule,
  ExplainOptions,
  ImageSetOptions,
  InitOptions,
  ListOptions,
  ModelOptions,
  RulesOptions,
  SchemaPullOptions,
  SynthCommandOptions,
  ValidateCommandOptions,
  VerifyCommandOptions,
} from './command.ts';
import { refuseRepeats } from './refuse-repeats.ts';

/** Runs one command: loads its file, calls it, prints. `name` is the command of the report's schema. */
export type Dispatch = <Options>(
  name: string,
  load: () => Promise<CommandModule<Options>>,
  options: Options,
  command: Command,
) => Promise<void>;

const listKinds = ['units', 'tenants', 'apps', 'components', 'environments', 'clusters'] as const;

const ruleSets = [
  'api-server',
  'life-cycle',
  'identity',
  'reference',
  'admission',
  'recommended',
  'strict',
  'pss',
  'waiver',
] as const;

const selection = [
  new Option('--env <name>', 'only the units of this environment'),
  new Option('--cluster <name>', 'only the units of this cluster'),
  new Option('--unit <unit>', 'only this unit: its id, its name, or <owner>/<name>'),
];

/** Every command, argument and option that there is, in one place and therefore in one long file. */
export function createProgram(version: string, dispatch: Dispatch): Command {
  const program = new Command('keelson')
    .description(
      'Generates and validates a GitOps configuration repository: TypeScript declarations in, manifests for Argo CD out.',
    )
    .version(version, '-V, --version', 'print the version')
    .option('--json', 'print one JSON document (docs/schemas/) instead of text')
    .option('-C, --directory <path>', 'the repository to work in, instead of the current folder')
    .option('--no-color', 'no colours (as does the environment variable NO_COLOR)')
    .configureHelp({ showGlobalOptions: true })
    .helpCommand(false);
  program.addHelpText('after', examples('keelson init my-platform', 'keelson synth', 'keelson verify --json'));

  program
    .command('init')
    .description('write a small complete repository into a new or empty folder')
    .argument('<dir>', 'the folder')
    .addHelpText('after', examples('keelson init my-platform', 'keelson init .'))
    .action(async (target: string, _options: object, command: Command) => {
      await dispatch<InitOptions>('init', () => import('./commands/init.ts'), { target }, command);
    });

  withSelection(program.command('synth'))
    .description('render the declarations and write what changed to dist/')
    .option(
      '--check',
      'write nothing: exit 3 when dist/ differs, and render each unit a second time in a perturbed world',
    )
    .option('--dry-run', 'write nothing: say what would be written')
    .addOption(
      new Option('--allow-delete <n>', 'how many rendered files this run may delete: a number, or "all"').argParser(
        deletions,
      ),
    )
    .addHelpText(
      'after',
      examples(
        'keelson synth',
        'keelson synth --check',
        'keelson synth --env dev --unit payments/checkout',
        'keelson synth --dry-run --json',
        'keelson synth --allow-delete 40',
      ),
    )
    .action(async (options: SynthCommandOptions, command: Command) => {
      await dispatch<SynthCommandOptions>('synth', () => import('./commands/synth.ts'), options, command);
    });

  withSelection(program.command('verify'))
    .description('prove that dist/ equals what its source renders, or say why it does not')
    .addHelpText('after', examples('keelson verify', 'keelson verify --env prod', 'keelson verify --json'))
    .action(async (options: VerifyCommandOptions, command: Command) => {
      await dispatch<VerifyCommandOptions>('verify', () => import('./commands/verify.ts'), options, command);
    });

  withSelection(program.command('validate'))
    .description('judge manifests as a Kubernetes API server would, before merge and without a cluster')
    .argument('[paths...]', "files and folders of manifests, or - for stdin; none: this repository's own rendered set")
    .option('--kubernetes <version>', 'version of the API server that will get the manifests of PATHS: 1.36')
    .option('--kubernetes-next <version>', 'also say what the next version of the clusters deprecates or removes')
    .addOption(
      new Option('--tier <tier>', 'what the manifests of PATHS are for: rules that are about one tier alone').choices(
        tiers,
      ),
    )
    .option('--dist', 'judge the files that lie in dist/, instead of what the declarations render')
    .option(
      '--rules <names>',
      'rule sets (recommended, unless given; strict, api-server, reference, pss...) and single rules, separated by commas',
      commaList,
    )
    .option(
      '--pss <level>',
      'Pod Security Standards: baseline or restricted, with a version if wanted: restricted:v1.24',
    )
    .option(
      '--base <ref-or-path>',
      'report only what this branch adds to that branch, tag or commit; with PATHS: the manifests that these replace',
      collect,
    )
    .option('--schemas <path>', 'pulled schemas or custom resource definitions, beside those in PATHS', collect)
    .option(
      '--outside <object>',
      'an object that is there without being in PATHS: KIND/NAMESPACE/NAME (may be repeated)',
      collect,
    )
    .option('--show-waived', 'show findings that a waiver lets pass, too')
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 from this severity on')
        .choices(['error', 'warning', 'info'])
        .default('error'),
    )
    .addOption(new Option('--format <format>', 'what stdout gets, instead of text').choices(reportFormats))
    .option('--output <format=file>', 'write one more report to a file: sarif=keelson.sarif (may be repeated)', outputs)
    .addHelpText(
      'after',
      examples(
        'keelson validate',
        'keelson validate --env prod --rules strict',
        'keelson validate --base origin/main --format github',
        'keelson validate --dist',
        'keelson validate manifests/ --kubernetes 1.36 --tier prod',
        'helm template chart | keelson validate - --kubernetes 1.34 --pss restricted',
        'keelson validate new/ --base old/ --kubernetes 1.36',
        'keelson validate manifests/ --kubernetes 1.36 --format github --output sarif=keelson.sarif --output junit=keelson.xml',
      ),
    )
    .action(async (paths: string[], options: Omit<ValidateCommandOptions, 'paths'>, command: Command) => {
      const all = { ...options, paths };
      await dispatch<ValidateCommandOptions>('validate', () => import('./commands/validate.ts'), all, command);
    });

  program
    .command('schema')
    .description('keep the schemas of custom kinds')
    .helpCommand(false)
    .addHelpText('after', examples(pullExample))
    .command('pull')
    .description(
      'write the schemas of custom kinds to platform/schemas/, so that their objects are judged without a cluster',
    )
    .argument('[paths...]', 'files and folders with custom resource definitions')
    .option('--cluster', 'ask the cluster of KUBECONFIG as well')
    .option('--context <name>', 'with --cluster: a context of the kubeconfig, instead of its current one')
    .option(
      '--release <release>',
      'what the schemas come from, when the definitions do not say it: "cert-manager v1.21.2"',
    )
    .option('--group <group>', 'only this API group (may be repeated)', collect)
    .option('--facts-only', 'keep names, types, enums, defaults and list keys alone: no constraints, no rules')
    .addHelpText(
      'after',
      examples(
        pullExample,
        'keelson schema pull --cluster --context prod-us-1',
        'keelson schema pull crds.yaml --group monitoring.coreos.com --release "prometheus-operator v0.85.0"',
      ),
    )
    .action(async (paths: string[], options: Omit<SchemaPullOptions, 'paths'>, command: Command) => {
      const all = { ...options, paths };
      await dispatch<SchemaPullOptions>('schema-pull', () => import('./commands/schema-pull.ts'), all, command);
    });

  program
    .command('list')
    .description('list what the repository declares')
    .addArgument(new Argument('<kind>', 'what to list').choices(listKinds))
    .addHelpText('after', examples('keelson list units', 'keelson list tenants --json'))
    .action(async (kind: ListOptions['kind'], _options: object, command: Command) => {
      await dispatch<ListOptions>('list', () => import('./commands/list.ts'), { kind }, command);
    });

  program
    .command('explain')
    .description(
      'say where something comes from: unit, construct path, declared line, owner; or what a rule wants and why',
    )
    .argument(
      '<subject>',
      'a file in dist/, a unit, an object (Kind/name, Kind/namespace/name), or a rule: by its id, or as another tool calls it',
    )
    .addHelpText(
      'after',
      examples(
        'keelson explain dist/dev/dev-eu-1/payments/checkout/deployment.checkout.yaml',
        'keelson explain dev/dev-eu-1/payments/checkout',
        'keelson explain Deployment/payments-dev/checkout',
        'keelson explain image-not-latest',
        'keelson explain kube-linter/latest-tag',
      ),
    )
    .action(async (subject: string, _options: object, command: Command) => {
      await dispatch<ExplainOptions>('explain', () => import('./commands/explain.ts'), { subject }, command);
    });

  program
    .command('rules')
    .description("list the rules: the package's, and inside a repository its own")
    .addOption(new Option('--set <name>', 'only the rules of this set').choices(ruleSets))
    .addHelpText('after', examples('keelson rules', 'keelson rules --set strict', 'keelson rules --json'))
    .action(async (options: RulesOptions, command: Command) => {
      await dispatch<RulesOptions>('rules', () => import('./commands/rules.ts'), options, command);
    });

  program
    .command('model')
    .description('show the resolved platform; --json prints it whole')
    .addHelpText('after', examples('keelson model', 'keelson model --json'))
    .action(async (_options: object, command: Command) => {
      await dispatch<ModelOptions>('model', () => import('./commands/model.ts'), {}, command);
    });

  program
    .command('image')
    .description('work with the image digests of apps')
    .helpCommand(false)
    .addHelpText('after', examples(imageExample))
    .command('set')
    .description('give an app an image digest in one environment')
    .argument('<app>', 'the app: <tenant>/<app>')
    .argument('<reference>', 'the image with its digest: REPOSITORY@sha256:...')
    .requiredOption('--env <name>', 'the environment')
    .addHelpText('after', examples(imageExample))
    .action(async (app: string, reference: string, options: { readonly env: string }, command: Command) => {
      const all = { app, reference, env: options.env };
      await dispatch<ImageSetOptions>('image-set', () => import('./commands/image-set.ts'), all, command);
    });

  program
    .command('bootstrap')
    .description('print the commands that take an empty hub cluster to a synced one; applies nothing')
    .argument('<hub>', 'the hub cluster')
    .addHelpText('after', examples('keelson bootstrap hub-eu-1', 'keelson bootstrap hub-eu-1 --json'))
    .action(async (hub: string, _options: object, command: Command) => {
      await dispatch<BootstrapOptions>('bootstrap', () => import('./commands/bootstrap.ts'), { hub }, command);
    });

  refuseRepeats(program, [collect, commaList, outputs]);
  return program;
}

const pullExample = 'keelson schema pull vendor/cert-manager/crds/';

const imageExample =
  'keelson image set payments/checkout ghcr.io/meridian/checkout@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 --env dev';

function examples(...commands: readonly string[]): string {
  return `\nExamples:\n${commands.map((command) => `  $ ${command}`).join('\n')}\n`;
}

function withSelection(command: Command): Command {
  for (const option of selection) command.addOption(option);
  return command;
}

function commaList(value: string, before: readonly string[] = []): readonly string[] {
  const names = value.split(',').map((name) => name.trim());
  // Judging by no rule at all would find everything valid.
  if (names.every((name) => name === '')) throw new InvalidArgumentError('Name at least one.');
  return [...before, ...names.filter((name) => name !== '')];
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function outputs(
  value: string,
  before: NonNullable<ValidateCommandOptions['output']> = [],
): NonNullable<ValidateCommandOptions['output']> {
  const at = value.indexOf('=');
  const format = reportFormats.find((name) => name === value.slice(0, at));
  if (format === undefined || at === value.length - 1) {
    throw new InvalidArgumentError(`Give FORMAT=FILE; the formats are ${reportFormats.join(', ')}.`);
  }
  return [...before, { format, file: value.slice(at + 1) }];
}

function deletions(value: string): number | 'all' {
  if (value === 'all') return 'all';
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Give a whole number, or "all".');
}
