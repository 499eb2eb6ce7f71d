// Compiles styles and scripts into dist/, every file under a name that changes with its content.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import * as sass from 'sass'

const here = fileURLToPath(new URL('.', import.meta.url))
const dist = join(here, 'dist')
const types = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
}
const squeezed = new Set(['css', 'js', 'svg'])
const built = {}

rmSync(dist, { recursive: true, force: true })
mkdirSync(dist)

// Writes one file and, where it gets smaller by that, its compressed forms. Gives the name it has got.
function put(logical, content) {
  const bytes = Buffer.from(content)
  const [, stem, end] = /^(.+)\.([a-z]+)$/.exec(logical)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const file = `${stem}-${hash}.${end}`
  const sizes = { identity: bytes.length }
  writeFileSync(join(dist, file), bytes)
  if (squeezed.has(end)) {
    const br = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
    const gz = gzipSync(bytes, { level: 9 })
    writeFileSync(join(dist, `${file}.br`), br)
    writeFileSync(join(dist, `${file}.gz`), gz)
    Object.assign(sizes, { br: br.length, gz: gz.length })
  }
  built[logical] = { file, type: types[end], sizes }
  return file
}

const text = (...path) => readFileSync(join(here, ...path), 'utf8')

// Both systems ask their readers to leave their own deprecations to them.
const styles = sass.compile(join(here, 'styles', 'app.scss'), {
  loadPaths: [here, join(here, 'node_modules')],
  style: 'compressed',
  quietDeps: true,
  sourceMap: false,
})
put('app.css', styles.css)

const govuk = text('node_modules', 'govuk-frontend', 'dist', 'govuk', 'govuk-frontend.min.js')
const govukFile = put('govuk-frontend.min.js', govuk.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'))
put('app.js', text('scripts', 'app.js').replace('./govuk-frontend.min.js', `./${govukFile}`))

for (const icon of readdirSync(join(here, 'icons')).sort()) {
  put(icon, readFileSync(join(here, 'icons', icon)))
}
writeFileSync(join(dist, 'manifest.json'), `${JSON.stringify(built, null, 2)}\n`)
