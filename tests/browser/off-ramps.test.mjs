// Every way a case can leave the main road before its rapid review.
import assert from 'node:assert/strict'
import { choose, date, fill, go, path, press, said } from './harness/browser.mjs'
import { journey } from './harness/journey.mjs'
import { addChild, decideToNotify, sendToLeads, startCase, TODAY } from './harness/steps.mjs'

async function stages(page, reference) {
  await go(page, `/cases/${reference}`)
  return (await page.innerText('main')).replace(/\s+/g, ' ')
}

journey('an incident that need not be notified, and the local review instead', async ({ openAs }) => {
  const manager = await openAs('manager')
  const reference = await startCase(manager, { title: 'School-age child, unexplained injury' })
  await sendToLeads(manager, reference)
  const council = await openAs('council')
  await go(council, `/cases/${reference}/notification/decision/do-not-notify`)
  await choose(council, { harm: 'serious_harm', abuse: 'not_suspected' })
  await fill(council, { 'Why are the criteria not met?': 'The injury is explained by a fall that others saw.' })
  await council.fill('[name=decided_by]', 'R. Patel, Director of Children’s Services')
  await date(council, 'on', TODAY)
  await council.getByLabel('Northmere Police').check()
  await press(council, 'Continue')
  await press(council, 'Record the council’s decision')
  assert.match(await said(council), /need not be notified/)
  assert.match(await stages(manager, reference), /Not needed/)

  await go(manager, `/cases/${reference}/notification/alternative`)
  await manager.locator('[name=kind]').first().check()
  await fill(manager, { 'Why was this kind of review chosen?': 'There is something to learn about first aid.' })
  await manager.fill('[name=who]', 'Learning and improvement group')
  await date(manager, 'on', TODAY)
  await date(manager, 'due', [26, 6, 2026])
  await press(manager, 'Start the review')
  assert.match(await said(manager), /Other review started/)
  assert.match(await said(manager), /26 June 2026/)
})

journey('a looked-after child’s death without abuse or neglect is notified only', async ({ openAs }) => {
  const manager = await openAs('manager')
  const reference = await startCase(manager, { kind: 'looked_after_death', title: 'Looked-after child, death from illness' })
  await sendToLeads(manager, reference)
  await decideToNotify(await openAs('council'), reference, { harm: 'death', abuse: 'not_suspected', kind: 'looked_after_death' })
  await go(manager, `/cases/${reference}/notification/looked-after-death`)
  await choose(manager, { abuse: 'not_suspected' })
  await date(manager, 'on', TODAY)
  await manager.fill('[name=reference]', 'LAC-2026-1')
  await press(manager, 'Continue')
  await press(manager, 'Record the notification of the death')
  assert.match(await said(manager), /Notification of the death recorded/)
  assert.match(await said(manager), /No rapid review is needed/)
  assert.match(await stages(manager, reference), /Not needed/)
})

journey('a care leaver’s death is notified only', async ({ openAs }) => {
  const manager = await openAs('manager')
  const reference = await startCase(manager, { kind: 'care_leaver_death', title: 'Care leaver, death in own home' })
  await sendToLeads(manager, reference)
  await decideToNotify(await openAs('council'), reference, { harm: 'death', abuse: 'not_suspected', kind: 'care_leaver_death' })
  await go(manager, `/cases/${reference}/notification/care-leaver-death`)
  await manager.fill('[name=age]', '20')
  await date(manager, 'on', TODAY)
  await manager.fill('[name=reference]', 'CL-2026-1')
  await press(manager, 'Continue')
  await press(manager, 'Record the notification of the death')
  assert.match(await said(manager), /Notification of the death recorded/)
  assert.match(await stages(manager, reference), /Not needed/)
})

journey('a notification that turns out not to meet the criteria is reclassified', async ({ openAs }) => {
  const manager = await openAs('manager')
  await go(manager, '/cases/2026-003/notification/reclassify')
  await fill(manager, { 'Why does the incident not meet the criteria?': 'The tests explain everything.' })
  await manager.fill('[name=decided_by]', 'R. Patel, Director of Children’s Services')
  await date(manager, 'on', TODAY)
  await date(manager, 'panel_told', TODAY)
  await press(manager, 'Continue')
  await press(manager, 'Record the reclassification')
  assert.match(await said(manager), /Reclassification recorded/)
  assert.match(await stages(manager, '2026-003'), /Not needed/)
  await go(manager, '/due')
  assert.equal(path(manager), '/due')
  assert.doesNotMatch(await manager.innerText('main'), /rapid review.*2026-003/)
})

journey('a looked-after child’s death of which abuse is suspected later', async ({ openAs }) => {
  const manager = await openAs('manager')
  await go(manager, '/cases/2025-005/notification/sent')
  await date(manager, 'on', TODAY)
  await manager.fill('[name=reference]', 'SIN-2026-7')
  await manager.fill('[name=decided_by]', 'Head of safeguarding')
  await manager.fill('[name=reason]', 'The post-mortem found older injuries.')
  await press(manager, 'Continue')
  await press(manager, 'Record the notification as sent')
  assert.match(await said(manager), /rapid review is due/)
})

journey('several children, one of them not yet born', async ({ openAs }) => {
  const manager = await openAs('manager')
  for (const [pseudonym, age] of [['Ash', 'unborn'], ['Elm', 'one_to_five']]) await addChild(manager, '2026-005', pseudonym, age)
  await go(manager, '/cases/2026-005/notification')
  assert.match(await manager.innerText('main'), /Ash[^]*Unborn[^]*Elm/i)
})

journey('a child harmed outside England is notified by the council of their home', async ({ openAs }) => {
  const manager = await openAs('manager')
  const reference = await startCase(manager, { place: 'outside_england', title: 'Child, injured on holiday abroad' })
  await sendToLeads(manager, reference)
  await decideToNotify(await openAs('council'), reference, { locus: 'outside_england' })
  assert.match(await stages(manager, reference), /Notification/)
  await go(manager, `/cases/${reference}/notification`)
  assert.match(await manager.innerText('main'), /outside England/i)
})
