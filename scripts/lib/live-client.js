// Runs in the preview page, see live.mjs. Never part of the package.

/** @param {string} text */
function show(text) {
  console.error(`The rebuild failed:\n${text}`);
  const overlay = document.querySelector('[data-live-overlay]') ?? document.createElement('pre');
  overlay.toggleAttribute('data-live-overlay', true);
  overlay.textContent = `The rebuild failed. The page shows the last build that worked.\n\n${text}`;
  // Set one by one: a style attribute would not pass a strict policy.
  Object.assign(/** @type {HTMLElement} */ (overlay).style, {
    position: 'fixed',
    inset: 'auto 0 0 0',
    maxHeight: '50vh',
    overflow: 'auto',
    margin: '0',
    padding: '1rem',
    font: '13px/1.5 ui-monospace, monospace',
    whiteSpace: 'pre-wrap',
    color: '#fff',
    background: '#7a1020',
    zIndex: '2147483647',
  });
  document.body.append(overlay);
}

let lost = false;
const stream = new EventSource('/__live');

// After a break the server may have been restarted with other files.
stream.addEventListener('open', () => lost && location.reload());
stream.addEventListener('error', () => {
  lost = true;
});
stream.addEventListener('message', ({ data }) => {
  const message = JSON.parse(data);
  if (message.kind === 'reload') location.reload();
  else show(message.text);
});
