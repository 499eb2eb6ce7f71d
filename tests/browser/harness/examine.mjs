// What a machine can check of a page, on each width: section 7 of the acceptance list, by its numbers.
import assert from 'node:assert/strict'
import { violations, WCAG } from './axe.mjs'
import { WIDTHS } from './browser.mjs'

const LARGEST_PAGE = 50 * 1024

// Runs every check on the page as it stands. Every fault that is found is named, not only the first.
export async function examine(page) {
  const faults = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await settle(page)
    // A1: every rule of WCAG 2.0 to 2.2 A and AA and of good practice.
    for (const fault of await violations(page, [...WCAG, 'best-practice'])) faults.push(`${width}px: ${fault}`)
    for (const fault of await page.evaluate(layoutFaults, width)) faults.push(`${width}px: ${fault}`)
  }
  faults.push(...(await spacingFaults(page)))
  await page.setViewportSize({ width: WIDTHS[0], height: 900 })
  await settle(page)
  faults.push(...(await page.evaluate(contentFaults)))
  faults.push(...(await focusFaults(page)))
  faults.push(...page.complaints.splice(0))
  if (faults.length > 0) assert.fail([`${page.url()} (${await page.title()})`, ...new Set(faults)].join('\n'))
}

// Lets what a page does after a change of its size be done.
function settle(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

// Opens a page and runs every check on it.
export async function examineAt(page, path, status = 200) {
  const answer = await page.goto(path)
  assert.equal(answer.status(), status, path)
  const size = (await answer.body()).length
  assert.ok(size < LARGEST_PAGE, `${path} is ${size} bytes of HTML`)
  await examine(page)
}

/* global document, window, getComputedStyle, CSSStyleSheet, Node, NodeFilter */

// A3, A10: nothing goes sideways, and what is pressed is large enough on phones.
function layoutFaults(width) {
  const faults = []
  const name = (element) => element.outerHTML.slice(0, 120)
  const shown = (element) => element.checkVisibility() && element.getClientRects().length > 0
  if (document.documentElement.scrollWidth > width) {
    const wide = [...document.querySelectorAll('body *')].filter((e) => shown(e) && e.getBoundingClientRect().right > width + 1)
    faults.push(`A3: the page is ${document.documentElement.scrollWidth}px wide: ${wide.slice(-3).map(name)}`)
  }
  for (const area of document.querySelectorAll('body *')) {
    const scrolls = /auto|scroll/.test(getComputedStyle(area).overflowX) && area.scrollWidth > area.clientWidth
    if (shown(area) && scrolls && !(area.tabIndex === 0 && area.getAttribute('aria-label'))) {
      faults.push(`A3: this scrolls and cannot be reached or has no name: ${name(area)}`)
    }
  }
  if (width < 641) {
    for (const target of document.querySelectorAll('.govuk-button, .govuk-service-navigation__toggle')) {
      const { height } = target.getBoundingClientRect()
      if (shown(target) && height < 43.5) faults.push(`A10: ${height}px high: ${name(target)}`)
    }
  }
  return faults
}

// A4: with the text spacing of WCAG 1.4.12 nothing is cut off and nothing goes sideways.
async function spacingFaults(page) {
  const faults = []
  await page.evaluate(() => {
    const spaced = new CSSStyleSheet()
    spaced.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
      p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets = [spaced]
  })
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    for (const fault of await page.evaluate(cutOff, width)) faults.push(`${width}px, spaced: ${fault}`)
  }
  await page.evaluate(() => { document.adoptedStyleSheets = [] })
  return faults
}

function cutOff(width) {
  const faults = []
  if (document.documentElement.scrollWidth > width) faults.push(`A4: the page is ${document.documentElement.scrollWidth}px wide`)
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode
    if (!text.data.trim() || !text.parentElement.checkVisibility()) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1)
    for (let around = text.parentElement; around !== document.body; around = around.parentElement) {
      const { overflowX, overflowY, clipPath } = getComputedStyle(around)
      const edge = around.getBoundingClientRect()
      const isForListeners = clipPath !== 'none' || edge.width <= 1 || edge.height <= 1
      if (isForListeners) break
      if (!/hidden|clip/.test(overflowX + overflowY)) continue
      const isCut = boxes.some((box) => box.right > edge.right + 1 || box.bottom > edge.bottom + 1 || box.left < edge.left - 1 || box.top < edge.top - 1)
      if (isCut) faults.push(`A4: text is cut off: “${text.data.trim()}” in ${around.outerHTML.slice(0, 80)}`)
    }
  }
  return faults
}

// A12, A13, A14, A15, A18, A21, A23, A24, A25, and what the policy of the page stands on.
function contentFaults() {
  const faults = []
  const all = (selector) => [...document.querySelectorAll(selector)]
  const shown = (element) => element.checkVisibility()
  const name = (element) => element.outerHTML.slice(0, 160)
  const words = (element) => (element.innerText || element.textContent).trim().replace(/\s+/g, ' ')
  const report = (number, elements) => elements.forEach((element) => faults.push(`${number}: ${name(element)}`))

  const headings = all('h1, h2, h3, h4, h5, h6').filter(shown)
  const levels = headings.map((heading) => Number(heading.tagName[1]))
  if (levels.filter((level) => level === 1).length !== 1) faults.push(`A12: ${levels.filter((l) => l === 1).length} main headings`)
  levels.forEach((level, at) => {
    if (at > 0 && level > levels[at - 1] + 1) faults.push(`A12: the level of headings skips to ${name(headings[at])}`)
  })
  if (!/^(Error: )?.+ – CSPR Tracker$/.test(document.title)) faults.push(`A12: title “${document.title}”`)
  const isRefused = document.querySelector('.govuk-error-summary, .govuk-error-message') !== null
  if (isRefused !== document.title.startsWith('Error: ')) faults.push(`A12: “${document.title}” and what it says of errors`)
  if (all('main').length !== 1) faults.push('A12: not one main part')
  const navigations = all('nav').map((nav) => nav.getAttribute('aria-label') ?? document.getElementById(nav.getAttribute('aria-labelledby'))?.textContent)
  if (navigations.some((label) => !label) || new Set(navigations).size !== navigations.length) faults.push(`A12: navigation ${navigations}`)

  const fields = all('input:not([type=hidden]), select, textarea')
  for (const field of fields) {
    const label = field.labels?.[0]
    if (!label || !shown(label) || !words(label)) faults.push(`A13: no visible label: ${name(field)}`)
    if (/radio|checkbox/.test(field.type) && !field.closest('fieldset')?.querySelector('legend')) faults.push(`A13: no legend: ${name(field)}`)
  }
  report('A13: required', all('[required]'))
  report('A13: validated by the browser', all('form[method=post]:not([novalidate])').filter((form) => form.querySelector('input:not([type=hidden]), select, textarea')))
  for (const attribute of ['aria-describedby', 'aria-labelledby', 'aria-controls']) {
    report(`A13: ${attribute} names nothing`, all(`[${attribute}]`).filter((element) => element.getAttribute(attribute).split(/\s+/).some((id) => !document.getElementById(id))))
  }
  const ids = all('[id]').map((element) => element.id)
  ids.filter((id, at) => ids.indexOf(id) !== at).forEach((id) => faults.push(`A13: id ${id} twice`))

  for (const link of all('.govuk-error-summary__list a')) {
    const target = document.querySelector(link.getAttribute('href'))
    if (!target) faults.push(`A14: ${name(link)} leads nowhere`)
  }
  if (isRefused) {
    const summary = document.querySelector('.govuk-error-summary')
    if (!summary) faults.push('A14: no error summary')
    else if (document.activeElement !== summary) faults.push('A14: the error summary has no focus')
    for (const message of all('.govuk-error-message')) {
      const said = words(message).replace(/^Error: ?/, '')
      if (!words(summary ?? document.body).includes(said)) faults.push(`A14: “${said}” is not in the summary`)
    }
  }

  report('A15', all('input[type=email], input[type=tel]').filter((field) => /sign-in|account/.test(location.pathname) && !field.autocomplete))

  const help = all('footer a')[0]
  if (help?.getAttribute('href') !== '/help') faults.push('A18: Help is not the first link of the footer')

  const links = all('a[href]').filter(shown)
  const led = new Map()
  for (const link of links) {
    const said = (link.getAttribute('aria-label') ?? link.textContent).trim().replace(/\s+/g, ' ')
    // Two places of one page may share a name.
    const to = link.href.split('#')[0]
    const before = led.get(said)
    if (before && before !== to) faults.push(`A21: “${said}” leads to ${before} and to ${to}`)
    led.set(said, to)
    if (/^(click )?here$|^more$|^read more$|^view$|^change$|^edit$/i.test(said)) faults.push(`A21: “${said}” says nothing alone`)
  }

  report('A23', all('svg').filter((svg) => svg.getAttribute('role') !== 'img' && (svg.getAttribute('aria-hidden') !== 'true' || svg.getAttribute('focusable') !== 'false')))
  report('A23: picture', all('img').filter((img) => !img.hasAttribute('alt')))

  if (document.documentElement.lang !== 'en') faults.push('A24: the language is not said')
  report('A24', all('time').filter((time) => !/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?$/.test(time.getAttribute('datetime') ?? '')))
  const text = document.querySelector('main').innerText
  for (const [short, long] of [['LCSPR', /local child safeguarding practice review/i], ['ICB', /integrated care board/i]]) {
    const first = text.search(new RegExp(`\\b${short}\\b`))
    const isSpelled = long.test(document.body.innerText)
    if (first >= 0 && !isSpelled) faults.push(`A24: ${short} is not spelled out: “${text.slice(Math.max(0, first - 40), first + 60).replace(/\s+/g, ' ')}”`)
  }

  report('A25', all('meta[http-equiv=refresh], marquee, blink, [autoplay]'))
  report('0.3: style', all('style, [style]'))
  report('0.3: script', all('script:not([src])').filter((script) => !script.textContent.startsWith('document.body.className')))
  report('9: accesskey', all('[accesskey]'))
  const machine = text.match(/.{0,40}(\bnull\b|undefined|\bSome\(|\{\{|\bNaN\b|\[object).{0,40}/)
  if (machine) faults.push(`10: this is no English: “${machine[0]}”`)
  return faults
}

// A8, A9: the keyboard leads through everything in the order of reading, visibly, and out again.
async function focusFaults(page) {
  const faults = []
  await page.evaluate(() => {
    // The keyboard begins where a page begins, wherever the page itself put the focus.
    document.body.tabIndex = -1
    document.body.focus({ preventScroll: true })
    document.body.removeAttribute('tabindex')
    window.getSelection().removeAllRanges()
    window.scrollTo(0, 0)
    const look = (element) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor, textDecorationLine } = getComputedStyle(element)
      const drawn = element.matches('[type=radio], [type=checkbox]') && element.nextElementSibling
      const outline = outlineStyle === 'none' || outlineWidth === '0px' ? '' : outlineColor + outlineWidth
      return [outline, boxShadow, backgroundColor, borderColor, textDecorationLine, drawn && getComputedStyle(drawn, '::before').boxShadow].join()
    }
    const stops = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
    window.looks = new Map(stops.map((stop) => [stop, look(stop)]))
    window.passed = []
    window.step = () => {
      const at = document.activeElement
      if (!at || at === document.body || at === document.documentElement) return 'out'
      if (window.passed.includes(at)) return 'again'
      const faults = []
      const name = at.outerHTML.slice(0, 120)
      const before = window.passed.at(-1)
      if (!before && !/^Skip to main content$/.test(at.textContent.trim())) faults.push(`A8: the first stop is ${name}`)
      if (before && !(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING)) faults.push(`A8: out of order: ${name}`)
      if (look(at) === window.looks.get(at)) faults.push(`A8: focus cannot be seen: ${name}`)
      const box = at.getBoundingClientRect()
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 10))
      const isSeen = top && (at.contains(top) || top.contains(at) || top.closest('label')?.control === at || top.closest('.govuk-radios__item, .govuk-checkboxes__item')?.contains(at))
      if (!isSeen) faults.push(`A9: focus is hidden: ${name}`)
      window.passed.push(at)
      return faults
    }
    const one = (stop) => stop.type !== 'radio' || stop.checked || !document.querySelector(`[name="${stop.name}"]:checked`)
    window.reachable = stops.filter((stop) => stop.checkVisibility({ visibilityProperty: true }) && !stop.disabled && stop.tabIndex >= 0 && one(stop))
  })
  for (let stops = 0; stops < 400; stops += 1) {
    await page.keyboard.press('Tab')
    const step = await page.evaluate(() => window.step())
    if (step === 'out' || step === 'again') break
    faults.push(...step)
  }
  const missed = await page.evaluate(() => {
    const groups = new Set(window.passed.filter((stop) => stop.type === 'radio').map((stop) => stop.name))
    return window.reachable
      .filter((stop) => !window.passed.includes(stop) && !(stop.type === 'radio' && groups.has(stop.name)))
      .map((stop) => stop.outerHTML.slice(0, 120))
  })
  return [...faults, ...missed.map((stop) => `A8: Tab never comes to ${stop}`)]
}
