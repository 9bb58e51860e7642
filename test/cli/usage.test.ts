import { expect, test } from 'vitest';
import { createProgram } from '#src/cli/program.ts';
import type { Command } from 'commander';
import { readDocument } from '../report/schema.ts';
import { temporaryFolder } from '../support/keelson.ts';
import { cli } from './terminal.ts';

function commands(command: Command, path: readonly string[] = []): readonly (readonly string[])[] {
  return [path, ...command.commands.flatMap((child) => commands(child, [...path, child.name()]))];
}

const all = commands(createProgram('1.2.3', () => Promise.resolve()));

test.each(all.map((path) => [path.join(' '), path] as const))('help of "%s" has examples', async (_title, path) => {
  const { code, out, err } = await cli([...path, '--help']);
  expect(code).toBe(0);
  expect(err).toBe('');
  expect(out).toContain(`Usage: keelson${path.map((word) => ` ${word}`).join('')}`);
  expect(out).toMatch(/\nExamples:\n {2}\$ keelson /);
  expect(out).toContain('--json');
});

test.each([
  ['an option that is nearly one', ['synth', '--evn', 'dev'], 'unknown-option', 'Did you mean --env?'],
  ['a global option after the command', ['list', 'units', '--jsn'], 'unknown-option', 'Did you mean --json?'],
  ['a global option before it', ['--direktory', '.', 'model'], 'unknown-option', 'Did you mean --directory?'],
  ['a command', ['verfy'], 'unknown-command', 'Did you mean verify?'],
  ['a subcommand', ['image', 'sett'], 'unknown-command', 'Did you mean set?'],
  ['what to list', ['list', 'tenant'], 'invalid-argument', 'Did you mean tenants?'],
  ['a missing argument', ['explain'], 'missing-argument', '`keelson explain --help`'],
  ['a missing option', ['image', 'set', 'a/b', 'c'], 'missing-option', '`keelson image set --help`'],
  ['a missing value', ['synth', '--env'], 'missing-argument', '`keelson synth --help`'],
  ['one word too many', ['verify', 'dist'], 'excess-arguments', '`keelson verify --help`'],
  ['a number that is none', ['synth', '--allow-delete', 'some'], 'invalid-argument', '`keelson synth --help`'],
  [
    'a version given twice',
    ['validate', 'a', '--kubernetes', '1.35', '--kubernetes', '1.36'],
    'conflicting-options',
    '`keelson validate --help`',
  ],
  [
    'a severity given twice',
    ['validate', '--fail-on', 'info', '--fail-on=error'],
    'conflicting-options',
    '`keelson validate --help`',
  ],
  [
    'an environment given twice',
    ['synth', '--env', 'dev', '--env', 'prod'],
    'conflicting-options',
    '`keelson synth --help`',
  ],
  [
    'a base in git given twice',
    ['validate', '--base', 'main', '--base', 'dev'],
    'conflicting-options',
    '--base origin/main',
  ],
  ['an empty base', ['validate', '--base', ''], 'unknown-ref', 'origin/main'],
  ['a tier that is none', ['validate', 'a', '--tier', 'production'], 'invalid-argument', 'sandbox, ci, dev'],
  ['a tier for a fleet', ['validate', '--tier', 'prod'], 'conflicting-options', 'tier of its environment'],
  [
    'dist/ beside PATHS',
    ['validate', 'a', '--kubernetes', '1.36', '--dist'],
    'conflicting-options',
    'as they lie there',
  ],
  ['two modes', ['synth', '--check', '--dry-run'], 'conflicting-options', 'Give one.'],
])('wrong usage is exit 2 with its fix: %s', async (_title, args, code, fix) => {
  const folder = temporaryFolder();
  const text = await cli(args, { cwd: folder.path });
  expect(text.code).toBe(2);
  expect(text.out).toBe('');
  expect(text.err).toMatch(/^error: /);
  expect(text.err).toContain(`[${code}]`);
  expect(text.err).toContain(fix);

  const json = await cli([...args, '--json'], { cwd: folder.path });
  expect(json.code).toBe(2);
  expect(json.err).toBe('');
  expect(readDocument(json.out)).toMatchObject({ ok: false, exitCode: 2, errors: [{ code }] });
  folder.remove();
});

test('no command at all shows the help on stderr; with --json it is an error', async () => {
  expect(await cli([])).toMatchObject({ code: 2, out: '' });
  expect((await cli([])).err).toContain('Usage: keelson');
  const json = await cli(['--json']);
  expect(readDocument(json.out)).toMatchObject({ schema: 'keelson.dev/cli/v1', errors: [{ code: 'missing-command' }] });
});

test('the version', async () => {
  expect((await cli(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('a folder that is no repository', async () => {
  const folder = temporaryFolder();
  const { code, err } = await cli(['list', 'units'], { cwd: folder.path });
  expect(code).toBe(2);
  expect(err).toContain('[no-repository]');
  const missing = await cli(['-C', 'nowhere', 'list', 'units'], { cwd: folder.path });
  expect(missing.err).toContain('[no-such-directory]');
  folder.remove();
});

test('colours only on a terminal, and not with --no-color, NO_COLOR or a dumb terminal', async () => {
  const folder = temporaryFolder();
  const at = { cwd: folder.path, tty: true };
  const wrong = ['list', 'units'];
  expect((await cli(wrong, at)).err).toContain('\u001B[');
  expect((await cli(wrong, { ...at, tty: false })).err).not.toContain('\u001B[');
  expect((await cli([...wrong, '--no-color'], at)).err).not.toContain('\u001B[');
  expect((await cli(wrong, { ...at, env: { NO_COLOR: '1' } })).err).not.toContain('\u001B[');
  expect((await cli(wrong, { ...at, env: { TERM: 'dumb' } })).err).not.toContain('\u001B[');
  folder.remove();
});
