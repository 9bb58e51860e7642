import { application, awaitSettled, describe, refresh, type LiveApplication } from '../applications.ts';
import { must } from '../outcome.ts';
import { until } from '../shell.ts';
import { applicationName, plant, unitFile, type Ground } from './planting.ts';

/** Planted in the tenant's delivery folder with its own project; each is refused by the AppProject. */
export async function refusedByTheProject(at: Ground): Promise<string> {
  try {
    return await refusals(at);
  } finally {
    await leave(at);
  }
}

async function refusals(at: Ground): Promise<string> {
  const { clone, hub } = at;
  const names = ['foreign-namespace', 'foreign-repository', 'cluster-scoped', 'role-binding'] as const;
  plant(at, 'foreign-namespace', { namespace: at.foreign });
  plant(at, 'foreign-repository', { repoURL: 'https://git.meridian.example/elsewhere.git' });
  plant(at, 'cluster-scoped');
  unitFile(at, 'cluster-scoped', 'clusterrole.trespasser.yaml', {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'trespasser' },
    rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
  });
  plant(at, 'role-binding');
  unitFile(at, 'role-binding', 'rolebinding.trespasser.yaml', {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'trespasser' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
    subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'trespassers' }],
  });
  for (const name of ['foreign-namespace', 'foreign-repository'] as const) {
    unitFile(at, name, 'configmap.trespasser.yaml', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: `trespasser-${name}` },
      data: {},
    });
  }
  await clone.commit('Trespass');
  await refresh(hub);
  const reasons: string[] = [];
  for (const name of names) {
    let last: LiveApplication | undefined;
    const said = await until(
      `${name} refused`,
      90,
      async () => {
        last = await application(hub, applicationName(at, name));
        return last === undefined ? undefined : refusal(last);
      },
      () => (last === undefined ? 'never created' : describe(last)),
    );
    reasons.push(`${name}: ${said}`);
  }
  must(!(await at.spoke.exists(['clusterrole', 'trespasser'])), 'the ClusterRole was made');
  must(
    !(await at.spoke.exists(['configmap', 'trespasser-foreign-namespace', '--namespace', at.foreign])),
    'the foreign namespace was written to',
  );
  must(
    !(await at.spoke.exists(['rolebinding', 'trespasser', '--namespace', at.namespace])),
    'the RoleBinding was made',
  );
  return reasons.join('\n');
}

function refusal({ status }: LiveApplication): string | undefined {
  const texts = [
    ...(status?.conditions ?? []).map(({ message }) => message),
    status?.operationState?.message ?? '',
    ...(status?.operationState?.syncResult?.resources ?? []).map(({ message }) => message ?? ''),
  ];
  return texts.find((text) => /not permitted|not allowed|is not managed|do not match/.test(text))?.slice(0, 220);
}

/** Planted in the tenant's delivery folder with the platform's project: `verify` says so, and the hub's policy refuses it. */
export async function refusedByThePolicy(at: Ground): Promise<string> {
  const { clone, original, hub, facts } = at;
  const change = { project: `${facts.environment}.platform` };
  const clean = await original.keelson('verify');
  must(clean.code === 0, `verify is not clean to begin with: ${clean.code}\n${clean.stdout}${clean.stderr}`);
  plant({ ...at, clone: original }, 'as-platform', change);
  const verify = await original.keelson('verify');
  must(verify.code === 3, `keelson verify ended with ${verify.code}\n${verify.stdout}${verify.stderr}`);
  must(
    verify.stdout.includes(`${applicationName(at, 'as-platform')}.yaml`),
    `verify does not name the file\n${verify.stdout}`,
  );
  plant(at, 'as-platform', change);
  await clone.commit('Trespass as the platform');
  await refresh(hub);
  const parent = `${facts.environment}.${at.tenant}.delivery`;
  const said = await until(`${parent} refused`, 90, async () => {
    const state = (await application(hub, parent))?.status?.operationState;
    const messages = [
      state?.message ?? '',
      ...(state?.syncResult?.resources ?? []).map(({ message }) => message ?? ''),
    ];
    return messages.find((message) => message.includes('denied request'));
  });
  must((await application(hub, applicationName(at, 'as-platform'))) === undefined, 'the Application was made');
  await leave(at);
  return `verify: exit 3\nthe hub: ${said.slice(0, 400)}`;
}

async function leave({ clone, hub }: Ground): Promise<void> {
  await clone.revert();
  await refresh(hub);
  await awaitSettled(hub, 240);
}
