import type { PodSpec } from '../../../src/schema/types/core-v1.ts';
import { podSecurityRules } from '../../../src/validate/rules/pss/index.ts';
import { strictDryRun, type ApiServer } from './api-server.ts';
import { removeNamespace } from './namespaces.ts';
import { brokenByServer, brokenByUs } from './pod-security-answer.ts';
import { levels, policyOf, prepare, versions, type Policy } from './pod-security-policies.ts';
import type { Proved } from './proved.ts';
import { seeded, type Random } from './random.ts';
import { ephemeralContainer } from './secured-containers.ts';
import { makePod } from './secured-pods.ts';
import { inParallel } from './verdict.ts';
import { wrap, wrapped, type WrappedPod } from './wrapped-pods.ts';

const pods = 2100;
const ephemeral = 300;

interface Case extends WrappedPod {
  readonly policy: Policy;
  /** Where it is sent, and how. */
  readonly verb: 'POST' | 'PUT';
  readonly path: string;
}

/** Generated pods, alone and in every kind of workload, against the server's own Pod Security admission. */
export async function prove(server: ApiServer, seed: number): Promise<Proved> {
  const policies = levels.flatMap((level) => versions.map((version) => policyOf(server, level, version)));
  try {
    await inParallel(policies, (policy) => prepare(server, policy), 8);
    const random = seeded(seed);
    const cases = [...podCases(server, policies, random), ...(await ephemeralCases(server, policies, random))];
    return report(server, await inParallel(cases, (one) => judge(server, one)));
  } finally {
    for (const { namespace } of policies) await removeNamespace(server, namespace);
  }
}

/** Every pod alone at both levels, and in two kinds of workload at one of them: in turn, so that each kind meets both. */
function podCases(server: ApiServer, policies: readonly Policy[], random: Random): readonly Case[] {
  return Array.from({ length: pods }).flatMap((_, made) => {
    const pod = makePod(random, server.minor);
    const version = random.below(versions.length);
    const send = ({ apiVersion, kind, object }: WrappedPod, level: number): Case => {
      const policy = policies[level * versions.length + version] as Policy;
      const path = server.collection(apiVersion, kind, policy.namespace) ?? '';
      return { apiVersion, kind, object, policy, verb: 'POST', path: `${path}?${strictDryRun}` };
    };
    const alone = wrap('v1', 'Pod', { metadata: { ...pod.metadata, name: 'wrapped' }, spec: pod.spec });
    const workloads = wrapped(pod).filter((_workload, at) => at % 4 === made % 4);
    const level = Math.floor(made / 4) % 2;
    return [send(alone, 0), send(alone, 1)].concat(workloads.map((one) => send(one, level)));
  });
}

const quiet: PodSpec = {
  schedulingGates: [{ name: 'example.com/never' }],
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [
    {
      name: 'c0',
      image: 'registry.example/shop/web:1',
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    },
  ],
};

/** Such containers join a pod that is stored, through a subresource. */
async function ephemeralCases(
  server: ApiServer,
  policies: readonly Policy[],
  random: Random,
): Promise<readonly Case[]> {
  const stored = await inParallel(policies, async (policy) => {
    const path = server.collection('v1', 'Pod', policy.namespace) ?? '';
    const { object } = wrap('v1', 'Pod', { metadata: { name: 'stored' }, spec: quiet });
    const created = await server.ask('POST', path, JSON.stringify(object));
    // A run that was stopped may have left one.
    const { status, body, text } = created.status === 409 ? await server.ask('GET', `${path}/stored`) : created;
    if (status >= 300 || body === undefined) throw new Error(`a pod that breaks no control was refused: ${text}`);
    return { policy, body, path: `${path}/stored/ephemeralcontainers?${strictDryRun}` };
  });
  const traits = {
    windows: false,
    hostProcess: false,
    userNamespace: false,
    seccompFields: true,
    appArmorFields: true,
  };
  return Array.from({ length: ephemeral }, () => {
    const { policy, body, path } = random.pick(stored);
    const added = ephemeralContainer(random, 'e0', traits);
    const spec = { ...(body['spec'] as object), ephemeralContainers: [added] };
    return { ...wrap('v1', 'Pod', {}), object: { ...body, spec }, policy, verb: 'PUT', path };
  });
}

interface Compared {
  readonly one: Case;
  readonly controls: readonly string[];
  /** What differs; undefined when both say the same. */
  readonly difference?: string;
  /** The server refused the object for another reason. */
  readonly invalid?: string;
}

async function judge(server: ApiServer, one: Case): Promise<Compared> {
  const { apiVersion, kind, object, policy } = one;
  const answer = await server.ask(one.verb, one.path, JSON.stringify(object));
  const theirs = brokenByServer(answer);
  const { broken, controls } = brokenByUs(apiVersion, kind, object, policy.level, policy.minor);
  if (theirs === undefined && answer.status >= 300) return { one, controls, invalid: answer.text };
  if ((theirs ?? []).join() === broken.join()) return { one, controls };
  const said = `the server says [${(theirs ?? []).join('; ')}], Keelson [${broken.join('; ')}]`;
  return { one, controls, difference: `${policy.level}:v1.${policy.minor} ${said} of ${JSON.stringify(object)}` };
}

function report(server: ApiServer, compared: readonly Compared[]): Proved {
  const valid = compared.filter(({ invalid }) => invalid === undefined);
  const failed = valid.flatMap(({ difference }) => (difference === undefined ? [] : [difference]));
  const alone = valid.filter(({ one }) => one.kind === 'Pod').length / levels.length;
  if (alone < 2000) failed.push(`only ${alone} pods were judged`);
  const counts = podSecurityRules.map(({ control }) => {
    const count = valid.filter(({ controls }) => controls.includes(control.name)).length;
    if (count === 0 && control.since <= server.minor) failed.push(`no object broke ${control.name}`);
    return `${control.name} ${count}`;
  });
  const kinds = new Map<string, number>();
  for (const { one } of valid) {
    const kind = one.verb === 'PUT' ? 'ephemeral container' : one.kind;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const unbroken = valid.filter(({ controls }) => controls.length === 0).length;
  const notes = [
    `judged: ${[...kinds].map((pair) => pair.join(' ')).join(', ')}; ${unbroken} break no control`,
    `broken: ${counts.join(', ')}`,
    ...compared.flatMap(({ invalid }) => (invalid === undefined ? [] : [`not valid: ${invalid}`])).slice(0, 5),
    `not valid: ${compared.length - valid.length}`,
  ];
  return { name: 'Pod Security', passed: valid.length - failed.length, failed: failed.slice(0, 20), notes };
}
