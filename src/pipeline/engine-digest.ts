import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from '../kernel/index.ts';

/** What renders besides our own code. Versions are enough: a registry never changes a published version. */
const libraries = ['cdk8s', 'cdk8s-plus-28', 'constructs'];

/**
 * Digest of everything of ours that a rendered byte can depend on: each compiled file (a version would not do while the engine
 * itself is worked on), the construct libraries' versions, Node's version.
 */
export function engineDigest(files: Files): string {
  const hash = createHash('sha256').update(process.version);
  const folder = fileURLToPath(new URL('..', import.meta.url));
  for (const path of scripts(files, folder, '')) {
    hash.update(`\0${path}\0`).update(files.read(join(folder, path)));
  }
  const require = createRequire(import.meta.url);
  for (const name of libraries) {
    const { version } = JSON.parse(files.read(require.resolve(`${name}/package.json`)).toString('utf8')) as {
      readonly version: string;
    };
    hash.update(`\0${name}@${version}`);
  }
  return hash.digest('hex');
}

function scripts(files: Files, folder: string, below: string): readonly string[] {
  const entries = files.list(join(folder, below)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap(({ name, type }) => {
    const path = below === '' ? name : `${below}/${name}`;
    if (type === 'directory') return scripts(files, folder, path);
    return name.endsWith('.js') ? [path] : [];
  });
}
