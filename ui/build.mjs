// node build.mjs OUT: writes what is served into the folder OUT.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { compile } from 'sass'

const here = dirname(fileURLToPath(import.meta.url))
const out = process.argv[2]
if (!out) {
  console.error('usage: node build.mjs OUT')
  process.exit(2)
}

// The royal crest and the typeface of gov.uk belong to its own services: no rule may ask for them.
function stylesheet () {
  const { css } = compile(join(here, 'makegood.scss'), {
    loadPaths: [here, join(here, 'node_modules')],
    style: 'compressed',
    quietDeps: true
  })
  const ours = css.replace(/[^{}]*\{[^{}]*govuk-crest[^{}]*\}/g, '')
  for (const forbidden of ['GDS Transport', '@font-face', 'govuk-crest']) {
    if (ours.includes(forbidden)) {
      console.error(`makegood.css mentions ${forbidden}, which only gov.uk services may use`)
      process.exit(1)
    }
  }
  return ours + '\n'
}

const frontend = join(here, 'node_modules', 'govuk-frontend', 'dist', 'govuk', 'govuk-frontend.min.js')
const files = {
  'makegood.css': stylesheet(),
  'makegood.js': readFileSync(join(here, 'makegood.mjs'), 'utf8'),
  // Its source map is not served.
  'govuk-frontend.min.js': readFileSync(frontend, 'utf8').replace(/\/\/# sourceMappingURL=.*\s*$/, '\n'),
  'favicon.svg': readFileSync(join(here, 'favicon.svg'), 'utf8')
}

// One version for all of them: the script imports its neighbour by a relative address.
mkdirSync(out, { recursive: true })
const hash = createHash('sha256')
for (const [name, text] of Object.entries(files)) {
  hash.update(name).update('\0').update(text).update('\0')
  writeFileSync(join(out, name), text)
  writeFileSync(join(out, name + '.gz'), gzipSync(text, { level: 9 }))
}
writeFileSync(join(out, 'version.h'), `#define MAKEGOOD_ASSETS_VERSION "${hash.digest('hex').slice(0, 16)}"\n`)
