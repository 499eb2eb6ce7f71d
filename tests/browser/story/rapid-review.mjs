// Six agencies, the meeting, a report that changes once, and three partners.
import assert from 'node:assert/strict'
import { go, path, press, said } from '../harness/browser.mjs'
import { record } from '../harness/forms.mjs'
import { on } from './people.mjs'

const WORDS = 'What the records say, in short.'

export async function ask({ as }, at) {
  const manager = await as('manager')
  const open = { scope_from: ['', 1, 2025], scope_to: [18, 12, 2026], returns_due: [11, 1, 2027], executives_told: 'yes' }
  await record(manager, `${at}/rapid-review/open`, [{ ...open, ...on(30, 12, 2026) }, 'Open the rapid review'])
  await record(manager, `${at}/rapid-review/safety`, [
    { text: 'The siblings were seen the same evening.', ...on(21, 12, 2026) },
    'Record safety action',
  ])
  await go(manager, `${at}/agencies/ask`)
  for (const agency of ['Northmere Council', 'NHS Northmere', 'Northmere Police', 'Education', 'Community Health', 'General Hospital']) {
    await manager.locator('.govuk-checkboxes__item', { hasText: `${agency}` }).locator('input').first().check()
  }
  await manager.check('[name=chronology][value=no]')
  await press(manager, 'Continue')
  assert.match(await manager.innerText('main'), /Information needed for case/, 'the letter can be read before')
  await press(manager, 'Send the requests')
  assert.match(await said(manager), /6 agencies.*Monday 11 January 2027/s)
}

async function agency(page, at, name) {
  await go(page, `${at}/agencies`)
  return new URL(await page.getByRole('link', { name, exact: false }).first().getAttribute('href'), page.url()).pathname
}

async function returned(page, at, name, answers) {
  const of = await agency(page, at, name)
  await record(page, `${of}/return`, [{ decided_by: 'Head of safeguarding', ...answers }, 'Record the answer'])
}

export async function answers({ as }, at) {
  const nurse = await as('contributor')
  await go(nurse, '/requests')
  await nurse.locator(`main a[href*="${at}/requests/"]`).first().click()
  await press(nurse, 'We hold information')
  await press(nurse, 'Send and write the summary')
  await record(nurse, path(nurse), [
    {
      summary: WORDS,
      facts: 'Two visits that were missed.',
      analysis: 'The visits were not offered again.',
      childs_experience: 'A baby who was often in pain.',
      good_practice: 'The health visitor rang at once.',
      learning: 'Ask again.',
      decided_by: 'D. Ahmed, Named nurse',
    },
    'Send the summary',
  ])
  const manager = await as('manager')
  for (const name of ['Northmere Council', 'NHS Northmere', 'Northmere Police']) {
    await returned(manager, at, name, { holds: 'information', summary: WORDS, ...on(8, 1, 2027) })
  }
  await returned(manager, at, 'Northmere Education', { holds: 'nothing', ...on(8, 1, 2027) })
}

export async function late({ as }, at) {
  const manager = await as('manager')
  await go(manager, `${at}/agencies`)
  assert.match(await manager.innerText('main'), /5 of 6/)
  const hospital = await agency(manager, at, 'General Hospital')
  await record(manager, `${hospital}/remind`, [{}, 'Send the reminder'])
  await returned(manager, at, 'General Hospital', { holds: 'information', summary: WORDS, ...on(12, 1, 2027) })
}

const SECTIONS = [
  ['facts', { account: 'An infant was brought in with injuries.', facts: WORDS, analysis: 'Warnings were read one by one.', childs_experience: 'Often in pain.' }],
  ['learning', { learning: 'Ask again when nobody opens.', good_practice: 'The health visitor rang at once.' }],
  ['equality', { equality: 'An interpreter was offered late.' }],
  ['national-significance', { national: 'no', national_significance: 'Known themes.' }],
]

async function actions(page, at, text) {
  await record(page, `${at}/rapid-review/actions`, [{ actions: text, complete: 'yes' }, 'Save this section'])
}

export async function meet({ as }, at) {
  const manager = await as('manager')
  await record(manager, `${at}/rapid-review/meeting`, [
    {
      present: ['council', 'icb', 'police'],
      safety_checked: 'yes',
      facts: WORDS,
      learning: 'Ask again when nobody opens.',
      ...on(13, 1, 2027),
    },
    'Record the meeting',
  ])
  for (const [section, written] of SECTIONS) {
    await record(manager, `${at}/rapid-review/${section}`, [{ ...written, complete: 'yes' }, 'Save this section'])
  }
  await record(
    manager,
    `${at}/rapid-review/lcspr`,
    [{ lcspr: 'yes' }, 'Continue'],
    [
      {
        scope_from: ['', 1, 2025],
        scope_to: ['', 12, 2026],
        key_lines: 'How were missed visits followed up?\nWho put the warnings together?',
        lcspr_reason: 'Several agencies knew a part.',
        complete: 'yes',
      },
      'Save this section',
    ],
  )
  await actions(manager, at, 'Visits that are missed are offered again within a day.')
  await putToThePartners(manager, at)
}

async function putToThePartners(page, at) {
  await record(page, `${at}/rapid-review/ask`, [{ decide_by: [19, 1, 2027] }, 'Continue'], [{}, 'Ask the partners to decide'])
}

async function agrees(page, at, partner, button) {
  await record(page, `${at}/decisions/${partner}`, [{ answer: 'agree' }, 'Continue'], [{}, button])
  assert.match(await page.innerText('main'), /Decision recorded/)
}

export const BUTTONS = {
  council: 'Record the council’s decision',
  icb: 'Record the integrated care board’s decision',
  police: 'Record the police decision',
}

export async function allAgree({ as }, at) {
  for (const partner of ['council', 'icb', 'police']) await agrees(await as(partner), at, partner, BUTTONS[partner])
}

export async function differ({ as }, at) {
  await agrees(await as('council'), at, 'council', BUTTONS.council)
  await agrees(await as('icb'), at, 'icb', BUTTONS.icb)
  await record(
    await as('police'),
    `${at}/decisions/police`,
    [{ answer: 'disagree' }, 'Continue'],
    [{ not_agreed: '3', reason: 'The actions leave out the night.', would_agree_to: 'An action for nights.' }, 'Continue'],
    [{}, BUTTONS.police],
  )
  const manager = await as('manager')
  await record(manager, `${at}/decisions/escalate`, [
    { level: 'lead_partners', who: 'The three lead partners', reason: 'Nights are left out.', ...on(14, 1, 2027) },
    'Record that it was taken higher',
  ])
}

export async function changeReport(story, at) {
  const manager = await story.as('manager')
  await actions(manager, at, 'Visits that are missed are offered again within a day, and nights are covered.')
  await go(manager, `${at}/rapid-review/ask`)
  assert.match(await manager.innerText('main'), /council/i)
  await putToThePartners(manager, at)
  await go(manager, `${at}/decisions`)
  assert.match(await manager.innerText('main'), /no longer stand/, 'the earlier decisions fell away, visibly')
  await record(manager, `${at}/decisions/escalate/end`, [
    { resolved: 'yes', outcome: 'Nights are in the report now.', ...on(18, 1, 2027) },
    'Record how it ended',
  ])
}
