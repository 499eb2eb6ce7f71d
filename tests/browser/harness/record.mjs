// Records of example data for the tests: each test has one of its own, copied from one that was imported once.
import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const examples = new URL('../../../examples/', import.meta.url).pathname
const server = process.env.CSPR_TEST_POSTGRES
export const program = process.env.CSPR_TEST_PROGRAM
export const databases = ['SQLite', 'PostgreSQL']

// `scripts/browser.sh` says where the records are made from which the others are copied.
const pattern = {
  SQLite: process.env.CSPR_TEST_PATTERN && `${process.env.CSPR_TEST_PATTERN}/pattern.db`,
  PostgreSQL: process.env.CSPR_TEST_PATTERN && `cspr_browser_${process.env.CSPR_TEST_PATTERN.replace(/\W/g, '_').toLowerCase()}`,
}
let made = 0

async function sql(statement) {
  await run('psql', ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1', `--command=${statement}`, server])
}

function postgres(name) {
  const [, before, query] = server.match(/^([^?]*)\/[^/?]*(\?.*)?$/)
  return `${before}/${name}${query ?? ''}`
}

// Makes both patterns: what `make run` does, once for each kind of database.
export async function makePatterns() {
  await sql(`create database ${pattern.PostgreSQL}`)
  for (const address of [`sqlite:${pattern.SQLite}`, postgres(pattern.PostgreSQL)]) {
    const cspr = (...args) => run(program, args, { env: { ...process.env, CSPR_DATABASE_URL: address } })
    await cspr('migrate')
    for (const file of ['synthetic.jsonl', 'published.jsonl']) await cspr('import', '--examples', examples + file)
  }
}

export async function dropPatterns() {
  await sql(`drop database if exists ${pattern.PostgreSQL}`)
}

// A record of one's own, with its address and a way to be rid of it. Letters are written beside it.
export async function freshRecord(database) {
  const place = await mkdtemp(join(tmpdir(), 'cspr-browser-'))
  const letters = join(place, 'letters')
  if (database === 'SQLite') {
    await copyFile(pattern.SQLite, join(place, 'record.db'))
    return { address: `sqlite:${join(place, 'record.db')}`, letters, drop: () => rm(place, { recursive: true }) }
  }
  const name = `${pattern.PostgreSQL}_${process.pid}_${(made += 1)}`
  await sql(`create database ${name} template ${pattern.PostgreSQL}`)
  const drop = async () => {
    await sql(`drop database ${name} with (force)`)
    await rm(place, { recursive: true, force: true })
  }
  return { address: postgres(name), letters, drop }
}

// What `cspr` answers about a record; JSON where it was asked for.
export async function ask(record, ...args) {
  const { stdout } = await run(program, args, { env: { ...process.env, CSPR_DATABASE_URL: record.address } })
  return args.includes('--json') ? JSON.parse(stdout) : stdout
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await (process.argv[2] === 'drop' ? dropPatterns() : makePatterns())
}
