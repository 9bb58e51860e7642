import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judge, selectRules } from '#src/validate/index.ts';

const shop = readFileSync(join(import.meta.dirname, 'shop.yaml'), 'utf8');

const faults = readFileSync(join(import.meta.dirname, 'faults.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' | ').map((part) => part.replaceAll('\\n', '\n')))
  .map(([rule = '', from = '', to = '', ...ends]) => ({ rule, from, to, ends }));

function findingsIn(text: string) {
  const rules = selectRules({ names: ['identity', 'reference'] });
  return judge([{ path: 'shop.yaml', text }], { target: { minor: 36 }, rules }).findings;
}

test('nothing is found where every reference holds', () => {
  expect(findingsIn(shop).map(({ message }) => message)).toEqual([]);
});

test.each(faults)('$rule: $from -> $to', ({ rule, from, to, ends }) => {
  expect(shop).toContain(from);
  const findings = findingsIn(shop.replace(from, to)).filter((finding) => finding.rule === rule);
  const said = findings.map(({ message }) => message).join('\n');
  expect(said).not.toBe('');
  for (const end of ends) expect(said).toContain(end);
});

test('every rule that needs no declarations has a case, more than 25 of them', () => {
  const broken = new Set(faults.map(({ rule }) => rule));
  const all = selectRules({ names: ['identity', 'reference'] }).filter(
    ({ set, needs }) => needs === undefined && (set === 'identity' || set === 'reference'),
  );
  expect(all.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([]);
  expect(broken.size).toBeGreaterThan(25);
});

function severitiesIn(text: string): readonly string[] {
  return findingsIn(text).map(({ severity }) => severity);
}

test('in plain files a missing end is a warning, and a hint where nothing of its kind is brought', () => {
  const alone = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec: { maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
`;
  expect(severitiesIn(shop.replace('kind: Deployment, name: web }', 'kind: Deployment, name: wep }'))).toEqual([
    'warning',
  ]);
  expect(severitiesIn(alone)).toEqual(['info']);
});

function peer(app: string): string {
  return `from: [{ podSelector: { matchLabels: { app: ${app} } } }]`;
}

test('a namespace that plain files do not bring is a hint as the peer of a policy, a pod beside it a warning', () => {
  const controller = '{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ingress-nginx } } }';
  expect(severitiesIn(shop.replace('{ namespaceSelector: { matchLabels: { team: shop } } }', controller))).toEqual([
    'info',
  ]);
  expect(severitiesIn(shop.replace(peer('web'), peer('wep')))).toEqual(['warning']);
});

test('the other end is related, where it lies in a file', () => {
  const [finding] = findingsIn(shop.replace('targetPort: http', 'targetPort: web'));
  expect(finding?.pointer).toBe('/spec/ports/0/targetPort');
  expect(finding?.related?.map(({ object }) => `${object.kind} ${object.name}`)).toEqual(['Deployment web']);
});
