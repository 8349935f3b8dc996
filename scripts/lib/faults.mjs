// Answers that go wrong in a chosen way, for the tests of what the widget does then.
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { locate, typeOf } from './files.mjs';

/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {(response: Response, query: URLSearchParams) => void | Promise<void>} Fault */

/** @param {URLSearchParams} query @param {string} name @param {number} fallback */
const number = (query, name, fallback) => Number(query.get(name) ?? fallback);

/**
 * The file that `src` names on this server, or null after an answer of 400.
 * @param {Response} response @param {URLSearchParams} query
 */
async function source(response, query) {
  const found = locate(query.get('src') ?? '', { tests: true });
  if (found && 'file' in found) return { body: await readFile(found.file), type: typeOf(found.file) };
  response.writeHead(400, { 'content-type': 'text/plain' }).end('src names no file of this server');
  return null;
}

/** @type {Record<string, Fault>} */
const faults = {
  404: (response) => void response.writeHead(404, { 'content-type': 'text/plain' }).end('not found'),

  status: (response, query) =>
    void response.writeHead(number(query, 'code', 500), { 'content-type': 'text/plain' }).end('as asked'),

  redirect: (response, query) => void response.writeHead(302, { location: query.get('to') ?? '/' }).end(),

  /** What a captive portal or a misconfigured server sends in place of the file. */
  html: (response) =>
    void response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end('<!doctype html><title>Sign in</title><h1>Please sign in</h1>'),

  /** Accepts the request and never says a word; `headers` makes it stop after the head. */
  hang: (response, query) => {
    if (query.has('headers')) response.writeHead(200, { 'content-type': 'application/json' }).flushHeaders();
  },

  /** Promises the whole length and breaks off after `bytes`, `ms` milliseconds later. */
  truncate: async (response, query) => {
    const file = await source(response, query);
    if (!file) return;
    response.writeHead(200, { 'content-type': file.type, 'content-length': file.body.length });
    response.write(file.body.subarray(0, number(query, 'bytes', Math.floor(file.body.length / 2))), () => {
      // A moment later, so that what was written is seen to arrive before the connection is lost.
      setTimeout(() => response.destroy(), number(query, 'ms', 50));
    });
  },

  /** Sends `chunk` bytes every `ms` milliseconds. */
  slow: async (response, query) => {
    const file = await source(response, query);
    if (!file) return;
    const size = Math.max(1, number(query, 'chunk', 1024));
    response.writeHead(200, { 'content-type': file.type, 'content-length': file.body.length });
    for (let at = 0; at < file.body.length && !response.destroyed; at += size) {
      await sleep(number(query, 'ms', 50));
      response.write(file.body.subarray(at, at + size));
    }
    response.end();
  },
};

/**
 * @param {URL} url @param {Response} response
 * @returns {boolean} whether the address was one of these
 */
export function answerWithFault(url, response) {
  const name = /^\/__fault\/(\w+)$/.exec(url.pathname)?.[1];
  const fault = name && Object.hasOwn(faults, name) ? faults[name] : undefined;
  if (!fault) return false;
  Promise.resolve(fault(response, url.searchParams)).catch(() => response.destroy());
  return true;
}
