import type { LabelSelector } from '../../schema/types/meta-v1.ts';
import type { ClusterRole, PolicyRule } from '../../schema/types/rbac-v1.ts';
import { selects } from '../selector.ts';
import type { SetObject } from '../set-object.ts';
import type { World } from '../world.ts';
import { builtInRoles } from './built-in-roles.ts';

const group = 'rbac.authorization.k8s.io';
export const rbacVersion = `${group}/v1`;

/** One rule of a role, and where it is written: an aggregated role has its rules in others. */
export interface GrantedRule {
  readonly rule: PolicyRule;
  /** Undefined for a role that every API server has. */
  readonly role: SetObject | undefined;
  readonly pointer: string;
}

export interface RoleRights {
  readonly object: SetObject | undefined;
  readonly rules: readonly GrantedRule[];
}

/** What roles allow, those that they aggregate included. */
export interface RoleBook {
  /** Undefined when the role is neither in the set nor one that every API server has. */
  rightsOf(kind: string, name: string, namespace: string | undefined): RoleRights | undefined;
}

/** Roles that Kubernetes itself makes: no policy of the set's authors. */
export function isDefaultRole(name: string): boolean {
  return name.startsWith('system:') || builtInRoles.has(name);
}

export function roleBook(world: World): RoleBook {
  return world.view(makeBook);
}

function makeBook(world: World): RoleBook {
  const known = new Map<string, RoleRights | undefined>();
  const carriers = new Map<string, SetObject[]>();
  for (const object of world.ofKind(`${group}/ClusterRole`)) {
    if (object.apiVersion !== rbacVersion) continue;
    for (const label of Object.entries(object.labels).map(([key, value]) => `${key}=${value}`)) {
      const carrying = carriers.get(label);
      if (carrying === undefined) carriers.set(label, [object]);
      else carrying.push(object);
    }
  }
  /** Those with the first label that a selector asks for; all when it asks for none. */
  const carrying = (selector: LabelSelector): readonly SetObject[] => {
    const [label] = Object.entries(selector.matchLabels ?? {});
    const found = label === undefined ? world.ofKind(`${group}/ClusterRole`) : (carriers.get(label.join('=')) ?? []);
    return found.filter(({ apiVersion, labels }) => apiVersion === rbacVersion && selects(selector, labels));
  };
  const find = (kind: string, name: string, namespace: string | undefined): RoleRights | undefined => {
    const object = world.find(`${group}/${kind}`, kind === 'Role' ? namespace : undefined, name);
    const builtIn = kind === 'ClusterRole' ? builtInRoles.get(name) : undefined;
    if (object === undefined || object.apiVersion !== rbacVersion) {
      if (builtIn === undefined) return undefined;
      const added = carrying({ matchLabels: { [`${group}/aggregate-to-${name}`]: 'true' } });
      return { object: undefined, rules: [...builtIn.map(bare), ...added.flatMap(ownRules)] };
    }
    const selectors = kind === 'ClusterRole' ? aggregated(object) : [];
    const inner = selectors.flatMap(carrying).filter((role) => role !== object);
    const viaBuiltIn = selectors.flatMap(aggregatedBuiltIns).flatMap((own) => (builtInRoles.get(own) ?? []).map(bare));
    return { object, rules: [...ownRules(object), ...[...new Set(inner)].flatMap(ownRules), ...viaBuiltIn] };
  };
  return {
    rightsOf(kind, name, namespace) {
      const key = `${kind}\0${namespace ?? ''}\0${name}`;
      if (!known.has(key)) known.set(key, find(kind, name, namespace));
      return known.get(key);
    },
  };
}

function ownRules(role: SetObject): readonly GrantedRule[] {
  return ((role.object as ClusterRole).rules ?? []).map((rule, at) => ({ rule, role, pointer: `/rules/${at}` }));
}

function aggregated(role: SetObject): readonly LabelSelector[] {
  return (role.object as ClusterRole).aggregationRule?.clusterRoleSelectors ?? [];
}

/** The parts that admin, edit and view are put together from have these labels, and can be taken into other roles. */
function aggregatedBuiltIns({ matchLabels = {} }: LabelSelector): readonly string[] {
  const labels = Object.keys(matchLabels);
  return ['admin', 'edit', 'view'].filter((name) => labels.includes(`${group}/aggregate-to-${name}`));
}

function bare(rule: PolicyRule): GrantedRule {
  return { rule, role: undefined, pointer: '' };
}
