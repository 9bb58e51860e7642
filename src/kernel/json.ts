/** JSON values, as deep as they come. `undefined` never occurs: an absent value is an absent key. */
export type JsonValue = string | number | boolean | null | JsonObject | readonly JsonValue[];

export interface JsonObject {
  readonly [key: string]: JsonValue;
}
