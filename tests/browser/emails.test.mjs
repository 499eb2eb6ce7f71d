// Emails about cases: what is recorded is told once, what was told is shown, and every letter can be read by everybody.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { violations, WCAG } from './harness/axe.mjs'
import { open, openAs, press, said } from './harness/browser.mjs'
import { examine, examineAt } from './harness/examine.mjs'
import { answer, record } from './harness/forms.mjs'
import { journey } from './harness/journey.mjs'
import { letters, lettersTo } from './harness/letters.mjs'
import { Service } from './harness/service.mjs'

const CASE = '/cases/2026-003'
const MORNING = '2026-03-27T09:00'

journey('a decision is told once, and the case says to whom', async ({ service, openAs, script }) => {
  await service.goOn(MORNING)
  const police = await openAs('police')
  await record(police, `${CASE}/decisions/police`, [{ answer: 'agree' }, 'Continue'], [{}, 'Record the police decision'])
  const [letter, ...more] = await lettersTo(service, 'p-lowe@', /partners have decided/)
  assert.deepEqual(more, [], 'one letter')
  assert.match(letter.subject, /^All 3 partners have decided on 2026-003/)
  assert.match(letter.whole, /Auto-Submitted: auto-generated/)
  const manager = await openAs('manager')
  await manager.goto(`${CASE}/history`)
  await press(manager, 'Emails')
  const main = await manager.innerText('main')
  assert.match(main, /All partners’ decisions[^]*P\. Lowe[^]*Sent/)
  if (script) await examine(manager)
})

journey('somebody who is away is stood in for, and says so themselves', async ({ openAs }) => {
  const manager = await openAs('manager')
  await manager.goto('/account/emails')
  await manager.selectOption('[name=deputy]', { index: 1 })
  await answer(manager, { digest: 'weekly', until: [3, 4, 2026] })
  await press(manager, 'Save what you chose')
  assert.match(await said(manager), /What you chose about emails is saved/)
  await manager.goto('/account/emails')
  await press(manager, 'I am back')
})

test('every letter can be read by everybody, also without images and styles', async () => {
  const service = await Service.start()
  try {
    await lettersAreClear(service)
  } finally {
    await service.stop()
  }
})

async function lettersAreClear(service) {
  const administrator = await openAs(service, 'administrator')
  await examineAt(administrator, '/admin/emails')
  await examineAt(administrator, '/admin/emails/examples')
  const examples = await administrator.locator('main table a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  assert.ok(examples.length > 40, 'one of each letter')
  await examineAt(administrator, examples[0])
  for (const example of examples) {
    const sent = await administrator.request.post(example, { headers: { origin: service.address } })
    assert.equal(sent.status(), 200, example)
  }
  const sent = (await letters(service)).filter((letter) => letter.subject.startsWith('Example: '))
  assert.equal(sent.length, examples.length)
  const reader = await open(service)
  for (const letter of sent) {
    await reader.setContent(letter.html)
    assert.deepEqual(await violations(reader, WCAG), [], letter.subject)
    assert.doesNotMatch(letter.html, /<img|style=|<script/, letter.subject)
  }
}
