// The static server of the preview and of the browser tests.
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { parseArgs } from 'node:util';
import { entry } from './lib/entry.mjs';
import { answerWithFault } from './lib/faults.mjs';
import { locate, typeOf } from './lib/files.mjs';
import { clientPath, clientSource, clientTag, streamPath } from './lib/live.mjs';
import { Explained } from './lib/report.mjs';

/** The strictest policy that a publisher may have; the widget has to work under it as it is. */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "style-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {{ csp?: boolean, tests?: boolean, live?: import('./lib/live.mjs').Live }} Options */

/** @param {Response} response @param {number} status */
const refuse = (response, status) =>
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${status}\n`);

/** @param {Response} response @param {string} file @param {Options} options @param {boolean} withBody */
function sendFile(response, file, { csp, live }, withBody) {
  const type = typeOf(file);
  const isPage = type.startsWith('text/html');
  /** @type {Record<string, string | number>} */
  const headers = { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  if (csp && isPage) headers['content-security-policy'] = strictPolicy;
  if (live && isPage) {
    const page = `${readFileSync(file, 'utf8')}\n${clientTag}\n`;
    response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(page) }).end(withBody ? page : undefined);
    return;
  }
  response.writeHead(200, { ...headers, 'content-length': statSync(file).size });
  if (!withBody) response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}

/** @param {Request} request @param {Response} response @param {Options} options */
function answer(request, response, options) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (options.tests && answerWithFault(url, response)) return;
  if (options.live && url.pathname === streamPath) return options.live.listen(response);
  if (options.live && url.pathname === clientPath) {
    return response
      .writeHead(200, { 'content-type': typeOf(clientPath), 'cache-control': 'no-store' })
      .end(clientSource);
  }
  const found = locate(url.pathname, { tests: options.tests === true });
  // Every browser asks for it; a 404 would show as an error on the console of a page that never named it.
  if (!found && url.pathname === '/favicon.ico') return response.writeHead(204).end();
  if (!found) return refuse(response, 404);
  if ('redirect' in found) return response.writeHead(301, { location: found.redirect + url.search }).end();
  sendFile(response, found.file, options, request.method === 'GET');
}

/** @param {Options} options */
export function createServer(options) {
  return createHttpServer((request, response) => {
    try {
      answer(request, response, options);
    } catch (error) {
      console.error(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    }
  });
}

/**
 * Listens on the port, or on the next one that is free when `search` is set.
 * @param {import('node:http').Server} server @param {number} port @param {{ search?: boolean }} [options]
 * @returns {Promise<number>} the port
 */
export function listen(server, port, { search = false } = {}) {
  return new Promise((resolve, reject) => {
    const onListening = () => {
      server.off('error', onError);
      resolve(port);
    };
    const onError = (/** @type {NodeJS.ErrnoException} */ error) => {
      // It would stay and report this port when the next one succeeds.
      server.off('listening', onListening);
      if (error.code !== 'EADDRINUSE') reject(error);
      else if (search && port < 65535) listen(server, port + 1, { search }).then(resolve, reject);
      else reject(new Explained(`port ${port} is taken`, 'Name another one: PORT=8123 before the command'));
    };
    server.once('error', onError);
    server.once('listening', onListening);
    // This machine only: a preview is not meant for the network, unless HOST says so.
    server.listen(port, process.env.HOST ?? '127.0.0.1');
  });
}

entry(import.meta.url, async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env.PORT ?? '8080' },
      csp: { type: 'boolean', default: false },
      tests: { type: 'boolean', default: false },
    },
  });
  const port = await listen(createServer(values), Number(values.port));
  console.log(`http://localhost:${port}/`);
});
