// The classic script: `<script src="lamplit.iife.js">`. The build puts wasm-url.classic.js in place of wasm-url.js.
import { define } from './define.js';

define();
