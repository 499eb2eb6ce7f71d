// A session that ends while somebody writes, and writing that is kept for later.
import assert from 'node:assert/strict'
import { go, path, PEOPLE, press, said } from './harness/browser.mjs'
import { journey } from './harness/journey.mjs'

const FORM = '/cases/2026-003/notes/new'
const NOTE = 'The hospital rang: the skeletal survey is on Monday. It was written during a long night.'

journey('what was written when the session had ended is given back to its writer', async ({ service, openAs }) => {
  const page = await openAs('officer')
  await go(page, FORM)
  await page.fill('[name=text]', NOTE)
  await service.goOn('2026-03-27')
  await press(page, 'Add note')
  assert.equal(path(page), '/sign-in')
  assert.match(await page.innerText('h1'), /Sign in again to keep what you wrote/)
  await press(page, PEOPLE.officer)
  assert.equal(path(page), FORM)
  assert.match(await said(page), /What you wrote is back in the form/)
  assert.equal(await page.inputValue('[name=text]'), NOTE)
  await press(page, 'Add note')
  assert.match(await said(page), /Note added/)
})

journey('nobody else is given what was written', async ({ service, openAs }) => {
  const page = await openAs('officer')
  await go(page, FORM)
  await page.fill('[name=text]', NOTE)
  await service.goOn('2026-03-27')
  await press(page, 'Add note')
  await press(page, PEOPLE.manager)
  await go(page, FORM)
  assert.equal(await page.inputValue('[name=text]'), '')
})

journey('a draft is kept, found again and sent', async ({ openAs }) => {
  const page = await openAs('officer')
  await go(page, FORM)
  await page.fill('[name=text]', NOTE)
  await press(page, 'Save and come back later')
  assert.match(await said(page), /Draft saved/)
  await go(page, '/due')
  assert.match(await page.innerText('main'), /1 unfinished draft/)
  await go(page, FORM)
  assert.equal(await page.inputValue('[name=text]'), NOTE)
  await press(page, 'Add note')
  assert.match(await said(page), /Note added/)
  await go(page, FORM)
  assert.equal(await page.inputValue('[name=text]'), '')
})
