import { createHash } from 'node:crypto';
import type { JsonObject, JsonValue } from '#src/kernel/index.ts';
import type { Base } from './bases.ts';
import { isDerived } from './derive.ts';
import { mutationClasses, type MutationClass } from './mutations/index.ts';
import { seeded, type Random } from './random.ts';
import { sitesOf, withValue, type Site } from './sites.ts';

/** A base object with one mistake in it (which may be none). */
export interface Mutant {
  readonly class: string;
  readonly apiVersion: string;
  readonly kind: string;
  /** Of the base object. */
  readonly file: string;
  /** Where, and what was done there. */
  readonly change: string;
  /** What is sent: JSON text, which can hold doubled keys. */
  readonly text: string;
}

interface Prepared {
  readonly base: Base;
  readonly sites: readonly Site[];
}

/** No class of mutations above this share of all, no kind above `largestKind`. */
export const largestClass = 0.15;
export const largestKind = 0.05;

/** About `count` different mutants, evenly over the kinds of the base objects. What `kept` names is not touched. */
export function generate(bases: readonly Base[], count: number, seed: number, kept?: RegExp): readonly Mutant[] {
  const kinds = new Map<string, Prepared[]>();
  for (const base of bases) {
    const kind = `${base.apiVersion}/${base.kind}`;
    kinds.set(kind, [
      ...(kinds.get(kind) ?? []),
      { base, sites: sitesOf(base.object).filter(({ shape }) => !(kept?.test(shape) ?? false)) },
    ]);
  }
  const words = wordsOf([...kinds.values()].flat());
  const each = Math.ceil(count / Math.max(1, kinds.size));
  const limit = Math.floor(count * (largestClass - 0.01));
  const taken = new Map<string, number>();
  const mutants: Mutant[] = [];
  for (const [kind, prepared] of kinds) {
    // A seed of its own: what changes in the objects of one kind leaves the mutants of the others as they are.
    const random = seeded(seed ^ hashed(kind));
    const kindSites = prepared.flatMap(({ sites }) => sites);
    const texts = new Set(prepared.map(({ base }) => JSON.stringify(base.object)));
    // The derived objects are many, and much alike.
    const written = prepared.filter(({ base }) => !isDerived(base));
    let made = 0;
    for (let tries = 0; made < each && tries < each * 20; tries += 1) {
      const open = mutationClasses.filter(({ name }) => (taken.get(name) ?? 0) < limit);
      const chosen = weighted(open, random);
      const { base, sites } = random.pick(written.length > 0 && random.chance(0.6) ? written : prepared);
      const mutant = mutate(base, sites, chosen, kindSites, words, random);
      if (mutant === undefined || texts.has(mutant.text)) continue;
      texts.add(mutant.text);
      taken.set(chosen.name, (taken.get(chosen.name) ?? 0) + 1);
      mutants.push(mutant);
      made += 1;
    }
  }
  return mutants;
}

function mutate(
  base: Base,
  sites: readonly Site[],
  chosen: MutationClass,
  kindSites: readonly Site[],
  words: ReadonlyMap<string, readonly string[]>,
  random: Random,
): Mutant | undefined {
  const site = pickSite(sites.filter(chosen.fits), random);
  if (site === undefined) return undefined;
  const change = chosen.change(site, { object: base.object, sites, kindSites, words, random });
  if (change === undefined) return undefined;
  const text = change.text ?? JSON.stringify(withValue(base.object, change.path, change.value));
  const { apiVersion, kind, file } = base;
  return { class: chosen.name, apiVersion, kind, file, change: `${change.path.join('.')}: ${change.what}`, text };
}

/** Every field as often as any other, however many items a list has. */
function pickSite(sites: readonly Site[], random: Random): Site | undefined {
  if (sites.length === 0) return undefined;
  const shapes = [...new Set(sites.map(({ shape }) => shape))];
  const shape = random.pick(shapes);
  return random.pick(sites.filter((site) => site.shape === shape));
}

function hashed(text: string): number {
  return createHash('sha256').update(text).digest().readInt32LE(0);
}

function weighted(classes: readonly MutationClass[], random: Random): MutationClass {
  let left = random.below(classes.reduce((sum, { weight }) => sum + weight, 0));
  for (const one of classes) {
    if (left < one.weight) return one;
    left -= one.weight;
  }
  throw new Error('every class of mutations has reached its limit');
}

function wordsOf(prepared: readonly Prepared[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { field, value } of prepared.flatMap(({ sites }) => sites)) {
    if (typeof value !== 'string' || !/^[A-Z][A-Za-z0-9]+$/.test(value)) continue;
    found.set(field, (found.get(field) ?? new Set<string>()).add(value));
  }
  return new Map([...found].map(([field, values]) => [field, [...values]]));
}

export function parsedObject(text: string): JsonObject {
  return JSON.parse(text) as Readonly<Record<string, JsonValue>>;
}
