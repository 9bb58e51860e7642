import { distance } from 'fastest-levenshtein';
import type { Command, CommanderError } from 'commander';
import { UserError } from '../kernel/index.ts';

/** What commander found wrong with argv, as an error of ours: code, message, and a fix that names the nearest word. */
export function usageError(error: CommanderError, command: Command): UserError {
  const suggestion = /\((Did you mean [^)]*\?)\)/.exec(error.message)?.[1];
  if (error.code === 'commander.help') {
    return new UserError({ code: 'missing-command', message: 'No command was given.', hint: helpOf(command) });
  }
  const message = error.message
    .replace(/^error: /, '')
    .replace(/\n?\(Did you mean [^)]*\?\)/, '')
    .trim();
  const help = helpOf(command);
  const nearest = suggestion ?? nearestWord(error, message, command);
  return new UserError({
    code: codes[error.code] ?? 'usage',
    message,
    hint: nearest === undefined ? help : `${nearest} ${help}`,
  });
}

const codes: Readonly<Record<string, string>> = {
  'commander.unknownOption': 'unknown-option',
  'commander.unknownCommand': 'unknown-command',
  'commander.missingArgument': 'missing-argument',
  'commander.excessArguments': 'excess-arguments',
  'commander.invalidArgument': 'invalid-argument',
  'commander.optionMissingArgument': 'missing-argument',
  'keelson.repeatedOption': 'conflicting-options',
  'commander.missingMandatoryOptionValue': 'missing-option',
};

/** commander suggests options and commands, but not the choices of an argument, and not words that are far off. */
function nearestWord(error: CommanderError, message: string, command: Command): string | undefined {
  const given = /'([^']*)'/.exec(message)?.[1];
  if (given === undefined) return undefined;
  const words: Readonly<Record<string, readonly string[]>> = {
    'commander.invalidArgument': command.registeredArguments.flatMap((argument) => argument.argChoices ?? []),
    'commander.unknownCommand': command.commands.map((one) => one.name()),
    'commander.unknownOption': optionsOf(command),
  };
  const [best] = (words[error.code] ?? []).toSorted((a, b) => distance(given, a) - distance(given, b));
  if (best === undefined || distance(given, best) > Math.max(2, Math.ceil(given.length / 2))) return undefined;
  return `Did you mean ${best}?`;
}

function optionsOf(command: Command): readonly string[] {
  const own = command.options.flatMap((option) => (option.long === undefined ? [] : [option.long]));
  return command.parent === null ? own : [...own, ...optionsOf(command.parent)];
}

function helpOf(command: Command): string {
  return `Run \`${pathOf(command)} --help\` for the options and examples.`;
}

function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}
