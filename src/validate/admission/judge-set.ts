import { compilePolicy, judgeBinding } from '../../admission/index.ts';
import type { Denial } from '../../admission/index.ts';
import type { World } from '../../analysis/index.ts';
import type {
  ValidatingAdmissionPolicyBindingSpec,
  ValidatingAdmissionPolicySpec,
} from '../../schema/types/admissionregistration-v1.ts';
import { clusterRequests } from './cluster-requests.ts';
import type { ClusterRequests, ObjectRequest } from './cluster-requests.ts';

/** What a bound policy says of one object of the set. */
export interface SetJudgement {
  readonly of: ObjectRequest;
  readonly denials: readonly Denial[];
  /** Why some of it is not known. */
  readonly unknown: readonly string[];
}

/** A policy as its binding has it judge every object of the set that both are about. */
export function judgeSet(
  world: World,
  policy: ValidatingAdmissionPolicySpec,
  bindings: readonly ValidatingAdmissionPolicyBindingSpec[],
): readonly (readonly SetJudgement[])[] {
  const requests = world.view(clusterRequests);
  const compiled = compilePolicy(policy, world.minor);
  const candidates = candidatesOf(policy, requests);
  return bindings.map((binding) =>
    candidates.flatMap((of): readonly SetJudgement[] => {
      const said = judgeBinding(compiled, binding, of.request, requests.params);
      if (said === undefined || (said.denials.length === 0 && said.unknown.length === 0 && of.doubt === undefined)) {
        return [];
      }
      return [{ of, ...said }];
    }),
  );
}

/** Objects of the resources that a policy names, in whatever version: all others are not even looked at. */
function candidatesOf(
  { matchConstraints = {} }: ValidatingAdmissionPolicySpec,
  { byResource }: ClusterRequests,
): readonly ObjectRequest[] {
  const rules = matchConstraints.resourceRules ?? [];
  const isNamed = (group: string, resource: string): boolean =>
    rules.some(
      ({ apiGroups = [], resources = [] }) =>
        (apiGroups.includes('*') || apiGroups.includes(group)) &&
        resources.some((named) => ['*', resource].includes(named.split('/')[0] ?? '')),
    );
  return [...byResource].flatMap(([key, requests]) => {
    const slash = key.indexOf('/');
    return isNamed(key.slice(0, slash), key.slice(slash + 1)) ? requests : [];
  });
}
