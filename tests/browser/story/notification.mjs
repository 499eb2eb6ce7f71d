// From the phone call on a Friday evening before Christmas to the notification on its last day.
import assert from 'node:assert/strict'
import { go, path, press, said } from '../harness/browser.mjs'
import { answer, record } from '../harness/forms.mjs'
import { addChild } from '../harness/steps.mjs'
import { on } from './people.mjs'

const WITH_ACCESS = ['Lee Harper', 'R. Patel', 'J. Mensah', 'A. Chen', 'P. Lowe']

// The call came on Friday evening; the case is started on Monday morning.
export async function call({ as }) {
  const manager = await as('manager')
  await go(manager, '/cases/new')
  await answer(manager, { which: 'other', aware: [18, 12, 2026], aware_time: '6:30pm' })
  await press(manager, 'Continue')
  for (const answers of [{ kind: 'serious_incident' }, { place: 'in_area' }, { title: 'Infant, injuries found at home' }]) {
    await answer(manager, answers)
    await press(manager, 'Continue')
  }
  for (const person of WITH_ACCESS) {
    await manager.locator('.govuk-checkboxes__item', { hasText: person }).locator('input').check()
  }
  await press(manager, 'Continue')
  assert.match(await manager.innerText('main'), /Tuesday 29 December 2026/, 'Christmas is not counted')
  await press(manager, 'Start the case')
  const at = path(manager)
  await record(manager, `${at}/notification/leads`, [on(21, 12, 2026), 'Record as sent to the leads'])
  await record(
    await as('council'),
    `${at}/notification/decision/notify`,
    [
      {
        harm: 'serious_harm',
        abuse: 'suspected',
        locus: 'in_area',
        kind: 'serious_incident',
        reason: 'Injuries that nobody can explain. The family was known.',
        decided_by: 'R. Patel, Director of Children’s Services',
        comment: 'Both partners were rung this morning.',
        ...on(21, 12, 2026),
      },
      'Continue',
    ],
    [{}, 'Record the council’s decision'],
  )
  await addChild(manager, at.split('/').at(-1))
  return at
}

export async function notify({ as }, at) {
  const liaison = await as('liaison')
  const sent = { reference: 'SIN-2026-1229', decided_by: 'P. Lowe, Panel liaison officer', ...on(29, 12, 2026) }
  await record(liaison, `${at}/notification/sent`, [sent, 'Continue'], [{}, 'Record the notification as sent'])
  assert.match(await said(liaison), /Met on the last day.*Wednesday 20 January 2027/s)
}
