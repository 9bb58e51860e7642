import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { UserError, type Files } from '../kernel/index.ts';
import type { Bundle } from './bundle.ts';

/** What decides beside the inputs. */
export interface BundleKey {
  readonly engine: readonly string[];
  readonly allowed: readonly string[];
  readonly modules: readonly string[];
}

type Input = readonly [path: string, state: { readonly size: number; readonly sha256: string }];

interface Index {
  readonly key: BundleKey;
  readonly bundle: Omit<Bundle, 'path'>;
  readonly inputs: readonly Input[];
  readonly absent: readonly string[];
  /** Of the bundle's own text: half a file is never imported. */
  readonly sha256: string;
}

function sha256(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function readOrNothing(path: string, files: Files): Buffer | undefined {
  try {
    return files.read(path);
  } catch {
    return undefined;
  }
}

function parse(text: Buffer | undefined): Index | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text.toString()) as Index;
  } catch {
    return undefined;
  }
}

/** The bundle of the last run, if every file that it consists of still has the same bytes. */
export function readIndex(root: string, folder: string, key: BundleKey, files: Files): Bundle | undefined {
  const index = parse(readOrNothing(join(folder, 'index.json'), files));
  if (index === undefined || JSON.stringify(index.key) !== JSON.stringify(key)) return undefined;
  const same = index.inputs.every(([path, state]) => {
    const data = readOrNothing(join(root, path), files);
    return data !== undefined && data.length === state.size && sha256(data) === state.sha256;
  });
  if (!same || index.absent.some((path) => files.type(join(root, path)) !== undefined)) return undefined;
  const path = join(folder, `${index.bundle.digest}.mjs`);
  const code = readOrNothing(path, files);
  if (code === undefined || sha256(code) !== index.sha256 || files.type(`${path}.map`) !== 'file') return undefined;
  return { ...index.bundle, path };
}

const hints: Readonly<Record<string, string>> = {
  EEXIST: 'A file lies where a folder belongs. Move `.keelson` away: it holds only what can be made again.',
  ENOTDIR: 'A file lies where a folder belongs. Move `.keelson` away: it holds only what can be made again.',
  EACCES: 'Make the folder writable for whoever runs this.',
  EROFS: 'The file system is mounted read-only: work in a copy that can be written to.',
  ENOSPC: 'Free some space on this disk and run the command again.',
};

/** Another process may read at any moment, so a file appears whole. */
export function writeFile(path: string, data: string | Uint8Array, files: Files): void {
  const draft = `${path}.${process.pid}.draft`;
  try {
    files.makeDirectory(dirname(path));
    files.write(draft, data);
    files.rename(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UserError({
      code: 'cannot-write',
      message: `the bundle of the declarations cannot be written below \`.keelson/\`: ${String(error.code)}`,
      hint: hints[String(error.code)] ?? 'Make the folder writable, and room on the disk.',
    });
  }
}

export function writeIndex(
  folder: string,
  entry: Pick<Index, 'key' | 'inputs' | 'absent'> & { readonly bundle: Bundle; readonly code: Uint8Array },
  files: Files,
): void {
  const { key, inputs, absent, code } = entry;
  const { digest, externals, modules } = entry.bundle;
  const index: Index = { key, bundle: { digest, externals, modules }, inputs, absent, sha256: sha256(code) };
  writeFile(join(folder, 'index.json'), `${JSON.stringify(index)}\n`, files);
}

/** Keeps this bundle and a few others, which workers of another run may still be about to import. */
export function dropOld(folder: string, digest: string, files: Files): void {
  const others = files
    .list(folder)
    .map((entry) => entry.name)
    .filter((name) => name.endsWith('.mjs') && basename(name, '.mjs') !== digest)
    .toSorted();
  for (const name of others.slice(0, -8)) {
    for (const path of [join(folder, name), join(folder, `${name}.map`)]) {
      if (files.type(path) === 'file') files.remove(path);
    }
  }
}
