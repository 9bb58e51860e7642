import type { RuleMetadata } from '../rule.ts';

/** Rules about files. The reader itself finds what they say; here they have their names, pages and fixes. */
export const readableRule: RuleMetadata = {
  id: 'readable',
  set: 'api-server',
  title: 'A manifest file is UTF-8 text in YAML or JSON and each document is a Kubernetes object.',
  fix: 'Correct the YAML at this place.',
  severity: 'error',
};

export const uniqueKeysRule: RuleMetadata = {
  id: 'unique-keys',
  set: 'api-server',
  title: 'A mapping names each of its keys once.',
  fix: 'Remove one of the two: which of them would win depends on the reader.',
  severity: 'error',
};

export const knownVersionRule: RuleMetadata = {
  id: 'known-version',
  set: 'api-server',
  title: 'A cluster runs a version of Kubernetes that there is a table for.',
  fix: 'Declare the version that the cluster runs, or update keelson to one that knows it.',
  severity: 'error',
};

export const distUntouchedRule: RuleMetadata = {
  id: 'dist-untouched',
  set: 'identity',
  title: 'A file below `dist/` is what keelson wrote there.',
  fix: 'Change the declaration instead of the file and run `keelson synth`; move what keelson did not write out of `dist/`.',
  severity: 'warning',
};

export const ruleCrashedRule: RuleMetadata = {
  id: 'rule-crashed',
  set: 'api-server',
  title: 'Every chosen rule reaches a verdict on every object.',
  fix: 'Report this as a bug of keelson with the object; leave the rule out with --rules until it is mended.',
  severity: 'warning',
};
