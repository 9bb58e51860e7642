import { fork } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError, type UserErrorFields } from '../kernel/index.ts';
import type { LoadedFleet } from './load-fleet.ts';
import type { Rendering } from './render-units.ts';
import type { Selected } from './selection.ts';
import type { SynthesizeOptions } from './types.ts';
import { unstableErrors } from './unstable.ts';

export interface SecondRequest {
  /** Another copy of the declarations. */
  readonly root: string;
  readonly units: readonly string[];
  /** Path -> digest of the first render. */
  readonly first: Readonly<Record<string, string>>;
}

/** A file on which the second render does not agree; without a text where it made none. */
export interface Disagreement {
  readonly path: string;
  readonly unit: string;
  readonly text?: string;
}

export type SecondAnswer =
  | { readonly differing: readonly Disagreement[] }
  /** The declarations that loaded here did not there. */
  | { readonly errors: readonly UserErrorFields[] }
  | { readonly bug: string };

interface FirstRender {
  readonly options: SynthesizeOptions;
  readonly loaded: LoadedFleet;
  readonly selected: Selected;
  readonly rendering: Rendering;
}

/** The world of the second render. Nothing of this run's own environment is in it but the way to Node's temporary folder. */
const otherWorld = {
  TZ: 'Pacific/Chatham',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  LANGUAGE: 'tr',
  HOME: '/nowhere',
  USER: 'somebody-else',
  HOSTNAME: 'elsewhere',
  NODE_ENV: 'other',
};

/**
 * Renders once more in a process of its own: another folder for the declarations and to stand in, another clock, time zone, language,
 * environment, seed, and the units in reverse order. Equal bytes are the proof that the first render depends on nothing of these;
 * each file that differs becomes a UserError that names construct and field.
 */
export async function renderAgain(render: FirstRender): Promise<readonly UserError[]> {
  const { options, loaded, selected, rendering } = render;
  options.progress?.({ stage: 'second-render', done: 0, total: selected.units.length });
  const elsewhere = mkdtempSync(join(tmpdir(), 'keelson-second-'));
  try {
    const root = join(elsewhere, 'copied');
    copyDeclarations(options.root, root, loaded);
    const request: SecondRequest = {
      root,
      units: selected.units.map(({ ref }) => ref.id),
      first: Object.fromEntries(rendering.files.map((file) => [file.path, file.sha256])),
    };
    const answer = await ask(request, elsewhere);
    if ('bug' in answer) throw new Error(`the second render failed: ${answer.bug}`);
    if ('errors' in answer) return answer.errors.map(failedThere);
    return unstableErrors(answer.differing, { ...render, files: rendering.files });
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
}

/** Everything that loading reads: the three folders, what their modules import, package.json and its locks. */
function copyDeclarations(from: string, to: string, { bundle }: LoadedFleet): void {
  const inputs = Object.values(bundle?.modules ?? {}).flatMap((module) => module.inputs);
  const files = ['package.json', 'package-lock.json', 'tsconfig.json', ...inputs];
  mkdirSync(to, { recursive: true });
  for (const path of ['platform', 'tenants', 'environments', ...new Set(files)]) {
    if (!existsSync(join(from, path)) || existsSync(join(to, path))) continue;
    mkdirSync(dirname(join(to, path)), { recursive: true });
    cpSync(join(from, path), join(to, path), { recursive: true });
  }
  if (existsSync(join(from, 'node_modules'))) symlinkSync(join(from, 'node_modules'), join(to, 'node_modules'), 'dir');
}

async function ask(request: SecondRequest, cwd: string): Promise<SecondAnswer> {
  const entry = fileURLToPath(new URL('second-render-entry.js', import.meta.url));
  const child = fork(entry, [], { cwd, env: otherWorld, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return await new Promise<SecondAnswer>((resolve, reject) => {
    child.once('message', (message) => resolve(message as SecondAnswer));
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`the second render ended early (${signal ?? code})`)));
    child.send(request);
  }).finally(() => child.kill());
}

function failedThere(fields: UserErrorFields): UserError {
  return new UserError({
    ...fields,
    code: 'unstable-render',
    message: `with another clock, time zone, language, folder, environment and order this fails: ${fields.message}`,
  });
}
