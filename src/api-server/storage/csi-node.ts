import { dns1123Subdomain, qualifiedName } from '../../formats/index.ts';
import type { CSINode, CSINodeDriver } from '../../schema/types/storage-v1.ts';
import type { Check } from '../check.ts';
import { duplicate, invalid, required } from '../check.ts';
import { validateCsiDriverName } from '../core/volume-sources.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkUnchangedObject } from '../same-value.ts';
import { checkText } from '../text-field.ts';

const longestNodeId = 256;
const driversAt = child(undefined, 'spec', 'drivers');

export const csiNodeValidation = defineKind<CSINode>({
  group: 'storage.k8s.io',
  kind: 'CSINode',
  versions: ['v1'],
  rule: {
    id: 'valid-csi-node',
    title: 'A CSINode lists each driver once, with the id that the node has for it.',
    fix: 'Give each driver a name of its own, a `nodeID`, and topology keys that are label keys without doubles.',
  },
  name: dns1123Subdomain,
  renamed: true,
  validate(check, { spec = {} }) {
    const names = new Set<string>();
    for (const [position, driver] of (spec.drivers ?? []).entries()) {
      const at = index(driversAt, position);
      validateDriver(check, driver, at);
      const name = driver.name ?? '';
      if (names.has(name)) duplicate(check, child(at, 'name'), name);
      names.add(name);
    }
  },
  validateUpdate(check, node, old) {
    const before = new Map((old.spec?.drivers ?? []).map((driver) => [driver.name, driver]));
    for (const driver of node.spec?.drivers ?? []) {
      const kept = before.get(driver.name);
      if (kept !== undefined)
        checkUnchangedObject(check, driversAt, comparable(check, driver), comparable(check, kept));
    }
  },
});

/** Since Kubernetes 1.35 the number of volumes may change. */
function comparable(check: Check, driver: CSINodeDriver): CSINodeDriver {
  const { allocatable: _, ...rest } = driver;
  return check.minor >= 35 ? rest : driver;
}

function validateDriver(check: Check, driver: CSINodeDriver, at: FieldPath): void {
  validateCsiDriverName(check, driver.name ?? '', child(at, 'name'));
  const nodeId = driver.nodeID ?? '';
  if (nodeId === '') required(check, child(at, 'nodeID'));
  if (Buffer.byteLength(nodeId) > longestNodeId)
    invalid(check, child(at, 'nodeID'), nodeId, `may have ${longestNodeId} bytes at most`);
  const count = driver.allocatable?.count ?? 0;
  if (count < 0) invalid(check, child(at, 'allocatable', 'count'), count, 'may not be negative');
  const keys = driver.topologyKeys ?? [];
  for (const [position, topologyKey] of keys.entries()) {
    if (topologyKey === '') required(check, at, 'may not have an empty topology key');
    if (keys.indexOf(topologyKey) < position) duplicate(check, at, topologyKey);
    checkText(check, at, topologyKey, qualifiedName);
  }
}
