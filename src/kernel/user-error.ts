import type { Location } from './location.ts';

export interface UserErrorFields {
  /** Stable, kebab-case: scripts match on it. */
  readonly code: string;
  /** What is wrong and what was seen, in the words of what the user wrote. */
  readonly message: string;
  /** What is allowed and what to do now. */
  readonly hint?: string;
  readonly location?: Location;
}

/** Something that a person can repair. Thrown; never for a bug, never for a finding. */
export class UserError extends Error {
  readonly code: string;
  readonly hint?: string;
  readonly location?: Location;

  constructor(fields: UserErrorFields) {
    super(fields.message);
    this.name = 'UserError';
    this.code = fields.code;
    if (fields.hint !== undefined) this.hint = fields.hint;
    if (fields.location !== undefined) this.location = fields.location;
  }
}

/** An error as plain data, for where its class is lost: between threads and processes. */
export function fieldsOf({ code, message, hint, location }: UserError): UserErrorFields {
  return {
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(location === undefined ? {} : { location }),
  };
}

/** Several of them at once: loading and resolving report every error of every file together. */
export class UserErrors extends Error {
  readonly errors: readonly UserError[];

  constructor(errors: readonly UserError[]) {
    super(errors.map((error) => error.message).join('\n'));
    this.name = 'UserErrors';
    this.errors = errors;
  }
}

/** Throws what was collected, if anything was: one error as itself, several as one `UserErrors`. */
export function throwAll(errors: readonly UserError[]): void {
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new UserErrors(errors);
}
