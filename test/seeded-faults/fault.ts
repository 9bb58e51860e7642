/** One mistake that somebody could make in the reference platform, and what must be said of it. */
export interface Fault {
  /** What goes wrong, in a few words. */
  readonly title: string;
  /** The file that is edited: a declaration, or a construct's code. */
  readonly file: string;
  /** Each replaces the first occurrence of a text, which must be there. */
  readonly edits: readonly (readonly [from: string, to: string])[];
  /** The rule that must find it. */
  readonly rule: string;
  /** Kind of the object that it must find it in. */
  readonly kind: string;
  /** RFC 6901, into the object. */
  readonly pointer: string;
  /** The declared place: a file, and a piece of text that stands in its line. */
  readonly declared: { readonly file: string; readonly line: string };
}
