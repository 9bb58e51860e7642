import type { ValidatingAdmissionPolicyBindingSpec } from '../schema/types/admissionregistration-v1.ts';
import type { CompiledPolicy } from './compile.ts';
import { judgeWith } from './judge.ts';
import type { Judgement } from './judge.ts';
import { matchRequest } from './match.ts';
import { collectParams } from './params.ts';
import type { ParamSource } from './params.ts';
import type { AdmissionRequest } from './request.ts';

/** Resources that policies are never asked about: those of admission itself, and questions about rights. */
const exempt =
  /^(?:admissionregistration\.k8s\.io\/(?:validating|mutating)(?:webhookconfiguration|admissionpolic).*|authentication\.k8s\.io\/(?:selfsubjectreviews|tokenreviews)|authorization\.k8s\.io\/\w+reviews)$/;

const passed: Judgement = { denials: [], unknown: [] };

/** What a server with this policy, bound like this, says to a request. Undefined: the policy is not about it. */
export function judgeBinding(
  policy: CompiledPolicy,
  binding: ValidatingAdmissionPolicyBindingSpec,
  request: AdmissionRequest,
  findParams: ParamSource,
): Judgement | undefined {
  if (exempt.test(`${request.resource.group}/${request.resource.resource}`)) return undefined;
  const seen = matchRequest(policy.constraints, request);
  if (seen === false) return undefined;
  const bound = binding.matchResources === undefined ? seen : matchRequest(binding.matchResources, request);
  if (bound === false) return undefined;
  for (const one of [seen, bound]) if (typeof one === 'string') return { denials: [], unknown: [one] };
  if (typeof seen === 'string') return undefined;
  const params = collectParams(policy.paramKind, binding.paramRef, request, findParams);
  if ('unknown' in params) return { denials: [], unknown: [params.unknown] };
  if ('error' in params) {
    const message = `failed to configure binding: ${params.error}`;
    return policy.ignoresErrors
      ? passed
      : { denials: [{ validation: undefined, message, isError: true }], unknown: [] };
  }
  const judgements = params.objects.map((object) => judgeWith(policy, request, seen, object));
  return {
    denials: judgements.flatMap(({ denials }) => denials),
    unknown: judgements.flatMap(({ unknown }) => unknown),
  };
}
