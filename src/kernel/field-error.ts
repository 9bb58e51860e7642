/**
 * The reasons that the API server gives in a cause, in kebab-case (k8s.io/apimachinery/pkg/util/validation/field), and
 * `unknown-field`, which it gives while it decodes.
 */
export type FieldErrorType =
  | 'required'
  | 'invalid'
  | 'duplicate'
  | 'forbidden'
  | 'not-found'
  | 'not-supported'
  | 'too-long'
  | 'too-many'
  | 'type-invalid'
  | 'unknown-field';

/** What is wrong at one place of an object. */
export interface FieldError {
  readonly type: FieldErrorType;
  /** As the server writes it: `spec.ports[0].port`. */
  readonly field: string;
  /** RFC 6901. */
  readonly pointer: string;
  /** What was seen, when it helps. */
  readonly value?: unknown;
  /** What is wrong and what is allowed, in our words. */
  readonly detail: string;
  /** For `not-supported`: the allowed values. For `unknown-field`: the nearest known names. */
  readonly allowed?: readonly string[];
}
