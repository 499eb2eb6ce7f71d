// Stretches that several journeys walk.
import { choose, date, fill, go, path, press } from './browser.mjs'

export const TODAY = [26, 3, 2026]
// Who is given access from the beginning.
const WITH_ACCESS = ['Lee Harper', 'R. Patel', 'J. Mensah', 'A. Chen']

// Answers every question of starting a case; stands on the check page.
export async function answerNewCase(page, { kind = 'serious_incident', place = 'in_area', title = 'Infant, injury at home' } = {}) {
  await go(page, '/cases/new')
  await choose(page, { which: 'today' })
  await press(page, 'Continue')
  await choose(page, { kind })
  await press(page, 'Continue')
  await choose(page, { place })
  await press(page, 'Continue')
  await page.fill('[name=title]', title)
  await press(page, 'Continue')
  for (const person of WITH_ACCESS) await page.locator('.govuk-checkboxes__item', { hasText: person }).locator('input').check()
  await press(page, 'Continue')
}

// Starts a case; gives its reference.
export async function startCase(page, answers) {
  await answerNewCase(page, answers)
  await press(page, 'Start the case')
  return path(page).split('/').at(-1)
}

// Records that the referral went to the three leads.
export async function sendToLeads(page, reference) {
  await go(page, `/cases/${reference}/notification/leads`)
  await date(page, 'on', TODAY)
  await press(page, 'Record as sent to the leads')
}

// Records the council's decision to notify, as its director.
export async function decideToNotify(page, reference, answers = {}) {
  await go(page, `/cases/${reference}/notification/decision/notify`)
  await choose(page, { harm: 'serious_harm', abuse: 'suspected', locus: 'in_area', kind: 'serious_incident', ...answers })
  await fill(page, { 'Why are the criteria met?': 'Injuries without an explanation. The family was known.' })
  await page.fill('[name=decided_by]', 'R. Patel, Director of Children’s Services')
  if (await page.locator('[name=comment]').count()) await page.fill('[name=comment]', 'They were asked this morning.')
  await date(page, 'on', TODAY)
  await press(page, 'Continue')
  await press(page, 'Record the council’s decision')
}

// Adds a child to the notification.
export async function addChild(page, reference, pseudonym = 'Rowan', age = 'under_one') {
  await go(page, `/cases/${reference}/notification/children/new`)
  await fill(page, { Pseudonym: pseudonym })
  const no = { disability: 'no', looked_after: 'no', care_leaver: 'no', child_in_need: 'no', protection_plan: 'no' }
  await choose(page, { harm: 'serious_harm', age_band: age, sex: 'female', group: 'not_known', known_to_agencies: 'yes', ...no })
  await press(page, 'Continue')
  if (path(page).endsWith('/new')) await press(page, 'Add child')
}

// Records that the notification was sent, over its check page.
export async function markAsSent(page, reference) {
  await go(page, `/cases/${reference}/notification/sent`)
  await date(page, 'on', TODAY)
  await page.fill('[name=reference]', 'SIN-2026-0326')
  await page.fill('[name=decided_by]', 'Head of safeguarding')
  await press(page, 'Continue')
  await press(page, 'Record the notification as sent')
}
