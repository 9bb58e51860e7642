import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PipelineOptions } from './types.ts';

const locks = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock'];

/** Digest of the package lock: which code stands behind every package that a declaration may import. */
export function lockDigest({ root, ports }: Pick<PipelineOptions, 'root' | 'ports'>): string {
  const hash = createHash('sha256');
  for (const name of locks) {
    const path = join(root, name);
    if (ports.files.type(path) === 'file') hash.update(`\0${name}\0`).update(ports.files.read(path));
  }
  return hash.digest('hex');
}
