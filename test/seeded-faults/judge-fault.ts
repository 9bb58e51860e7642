import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './fault.ts';

interface Document {
  readonly findings?: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly pointer?: string;
    readonly object?: { readonly kind: string };
    readonly location?: { readonly file: string; readonly line: number };
    readonly declared?: { readonly file: string; readonly line: number };
    readonly declaration?: { readonly file: string; readonly symbol: string };
    readonly constructPath?: string;
    readonly message: string;
  }[];
  readonly errors: readonly { readonly message: string }[];
}

/** A copy of the platform that may be broken. */
export function copyPlatform(project: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of ['package.json', 'platform', 'tenants', 'environments'])
    cpSync(join(project, name), join(to, name), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(to, 'node_modules'));
}

/** Undefined when the platform as it is gets no finding. */
export async function cleanVerdict(project: string, root: string): Promise<string | undefined> {
  const { status, stdout, stderr } = await keelson(project, root);
  return status === 0 ? undefined : `${stdout}${stderr}`.slice(0, 4000);
}

/** Puts the fault in, validates the whole fleet with the command itself, and takes it out again. Undefined when all is said as it must be. */
export async function wrongVerdict(project: string, root: string, fault: Fault): Promise<string | undefined> {
  const path = join(root, fault.file);
  const before = readFileSync(path, 'utf8');
  let broken = before;
  for (const [from, to] of fault.edits) {
    if (!broken.includes(from)) return `${fault.file} does not hold ${JSON.stringify(from)}`;
    broken = broken.replace(from, () => to);
  }
  writeFileSync(path, broken);
  try {
    const { status, stdout, stderr } = await keelson(project, root);
    if (stdout === '') return `nothing was said: ${stderr.slice(0, 2000)}`;
    const { findings = [], errors } = JSON.parse(stdout) as Document;
    const own = findings.filter(({ rule, object }) => rule === fault.rule && object?.kind === fault.kind);
    const said = () =>
      [
        ...findings.map((one) => `${one.rule} ${one.object?.kind ?? ''} ${one.pointer ?? ''}: ${one.message}`),
        ...errors.map(({ message }) => message),
      ]
        .slice(0, 12)
        .join('\n    ');
    if (own.length === 0) return `${fault.rule} found nothing in a ${fault.kind}; said was\n    ${said()}`;
    const at = own.filter(({ pointer }) => pointer === fault.pointer);
    if (at.length === 0) return `found at ${own.map(({ pointer }) => pointer).join(', ')}, not at ${fault.pointer}`;
    const placed = at.find(({ declared }) => isDeclared(root, fault, declared));
    if (placed === undefined)
      return `declared at ${at.map(({ declared }) => `${declared?.file}:${declared?.line}`).join(', ')}`;
    if (!(placed.location?.file.startsWith('dist/') ?? false) || placed.location?.line === undefined)
      return `located at ${JSON.stringify(placed.location)}`;
    if (placed.constructPath === undefined) return 'there is no construct path';
    if (!/^(?:tenants|platform)\//.test(placed.declaration?.file ?? ''))
      return 'nothing says which declaration it is for';
    return status === 1 ? undefined : `it ended with ${status}, not with 1`;
  } finally {
    writeFileSync(path, before);
  }
}

function isDeclared(
  root: string,
  { declared }: Fault,
  found: { readonly file: string; readonly line: number } | undefined,
): boolean {
  if (found?.file !== declared.file) return false;
  const line = readFileSync(join(root, found.file), 'utf8').split('\n')[found.line - 1];
  return line?.includes(declared.line) ?? false;
}

async function keelson(
  project: string,
  root: string,
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = spawn(
    process.execPath,
    [join(project, 'bin/keelson.js'), 'validate', '--json', '--fail-on', 'warning', '-C', root],
    {
      env: { PATH: process.env['PATH'] ?? '', HOME: root, NO_COLOR: '1' },
    },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { status, stdout, stderr };
}
