// Time for the rest of the page: a long piece of work goes on in another task.

/** The most that is worked at a stretch, in milliseconds: half a frame. */
const STRETCH = 8;

/** Settles in a task of its own, after what waits already. A timer would wait longer each time. */
const pause = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });

/** A function to be awaited between the pieces of a work that begins now. */
export function pacer() {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < STRETCH) return;
    await pause();
    since = performance.now();
  };
}
