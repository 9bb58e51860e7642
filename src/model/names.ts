import type { Declared } from '../kernel/index.ts';
import { quote, where } from './problems.ts';
import type { Problems } from './problems.ts';

/** `<cluster>.<owner>.<unit>`: the parts are DNS labels, so the dots keep it injective. */
export function applicationName(cluster: string, owner: string, unit: string): string {
  return `${cluster}.${owner}.${unit}`;
}

/** The Application that the hub's ApplicationSet makes of a delivery folder: `<environment>.<owner>.delivery`. */
export function deliveryApplicationName(environment: string, owner: string): string {
  return `${environment}.${owner}.delivery`;
}

/** AppProject `<environment>.<owner>`. */
export function projectName(environment: string, owner: string): string {
  return `${environment}.${owner}`;
}

/** Under `dist/`; outside the unit's folder, because Argo CD applies what is in it. */
export function valuesPath(unitId: string): string {
  return `.values/${unitId}.yaml`;
}

/** Names of owners and units that Keelson itself uses. */
export const reservedNames: readonly string[] = ['platform', 'baseline', 'delivery', 'root'];

/** RFC 1123 label, the limit of namespaces, label values and most object names. */
export const labelLimit = 63;
/** RFC 1123 subdomain: names of Applications and AppProjects. */
export const subdomainLimit = 253;
/** Helm refuses longer release names: https://github.com/helm/helm/blob/main/pkg/chart/v2/util/validate_name.go */
export const releaseNameLimit = 53;

export function isDnsLabel(name: string): boolean {
  return name.length <= labelLimit && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name);
}

/** A name that is put together from others must fit where it is used; says which declarations make it. */
export function checkLength(
  problems: Problems,
  what: string,
  name: string,
  limit: number,
  makers: readonly [Declared, ...Declared[]],
): boolean {
  if (name.length <= limit) return true;
  problems.add(
    'name-too-long',
    makers[0],
    `${what} ${quote(name)} has ${name.length} characters, ${limit} are allowed; it is made by ${makers.map(where).join(' and ')}.`,
    'Shorten one of the names that it is made of.',
  );
  return false;
}
