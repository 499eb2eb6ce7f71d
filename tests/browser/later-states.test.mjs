// Pages of the rapid review and what follows it, when something is wrong, to be checked or just done.
import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { choose, closeBrowser, go, press } from './harness/browser.mjs'
import { record } from './harness/forms.mjs'
import { Service } from './harness/service.mjs'
import { refused, stateOf } from './harness/state.mjs'
import { TODAY } from './harness/steps.mjs'

const DECISION = '/cases/2026-003/decisions/police'

let service
before(async () => { service = await Service.start() })
after(async () => {
  await closeBrowser()
  await service.stop()
})
const state = stateOf(() => service)

state('a decision that was not made', 'police', (page) => refused(page, DECISION, 'Continue'))
state('a disagreement without its reason', 'police', async (page) => {
  await go(page, DECISION)
  await choose(page, { answer: 'disagree' })
  await press(page, 'Continue')
  assert.equal(await press(page, 'Continue'), 422)
})
state('the check before a decision', 'police', (page) => record(page, DECISION, [{ answer: 'agree' }, 'Continue']))
state('what was answered for somebody, to be changed', 'police', async (page) => {
  await record(page, DECISION, [{ answer: 'agree' }, 'Continue'])
  const change = page.locator('button[name=do][value="change-decided_by"]')
  await Promise.all([page.waitForNavigation(), change.click()])
})
state('the check before a submission', 'manager', (page) =>
  record(page, '/cases/2026-003/panel/submit', [{ reason: 'The deadline is the law.', on: TODAY }, 'Continue']))
state('a submission without its reason', 'manager', (page) => refused(page, '/cases/2026-003/panel/submit', 'Continue'))
state('a response without its summary', 'manager', (page) => refused(page, '/cases/2026-002/panel/responses/new', 'Continue'))
state('the letters before agencies are asked', 'manager', async (page) => {
  await go(page, '/cases/2026-004/agencies/ask')
  await page.locator('main input[type=checkbox]').first().check()
  await page.check('[name=chronology][value=no]')
  await press(page, 'Continue')
})
state('nobody to be asked', 'manager', (page) => refused(page, '/cases/2026-004/agencies/ask', 'Continue'))
state('a section that is called complete and is not', 'manager', (page) =>
  refused(page, '/cases/2026-003/rapid-review/equality', 'Save this section', (at) => at.check('[name=complete][value=yes]')))
state('a recommendation on an LCSPR, on its second page', 'manager', (page) =>
  record(page, '/cases/2026-003/rapid-review/lcspr', [{ lcspr: 'yes' }, 'Continue']))
state('a draft without its text', 'manager', (page) => refused(page, '/cases/2025-001/lcspr/drafts/new', 'Add the draft'))
state('the check before a hold', 'manager', (page) =>
  record(page, '/cases/2025-001/lcspr/hold', [
    { reason: 'A trial goes on.', review_on: [30, 6, 2026], panel_told: TODAY, secretary_of_state_told: TODAY, on: TODAY },
    'Continue',
  ]))
state('an action of which nothing is said', 'manager', (page) => refused(page, '/cases/2026-001/actions/new', 'Continue'))
state('a calendar address that was just made', 'police', async (page) => {
  await go(page, '/account/calendar')
  await press(page, 'Make an address')
  assert.match(await page.innerText('main'), /not shown again/)
})
state('a decision that is recorded', 'police', async (page) => {
  await record(page, DECISION, [{ answer: 'agree' }, 'Continue'], [{}, 'Record the police decision'])
  assert.match(await page.innerText('main'), /3 of 3 partners have decided/)
})
state('the partner’s home after deciding', 'police', (page) => go(page, '/decisions'))
state('a date of the plan that is none', 'manager', async (page) => {
  await go(page, '/admin/rules')
  await press(page, 'Change the plan')
  await page.locator('main input[type=text]').first().fill('soon')
  assert.equal(await press(page, 'Save the plan'), 422)
})
