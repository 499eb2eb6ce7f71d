// Copies, publication, and actions of which one makes no difference.
import assert from 'node:assert/strict'
import { go, press, said } from '../harness/browser.mjs'
import { record } from '../harness/forms.mjs'
import { on } from './people.mjs'

const POINTS = ['names', 'dates', 'ages', 'places', 'schools', 'rare_circumstances', 'family_read']

export async function plan({ as }, at) {
  const manager = await as('manager')
  await record(manager, `${at}/publication/plan`, [{ planned: [10, 11, 2027] }, 'Save the date'])
  await go(manager, `${at}/publication`)
  assert.match(await manager.innerText('main'), /1 November 2027/, 'copies go out 7 working days before')
  await record(manager, `${at}/publication/anonymity`, [{ checked: POINTS, ...on(25, 10, 2027) }, 'Save the check'])
  await record(manager, `${at}/publication/tell`, [{ who: ['family', 'staff', 'press'], ...on(25, 10, 2027) }, 'Record who was told'])
  await record(
    manager,
    `${at}/publication/copies`,
    [{ to: ['panel', 'secretary_of_state'], ...on(25, 10, 2027) }, 'Continue'],
    [{}, 'Record the copies as sent'],
  )
}

export async function publish({ as }, at) {
  const manager = await as('manager')
  await record(
    manager,
    `${at}/publication/publish`,
    [{ address: 'https://northmere.example/reviews/aspen-2027', ...on(10, 11, 2027) }, 'Continue'],
    [{}, 'Record the publication'],
  )
  assert.match(await said(manager), /10 November 2028/, 'a year online')
  await record(manager, `${at}/publication/deposit`, [{ reference: 'NSPCC 4711', ...on(10, 11, 2027) }, 'Record the copy'])
}

const ACTIONS = ['Offer missed visits again', 'Cover the nights', 'Offer an interpreter at once', 'Read warnings together']

export async function open({ as }, at) {
  const manager = await as('manager')
  await record(manager, `${at}/actions/recommendations/new`, [
    { text: 'Somebody asks again.', source: 'lcspr', ...on(11, 11, 2027) },
    'Add recommendation',
  ])
  await record(manager, `${at}/actions/recommendations/1`, [{ accepted: 'yes', ...on(11, 11, 2027) }, 'Record answer'])
  for (const text of ACTIONS) {
    await record(
      manager,
      `${at}/actions/new`,
      [{ text, measure: 'An audit in six months', owner_organisation: 'Northmere Community Health', due: [28, 1, 2028], ...on(11, 11, 2027) }, 'Continue'],
      [{}, 'Open the action'],
    )
  }
  await record(manager, `${at}/actions/begin`, [on(11, 11, 2027), 'Turn to the actions'])
}

export async function judge({ as }, at) {
  const manager = await as('manager')
  for (const number of [1, 2, 3, 4]) {
    await record(manager, `${at}/actions/${number}/done`, [{ evidence: 'It is in use.', ...on(27, 1, 2028) }, 'Record as done'])
  }
  await record(manager, `${at}/actions/impact`, [on(27, 1, 2028), 'Turn to the evidence'])
  for (const number of [1, 2, 3, 4]) {
    const judgement = number === 4 ? 'no_evidence' : 'embedded'
    await record(manager, `${at}/actions/${number}/evidence`, [
      { kind: 'audit', evidence: 'Thirty files were read.', judgement, decided_by: 'Quality group', ...on(27, 1, 2028) },
      'Record judgement',
    ])
  }
  for (const number of [1, 2, 3]) {
    await record(manager, `${at}/actions/${number}/close`, [on(27, 1, 2028), 'Continue'], [{}, 'Close the action'])
  }
}

export async function close({ as }, at) {
  const manager = await as('manager')
  await go(manager, `${at}/close`)
  assert.match(await manager.innerText('main'), /action 4/i, 'what is still open is named')
  await record(
    manager,
    `${at}/close`,
    [{ reason: 'Action 4 goes on as part of the plan of the partnership.', decided_by: 'The three partners', ...on(3, 2, 2028) }, 'Continue'],
    [{}, 'Close the case'],
  )
  await go(manager, at)
  assert.match(await manager.innerText('main'), /Closed 3 February 2028/)
  await go(manager, `${at}/reopen`)
  await manager.fill('[name=reason]', 'The same was found in another family.')
  for (const button of ['Continue', 'Reopen the case']) {
    if (await manager.locator(`button:text-is("${button}")`).count()) await press(manager, button)
  }
  assert.match(await said(manager), /reopened/i)
}
