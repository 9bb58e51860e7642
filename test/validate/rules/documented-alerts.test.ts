import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

function say(runbook: string): readonly string[] {
  const text = `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: alerts, namespace: payments-dev }
spec:
  groups:
    - name: alerts
      rules:
        - record: job:up:sum
          expr: sum by (job) (up)
        - alert: Down
          expr: up == 0
          annotations: { description: It is down., runbook_url: "${runbook}" }
`;
  const units = { 'dev/dev-eu-1/payments/baseline': text };
  return told(findingsInFleet({ rule: 'documented-alerts', cluster: 'dev-eu-1', units }));
}

const at = '/spec/groups/0/rules/1/annotations/runbook_url';

test('a runbook is a web address', () => {
  expect(say('https://example.com/runbooks/down#what-to-do')).toEqual([]);
  expect(say('see the wiki')).toEqual([`no-url ${at}`]);
  expect(say(' ')).toEqual([`missing ${at}`]);
});

test('a runbook that is the page of a component names one that is declared', () => {
  expect(say('https://example.com/config/blob/main/platform/argo-cd/README.md#down')).toEqual([]);
  expect(say('https://example.com/config/blob/main/platform/argo-dc/README.md#down')).toEqual([`no-component ${at}`]);
});
