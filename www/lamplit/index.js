// `import 'lamplit'`, and the module for a script tag.
import { define } from './define.js';

export { LamplitReader } from './element.js';

define();
