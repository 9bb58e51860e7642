/** `seen` of a finding about a value that no report may print, nor the lines that it stands on. */
export const maskedValue = '***';
