// Set-up, the Rust half: the toolchain that rust-toolchain.toml pins, with the wasm target and the linters.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { done, Explained, say } from './report.mjs';
import { capture, run } from './run.mjs';

export const wasmTarget = 'wasm32-unknown-unknown';
const components = ['clippy', 'rustfmt'];
const whereToGetIt = 'Install Rust from https://rustup.rs, open a new terminal and run this again.';

function pinnedToolchain() {
  const text = readFileSync(join(root, 'rust-toolchain.toml'), 'utf8');
  const channel = /^channel\s*=\s*"([^"]+)"/m.exec(text)?.[1];
  if (!channel) throw new Explained('rust-toolchain.toml names no channel');
  return channel;
}

const linesOf = (/** @type {string[]} */ ...args) => (capture('rustup', args) ?? '').split('\n');

/** A Rust that did not come from rustup is as good, when it brings the wasm target along. */
function acceptOtherRust() {
  const sysroot = capture('rustc', ['--print', 'sysroot']);
  if (!sysroot || !capture('cargo', ['--version'])) throw new Explained('Rust was not found', whereToGetIt);
  if (!existsSync(join(sysroot, 'lib', 'rustlib', wasmTarget))) {
    throw new Explained(
      `This Rust (${sysroot}) has no ${wasmTarget} target and there is no rustup to add it`,
      whereToGetIt,
    );
  }
}

export async function ensureRust() {
  if (!capture('rustup', ['--version'])) {
    acceptOtherRust();
    return;
  }
  const channel = pinnedToolchain();
  if (!linesOf('toolchain', 'list').some((line) => line.startsWith(`${channel}-`))) {
    say(`installing Rust ${channel}, which rust-toolchain.toml asks for`);
    await run('rustup', ['toolchain', 'install', channel, '--profile', 'minimal']);
    done(`Rust ${channel} installed`);
  }
  if (!linesOf('target', 'list', '--installed', '--toolchain', channel).includes(wasmTarget)) {
    say(`adding the Rust target ${wasmTarget}`);
    await run('rustup', ['target', 'add', wasmTarget, '--toolchain', channel]);
    done(`${wasmTarget} added`);
  }
  const installed = linesOf('component', 'list', '--installed', '--toolchain', channel);
  const missing = components.filter((name) => !installed.some((line) => line.startsWith(name)));
  if (missing.length > 0) {
    say(`adding the Rust components ${missing.join(', ')}`);
    await run('rustup', ['component', 'add', '--toolchain', channel, ...missing]);
    done(`${missing.join(', ')} added`);
  }
}
