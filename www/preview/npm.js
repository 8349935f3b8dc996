// The widget as npm installs it, from the package's own files.
import '/node_modules/lamplit/pkg/lamplit.js';
