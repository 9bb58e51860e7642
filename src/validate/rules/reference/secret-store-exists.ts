import { itemsOf, mappingOf, textOf } from '../../../analysis/index.ts';
import type { Loose, SetObject, World } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import type { ReportOn } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';

const group = 'external-secrets.io';

export const secretStoreExists = defineRule({
  id: 'secret-store-exists',
  set: 'reference',
  title: 'The store that an ExternalSecret reads, or a PushSecret writes, is there.',
  fix: 'Name a SecretStore of the namespace or a ClusterSecretStore, with its `kind`, or declare the one that is made outside this repository.',
  severity: 'error',
  kinds: [`${group}/ExternalSecret`, `${group}/ClusterExternalSecret`, `${group}/PushSecret`],
  checkSet(world, report) {
    for (const from of world.ofKind(`${group}/ExternalSecret`)) ofSpec(world, report, from, from.object, '/spec');
    for (const from of world.ofKind(`${group}/ClusterExternalSecret`)) {
      ofSpec(
        world,
        report,
        from,
        { spec: mappingOf(from.object, 'spec', 'externalSecretSpec') },
        '/spec/externalSecretSpec',
      );
    }
    for (const from of world.ofKind(`${group}/PushSecret`)) {
      for (const [place, store] of itemsOf(from.object, 'spec', 'secretStoreRefs'))
        check(world, report, from, store, `/spec/secretStoreRefs/${place}`);
    }
  },
});

function ofSpec(world: World, report: ReportOn, from: SetObject, holder: Loose, place: string): void {
  check(world, report, from, mappingOf(holder, 'spec', 'secretStoreRef'), `${place}/secretStoreRef`);
  for (const field of ['data', 'dataFrom']) {
    for (const [index, item] of itemsOf(holder, 'spec', field))
      check(
        world,
        report,
        from,
        mappingOf(item, 'sourceRef', 'storeRef'),
        `${place}/${field}/${index}/sourceRef/storeRef`,
      );
  }
}

function check(world: World, report: ReportOn, from: SetObject, store: Loose, pointer: string): void {
  const name = textOf(store, 'name');
  if (name === undefined) return;
  const own = textOf(store, 'kind') ?? 'SecretStore';
  want(referencesIn(world), report, {
    from,
    part: 'secretStoreRef',
    pointer: `${pointer}/name`,
    kind: `${group}/${own}`,
    // A ClusterExternalSecret makes its objects in other namespaces.
    namespace: own === 'SecretStore' ? from.ref.namespace : undefined,
    name,
    alone: 'never',
  });
}
