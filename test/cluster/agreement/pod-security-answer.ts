import { podSecurity } from '../../../src/validate/pss/pod-security.ts';
import { podOf } from '../../../src/analysis/pod.ts';
import type { Offence } from '../../../src/validate/pss/control.ts';
import type { PodSecurityLevel } from '../../../src/validate/view.ts';
import type { Answer } from './api-server.ts';

/** Controls that a pod breaks, as a text to compare: `hostPorts c0 c1, privileged c0`. */
export type Broken = readonly string[];

/** How the server names what a control found (policy/check_*.go). */
const reasons: Readonly<Record<string, string>> = {
  allowPrivilegeEscalation: 'allowPrivilegeEscalation != false',
  appArmorProfile: 'forbidden AppArmor profiles?',
  capabilities_baseline: 'non-default capabilities',
  capabilities_restricted: 'unrestricted capabilities',
  hostNamespaces: 'host namespaces',
  hostPathVolumes: 'hostPath volumes',
  hostPorts: 'hostPort',
  hostProbesAndHostLifecycle: 'probe or lifecycle host',
  privileged: 'privileged',
  procMount: 'procMount',
  procMount_restricted: 'procMount',
  restrictedVolumes: 'restricted volume types',
  runAsNonRoot: 'runAsNonRoot != true',
  runAsUser: 'runAsUser=0',
  seLinuxOptions: 'seLinuxOptions',
  seccompProfile_baseline: 'seccompProfile',
  seccompProfile_restricted: 'seccompProfile',
  sysctls: 'forbidden sysctls',
  windowsHostProcess: 'hostProcess',
};

const known = [...new Set(Object.values(reasons))];
const anyReason = new RegExp(`(?:: |\\), )(${known.join('|')}) \\(`, 'g');

/** From the message of a refusal, or from a warning. Undefined when the text says nothing of Pod Security. */
export function brokenByServer({ status, text, warning }: Answer): Broken | undefined {
  const said = /violates? PodSecurity .*/s.exec(status < 300 ? warning : text)?.[0].replaceAll('\\"', '"');
  if (said === undefined) return undefined;
  const found = [...said.matchAll(anyReason)];
  const parts = found.map((match, at) => {
    const detail = said.slice(match.index, found[at + 1]?.index);
    return {
      reason: match[1] ?? '',
      containers: [...detail.matchAll(/["/]([cie]\d)["=]/g)].map(([, name = '']) => name),
    };
  });
  return parts.map(({ reason, containers }) => lineOf(reason, containers)).toSorted();
}

export interface Expected {
  readonly broken: Broken;
  readonly controls: readonly string[];
}

/** What Keelson says of the same object. */
export function brokenByUs(
  apiVersion: string,
  kind: string,
  object: unknown,
  level: PodSecurityLevel,
  minor: number,
): Expected {
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
  const pod = podOf(group, kind, object);
  if (pod === undefined) throw new Error(`${apiVersion} ${kind} has no pod`);
  const violations = podSecurity(pod, level, minor);
  const lines = violations.map(({ control, offences }) => lineOf(reasons[control] ?? '', containersOf(offences)));
  return { broken: lines.toSorted(), controls: violations.map(({ control }) => control) };
}

/** Of settings that a pod makes for its containers the server names those that are wrong, and only without such those that miss. */
function containersOf(offences: readonly Offence[]): readonly string[] {
  const wrong = offences.filter(({ messageId }) => messageId === 'forbidden');
  const inherited = offences.some(({ detail }) => detail.endsWith('in the pod'));
  const named = inherited && wrong.length > 0 ? wrong : offences;
  return named.flatMap(({ container }) => (container === undefined ? [] : [container]));
}

function lineOf(reason: string, containers: readonly string[]): string {
  return [reason.replace(/profiles\??$/, 'profile'), ...[...new Set(containers)].toSorted()].join(' ');
}
