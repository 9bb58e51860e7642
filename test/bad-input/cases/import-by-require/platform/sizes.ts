declare function require(name: string): unknown;

export const fs = require('fs');
