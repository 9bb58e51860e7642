import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createProgram } from '#src/cli/program.ts';
import type { Command } from 'commander';
import { projectRoot } from '../support/keelson.ts';

const page = readFileSync(join(projectRoot, 'docs/cli.md'), 'utf8');
const [global = '', ...sections] = page.split(/^## keelson /m);
const program = createProgram('1.2.3', () => Promise.resolve());

function leaves(command: Command, path: string): readonly (readonly [string, Command])[] {
  if (command.commands.length === 0) return [[path, command]];
  return command.commands.flatMap((child) => leaves(child, `${path} ${child.name()}`.trim()));
}

function documentedOptions(text: string): readonly string[] {
  return [...text.matchAll(/^\| `(-[^`]*)` \|/gm)].map((match) => match[1] ?? '').toSorted();
}

test('docs/cli.md has a section for every command and no other', () => {
  expect(sections.map((text) => text.split('\n')[0])).toEqual(leaves(program, '').map(([path]) => path));
});

test.each(leaves(program, ''))('docs/cli.md and the declaration of "%s" name the same', (path, command) => {
  const section = sections.find((text) => text.startsWith(`${path}\n`)) ?? '';
  expect(documentedOptions(section)).toEqual(command.options.map((option) => option.flags).toSorted());
  for (const argument of command.registeredArguments) {
    const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
    expect(section).toContain(argument.required ? `<${name}>` : `[${name}]`);
  }
  const example = new RegExp(`^ {4}keelson ${path}(?: |$)`, 'm');
  expect(section.split('\n').slice(4).join('\n')).toMatch(example);
});

test('docs/cli.md names the options of every command', () => {
  const declared = program.options.map((option) => option.flags);
  expect(documentedOptions(global)).toEqual([...declared, '-h, --help'].toSorted());
});

test('every command has a schema, and every schema a command', () => {
  const names = leaves(program, '').map(([path]) => `${path.replace(' ', '-')}.v1.json`);
  const files = readdirSync(join(projectRoot, 'docs/schemas'));
  expect(files.toSorted()).toEqual([...names, 'cli.v1.json'].toSorted());
  for (const name of names) expect(existsSync(join(projectRoot, 'docs/schemas', name))).toBe(true);
});
