import type { Scalar } from 'yaml';
import type { Composition } from './compose.ts';
import { fail } from './problem.ts';

/** A scalar's text, with the three differences between the `yaml` package and Kubernetes' reader evened out. */
export function textOf(composition: Composition, node: Scalar): string {
  const text = typeof node.value === 'string' ? node.value : '';
  if (node.type === 'QUOTE_DOUBLE') checkEscapes(composition, node);
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') return blockText(composition, node, text);
  return text;
}

/** An escaped slash is YAML 1.2; surrogates in escapes, paired or not, are no YAML. */
function checkEscapes(composition: Composition, node: Scalar): void {
  const written = writtenText(composition, node);
  if (!written.includes('\\')) return;
  for (const [escape] of written.matchAll(/\\(?:u[dD][89a-fA-F]|U0000[dD][89a-fA-F]|.)/g)) {
    if (escape !== '\\/' && escape.length === 2) continue;
    const isSlash = escape === '\\/';
    const message = isSlash ? 'Kubernetes does not read the escape \\/' : 'an escape names half of a surrogate pair';
    const hint = isSlash ? 'A slash needs no backslash.' : 'Write the character itself, or \\U and eight digits.';
    composition.errors.push(fail(composition, node, 'yaml-escape', message, hint));
  }
}

const tabAtStart = /^[|>][-+]?(?: [^\n]*)?\n(?: *\n)* +\t/;

function blockText(composition: Composition, node: Scalar, text: string): string {
  const { text: whole } = composition.source;
  if (tabAtStart.test(writtenText(composition, node))) {
    const hint = 'Say the indentation (|2), or begin with spaces.';
    composition.errors.push(
      fail(composition, node, 'yaml-tab', 'a block that begins with a tab has no clear indentation', hint),
    );
  }
  // A last line without its break brings none into the value.
  if (node.range?.[1] !== whole.length || !text.endsWith('\n')) return text;
  const written = whole.slice(whole.lastIndexOf('\n') + 1);
  const last = text.slice(text.lastIndexOf('\n', text.length - 2) + 1, -1);
  const isContent = written.trim() !== '' || (last !== '' && last.trim() === '');
  return isContent ? text.slice(0, -1) : text;
}

function writtenText({ source }: Composition, { range }: Scalar): string {
  return range ? source.text.slice(range[0], range[1]) : '';
}
