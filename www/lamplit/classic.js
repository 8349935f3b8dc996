// The classic script: `<script src="lamplit.iife.js">`. It defines the element and leaves no global.
import { define } from './define.js';

define();
