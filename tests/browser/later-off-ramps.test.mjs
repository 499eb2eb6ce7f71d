// Every way a case can leave the main road from its rapid review on.
import assert from 'node:assert/strict'
import { go, path, press, said } from './harness/browser.mjs'
import { record } from './harness/forms.mjs'
import { journey } from './harness/journey.mjs'
import { on } from './story/people.mjs'

const TODAY = on(26, 3, 2026)
const ON_BEHALF = { evidence: 'minutes', decided_by: 'The three delegated partners', ...TODAY }
const AT_THE_PANEL = '/cases/2026-002'
const IN_PROGRESS = '/cases/2025-001'
const SIGNED_OFF = '/cases/2025-009'
const BUTTONS = {
  council: 'Record the council’s decision',
  icb: 'Record the integrated care board’s decision',
  police: 'Record the police decision',
}

async function reads(page, at, words) {
  await go(page, at)
  assert.match((await page.innerText('main')).replace(/\s+/g, ' '), words)
}

// What the Panel answers, over both pages of questions and the check page.
async function panelSays(page, at, outcome, more = {}) {
  await record(
    page,
    `${at}/panel/responses/new`,
    [{ letter: [25, 3, 2026], outcome, summary: 'As the letter says.', ...TODAY }, 'Continue'],
    [more, 'Continue'],
    [{}, 'Record the response'],
  )
}

// The business unit records what each partner told it.
async function allAgree(page, at, question) {
  for (const [partner, button] of Object.entries(BUTTONS)) {
    await record(
      page,
      `${at}/decisions/${partner}/${question}/on-behalf`,
      [{ answer: 'agree', ...ON_BEHALF }, 'Continue'],
      [{}, button],
    )
  }
}

journey('the Panel disagrees, and the partners depart from its view', async ({ openAs }) => {
  const manager = await openAs('manager')
  await panelSays(manager, AT_THE_PANEL, 'disagree_wants_lcspr')
  assert.equal(path(manager), `${AT_THE_PANEL}/panel/what-follows`)
  await record(manager, `${AT_THE_PANEL}/panel/reconsider`, [
    { reason: 'The Panel thinks that an LCSPR is warranted.', ...TODAY },
    'Record that the partners reconsider',
  ])
  await allAgree(manager, AT_THE_PANEL, 'reconsideration')
  await record(
    manager,
    `${AT_THE_PANEL}/panel/close`,
    [{ reason: 'Everything that could be learnt abroad was learnt.', ...TODAY }, 'Continue'],
    [{}, 'End at the rapid review'],
  )
  await reads(manager, AT_THE_PANEL, /LCSPR Not needed/)
})

for (const [goesOn, stage] of [['yes', /National Panel response/], ['no', /Waiting for the national review/]]) {
  journey(`a national review, and local work ${goesOn === 'yes' ? 'beside it' : 'waits for it'}`, async ({ openAs }) => {
    const manager = await openAs('manager')
    await panelSays(manager, AT_THE_PANEL, 'national_review', { agrees: 'not_said' })
    await record(
      manager,
      `${AT_THE_PANEL}/panel/national`,
      [{ kind: 'national', local_continues: goesOn, who: 'P. Lowe, Panel liaison officer', ...TODAY }, 'Continue'],
      [{}, 'Record the review'],
    )
    await reads(manager, AT_THE_PANEL, stage)
    await reads(manager, `${AT_THE_PANEL}/panel`, /National review/i)
    await record(manager, `${AT_THE_PANEL}/panel/national/end`, [
      { outcome: 'Its report was published.', ...TODAY },
      'Record the end of the review',
    ])
  })
}

journey('the report goes in time although a partner has not decided', async ({ openAs }) => {
  const manager = await openAs('manager')
  await go(manager, '/cases/2026-003/panel/submit')
  assert.match(await manager.innerText('main'), /police/i, 'who has not decided is named')
  await record(
    manager,
    '/cases/2026-003/panel/submit',
    [{ reason: 'The deadline is the law, and the police decide tomorrow.', ...TODAY }, 'Continue'],
    [{}, 'Record the rapid review as sent'],
  )
  assert.match(await said(manager), /Met with 3 working days to spare/)
  const police = await openAs('police')
  await record(police, '/cases/2026-003/decisions/police', [{ answer: 'agree' }, 'Continue'], [{}, BUTTONS.police])
  assert.match(await police.innerText('main'), /Decision recorded/, 'everyone may still record')
})

journey('an LCSPR that the three partners stop', async ({ openAs }) => {
  const manager = await openAs('manager')
  await allAgree(manager, IN_PROGRESS, 'discontinue')
  await record(
    manager,
    `${IN_PROGRESS}/lcspr/discontinue`,
    [
      { reason: 'A national review takes it over.', learning: 'What practitioners told is kept.', panel_told: [26, 3, 2026], ...TODAY },
      'Continue',
    ],
    [{}, 'Record that the review is stopped'],
  )
  await reads(manager, IN_PROGRESS, /LCSPR (was )?(stopped|discontinued)|Not needed/i)
})

journey('only the improvements are published', async ({ openAs }) => {
  const manager = await openAs('manager')
  await allAgree(manager, SIGNED_OFF, 'improvements-only')
  const told = { panel_told: [26, 3, 2026], secretary_of_state_told: [26, 3, 2026] }
  await record(
    manager,
    `${SIGNED_OFF}/publication/improvements`,
    [
      {
        reason: 'The child could be known from any account.',
        text: 'Visits that are missed are offered again.',
        address: 'https://northmere.example/improvements/1',
        ...told,
        ...TODAY,
      },
      'Continue',
    ],
    [{}, 'Record the publication'],
  )
  await reads(manager, `${SIGNED_OFF}/publication`, /improvements/i)
})

journey('publication is held, and then nothing is published', async ({ openAs }) => {
  const manager = await openAs('manager')
  const told = { panel_told: [26, 3, 2026], secretary_of_state_told: [26, 3, 2026] }
  await allAgree(manager, SIGNED_OFF, 'hold-publication')
  await record(
    manager,
    `${SIGNED_OFF}/publication/hold`,
    [{ reason: 'A trial goes on.', review_on: [26, 6, 2026], ...told, ...TODAY }, 'Continue'],
    [{}, 'Hold publication'],
  )
  await reads(manager, SIGNED_OFF, /26 June 2026/)
  await record(manager, `${SIGNED_OFF}/publication/release`, [{ reason: 'The trial is over.', ...TODAY }, 'End the hold'])
  await allAgree(manager, SIGNED_OFF, 'not-publish')
  await record(
    manager,
    `${SIGNED_OFF}/publication/decline`,
    [{ reason: 'Even the improvements would name the family.', ...told, ...TODAY }, 'Continue'],
    [{}, 'Record that nothing is published'],
  )
  await reads(manager, SIGNED_OFF, /not published|nothing is published/i)
})

journey('a report that is taken down before its year is over', async ({ openAs }) => {
  const manager = await openAs('manager')
  await go(manager, '/cases/2024-002/publication/take-down')
  await manager.fill('[name=reason]', 'A court ordered it.')
  await manager.check('[name=legal_order][value=yes]')
  for (const [part, value] of [['day', 26], ['month', 3], ['year', 2026]]) await manager.fill(`#on-${part}`, String(value))
  await press(manager, 'Continue')
  assert.match(await manager.innerText('main'), /23 working days too early/, 'the year is not over')
  await press(manager, 'Record that it was taken down')
  assert.match(await said(manager), /taken down/i)
})

journey('another review of the same events', async ({ openAs }) => {
  const manager = await openAs('manager')
  await record(manager, '/cases/2026-003/proceedings/link', [
    { kind: 'child_death', reference: 'CDOP 12', comment: 'They share what they hear of the family.', ...TODAY },
    'Link the review',
  ])
  await reads(manager, '/cases/2026-003/proceedings', /child death review/i)
})

journey('a request is withdrawn, and an answer opened again', async ({ openAs }) => {
  const manager = await openAs('manager')
  await go(manager, '/cases/2026-004/agencies')
  const rows = manager.locator('main table tbody tr')
  const open = rows.filter({ hasText: /Due|overdue/i }).first().locator('a').first()
  const answered = rows.filter({ hasText: /Received|Nothing held/i }).first().locator('a').first()
  const [waits, done] = [await open.getAttribute('href'), await answered.getAttribute('href')]
  await record(manager, `${waits}/withdraw`, [{ reason: 'It never knew the family.' }, 'Withdraw the request'])
  await record(
    manager,
    `${done}/reopen`,
    [{ reason: 'The summary stops in January.', due: [31, 3, 2026] }, 'Continue'],
    [{}, 'Open it again and ask'],
  )
  await reads(manager, '/cases/2026-004/agencies', /Withdrawn/i)
})
