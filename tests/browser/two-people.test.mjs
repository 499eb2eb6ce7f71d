// Two people change the same thing, and neither loses anything.
import assert from 'node:assert/strict'
import { date, fill, go, press, said } from './harness/browser.mjs'
import { journey } from './harness/journey.mjs'
import { startCase } from './harness/steps.mjs'

const ACCOUNT = 'What happened, in outline? (optional)'

journey('what both changed is shown to the second, who decides', async ({ openAs }) => {
  const [first, second] = [await openAs('manager'), await openAs('officer')]
  const reference = await startCase(first)
  const form = `/cases/${reference}/notification/incident`
  await go(first, form)
  await go(second, form)
  await fill(first, { [ACCOUNT]: 'A teenager was found by a passer-by.' })
  await press(first, 'Save the incident')
  assert.match(await said(first), /Incident saved/)

  await fill(second, { [ACCOUNT]: 'A teenager was found at the station.' })
  assert.equal(await press(second, 'Save the incident'), 409)
  const page = await second.innerText('main')
  assert.match(page, /Someone else changed this while you were writing/)
  assert.match(page, /Sam Okafor/)
  assert.match(page, /found by a passer-by/)
  assert.equal(await second.inputValue('[name=account]'), 'A teenager was found at the station.')

  await fill(second, { [ACCOUNT]: 'A teenager was found at the station by a passer-by.' })
  await fill(second, { 'Why are you changing it?': 'Both of us had heard half of it.' })
  await press(second, 'Save this version')
  assert.match(await said(second), /Incident saved/)
  await go(first, `/cases/${reference}/notification`)
  assert.match(await first.innerText('main'), /found at the station by a passer-by/)
})

journey('what only one of them changed is kept from both', async ({ openAs }) => {
  const [first, second] = [await openAs('manager'), await openAs('officer')]
  const reference = await startCase(first)
  const form = `/cases/${reference}/notification/incident`
  await go(first, form)
  await go(second, form)
  await fill(first, { [ACCOUNT]: 'A teenager was found by a passer-by.' })
  await press(first, 'Save the incident')
  await second.uncheck('[name=incident-unknown]')
  await date(second, 'incident', [24, 3, 2026])
  await press(second, 'Save the incident')
  assert.match(await said(second), /Incident saved/)
  assert.match(await said(second), /What happened/i, 'the message names what the other changed')
  const page = await second.innerText('main')
  assert.match(page, /found by a passer-by/)
  assert.match(page, /24 March 2026/)
})
