// One Chromium for a test file, and people who sit at it.
import { chromium } from 'playwright-core'

// Debian's browser; the sandbox cannot be set up by root, as in most containers.
const launched = chromium.launch({
  executablePath: process.env.CSPR_TEST_CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid() === 0 ? ['--no-sandbox'] : [],
})

export const WIDTHS = [1280, 390, 320]
export const PEOPLE = {
  manager: 'Sam Okafor',
  officer: 'Lee Harper',
  council: 'R. Patel',
  icb: 'J. Mensah',
  police: 'A. Chen',
  liaison: 'P. Lowe',
  contributor: 'D. Ahmed',
  reviewer: 'K. Walsh',
  administrator: 'M. Rees',
}

export async function closeBrowser() {
  await (await launched).close()
}

// A browser window in which nobody is signed in. What the pages complain of is kept in `complaints`.
export async function open(service, { script = true, width = 1280, storageState } = {}) {
  const browser = await launched
  const context = await browser.newContext({
    baseURL: service.address,
    javaScriptEnabled: script,
    storageState,
    viewport: { width, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'no-preference',
  })
  context.setDefaultTimeout(8_000)
  const page = await context.newPage()
  page.complaints = []
  page.on('pageerror', (error) => page.complaints.push(String(error)))
  page.on('console', (message) => {
    // That the page itself is an error page is what the test asked for.
    const isOfThePage = message.location().url === page.url() && message.text().startsWith('Failed to load resource')
    if (!isOfThePage) page.complaints.push(`${message.type()}: ${message.text()}`)
  })
  return page
}

// A browser window in which one of the invented people is signed in, as the sign-in page offers it.
export async function openAs(service, who, options) {
  const page = await open(service, options)
  await page.goto('/sign-in')
  await Promise.all([page.waitForURL((url) => url.pathname !== '/sign-in'), page.click(`button:text-is("${PEOPLE[who]}")`)])
  return page
}

// Opens a page; gives its status.
export async function go(page, path) {
  const answer = await page.goto(path)
  page.status = answer.status()
  return page.status
}

// Presses a button or follows a link by its words, and waits for the page that comes.
export async function press(page, words) {
  const target = page.locator(`button:text-is("${words}"), a:text-is("${words}")`).filter({ visible: true }).first()
  const [answer] = await Promise.all([page.waitForNavigation(), target.click()])
  page.status = answer?.status()
  return page.status
}

// Fills in a form as somebody who reads its labels.
export async function fill(page, answers) {
  for (const [label, answer] of Object.entries(answers)) {
    await page.getByLabel(label, { exact: true }).fill(answer)
  }
}

// Chooses radios or checkboxes, by the name of the question and the value of the answer.
export async function choose(page, answers) {
  for (const [name, value] of Object.entries(answers)) await page.check(`[name="${name}"][value="${value}"]`)
}

// Fills in a date in three parts.
export async function date(page, name, [day, month, year]) {
  await page.fill(`#${name}-day`, String(day))
  await page.fill(`#${name}-month`, String(month))
  await page.fill(`#${name}-year`, String(year))
}


// What the page says on top of what was just done, or of what is wrong.
export function said(page) {
  return page.innerText('.govuk-notification-banner, .govuk-error-summary')
}

// The path of the page.
export function path(page) {
  return new URL(page.url()).pathname
}
