import type { Command } from 'commander';

/**
 * An option with one value that is given twice is refused: of two versions or tiers the last would win without a word. Options whose
 * parser is among `lists` collect.
 */
export function refuseRepeats(command: Command, lists: readonly unknown[]): void {
  for (const option of command.options) {
    const takesValue = option.required || option.optional;
    if (!takesValue || lists.includes(option.parseArg)) continue;
    let given = 0;
    command.on(`option:${option.name()}`, () => {
      if (++given === 2) {
        command.error(`error: option '${option.flags}' was given twice`, { code: 'keelson.repeatedOption' });
      }
    });
  }
  for (const child of command.commands) refuseRepeats(child, lists);
}
