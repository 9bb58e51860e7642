import { addressRanges } from './library/address-ranges.ts';
import { addresses } from './library/addresses.ts';
import { arithmetic } from './library/arithmetic.ts';
import { authorization, jsonPatch, selectors } from './library/authorization.ts';
import { conversions } from './library/conversions.ts';
import { formats } from './library/formats.ts';
import { includesAnything, kubernetesLists } from './library/kubernetes-lists.ts';
import { listFunctions } from './library/list-functions.ts';
import { laterOptionals, optionals } from './library/optionals.ts';
import { patterns } from './library/patterns.ts';
import { quantities } from './library/quantities.ts';
import { mixedRelations, relations } from './library/relations.ts';
import { sets } from './library/sets.ts';
import { laterStrings, strings } from './library/strings.ts';
import { mapInserts, structure } from './library/structure.ts';
import { texts } from './library/texts.ts';
import { timeParts } from './library/time-parts.ts';
import { urls } from './library/urls.ts';
import { versions } from './library/versions.ts';
import type { CelUse } from './outcome.ts';
import type { Library, Overload } from './overload.ts';

interface Part {
  /** The library version from which on it is there: what a new expression may use is one minor version behind. */
  readonly since: number;
  /** The server from which on it is there at all: the language itself came with it. */
  readonly server?: number;
  readonly uses?: readonly CelUse[];
  /** Behind a gate that is off: only what is stored already may use it. */
  readonly stored?: true;
  readonly library: Library;
}

/** As k8s.io/apiserver puts its environments together, by version. */
const parts: readonly Part[] = [
  ...[structure, arithmetic, relations, conversions, texts, timeParts].map((library) => ({ since: 0, library })),
  ...[strings, urls, patterns, kubernetesLists].map((library) => ({ since: 0, library })),
  { since: 27, library: authorization },
  { since: 28, library: mixedRelations },
  { since: 28, library: optionals },
  { since: 28, server: 33, library: laterOptionals },
  { since: 28, library: quantities },
  { since: 29, library: laterStrings },
  { since: 29, library: sets },
  { since: 30, library: addresses },
  { since: 30, library: addressRanges },
  { since: 31, library: formats },
  { since: 31, server: 32, library: selectors },
  { since: 32, library: mapInserts },
  { since: 33, library: versions },
  { since: 34, library: listFunctions },
  { since: 37, library: includesAnything },
  { since: 36, uses: ['dra'], stored: true, library: includesAnything },
  { since: 0, uses: ['mutation'], library: jsonPatch },
];

const known = new Map<string, ReadonlyMap<string, readonly Overload[]>>();

/** Functions by name. `version` is that of the libraries, `minor` that of the server. */
export function librariesOf(minor: number, version: number, use: CelUse): ReadonlyMap<string, readonly Overload[]> {
  const key = `${minor}/${version}/${use}`;
  const made = known.get(key) ?? group(minor, version, use);
  known.set(key, made);
  return made;
}

function group(minor: number, version: number, use: CelUse): ReadonlyMap<string, readonly Overload[]> {
  const functions = new Map<string, Overload[]>();
  for (const part of parts) {
    if (part.since > version || (part.server ?? 0) > minor) continue;
    if (part.uses !== undefined && !part.uses.includes(use)) continue;
    if (part.stored === true && version !== minor) continue;
    for (const overload of part.library) {
      const others = functions.get(overload.name) ?? [];
      others.push(overload);
      functions.set(overload.name, others);
    }
  }
  return functions;
}
