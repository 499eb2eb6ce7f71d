// The report reaches the Panel on day 15; it asks for more, then agrees.
import assert from 'node:assert/strict'
import { go, said } from '../harness/browser.mjs'
import { record } from '../harness/forms.mjs'
import { on } from './people.mjs'

export async function submit({ as }, at) {
  const liaison = await as('liaison')
  await record(liaison, `${at}/panel/submit`, [on(20, 1, 2027), 'Continue'], [{}, 'Record the rapid review as sent'])
  assert.match(await said(liaison), /Met on the last day/)
}

export async function asksForMore({ as }, at) {
  const liaison = await as('liaison')
  await record(
    liaison,
    `${at}/panel/responses/new`,
    [{ letter: [29, 1, 2027], outcome: 'more_information', summary: 'It cannot decide yet.', ...on(1, 2, 2027) }, 'Continue'],
    [{ text: 'How the nights are covered', reply_due: [5, 2, 2027] }, 'Continue'],
    [{}, 'Record the response'],
  )
  await go(liaison, '/panel')
  assert.match(await liaison.innerText('main'), new RegExp(at.split('/').at(-1)))
  await record(liaison, `${at}/panel/answer`, [
    { text: 'By an action of its own.', ...on(1, 2, 2027) },
    'Record the answer',
  ])
}

export async function agrees({ as }, at) {
  const liaison = await as('liaison')
  await record(
    liaison,
    `${at}/panel/responses/new`,
    [{ letter: [12, 2, 2027], outcome: 'agree_lcspr', summary: 'It agrees with the review.', ...on(15, 2, 2027) }, 'Continue'],
    [{ advice: 'Look at supervision.' }, 'Continue'],
    [{}, 'Record the response'],
  )
}
