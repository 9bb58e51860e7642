import type { ExitCode } from '../kernel/index.ts';
import type { Tier } from '../model/types.ts';
import type { Paint, ReportBody } from '../report/index.ts';
import type { Terminal } from './terminal.ts';

/** The flags that every command has. */
export interface GlobalFlags {
  readonly json: boolean;
  /** Absolute path of the repository. */
  readonly directory: string;
  readonly color: boolean;
}

export interface CommandContext {
  readonly flags: GlobalFlags;
  readonly terminal: Terminal;
  /** For text on stdout. */
  readonly paint: Paint;
}

/** What a command has to say; the shell prints one of the two. */
export interface Outcome {
  readonly exitCode: ExitCode;
  readonly body: ReportBody;
  text(paint: Paint): string;
}

/** A file of `commands/`. `Options` is what `program.ts` declares for it. */
export interface CommandModule<Options> {
  run(context: CommandContext, options: Options): Promise<Outcome>;
}

export interface InitOptions {
  readonly target: string;
}

export interface SynthCommandOptions {
  readonly env?: string;
  readonly cluster?: string;
  readonly unit?: string;
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly allowDelete?: number | 'all';
}

export interface VerifyCommandOptions {
  readonly env?: string;
  readonly cluster?: string;
  readonly unit?: string;
}

export const reportFormats = ['text', 'json', 'sarif', 'junit', 'github', 'markdown'] as const;

export const tiers = ['sandbox', 'ci', 'dev', 'pre-prod', 'prod', 'management'] as const satisfies readonly Tier[];

export type ReportFormat = (typeof reportFormats)[number];

export interface ValidateCommandOptions {
  /** Files and folders; `-` is stdin. None: the repository's own rendered set. */
  readonly paths: readonly string[];
  readonly kubernetes?: string;
  readonly kubernetesNext?: string;
  readonly rules?: readonly string[];
  /** `restricted`, `restricted:v1.24` */
  readonly pss?: string;
  /** With PATHS files and folders, without them one git reference. */
  readonly base?: readonly string[];
  readonly dist?: boolean;
  readonly tier?: Tier;
  readonly showWaived?: boolean;
  readonly schemas?: readonly string[];
  /** `Secret/shop/database` */
  readonly outside?: readonly string[];
  readonly failOn: 'error' | 'warning' | 'info';
  readonly format?: ReportFormat;
  readonly output?: readonly { readonly format: ReportFormat; readonly file: string }[];
  readonly env?: string;
  readonly cluster?: string;
  readonly unit?: string;
}

export interface SchemaPullOptions {
  readonly paths: readonly string[];
  readonly cluster?: boolean;
  readonly context?: string;
  readonly release?: string;
  readonly group?: readonly string[];
  readonly factsOnly?: boolean;
}

export interface ListOptions {
  readonly kind: 'units' | 'tenants' | 'apps' | 'components' | 'environments' | 'clusters';
}

export interface ExplainOptions {
  readonly subject: string;
}

export interface RulesOptions {
  readonly set?: string;
}

export type ModelOptions = Readonly<Record<string, never>>;

export interface ImageSetOptions {
  /** `<tenant>/<app>` */
  readonly app: string;
  readonly reference: string;
  readonly env: string;
}

export interface BootstrapOptions {
  readonly hub: string;
}
