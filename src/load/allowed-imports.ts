import { join } from 'node:path';
import { UserError, type Files } from '../kernel/index.ts';
import { findConflict } from './conflict-marker.ts';

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function problem(message: string, hint: string): UserError {
  return new UserError({
    code: 'invalid-package-json',
    message,
    hint,
    location: { file: 'package.json', line: 1, column: 1 },
  });
}

/** `keelson.allowImports` of package.json: packages that declarations may import beside the engine's. */
export function readAllowedImports(
  root: string,
  files: Files,
): { readonly allowed: readonly string[]; readonly errors: readonly UserError[] } {
  const path = join(root, 'package.json');
  if (files.type(path) !== 'file') return { allowed: [], errors: [] };
  let parsed: unknown;
  const text = files.read(path).toString();
  const conflict = findConflict('package.json', text);
  if (conflict !== undefined) return { allowed: [], errors: [conflict] };
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { allowed: [], errors: [problem(`package.json is not JSON: ${reason}`, 'Correct package.json.')] };
  }
  const allowed = member(member(parsed, 'keelson'), 'allowImports') ?? [];
  if (Array.isArray(allowed) && allowed.every((name): name is string => typeof name === 'string')) {
    return { allowed: allowed.toSorted(), errors: [] };
  }
  return {
    allowed: [],
    errors: [
      problem(
        '`keelson.allowImports` is no list of package names',
        'For example: "keelson": { "allowImports": ["semver"] }.',
      ),
    ],
  };
}
