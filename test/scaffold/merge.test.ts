import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { editImages } from '#src/scaffold/images-file.ts';
import { renderCodeowners } from '#src/scaffold/codeowners.ts';
import { git, gitOk, projectRoot, temporaryFolder } from '../support/keelson.ts';
import { fleetWith } from './fleet.ts';

let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
  gitOk(folder.path, 'init', '--quiet', '--initial-branch', 'main');
});
afterEach(() => folder.remove());

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder.path, file)), { recursive: true });
  writeFileSync(join(folder.path, file), text);
}

function commit(message: string): void {
  gitOk(folder.path, 'add', '--all');
  gitOk(folder.path, 'commit', '--quiet', '--allow-empty', '--message', message);
}

/** Two branches off `main`, each with one change of a file, merged: the file afterwards, or undefined on a conflict. */
function merged(
  file: string,
  base: string | undefined,
  edits: readonly ((text?: string) => string)[],
): string | undefined {
  if (base !== undefined) write(file, base);
  commit('base');
  for (const [index, edit] of edits.entries()) {
    gitOk(folder.path, 'checkout', '--quiet', '-b', `change-${index}`, 'main');
    write(file, edit(base));
    commit(`change ${index}`);
  }
  gitOk(folder.path, 'checkout', '--quiet', 'main');
  for (const index of edits.keys()) {
    if (git(folder.path, 'merge', '--quiet', '--no-edit', `change-${index}`).status !== 0) return undefined;
  }
  return readFileSync(join(folder.path, file), 'utf8');
}

function useAttributes(): void {
  write('.gitattributes', readFileSync(join(projectRoot, '.gitattributes'), 'utf8'));
}

const images = 'environments/dev/images/payments.yaml';
const digest = (digit: string): string => `ghcr.io/meridian/app@sha256:${digit.repeat(64)}`;
const apps = ['checkout', 'ledger', 'refunds'];
const set =
  (app: string, digit: string) =>
  (text?: string): string =>
    editImages({
      file: images,
      tenant: 'payments',
      environment: 'dev',
      apps,
      app,
      reference: digest(digit),
      ...(text === undefined ? {} : { text }),
    }).text;

const filled = (): string => set('ledger', '1')(set('checkout', '0')());

test.each([
  ['both have a digest', () => filled(), 'checkout', 'ledger'],
  ['neither has a digest yet', () => set('refunds', '0')(), 'checkout', 'ledger'],
  ['one has', () => set('checkout', '0')(), 'checkout', 'ledger'],
])('two images of one tenant merge without any attribute: %s', (_title, base, first, second) => {
  const text = merged(images, base(), [set(first, 'a'), set(second, 'b')]);
  expect(text).toContain(`${first}: ${digest('a')}`);
  expect(text).toContain(`${second}: ${digest('b')}`);
});

test.each([
  ['the file is new in both', undefined, 'checkout', 'ledger'],
  ['two new apps between the same neighbours', filled(), 'fees', 'invoices'],
])('two images of one tenant merge by union: %s', (_title, base, first, second) => {
  useAttributes();
  const text = merged(images, base, [set(first, 'a'), set(second, 'b')]) ?? '';
  expect(text).toContain(`\n${first}: ${digest('a')}\n`);
  expect(text).toContain(`\n${second}: ${digest('b')}\n`);
  // Still a file that can be edited, with one entry per app.
  expect(set(first, 'c')(text)).toContain(`\n${first}: ${digest('c')}\n`);
});

const codeowners = '.github/CODEOWNERS';
const owners =
  (...tenants: readonly string[]) =>
  (text?: string): string =>
    renderCodeowners(fleetWith('payments', ...tenants), text) ?? '';

test.each([
  ['accounts', 'zoning'],
  ['refunds', 'returns'],
  ['a', 'b'],
])('two tenants merge in CODEOWNERS without any attribute: %s and %s', (first, second) => {
  const text = merged(codeowners, owners()(), [owners(first), owners(second)]);
  expect(text).toBe(owners(first, second)());
});

test('two tenants of one slot merge by union, and the order that git leaves is as good as any', () => {
  useAttributes();
  // Found by trying: both names hash to the same two digits.
  const [first, second] = sameSlot();
  const text = merged(codeowners, owners()(), [owners(second), owners(first)]) ?? '';
  expect(text).not.toContain('<<<<');
  const both = owners(first, second);
  expect(text.split('\n').toSorted()).toEqual(both().split('\n').toSorted());
  expect(both(text)).toBe(text);
});

function sameSlot(): readonly [string, string] {
  const bySlot = new Map<string, string>();
  for (let number = 0; ; number += 1) {
    const name = `tenant-${number}`;
    const slot = slotLine(owners(name)(), name);
    const other = bySlot.get(slot);
    if (other !== undefined) return [other, name];
    bySlot.set(slot, name);
  }
}

function slotLine(text: string, tenant: string): string {
  const before = text.slice(0, text.indexOf(`/tenants/${tenant}`)).split('\n');
  return before.findLast((line) => /^# [0-9a-f]{2}$/.test(line)) ?? '';
}
