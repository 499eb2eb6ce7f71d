// Pictures of the main pages, and what it costs to load them first.
import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { closeBrowser, go, open, openAs, path, press } from './harness/browser.mjs'
import { Service } from './harness/service.mjs'
import { answerNewCase } from './harness/steps.mjs'

const PLACE = process.env.CSPR_TEST_SCREENS
const MOST_BYTES = 60 * 1024
const MOST_REQUESTS = 6

// The main pages, and who looks at them.
const SCREENS = {
  due: ['manager', '/due'],
  case: ['manager', '/cases/2026-003'],
  cases: ['manager', '/cases'],
  notification: ['manager', '/cases/2026-005/notification'],
  deadlines: ['manager', '/cases/2026-003/deadlines'],
  history: ['manager', '/cases/2026-003/history'],
  access: ['manager', '/cases/2026-003/access'],
  decisions: ['council', '/decisions'],
  'rapid-review': ['manager', '/cases/2026-003/rapid-review'],
  report: ['manager', '/cases/2026-003/rapid-review/report'],
  agencies: ['manager', '/cases/2026-004/agencies'],
  decision: ['police', '/cases/2026-003/decisions/police'],
  panel: ['manager', '/cases/2026-002/panel'],
  'panel-home': ['liaison', '/panel'],
  lcspr: ['manager', '/cases/2025-001/lcspr'],
  publication: ['manager', '/cases/2025-009/publication'],
  actions: ['manager', '/actions'],
  'sign-in': [null, '/sign-in'],
}

let service
before(async () => {
  await mkdir(PLACE, { recursive: true })
  service = await Service.start()
  // Somebody who has been at work: the list of what is due offers the cases they looked at last.
  const page = await openAs(service, 'manager')
  for (const reference of ['2026-004', '2025-009', '2026-003']) await go(page, `/cases/${reference}`)
  await page.context().close()
})
after(async () => {
  await closeBrowser()
  await service.stop()
})

const sit = (who, options) => (who ? openAs(service, who, options) : open(service, options))
const shoot = (page, name) => page.screenshot({ path: `${PLACE}/${name}.png`, fullPage: true })

for (const [name, [who, place]] of Object.entries(SCREENS)) {
  test(`a picture of ${name}`, async () => {
    for (const [device, width] of [['desktop', 1280], ['mobile', 390]]) {
      const page = await sit(who, { width })
      assert.equal(await go(page, place), 200)
      await shoot(page, `${name}-${device}`)
      await page.context().close()
    }
  })
}

test('pictures of starting a case and of a conflict', async () => {
  const page = await openAs(service, 'manager')
  await answerNewCase(page)
  await shoot(page, 'start-check-desktop')
  await press(page, 'Start the case')
  const form = `${path(page)}/notification/incident`
  const other = await openAs(service, 'officer')
  for (const one of [page, other]) {
    await go(one, form)
    await one.fill('[name=account]', one === page ? 'Found by a passer-by in the evening.' : 'Found at the station in the evening.')
  }
  await press(other, 'Save the incident')
  assert.equal(await press(page, 'Save the incident'), 409)
  await shoot(page, 'conflict-desktop')
  for (const one of [page, other]) await one.context().close()
})

test('pictures without script, without colours and on paper', async () => {
  const page = await openAs(service, 'manager', { script: false, width: 390 })
  await go(page, '/cases/2026-003')
  await shoot(page, 'nojs-case-mobile')
  await page.context().close()
  const forced = await openAs(service, 'manager')
  await forced.emulateMedia({ forcedColors: 'active' })
  await go(forced, '/cases/2026-003')
  await shoot(forced, 'case-forced-colours')
  // A7: where one is stays visible where colours and shadows do not.
  const current = await forced.locator('.moj-sub-navigation__link[aria-current]').evaluate((link) => {
    const { fontWeight, borderBottomStyle, borderBottomWidth } = getComputedStyle(link)
    return { weight: Number(fontWeight), border: borderBottomStyle !== 'none' && parseFloat(borderBottomWidth) > 0 }
  })
  assert.ok(current.weight >= 600 && current.border, JSON.stringify(current))
  await forced.context().close()
})

test('a first visit loads little', async () => {
  for (const [who, place] of [['manager', '/cases/2026-003'], ['manager', '/due'], ['council', '/decisions']]) {
    const signedIn = await openAs(service, who)
    const state = await signedIn.context().storageState()
    await signedIn.context().close()
    const page = await open(service, { storageState: state })
    const session = await page.context().newCDPSession(page)
    let [bytes, requests] = [0, 0]
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
      requests += 1
    })
    await session.send('Network.enable')
    await page.goto(place, { waitUntil: 'networkidle' })
    assert.ok(requests <= MOST_REQUESTS && bytes <= MOST_BYTES, `${place}: ${bytes} bytes in ${requests} requests`)
    await page.context().close()
  }
})
