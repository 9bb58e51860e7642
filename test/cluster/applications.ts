import type { Kube, KubeObject } from './kube.ts';
import { until } from './shell.ts';

export interface ManagedResource {
  readonly group?: string;
  readonly version: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly status?: string;
  readonly health?: { readonly status?: string; readonly message?: string };
}

export interface ApplicationStatus {
  readonly sync?: { readonly status?: string; readonly revision?: string };
  readonly health?: { readonly status?: string };
  readonly operationState?: {
    readonly phase?: string;
    readonly message?: string;
    readonly startedAt?: string;
    readonly finishedAt?: string;
    readonly syncResult?: {
      readonly resources?: readonly {
        readonly kind: string;
        readonly name: string;
        readonly status?: string;
        readonly message?: string;
      }[];
    };
  };
  readonly conditions?: readonly { readonly type: string; readonly message: string }[];
  readonly resources?: readonly ManagedResource[];
  readonly history?: readonly { readonly deployedAt: string; readonly deployStartedAt?: string }[];
}

export interface LiveApplication extends Omit<KubeObject, 'spec' | 'status'> {
  readonly spec: {
    readonly project: string;
    readonly destination: { readonly name?: string; readonly namespace?: string };
  };
  readonly status?: ApplicationStatus;
}

const namespace = ['--namespace', 'argocd'];

export async function applications(hub: Kube): Promise<readonly LiveApplication[]> {
  return (await hub.get([...namespace, 'applications.argoproj.io'])) as unknown as readonly LiveApplication[];
}

export async function application(hub: Kube, name: string): Promise<LiveApplication | undefined> {
  const found = await hub.get([...namespace, 'applications.argoproj.io', name]);
  return found[0] as unknown as LiveApplication | undefined;
}

export function isSettled({ status }: LiveApplication): boolean {
  return (
    status?.sync?.status === 'Synced' &&
    status.health?.status === 'Healthy' &&
    status.operationState?.phase !== 'Running' &&
    status.operationState?.phase !== 'Terminating'
  );
}

/** Why it is not settled: for messages. */
export function describe({ metadata, status }: LiveApplication): string {
  const resources = (status?.resources ?? [])
    .filter((resource) => resource.status !== 'Synced' || !['Healthy', undefined].includes(resource.health?.status))
    .map(
      (resource) =>
        `    ${resource.kind} ${resource.name}: ${resource.status ?? ''} ${resource.health?.status ?? ''} ${resource.health?.message ?? ''}`,
    );
  const conditions = (status?.conditions ?? []).map(({ type, message }) => `    ${type}: ${message}`);
  return [
    `${metadata.name}: ${status?.sync?.status ?? 'not compared'}, ${status?.health?.status ?? 'no health'}, ${status?.operationState?.phase ?? 'never synced'} ${(status?.operationState?.message ?? '').slice(0, 600)}`,
    ...conditions,
    ...resources,
  ].join('\n');
}

/** What a git webhook does: every Application, and the ApplicationSet, looks at the repository now. */
export async function refresh(hub: Kube, kind: 'normal' | 'hard' = 'normal'): Promise<void> {
  const all = async (resource: string, annotation: string): Promise<void> => {
    const ran = await hub.attempt(['annotate', ...namespace, '--overwrite', resource, '--all', annotation]);
    // One that went away while the list was worked off needs no look.
    if (ran.code !== 0 && !/NotFound/.test(ran.stderr)) throw new Error(ran.stderr);
  };
  await all('applicationsets.argoproj.io', 'argocd.argoproj.io/application-set-refresh=true');
  await all('applications.argoproj.io', `argocd.argoproj.io/refresh=${kind}`);
}

/** Argo CD takes the annotation away when it has looked. */
export async function awaitRefreshed(hub: Kube, seconds = 60): Promise<void> {
  let waiting: readonly string[] = [];
  await until(
    'every Application refreshed',
    seconds,
    async () => {
      waiting = (await applications(hub))
        .filter(({ metadata }) => metadata.annotations?.['argocd.argoproj.io/refresh'] !== undefined)
        .map(({ metadata }) => metadata.name);
      return waiting.length === 0 ? true : undefined;
    },
    () => waiting.join(', '),
  );
}

/** Until every Application (that `concerns` picks) is Synced and Healthy and runs nothing. */
export async function awaitSettled(
  hub: Kube,
  seconds: number,
  concerns: (application: LiveApplication) => boolean = () => true,
  atLeast = 1,
): Promise<readonly LiveApplication[]> {
  let last: readonly LiveApplication[] = [];
  return until(
    'Applications Synced and Healthy',
    seconds,
    async () => {
      last = (await applications(hub)).filter(concerns);
      return last.length >= atLeast && last.every(isSettled) ? last : undefined;
    },
    () =>
      `${last.length} Applications, at least ${atLeast} expected\n${last
        .filter((one) => !isSettled(one))
        .map(describe)
        .join('\n')}`,
  );
}
