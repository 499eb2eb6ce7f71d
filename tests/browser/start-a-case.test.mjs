// From the telephone call to a notification that was sent, and to a clock that says why it stands where it stands.
import assert from 'node:assert/strict'
import { go, path, press, said } from './harness/browser.mjs'
import { journey } from './harness/journey.mjs'
import { addChild, answerNewCase, decideToNotify, markAsSent, sendToLeads, startCase } from './harness/steps.mjs'

journey('a case is started, notified, and its clock seen', async ({ openAs }) => {
  const manager = await openAs('manager')
  const reference = await startCase(manager)
  assert.match(reference, /^2026-\d{3}$/)
  assert.match(await said(manager), new RegExp(`Case ${reference} started`))
  assert.match(await said(manager), /Thursday 2 April 2026/)

  await sendToLeads(manager, reference)
  assert.match(await said(manager), /sent to the three leads/)
  const council = await openAs('council')
  await decideToNotify(council, reference)
  assert.match(await said(council), /must be notified/)
  await addChild(manager, reference)
  assert.match(await said(manager), /Child 1 added/)
  await markAsSent(manager, reference)
  assert.match(await said(manager), /Notification recorded as sent on 26 March 2026/)
  assert.match(await said(manager), /Met with 5 working days to spare/)
  assert.match(await said(manager), /The rapid review is due Monday 20 April 2026/)

  await go(manager, `/cases/${reference}`)
  const overview = await manager.innerText('main')
  assert.match(overview, /Monday 20 April 2026/)
  assert.match(overview, /15 working days/)
  await go(manager, `/cases/${reference}/deadlines/rapid-review`)
  assert.match(await manager.innerText('main'), /Good Friday/, 'the working names the days that were left out')
})

journey('a second press shows what the first one did', async ({ openAs }) => {
  const manager = await openAs('manager')
  await answerNewCase(manager)
  const form = await manager.evaluate(() => {
    const of = document.querySelector('main form')
    return { action: of.getAttribute('action') || location.pathname, body: new URLSearchParams(new FormData(of)).toString() }
  })
  await press(manager, 'Start the case')
  const first = path(manager)
  // What a browser sends on a second press, or when a page that came of a form is loaded again.
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(manager.url()).origin }
  const again = await manager.request.post(form.action, { headers, data: form.body, maxRedirects: 0 })
  assert.equal(again.status(), 303)
  assert.equal(again.headers().location, first)
  await go(manager, '/cases')
  assert.match(await manager.innerText('main'), /2026-007/)
  assert.doesNotMatch(await manager.innerText('main'), /2026-008/)
})

journey('an error says what to do, keeps the answers, and is corrected', async ({ openAs, script }) => {
  const page = await openAs('manager')
  await go(page, '/cases/new')
  await page.fill('#aware-day', '31')
  await page.fill('#aware-month', 'feb')
  await page.fill('#aware-year', '2026')
  await page.check('[name=which][value=other]')
  assert.equal(await press(page, 'Continue'), 422)
  assert.match(await page.title(), /^Error: /)
  assert.match(await said(page), /Date the council became aware must be a real date/)
  assert.equal(await page.inputValue('#aware-month'), 'feb')
  if (script) {
    const focused = await page.evaluate(() => document.activeElement.className)
    assert.match(focused, /govuk-error-summary/)
  }
  await page.click('.govuk-error-summary a')
  if (script) assert.match(await page.evaluate(() => document.activeElement.id), /^aware-/)
  else assert.match(page.url(), /#aware-/)

  await page.fill('#aware-day', '25 March 2026')
  await page.fill('#aware-month', '')
  await page.fill('#aware-year', '')
  await press(page, 'Continue')
  assert.equal(path(page), '/cases/new/kind')
  await press(page, 'Back')
  assert.equal(path(page), '/cases/new')
  assert.equal(await page.inputValue('#aware-day'), '')
  assert.equal(await page.isChecked('[name=which][value=yesterday]'), true, 'a date that is near is told as such')
})
