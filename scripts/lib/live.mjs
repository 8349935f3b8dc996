// Live reload: the open pages listen on an event stream and are told what became of a rebuild.
import { readFileSync } from 'node:fs';

/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {{ kind: 'reload' } | { kind: 'failed', text: string }} Message */

export const streamPath = '/__live';
export const clientPath = '/__live.js';

export const clientSource = readFileSync(new URL('live-client.js', import.meta.url));

/** An address and not inline text: it has to work on pages with a strict policy too. */
export const clientTag = `<script type="module" src="${clientPath}"></script>`;

export function createLive() {
  /** @type {Set<Response>} */
  const listeners = new Set();
  /** @type {Message | null} what a page that is opened after a failure should be told */
  let standing = null;

  /** @param {Response} response @param {Message} message */
  const write = (response, message) => response.write(`data: ${JSON.stringify(message)}\n\n`);

  return {
    /** @param {Response} response */
    listen(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).flushHeaders();
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
      if (standing) write(response, standing);
    },
    /** @param {Message} message */
    tell(message) {
      standing = message.kind === 'failed' ? message : null;
      for (const response of listeners) write(response, message);
    },
  };
}

/** @typedef {ReturnType<typeof createLive>} Live */
