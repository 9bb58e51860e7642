import type { Facts } from '../facts.ts';
import type { Kube } from '../kube.ts';
import { must } from '../outcome.ts';
import { applicationCases, projectCases, setCases } from './policy-cases.ts';

/** What the hub's admission policies admit and refuse, one object at a time, nothing is kept. */
export async function policyCases(facts: Facts, hub: Kube, repository: string, tenant: string): Promise<string> {
  const cases = [
    ...applicationCases(facts, repository, tenant),
    ...projectCases(facts, repository, tenant),
    ...setCases(),
  ];
  for (const { what, object, refused } of cases) {
    const args = [
      'apply',
      '--server-side',
      '--force-conflicts',
      '--field-manager=argocd-controller',
      '--dry-run=server',
      '--filename',
      '-',
    ];
    const ran = await hub.attempt(args, { input: JSON.stringify(object) });
    if (refused === undefined) must(ran.code === 0, `${what} should be admitted:\n${ran.stderr}`);
    else
      must(
        ran.code !== 0 && ran.stderr.includes(refused),
        `${what} should be refused with "${refused}":\n${ran.stdout}${ran.stderr}`,
      );
  }
  const refusals = cases.filter(({ refused }) => refused !== undefined).length;
  return `${cases.length - refusals} objects admitted, ${refusals} refused, each for its own reason`;
}
