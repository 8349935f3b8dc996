// Child processes, always from an argument list: nothing is ever put together into a shell string.
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './paths.mjs';
import { Explained } from './report.mjs';

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, hint?: string }} RunOptions */

/** @param {RunOptions} options */
const base = ({ cwd = root, env }) => ({ cwd, env: { ...process.env, ...env } });

/**
 * @param {string} command @param {string[]} args @param {string | number | null} how it ended
 * @param {string} [hint] @param {string} [details]
 */
const failure = (command, args, how, hint, details) =>
  new Explained(
    `\`${[command, ...args].join(' ')}\` ${typeof how === 'number' ? `ended with ${how}` : how}`,
    hint,
    details,
  );

/**
 * Runs a command whose output goes to this terminal and is also handed back, whatever its exit code.
 * @param {string} command @param {string[]} args @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function tee(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...base(options), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    /** @param {NodeJS.WriteStream} to @returns {(chunk: string) => void} */
    const copy = (to) => (chunk) => {
      output += chunk;
      to.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', copy(process.stdout));
    child.stderr.setEncoding('utf8').on('data', copy(process.stderr));
    child.on('error', (error) =>
      reject(failure(command, args, `could not be started: ${error.message}`, options.hint)),
    );
    child.on('close', (code) => resolve({ code: code ?? 1, output: stripVTControlCharacters(output) }));
  });
}

/**
 * Runs a command on this terminal and rejects when it fails.
 * @param {string} command @param {string[]} args @param {RunOptions} [options] @returns {Promise<void>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...base(options), stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', (error) =>
      reject(failure(command, args, `could not be started: ${error.message}`, options.hint)),
    );
    child.on('close', (code, signal) =>
      code === 0 ? resolve() : reject(failure(command, args, code ?? `was stopped by ${signal}`, options.hint)),
    );
  });
}

/**
 * Runs cargo; what it says about a failure is kept for a reader without this terminal.
 * @param {string[]} args @param {Record<string, string>} [env] @returns {Promise<string>} its output
 */
export async function cargo(args, env = {}) {
  const colour = process.stderr.isTTY ? { CARGO_TERM_COLOR: 'always' } : {};
  const { code, output } = await tee('cargo', args, { env: { ...colour, ...env } });
  if (code !== 0) throw failure('cargo', args, code, undefined, output);
  return output;
}

/**
 * Runs a command in the background with its output in a log file.
 * @param {string} command @param {string[]} args @param {string} log @param {RunOptions} [options]
 * @returns {Promise<void>}
 */
export function runLogged(command, args, log, options = {}) {
  mkdirSync(dirname(log), { recursive: true });
  return new Promise((resolve, reject) => {
    const file = createWriteStream(log);
    const child = spawn(command, args, { ...base(options), stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.pipe(file, { end: false });
    child.stderr.pipe(file, { end: false });
    child.on('error', (error) =>
      reject(failure(command, args, `could not be started: ${error.message}`, options.hint)),
    );
    child.on('close', (code) => {
      file.end();
      if (code === 0) resolve();
      else reject(failure(command, args, code ?? 'was stopped', options.hint ?? `Its output is in ${log}`));
    });
  });
}

/**
 * The standard output of a short command, or null when it is missing or fails.
 * @param {string} command @param {string[]} args @param {RunOptions} [options]
 */
export function capture(command, args, options = {}) {
  const child = spawnSync(command, args, { ...base(options), encoding: 'utf8', timeout: 60_000 });
  return child.status === 0 ? child.stdout.trim() : null;
}
