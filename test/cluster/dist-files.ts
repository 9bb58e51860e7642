import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse, stringify } from 'yaml';
import type { KubeObject } from './kube.ts';

export interface DistFile {
  /** Relative to the repository. */
  readonly path: string;
  /** Without the two header lines. */
  readonly body: string;
}

/** Every file below `dist/` of a checkout, by path. */
export function distFiles(folder: string): ReadonlyMap<string, DistFile> {
  const files = readdirSync(join(folder, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return new Map(
    files.map((file) => {
      const path = relative(folder, file);
      return [path, { path, body: withoutHeader(readFileSync(file, 'utf8')) }];
    }),
  );
}

export function withoutHeader(text: string): string {
  return text.replace(/^(# [^\n]*\n){2}/, '');
}

export function parseObject(text: string): KubeObject {
  return parse(text) as KubeObject;
}

export function objectText(object: object): string {
  return stringify(object, { lineWidth: 0 });
}
