import childProcess from 'node:child_process';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import os from 'node:os';
import { trapped, type AnyFunction, type Patch, type Trap } from './patch.ts';

const files = "Import the data: `import data from './data.json' with { type: 'json' }`.";
const facts = 'Declare the fact in the environment, the cluster or the component: `build` sees it as `input`.';
const programs = 'Run the program yourself and put its result into a file beside the declaration.';
const network = 'Put the data into a file beside the declaration and import it.';

/**
 * The import list refuses these modules to declarations. The guard is for libraries that use them on a declaration's behalf
 * (cdk8s's `Include` reads a URL, its `Helm` starts a program): CommonJS, which looks the function up when it calls it.
 */
export function modulePatches(trap: Trap): readonly Patch[] {
  return [
    ...moduleFunctions(trap, 'fs', fs, files),
    ...moduleFunctions(trap, 'child_process', childProcess, programs),
    ...moduleFunctions(trap, 'os', os, facts),
    ...moduleFunctions(trap, 'net', net, network),
    ...moduleFunctions(trap, 'dns', dns, network),
    ...moduleFunctions(trap, 'http', http, network),
    ...moduleFunctions(trap, 'https', https, network),
  ];
}

function moduleFunctions(trap: Trap, name: string, module: object, instead: string): readonly Patch[] {
  return Object.keys(module).flatMap((key) => {
    const real: unknown = Object.getOwnPropertyDescriptor(module, key)?.value;
    // Classes start with a capital: `instanceof` must go on working.
    if (typeof real !== 'function' || !/^[a-z]/.test(key)) return [];
    const value = trapped(real as AnyFunction, trap, `${name}.${key}`, instead, 'any-use');
    return [{ target: module, key, value }];
  });
}
