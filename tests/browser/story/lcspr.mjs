// A reviewer appointed and replaced, a hold for a trial, a delay explained, a report signed off.
import assert from 'node:assert/strict'
import { go, press, said } from '../harness/browser.mjs'
import { record } from '../harness/forms.mjs'
import { on } from './people.mjs'
import { BUTTONS } from './rapid-review.mjs'

export async function decide({ as }, at) {
  const manager = await as('manager')
  await record(manager, `${at}/lcspr/decide`, [
    { criteria: ['recurrent_themes', 'agencies_working_together'], reason: 'Themes come back.', scope: 'A year and a half.', ...on(17, 2, 2027) },
    'Continue',
  ], [{}, 'Record the decision to start an LCSPR'])
  assert.match(await said(manager), /17 August 2027/, 'six months from the decision')
}

export async function commission({ as }, at) {
  const manager = await as('manager')
  await record(manager, `${at}/lcspr/terms`, [{ text: 'Two questions, a year and a half.', ...on(1, 3, 2027) }, 'Record the terms of reference'])
  await record(
    manager,
    `${at}/lcspr/commission`,
    [
      { reviewer: 'by_name', who: 'The first reviewer', reason: 'Knows the field', independent: 'yes', from: [1, 3, 2027], until: [31, 8, 2027], ...on(1, 3, 2027) },
      'Continue',
    ],
    [{}, 'Record the reviewer'],
  )
  await begin(manager, at, on(8, 3, 2027))
}

async function begin(page, at, when) {
  await record(page, `${at}/lcspr/begin`, [{ family_plan: 'yes', police_contact: 'yes', ...when }, 'Record that the review has begun'])
}

export async function replace({ as }, at) {
  const manager = await as('manager')
  await go(manager, `${at}/lcspr/replace-reviewer`)
  await manager.locator('.govuk-radios__item', { hasText: 'K. Walsh' }).locator('input').check()
  await manager.fill('[name=reason]', 'The first reviewer is ill.')
  await press(manager, 'Continue')
  await press(manager, 'Record the new reviewer')
  await begin(manager, at, on(12, 4, 2027))
  await record(
    manager,
    `${at}/lcspr/family/new`,
    [{ who: 'Mother', contact: 'accepted', ...on(12, 4, 2027) }, 'Continue'],
    [{ text: 'She wishes to read the draft.' }, 'Record the contact'],
  )
  await record(manager, `${at}/lcspr/monitoring/new`, [
    { on_time: 'yes', good_quality: 'yes', comment: 'A plan is there.', ...on(12, 4, 2027) },
    'Record the check',
  ])
}

export async function hold({ as }, at) {
  const manager = await as('manager')
  await record(manager, `${at}/proceedings/new`, [
    { kind: 'criminal', reference: 'Crown Court', who: 'Officer in the case', ...on(3, 5, 2027) },
    'Record proceedings',
  ])
  await record(
    manager,
    `${at}/lcspr/hold`,
    [
      { proceeding: '1', reason: 'The trial comes first.', review_on: [6, 9, 2027], panel_told: [3, 5, 2027], secretary_of_state_told: [3, 5, 2027], ...on(3, 5, 2027) },
      'Continue',
    ],
    [{}, 'Record the hold'],
  )
}

export async function explain({ as }, at) {
  const manager = await as('manager')
  await go(manager, `${at}/deadlines/lcspr/delay`)
  await manager.fill('[name=reason]', 'The review waits for the trial.')
  for (const [name, [day, month, year]] of Object.entries({ expected: [10, 11, 2027], panel_told: [20, 7, 2027], secretary_of_state_told: [20, 7, 2027] })) {
    await manager.fill(`#${name}-day`, String(day))
    await manager.fill(`#${name}-month`, String(month))
    await manager.fill(`#${name}-year`, String(year))
  }
  for (const button of ['Continue', 'Record the delay']) {
    if (await manager.locator(`button:text-is("${button}")`).count()) await press(manager, button)
  }
  await go(manager, `${at}/lcspr`)
  assert.match(await manager.innerText('main'), /17 August 2027/, 'the first date is kept')
}

export async function resume({ as }, at) {
  const manager = await as('manager')
  await record(manager, `${at}/proceedings/1/end`, [{ outcome: 'A verdict was reached.', ...on(6, 9, 2027) }, 'Record the end'])
  await record(manager, `${at}/lcspr/resume`, [{ reason: 'The trial has ended.', ...on(6, 9, 2027) }, 'Record that the review resumes'])
  await record(manager, `${at}/lcspr/events/new`, [
    { attended: '14', text: 'Practitioners told what stood in their way.', ...on(6, 9, 2027) },
    'Record the event',
  ])
}

export async function draft({ as }, at) {
  const reviewer = await as('reviewer')
  await go(reviewer, '/my-reviews')
  assert.match(await reviewer.innerText('main'), new RegExp(at.split('/').at(-1)))
  await record(reviewer, `${at}/lcspr/drafts/new`, [
    { text: 'Visits were missed.\nNobody asked again.', comments_due: [4, 10, 2027], ...on(20, 9, 2027) },
    'Add the draft',
  ])
  await record(await as('icb'), `${at}/lcspr/drafts/1/comment`, [
    { kind: 'comments', comment: 'Say who was to ask.' },
    'Record the comments',
  ])
}

export async function signOff({ as }, at) {
  const manager = await as('manager')
  await record(await as('reviewer'), `${at}/lcspr/drafts/new`, [
    { text: 'Visits were missed.\nNo agency was to ask again.', ...on(11, 10, 2027) },
    'Add the draft',
  ])
  for (const line of [1, 2]) {
    await record(manager, `${at}/lcspr/key-lines/${line}`, [{ outcome: 'No agency was to ask again.' }, 'Record the finding'])
  }
  for (const partner of ['council', 'icb', 'police']) {
    const page = await as(partner)
    await record(page, `${at}/decisions/${partner}/sign-off`, [{ answer: 'agree' }, 'Continue'], [{}, BUTTONS[partner]])
  }
  await record(
    manager,
    `${at}/lcspr/sign-off`,
    [{ improvements: 'yes', reasons: 'yes', ...on(11, 10, 2027) }, 'Continue'],
    [{}, 'Record the sign-off'],
  )
}
