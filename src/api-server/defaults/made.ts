import type { Members } from './members.ts';

/** Whether an error comes from reading what only a server can say: a number that it draws, an address that it chooses, the time. */
export function isMadeByServer(error: unknown): boolean {
  return error instanceof Error && 'madeByServer' in error;
}

/** Puts a field there that is made by the server: it is there, but what it holds is not known. */
export function leaveToServer(value: Members, ...names: readonly string[]): void {
  for (const name of names) {
    Object.defineProperty(value, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        throw Object.assign(new Error(`${name} is made by the server`), { madeByServer: name });
      },
    });
  }
}
