import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { dotted, pointerOf, type Problem } from './problem.ts';
import { allowedBy, isDescribed, keysAt, orList, schemasAt } from './schema-view.ts';

type Schema = z.core.$ZodType;
type Issue = z.core.$ZodIssue;

/** The nearest of the candidates, if it is near enough to be what was meant. */
function nearest(name: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const found = closest(name.toLowerCase(), candidates);
  return distance(name.toLowerCase(), found.toLowerCase()) <= Math.max(2, Math.floor(name.length / 3))
    ? found
    : undefined;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[part];
  }
  return value;
}

/** The value is plain data or a function by now, so JSON has a text for it. */
function shown(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'object') return 'an object';
  // A password in a URL is the mistake, not something to print.
  const text = JSON.stringify(value).replace(/:\/\/[^/@]*@/g, '://***@');
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function subject(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'the declaration' : `\`${dotted(path)}\``;
}

function unknownKeys(schema: Schema, issue: z.core.$ZodIssueUnrecognizedKeys, path: readonly PropertyKey[]): Problem[] {
  const allowed = keysAt(schema, path);
  return issue.keys.map((key) => {
    const pointer = pointerOf([...path, key]);
    const list =
      allowed.length === 0 ? 'No key is allowed here.' : `Allowed: ${allowed.map((name) => `\`${name}\``).join(', ')}.`;
    if (allowed.includes(key)) {
      const message = `${subject(path)}: \`${key}\` does not go with the other keys`;
      return { code: 'unknown-key', pointer, message, hint: 'Keep one of the alternatives.', atKey: true };
    }
    const meant = nearest(key, allowed);
    return {
      code: 'unknown-key',
      pointer,
      message: `${path.length === 0 ? '' : `${subject(path)}: `}unknown key \`${key}\``,
      hint: meant === undefined ? list : `Did you mean \`${meant}\`? ${list}`,
      atKey: true,
    };
  });
}

/** The option of a union that the value was most likely meant for: it has the right type and the fewest complaints. */
function unionProblems(
  schema: Schema,
  root: unknown,
  issue: z.core.$ZodIssueInvalidUnion,
  path: readonly PropertyKey[],
): Problem[] {
  const plausible = issue.errors.filter(
    (errors) => !errors.some((error) => error.path.length === 0 && error.code === 'invalid_type'),
  );
  const best = plausible.toSorted((left, right) => left.length - right.length)[0];
  return best === undefined ? [wrongValue(schema, root, path, undefined)] : problemsAt(schema, root, best, path);
}

function wrongValue(schema: Schema, root: unknown, path: readonly PropertyKey[], reason: string | undefined): Problem {
  const value = valueAt(root, path);
  const allowed = orList(schemasAt(schema, path).map(allowedBy));
  const choices = /^`[^`]*`(?:(?:, | or )`[^`]*`)*$/.test(allowed)
    ? [...allowed.matchAll(/`([^`]*)`/g)].map((match) => match[1] ?? '')
    : [];
  const meant = typeof value === 'string' ? nearest(value, choices) : undefined;
  const must = allowed === '' ? (reason ?? 'another value') : allowed;
  if (value === undefined) {
    return {
      code: 'missing-field',
      pointer: pointerOf(path),
      message: `${subject(path)} is missing`,
      hint: `Add it: ${must}.`,
    };
  }
  return {
    code: 'invalid-field',
    pointer: pointerOf(path),
    message: `${subject(path)} is ${shown(value)}${reason === undefined ? '' : `: ${reason}`}`,
    hint: `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}Allowed: ${must}.`,
  };
}

/** Why a value is refused, where that is not plain from what is allowed. */
function reasonOf(schema: Schema, path: readonly PropertyKey[], issue: Issue): string | undefined {
  if (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union')
    return undefined;
  if (issue.code !== 'custom' && schemasAt(schema, path).some(isDescribed)) return undefined;
  return issue.message === 'Invalid input'
    ? undefined
    : issue.message.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

function problemsAt(schema: Schema, root: unknown, issues: readonly Issue[], base: readonly PropertyKey[]): Problem[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys') return unknownKeys(schema, issue, path);
    if (issue.code === 'invalid_union') return unionProblems(schema, root, issue, path);
    if (issue.code === 'invalid_key') {
      const key = String(path.at(-1));
      const parent = path.slice(0, -1);
      const reason = issue.issues.map((inner) => inner.message).join('; ');
      return [
        {
          code: 'invalid-key',
          pointer: pointerOf(path),
          message: `${subject(parent)}: the key \`${key}\` is refused: ${reason}`,
          hint: `Rename the key \`${key}\`.`,
          atKey: true,
        },
      ];
    }
    return [wrongValue(schema, root, path, reasonOf(schema, path, issue))];
  });
}

/** zod's issues in the words of the author: what was seen, what is allowed, the nearest name for a typo. */
export function problemsOf(schema: Schema, root: unknown, issues: readonly Issue[]): Problem[] {
  return problemsAt(schema, root, issues, []);
}
