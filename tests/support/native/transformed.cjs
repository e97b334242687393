const { createHash } = require('node:crypto');
const { existsSync } = require('node:fs');
const path = require('node:path');

/** Where the hooks leave the source maps of what they transformed. */
const folder = path.join(__dirname, '../../../.cache/native');

/** @param {string} file a TypeScript file */
const mapPath = (file) => path.join(folder, `${createHash('sha1').update(file).digest('hex')}.map`);

/** @param {string} source as a line of a stack names it: a path, or the address it was loaded from */
function mapOf(source) {
  const file = source.startsWith('file:') ? decodeURI(source.replace(/^file:\/*/, '/').replace(/\?.*$/, '')) : source;
  return existsSync(mapPath(file)) ? mapPath(file) : undefined;
}

module.exports = { folder, mapPath, mapOf };
