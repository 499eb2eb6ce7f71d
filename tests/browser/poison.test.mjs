// Nothing of a child leaves by accident: every text of every example case is poisoned, and titles, addresses, headers,
// file names, calendars, letters and the log are searched for it.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { closeBrowser, openAs, press } from './harness/browser.mjs'
import { letters } from './harness/letters.mjs'
import { program } from './harness/record.mjs'
import { Service } from './harness/service.mjs'

const run = promisify(execFile)
const POISON = ['zephyrine', 'quillfeather', 'z.q.', '17 february 2019', '2019-02-17', 'st zebulon', 'quagmire', 'shaken', 'drowned']
const examples = new URL('../../examples/synthetic.jsonl', import.meta.url).pathname
const MOST_PAGES = 400

after(closeBrowser)

function assertClean(text, where) {
  const found = POISON.filter((poison) => decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25')).toLowerCase().includes(poison))
  assert.deepEqual(found, [], `${where}: ${text.slice(0, 300)}`)
}

// The examples with poison in every text, in lower case because a title with a name in it is refused.
async function poisoned() {
  const lines = (await readFile(examples, 'utf8')).trim().split('\n').map((line) => JSON.parse(line))
  for (const { case: of } of lines) {
    for (const { words } of of?.steps ?? []) {
      for (const name of Object.keys(words ?? {})) {
        if (name !== 'address' && name !== 'reference') words[name] += ` ${POISON.join(', ')}`
      }
    }
  }
  return lines.map((line) => JSON.stringify(line)).join('\n')
}

// A service on a record of these cases, that logs all it can.
async function poisonedService() {
  const place = await mkdtemp(join(tmpdir(), 'cspr-poison-'))
  const address = `sqlite:${join(place, 'record.db')}`
  const cspr = (...args) => run(program, args, { env: { ...process.env, CSPR_DATABASE_URL: address } })
  await writeFile(join(place, 'poisoned.jsonl'), await poisoned())
  await cspr('migrate')
  await cspr('import', '--examples', join(place, 'poisoned.jsonl'))
  const drop = () => rm(place, { recursive: true })
  return Service.on({ address, letters: join(place, 'letters'), drop }, ['--log', 'debug'])
}

// Opens every page that leads on from a page, as far as one goes; gives how many there were.
async function crawl(page, from) {
  const seen = new Set(from)
  const waiting = [...from]
  const wanted = (path) => !/\/sign-out|\?|\/print|\/history\/\d+\/|^\/admin\/calendar\/new/.test(path)
  while (waiting.length > 0 && seen.size < MOST_PAGES) {
    const path = waiting.shift()
    const answer = await page.request.get(path)
    const headers = JSON.stringify(answer.headers())
    assertClean(headers, `headers of ${path}`)
    if (!(answer.headers()['content-type'] ?? '').startsWith('text/html')) continue
    const html = await answer.text()
    assertClean(html.match(/<title>([^<]*)/)?.[1] ?? '', `title of ${path}`)
    for (const [, link] of html.matchAll(/(?:href|action|src)="([^"]*)"/g)) {
      assertClean(link, `a link on ${path}`)
      const next = link.replaceAll('&#38;', '&').split('#')[0]
      if (next.startsWith('/') && wanted(next) && !seen.has(next)) {
        seen.add(next)
        waiting.push(next)
      }
    }
  }
  return seen.size
}

test('no title, address, header, file, calendar, letter or line of the log says anything of a child', async () => {
  const service = await poisonedService()
  try {
    await everythingIsClean(service)
  } finally {
    await service.stop()
  }
})

async function everythingIsClean(service) {
  await service.goOn('2026-03-27T09:00')
  let pages = 0
  const manager = await openAs(service, 'manager')
  const main = await manager.request.get('/cases/2026-003')
  assert.ok((await main.text()).includes('quagmire'), 'the poison is in the pages')
  pages += await crawl(manager, ['/due', '/cases', '/cases/2026-003', '/cases/2025-009', '/cases/2024-001', '/actions', '/cases.csv'])
  for (const who of ['council', 'liaison', 'contributor', 'reviewer', 'administrator']) {
    pages += await crawl(await openAs(service, who), ['/', '/cases/2026-003'])
  }
  await manager.goto('/account/calendar')
  await press(manager, 'Make an address')
  const feed = (await manager.innerText('main')).match(/\/calendar\/\S+\.ics/)[0]
  const dates = await (await manager.request.get(feed)).text()
  assert.match(dates, /BEGIN:VEVENT/)
  assertClean(dates, 'the calendar')
  const one = await manager.request.get('/cases/2026-003/deadlines/rapid-review/date.ics')
  assertClean(await one.text() + JSON.stringify(one.headers()), 'one date')
  await manager.goto('/cases/no-such-quagmire')
  await service.goOn('2026-03-30T09:00')
  for (let tries = 0; tries < 100 && !/reminders were sent/.test(service.log); tries += 1) await pause(100)
  const sent = await letters(service)
  assert.ok(sent.length > 0, 'letters were written')
  for (const letter of sent) assertClean(letter.file + letter.whole, 'a letter')
  const { log } = service
  assert.match(log, /reminders were sent/)
  assertClean(log, 'the log')
  console.log(`${pages} pages, ${sent.length} letters, ${log.split('\n').length} lines of the log: nothing found`)
}
