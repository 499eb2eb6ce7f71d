// Runs test files, each with a browser of its own: node harness/run.mjs [FILE...], all of them by default.
// `node --test` would take them by their names, and have the longest left over at the end.
import { readdir } from 'node:fs/promises'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

const AT_ONCE = 2
const LONGEST = ['story', 'pages', 'sections'].map((name) => `${name}.test.mjs`)

const home = new URL('../', import.meta.url).pathname
const all = (await readdir(home)).filter((name) => name.endsWith('.test.mjs') && !LONGEST.includes(name))
const named = process.argv.slice(2)
const files = (named.length > 0 ? named : [...LONGEST, ...all.sort()]).map((name) => home + name)

run({ files, concurrency: AT_ONCE })
  .on('test:fail', () => { process.exitCode = 1 })
  .compose(new spec())
  .pipe(process.stdout)
