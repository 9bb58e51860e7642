import type { Finding, Location, UnitRef } from '../kernel/index.ts';
import { tabledMinors } from '../schema/index.ts';
import type { FileVerdict } from './engine.ts';
import { docsOf } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import { knownVersionRule } from './rules/file-rules.ts';
import { gap } from './validation.ts';

/** What is said of a cluster whose version there is no table for: nothing of it was checked, and the nearest table is no answer. */
export function unknownVersion(
  cluster: { readonly name: string; readonly kubernetes: string },
  units: readonly UnitRef[],
  location: Location | undefined,
): FileVerdict {
  const [oldest, newest] = tabledMinors();
  const { id, severity, fix } = knownVersionRule;
  const finding: Finding = {
    rule: id,
    messageId: 'no-table',
    severity,
    message: `cluster ${cluster.name}: there is no table for Kubernetes ${cluster.kubernetes}, so nothing of it was checked`,
    seen: cluster.kubernetes,
    allowed: `1.${oldest} to 1.${newest}`,
    fix,
    docs: docsOf(id),
    ...(location === undefined ? {} : { location }),
    fingerprint: fingerprintOf({ rule: id, messageId: 'no-table', place: cluster.name, value: undefined }),
  };
  const subject = `Kubernetes ${cluster.kubernetes} of cluster ${cluster.name}`;
  return {
    findings: [finding],
    objects: 0,
    checked: 0,
    notChecked: [gap('schema-missing', subject, units.length)],
  };
}
