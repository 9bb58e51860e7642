const name = ['node', 'fs'].join(':');

export const fs = await import(name);
