// Pages as they stand when something is wrong, missing or just done.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { choose, closeBrowser, go, open, openAs, path, PEOPLE, press, said } from './harness/browser.mjs'
import { examine } from './harness/examine.mjs'
import { Service } from './harness/service.mjs'
import { refused, stateOf } from './harness/state.mjs'
import { answerNewCase, startCase, TODAY } from './harness/steps.mjs'

let service
before(async () => { service = await Service.start() })
after(async () => {
  await closeBrowser()
  await service.stop()
})

const state = stateOf(() => service)

state('an address that is none', null, async (page) => {
  await go(page, '/sign-in')
  await page.fill('[name=email]', 'nobody')
  assert.equal(await press(page, 'Email me a link'), 422)
})
state('a page that is not there', 'manager', async (page) => assert.equal(await go(page, '/cases/2026-999'), 404))
state('a page that is not there, for nobody', null, async (page) => assert.equal(await go(page, '/nowhere'), 404))
state('a link that has expired', null, async (page) => assert.equal(await go(page, `/sign-in/link/${'0'.repeat(64)}`), 410))
state('a link that signs in', null, async (page) => {
  await go(page, '/sign-in')
  await page.fill('[name=email]', 'k-walsh@northmere.example')
  await press(page, 'Email me a link')
  await examine(page)
  await go(page, await service.linkTo('k-walsh@northmere.example'))
})
state('too many tries', null, async (page) => {
  for (let tries = 0; tries < 6; tries += 1) {
    await go(page, '/sign-in')
    await page.fill('[name=email]', 'somebody@northmere.example')
    await press(page, 'Email me a link')
  }
  assert.equal(page.status, 429)
})
state('too much at once', 'manager', async (page) => {
  await go(page, '/cases/2026-003/notes/new')
  await page.fill('[name=text]', 'word '.repeat(220_000))
  assert.equal(await press(page, 'Add note'), 413)
})
state('a question that was not answered', 'manager', (page) => refused(page, '/cases/new', 'Continue'))
state('a title that names somebody', 'manager', async (page) => {
  await answerUntilTitle(page)
  await page.fill('[name=title]', 'John Smith')
  assert.equal(await press(page, 'Continue'), 422)
})
state('the answers before a case is started', 'manager', (page) => answerNewCase(page))
state('a case that was just started', 'manager', async (page) => {
  await answerNewCase(page)
  await press(page, 'Start the case')
  assert.match(await said(page), /started/)
})
state('a note that is empty', 'manager', (page) => refused(page, '/cases/2026-003/notes/new', 'Add note'))
state('a draft that was kept', 'officer', async (page) => {
  await go(page, '/cases/2026-003/notes/new')
  await page.fill('[name=text]', 'To be continued')
  await press(page, 'Save and come back later')
  assert.match(await said(page), /Draft saved/)
  await examine(page)
  await go(page, '/account')
  await examine(page)
  await go(page, '/due')
})
state('a notification without its date', 'manager', (page) => refused(page, '/cases/2026-005/notification/sent', 'Continue'))
state('a child of whom nothing is said', 'manager', (page) => refused(page, '/cases/2026-005/notification/children/new', 'Continue'))
state('a decision without its reason', 'council', (page) => refused(page, '/cases/2026-005/notification/views/council', 'Record view').catch(() => go(page, '/cases/2026-005/notification')))
state('a person without a name', 'administrator', async (page) => {
  await go(page, '/admin/people/new')
  await page.locator('main form button').first().click()
  await page.waitForLoadState()
})
state('two people at once', 'manager', async (page) => {
  const reference = await startCase(page)
  const other = await openAs(service, 'officer')
  for (const one of [page, other]) {
    await go(one, `/cases/${reference}/notification/incident`)
    await one.fill('[name=account]', one === page ? 'Found by a passer-by.' : 'Found at the station.')
  }
  await press(other, 'Save the incident')
  assert.equal(await press(page, 'Save the incident'), 409)
  await other.context().close()
})
state('the check before a notification is recorded as sent', 'manager', async (page) => {
  await go(page, '/cases/2026-005/notification/sent')
  for (const [part, value] of [['day', TODAY[0]], ['month', TODAY[1]], ['year', TODAY[2]]]) await page.fill(`#on-${part}`, String(value))
  await page.fill('[name=reference]', 'SIN-1')
  await press(page, 'Continue')
})

async function answerUntilTitle(page) {
  await go(page, '/cases/new')
  for (const answer of [{ which: 'today' }, { kind: 'serious_incident' }, { place: 'in_area' }]) {
    await choose(page, answer)
    await press(page, 'Continue')
  }
}

test('the end of a session is announced, and can be put off', async () => {
  const page = await openAs(service, 'manager')
  await page.clock.install()
  await go(page, '/cases/2026-003/notes/new')
  await page.fill('[name=text]', 'Half a sentence')
  await page.clock.runFor('25:30')
  assert.equal(await page.isVisible('dialog.app-session'), true)
  await page.click('dialog.app-session button')
  await page.waitForSelector('dialog.app-session', { state: 'hidden' })
  assert.equal(await page.inputValue('[name=text]'), 'Half a sentence')
  await page.context().close()
})

test('a form that was sent too late waits for its writer', async () => {
  const own = await Service.start()
  const page = await openAs(own, 'officer')
  await go(page, '/cases/2026-003/notes/new')
  await page.fill('[name=text]', 'Written on a long evening')
  await own.goOn('2026-03-27')
  await press(page, 'Add note')
  assert.match(await page.innerText('h1'), /Sign in again/)
  await examine(page)
  await press(page, PEOPLE.officer)
  assert.equal(path(page), '/cases/2026-003/notes/new')
  await examine(page)
  await page.context().close()
  await own.stop()
})

test('a service at its limit says when to come back', async () => {
  const full = await Service.start('SQLite', ['--most-at-once', '0'])
  const page = await open(full)
  assert.equal(await go(page, '/sign-in'), 503)
  assert.match(await page.innerText('main'), /Try again in 1 minute/)
  await page.context().close()
  await full.stop()
})
