import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The engine that runs: what `keelson` means inside declarations. */
export interface Engine {
  /** Absolute folder of the package. */
  readonly root: string;
  readonly version: string;
  readonly esbuild: string;
  /** `file:` URL of what a package name of the engine's stands for; undefined when the engine does not bring it. */
  resolve(specifier: string): string | undefined;
}

function versionIn(packageFile: string): string {
  const parsed: unknown = JSON.parse(readFileSync(packageFile, 'utf8'));
  const version = typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : undefined;
  return typeof version === 'string' ? version : '';
}

export function runningEngine(): Engine {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const index = new URL('../index.js', import.meta.url).href;
  return {
    root,
    version: versionIn(fileURLToPath(new URL('../../package.json', import.meta.url))),
    esbuild: versionIn(createRequire(import.meta.url).resolve('esbuild/package.json')),
    resolve(specifier) {
      if (specifier === 'keelson') return index;
      try {
        return import.meta.resolve(specifier);
      } catch {
        return undefined;
      }
    },
  };
}
