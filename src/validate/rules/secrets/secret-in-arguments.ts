import { containersOf } from '../../../analysis/index.ts';
import { maskedValue } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';
import { sensitivityOf } from './sensitive.ts';

export const secretInArguments = defineRule({
  id: 'secret-in-arguments',
  set: 'recommended',
  title: 'No password or token is an argument of a container.',
  fix: 'Change it, since it is in the history of the repository; let the program read the new one from a file, or pass `$(NAME)` of a variable that comes from a Secret.',
  severity: 'error',
  restates: ['plain-credential'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined) return;
    for (const { container, name, pointer } of containersOf(pod)) {
      for (const field of ['command', 'args'] as const) {
        for (const { flag, value, position } of flagsOf(container[field] ?? [])) {
          const sensitivity = sensitivityOf(flag, value);
          if (sensitivity === undefined) continue;
          report({
            messageId: sensitivity,
            message: `container "${name}" gets ${flag} in plain text, for anybody who lists its processes`,
            pointer: `${pointer}/${field}/${position}`,
            seen: maskedValue,
            ...(sensitivity === 'random' ? { severity: 'warning' } : {}),
          });
        }
      }
    }
  },
});

interface Flag {
  readonly flag: string;
  readonly value: string;
  /** Of the value. */
  readonly position: number;
}

/** `--name=value`, and `--name` with the value after it. */
function flagsOf(words: readonly string[]): readonly Flag[] {
  return words.flatMap((word, position) => {
    const [, flag, , value] = /^(--?[A-Za-z][\w.-]*)(=(.*))?$/s.exec(word) ?? [];
    if (flag === undefined) return [];
    if (value !== undefined) return [{ flag, value, position }];
    const next = words[position + 1] ?? '';
    return next.startsWith('-') ? [] : [{ flag, value: next, position: position + 1 }];
  });
}
