import { distance } from 'fastest-levenshtein';
import { UserError, formatLocation } from '../kernel/index.ts';
import type { Declared } from '../kernel/index.ts';
import { byText } from './order.ts';

/** Collects every mistake, so that one run shows all of them. */
export class Problems {
  readonly #errors: UserError[] = [];

  add(code: string, location: Declared, message: string, hint: string): void {
    const { file, line, column, endLine, endColumn, document } = location;
    this.#errors.push(
      new UserError({
        code,
        message,
        hint,
        location: {
          file,
          line,
          column,
          ...(endLine === undefined ? {} : { endLine }),
          ...(endColumn === undefined ? {} : { endColumn }),
          ...(document === undefined ? {} : { document }),
        },
      }),
    );
  }

  /** A name that nothing declares: says the nearest one, and all of them when they are few. */
  unknown(
    code: string,
    location: Declared,
    message: string,
    name: string,
    known: Iterable<string>,
    repair: string,
  ): void {
    this.add(code, location, message, `${suggest(name, known)}${repair}`);
  }

  /** By place, then code and message: the same text whatever the order of the declarations; repeated ones once. */
  sorted(): readonly UserError[] {
    const keyed = this.#errors.map((error) => {
      const place = error.location;
      const at = place === undefined ? '' : `${place.file}\0${pad(place.line)}\0${pad(place.column)}`;
      return { key: `${at}\0${error.code}\0${error.message}`, error };
    });
    keyed.sort((a, b) => byText(a.key, b.key));
    return keyed.filter((entry, index) => entry.key !== keyed[index - 1]?.key).map((entry) => entry.error);
  }
}

/** `Did you mean \`prod\`? Known: \`dev\`, \`prod\`. ` */
export function suggest(name: string, known: Iterable<string>): string {
  const names = [...new Set(known)].toSorted(byText);
  const best = nearest(name, names);
  const guess = best === undefined ? '' : `Did you mean ${quote(best)}? `;
  if (names.length === 0) return `${guess}None is declared. `;
  const shown = names.slice(0, 12).map(quote).join(', ');
  return `${guess}Known: ${shown}${names.length > 12 ? ` and ${names.length - 12} more` : ''}. `;
}

/** The known name that is likely meant: at most a third of its letters differ, two at least are allowed. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const far = distance(name, candidate);
    if (far < bestDistance && far < candidate.length) {
      best = candidate;
      bestDistance = far;
    }
  }
  return best;
}

export function quote(name: string): string {
  return `\`${name}\``;
}

/** `component/dns (platform/dns/component.ts:3:1)`: names the other declaration in an error about two. */
export function where(declared: Declared): string {
  return `${declared.symbol} (${formatLocation(declared)})`;
}

export function thrownText(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

function pad(value: number): string {
  return String(value).padStart(9, '0');
}
