import { distance } from 'fastest-levenshtein';
import { UserError, formatLocation } from '../kernel/index.ts';
import type { Declared } from '../kernel/index.ts';
import { byText } from './order.ts';

/** Collects every mistake, so that one run shows all of them. */
export class Problems {
  readonly #errors: UserError[] = [];
  readonly #once = new Set<string>();
  readonly #onClusters = new Map<string, OnClusters>();

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

  /** Only the first of its code at this place: what calls a user's function many times tells its fault once. */
  addOnce(code: string, location: Declared, message: string, hint: string): void {
    const key = `${code} ${formatLocation(location)}`;
    if (this.#once.has(key)) return;
    this.#once.add(key);
    this.add(code, location, message, hint);
  }

  /** One error for a fault that shows on several clusters; `message` gets `on cluster ...` or `on clusters ...`. */
  addOnCluster(code: string, location: Declared, cluster: string, message: (on: string) => string, hint: string): void {
    const key = `${code} ${formatLocation(location)} ${message('')}`;
    const group = this.#onClusters.get(key);
    if (group === undefined) this.#onClusters.set(key, { code, location, clusters: [cluster], message, hint });
    else if (!group.clusters.includes(cluster)) group.clusters.push(cluster);
  }

  /** By place, then code and message: the same text whatever the order of the declarations; repeated ones once. */
  sorted(): readonly UserError[] {
    for (const { code, location, clusters, message, hint } of this.#onClusters.values()) {
      this.add(code, location, message(onText(clusters)), hint);
    }
    this.#onClusters.clear();
    const keyed = this.#errors.map((error) => {
      const place = error.location;
      const at = place === undefined ? '' : `${place.file}\0${pad(place.line)}\0${pad(place.column)}`;
      return { key: `${at}\0${error.code}\0${error.message}`, error };
    });
    keyed.sort((a, b) => byText(a.key, b.key));
    return keyed.filter((entry, index) => entry.key !== keyed[index - 1]?.key).map((entry) => entry.error);
  }
}

interface OnClusters {
  readonly code: string;
  readonly location: Declared;
  readonly clusters: string[];
  readonly message: (on: string) => string;
  readonly hint: string;
}

function onText(clusters: readonly string[]): string {
  const names = clusters.toSorted(byText);
  const shown = names.slice(0, 4).map(quote).join(', ');
  return `on cluster${names.length > 1 ? 's' : ''} ${shown}${names.length > 4 ? ` and ${names.length - 4} more` : ''}`;
}

/** `Did you mean \`prod\`? Known: \`dev\`, \`prod\`. ` */
export function suggest(name: string, known: Iterable<string>): string {
  const names = [...new Set(known)].toSorted(byText);
  const best = nearest(name, names);
  const guess = best === undefined ? '' : `Did you mean ${quote(best)}? `;
  if (names.length === 0) return 'There is none yet. ';
  const shown = names.slice(0, 12).map(quote).join(', ');
  return `${guess}Known: ${shown}${names.length > 12 ? ` and ${names.length - 12} more` : ''}. `;
}

/** The known name that is likely meant: at most a third of its letters differ, two at least are allowed. */
function nearest(name: string, known: readonly string[]): string | undefined {
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

/** What a refused call says about its own repair is worth more than what we know of it. */
export function thrownHint(thrown: unknown, otherwise: string): string {
  return (thrown instanceof UserError ? thrown.hint : undefined) ?? otherwise;
}

export function thrownText(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

function pad(value: number): string {
  return String(value).padStart(9, '0');
}
