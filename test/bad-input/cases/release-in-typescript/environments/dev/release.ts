export const platform = 'head';
