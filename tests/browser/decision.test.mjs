// A partner's decision: from the link in a letter to “Decision recorded” in 3 pages and 12 key presses, also on a phone.
import assert from 'node:assert/strict'
import { choose, fill, go, path, press, said } from './harness/browser.mjs'
import { examine } from './harness/examine.mjs'
import { mainJourney } from './harness/journey.mjs'

const DECISION = '/cases/2026-003/decisions/police'
const POLICE = 'a-chen@northmere.example'
const MOST_PAGES = 3
const MOST_PRESSES = 12

// A keyboard that counts what is pressed on it, and the pages that come of it.
class Keyboard {
  constructor(page) {
    this.page = page
    this.pressed = []
    this.pages = []
  }

  async press(...keys) {
    for (const key of keys) {
      await this.page.keyboard.press(key)
      this.pressed.push(key)
    }
  }

  // Past what is above, by the second link of the page. A browser moves the focus there when it has time.
  async skip() {
    await this.press('Tab', 'Tab', 'Enter')
    await this.page.waitForURL((url) => url.hash !== '')
  }

  // The press that brings the next page.
  async enter() {
    this.pages.push(await this.page.title())
    await Promise.all([this.page.waitForNavigation(), this.press('Enter')])
  }
}

// Asks for a link on the page of the decision, where somebody lands who is signed out; gives the path of the link.
async function askForLink(service, page) {
  await go(page, DECISION)
  assert.match(page.url(), /\/sign-in\?to=/)
  await fill(page, { 'Your work email address': POLICE })
  await press(page, 'Email me a link')
  return service.linkTo(POLICE)
}

for (const width of [1280, 390]) {
  mainJourney(`a partner decides by the keyboard alone at ${width} pixels`, async ({ service, open }) => {
    const link = await askForLink(service, await open())
    const page = await open()
    await page.setViewportSize({ width, height: 844 })
    const keys = new Keyboard(page)
    await go(page, link)
    await page.locator('button:focus').waitFor()
    await keys.enter()
    assert.equal(path(page), DECISION, 'signing in leads to where the letter pointed')

    await keys.skip()
    await keys.press('Space')
    assert.equal(await page.locator('[name=answer]:checked').inputValue(), 'agree')
    await keys.enter()
    assert.match(await page.innerText('h1'), /Check and record the police decision/)

    await keys.skip()
    await keys.press('Tab')
    await keys.enter()
    const end = await page.innerText('main')
    assert.match(end, /Decision recorded/)
    assert.match(end, /3 of 3 partners have decided\. You do not need to do anything else\./)
    assert.ok(keys.pages.length <= MOST_PAGES, `${keys.pages.length} pages: ${keys.pages.join(', ')}`)
    assert.ok(keys.pressed.length <= MOST_PRESSES, `${keys.pressed.length} presses: ${keys.pressed.join(' ')}`)
  })
}

mainJourney('a partner who does not agree says which and why, and may change it on the check page', async ({ script, openAs }) => {
  const police = await openAs('police')
  const examined = () => (script ? examine(police) : undefined)
  await Promise.all([police.waitForNavigation(), police.click('a.govuk-button')])
  assert.equal(path(police), DECISION)
  await examined()
  assert.equal(await press(police, 'Continue'), 422)
  assert.match(await said(police), /Select whether the police agree with the rapid review recommendations/)
  await choose(police, { answer: 'disagree' })
  await press(police, 'Continue')
  await choose(police, { not_agreed: '2' })
  assert.equal(await press(police, 'Continue'), 422)
  assert.match(await said(police), /Enter why you do not agree with recommendation 2/)
  await fill(police, { 'Why do you not agree?': 'It comes too early.' })
  await press(police, 'Continue')
  await examined()

  await police.locator('button[value=change-on]').click()
  await police.waitForSelector('[name=on-day]')
  assert.equal(await police.inputValue('[name=on-day]'), '26')
  await police.fill('[name=on-day]', '25')
  await press(police, 'Continue')
  assert.match(await police.innerText('main'), /25 March 2026/)
  await press(police, 'Record the police decision')
  assert.match(await police.innerText('main'), /3 of 3 partners have decided/)
  await examined()

  await go(police, '/cases/2026-003/decisions')
  await examined()
  await go(police, '/cases/2026-003/decisions')
  assert.match(await police.innerText('main'), /Recommendation 2 not agreed\. Reason: It comes too early/)
  await press(police, 'Take the disagreement higher')
  await choose(police, { level: 'chair' })
  await police.fill('[name=who]', 'The chair of the partnership')
  await police.fill('[name=reason]', 'Whether an LCSPR is needed now.')
  await press(police, 'Record that it was taken higher')
  assert.match(await said(police), /Disagreement taken to the partnership chair/)
})

mainJourney('the business unit records for a partner, and the other of two at once sees it', async ({ openAs }) => {
  const [police, unit] = [await openAs('police'), await openAs('manager')]
  await go(police, DECISION)
  await choose(police, { answer: 'agree' })
  await press(police, 'Continue')
  await go(unit, `${DECISION}/on-behalf`)
  await choose(unit, { answer: 'disagree', evidence: 'email' })
  await unit.fill('[name=decided_by]', 'D. Hughes, Assistant Chief Constable')
  await press(unit, 'Continue')
  await choose(unit, { not_agreed: '1' })
  await fill(unit, { 'Why do you not agree?': 'It is of national importance.' })
  await press(unit, 'Continue')
  await press(unit, 'Record the police decision')
  assert.match(await said(unit), /Decision recorded: the police do not agree/)

  assert.equal(await press(police, 'Record the police decision'), 409)
  assert.match(await police.innerText('main'), /The police decision was recorded at .+ by Sam Okafor/)
  await press(police, 'Keep what is in the case and discard mine')
  assert.equal(path(police), '/cases/2026-003/decisions')
  assert.match(await police.innerText('main'), /Decision recorded for the police/)
})
