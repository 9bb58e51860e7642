/** Colours as functions; `plainPaint` leaves the text as it is, so that reports need no terminal. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
}

function same(text: string): string {
  return text;
}

export const plainPaint: Paint = { bold: same, dim: same, red: same, green: same, yellow: same };
