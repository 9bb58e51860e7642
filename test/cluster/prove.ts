import type { Fleet } from '#src/model/types.ts';
import { AbsentControllers } from './absent-controllers.ts';
import { applications, awaitSettled } from './applications.ts';
import type { Clone } from './clone.ts';
import type { Clusters } from './clusters.ts';
import { changeFacts, chooseFacts, onlyTheFactsDiffer, type Facts } from './facts.ts';
import type { Kube } from './kube.ts';
import { type Outcome, must } from './outcome.ts';
import { bootstrap } from './proofs/bootstrap.ts';
import { strictDryRun } from './proofs/dry-run.ts';
import { fixOfAWait, fixOfAnError } from './proofs/fix.ts';
import { chooseLeaver } from './proofs/leaver.ts';
import { nothingDangles } from './proofs/live-references.ts';
import { oneTenantCommit } from './proofs/one-tenant.ts';
import { ground } from './proofs/planting.ts';
import { policyCases } from './proofs/policies.ts';
import { refreshChangesNothing } from './proofs/quiet.ts';
import { cascadeDeletes, cascadeMarks, removedFolderDeletesNothing } from './proofs/removal.ts';
import { removedRootFieldGoes } from './proofs/root-field.ts';
import { refusedByTheProject, refusedByThePolicy } from './proofs/trespassers.ts';
import { wavesWereSeen } from './proofs/waves.ts';
import { leaveOutUnreachable } from './sources.ts';
import { declaredSyncTimeout } from './sync-timeout.ts';

/** Seconds, for the proof that needs it; the declared value would take too long. */
const shortTimeout = 30;

/** Proofs on real servers, in order: each starts from what the one before left. */
export async function prove(outcome: Outcome, clusters: Clusters, clone: Clone, original: Clone): Promise<void> {
  const { hub, spoke } = clusters;
  const declared = await clone.fleet();
  const facts = chooseFacts(declared);
  const url = clusters.repository ?? clone.url;
  const clusterOf = (name: string): Kube => (name === facts.hub ? hub : spoke);
  outcome.say(`hub ${facts.hub}, second cluster ${facts.spoke}; left out: ${facts.removed.join(', ') || 'none'}`);

  const before = await outcome.prove('dist/ is what the source renders', 120, async () => {
    await original.synth();
    const status = await original.git('status', '--porcelain', '--', 'dist');
    must(status === '', `git status after synth:\n${status.slice(0, 1000)}`);
    return `commit ${(await original.git('rev-parse', '--short', 'HEAD')).trim()}`;
  });
  if (!before) outcome.say('going on with what was rendered');

  const changed = await outcome.prove('two declared facts change, and nothing else', 120, async () => {
    await changeFacts(clone, declared, facts, url);
    await clone.synth();
    return onlyTheFactsDiffer(original.folder, clone.folder, facts, url);
  });
  if (!changed) return;
  const fleet = await clone.fleet();
  await prepare(outcome, clone, facts, fleet, clusters);

  await outcome.prove('every object passes strict server-side dry-run', 240, () =>
    strictDryRun(clone, facts, hub, spoke),
  );
  const absent = new AbsentControllers([hub, spoke]);
  try {
    const running = await outcome.prove('bootstrap, as printed', 60, () => bootstrap(clone, facts, clusters));
    if (!running) return;
    const expected = 1 + fleet.units.filter(({ ref }) => ref.kind !== 'root').length;
    const settled = await outcome.prove('every Application becomes Synced and Healthy', 300, async () => {
      const live = await awaitSettled(hub, 290, () => true, expected);
      return `${live.length} Applications; status written for ${[...absent.written].toSorted().join(', ') || 'no kind'}, no other status touched`;
    });
    if (!settled) return;
    await outcome.prove('the wave order is seen', 30, async () => wavesWereSeen(clone, await applications(hub)));
    await outcome.prove('another refresh changes nothing', 120, () => refreshChangesNothing(hub, clusterOf));
    await outcome.prove('nothing dangles in what the synced clusters hold', 120, () =>
      nothingDangles(clone, { [facts.hub]: hub, [facts.spoke]: spoke }),
    );
    await outcome.prove("a one-tenant commit starts a sync only in that tenant's Applications", 180, () =>
      oneTenantCommit(clone, fleet, facts.environment, hub),
    );
    await outcome.prove('a field removed from root in git goes on the cluster', 150, () =>
      removedRootFieldGoes(clone, facts, hub),
    );
    await outcome.prove("a fix to a child's spec arrives while a wave waits for a child in error", 500, () =>
      fixOfAnError(clone, hub),
    );
    const { restartController } = clusters;
    const declaredTimeout = declaredSyncTimeout(clone, facts);
    if (restartController === undefined) {
      outcome.say(`not proved here: the end of a wait by controller.sync.timeout.seconds, ${declaredTimeout} s`);
    } else {
      await outcome.prove(
        "a fix to a child's spec arrives while a wave waits for a child that never gets ready",
        400,
        async () => {
          await restartController(shortTimeout);
          const said = await fixOfAWait(clone, hub, shortTimeout);
          await restartController();
          return `${said}\ncontroller.sync.timeout.seconds: ${shortTimeout} for this proof, ${declaredTimeout} as declared`;
        },
      );
    }
    const leaver = await chooseLeaver(fleet, facts, hub);
    const at = ground({ clone, original, facts, hub, spoke, repository: url }, fleet, leaver.tenant);
    await outcome.prove("the hub's admission policies, case by case", 60, () =>
      policyCases(facts, hub, url, at.tenant),
    );
    await outcome.prove('trespassers are refused by their AppProject', 300, () => refusedByTheProject(at));
    await outcome.prove("a trespasser with the platform's project is refused by verify and by the hub", 300, () =>
      refusedByThePolicy(at),
    );
    await outcome.prove('a removed delivery folder deletes nothing', 240, () =>
      removedFolderDeletesNothing(clone, leaver, hub, spoke),
    );
    const marked = await outcome.prove('deletion: cascade puts the finalizers on', 200, () =>
      cascadeMarks(clone, leaver, hub),
    );
    if (marked) {
      await outcome.prove('after cascade, the removal deletes; a Namespace waits for a person', 300, () =>
        cascadeDeletes(clone, leaver, hub, spoke),
      );
    }
  } finally {
    await absent.stop();
  }
}

/** The clone as the hub will read it: on the declared branch, chart sources that cannot be reached from here left out. */
async function prepare(outcome: Outcome, clone: Clone, facts: Facts, fleet: Fleet, clusters: Clusters): Promise<void> {
  const delivery = fleet.clusters.find(({ name }) => name === facts.hub)?.delivery;
  const revision = delivery?.revision ?? 'HEAD';
  if (revision !== 'HEAD') await clone.git('checkout', '--quiet', '-B', revision);
  const leaveOut = (): Promise<readonly string[]> => leaveOutUnreachable(clone, delivery?.repository ?? '', revision);
  const left = await leaveOut();
  clone.afterSynth = async () => {
    await leaveOut();
  };
  outcome.say(`sources that cannot be reached from here, left out of ${left.length} Applications:`);
  for (const line of left) outcome.say(`  ${line}`);
  if (clusters.repository !== undefined) await clone.pushTo(clusters.repository);
  await clone.commit('Declare the test clusters');
}
