// What must hold on every page: no WCAG 2.2 AA fault that axe can see, one first-level heading, a
// title, a language, and no sideways scrolling on a screen 320 pixels wide.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function axeFaults (page) {
  await page.evaluate(axeSource)
  const found = await page.evaluate(tags => window.axe.run(document, {
    runOnly: { type: 'tag', values: tags }, resultTypes: ['violations']
  }).then(result => result.violations.map(fault => ({
    id: fault.id, help: fault.help, at: fault.nodes.slice(0, 3).map(node => node.target.join(' '))
  }))), standards)
  return found.map(fault => `${fault.id}: ${fault.help} (${fault.at.join('; ')})`)
}

async function shapeFaults (page) {
  const shape = await page.evaluate(() => ({
    headings: document.querySelectorAll('h1').length,
    title: document.title.trim(),
    language: document.documentElement.lang,
    mains: document.querySelectorAll('main').length
  }))
  const faults = []
  if (shape.headings !== 1) faults.push(`${shape.headings} h1 headings`)
  if (shape.mains !== 1) faults.push(`${shape.mains} main landmarks`)
  if (!shape.title) faults.push('no title')
  if (!shape.language) faults.push('no language')
  return faults
}

/** The width that a narrow screen shows and what sticks out of it, or nothing. */
async function widthFaults (page) {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  const wide = await page.evaluate(() => {
    const width = document.documentElement.scrollWidth
    if (width <= 320) return null
    const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 321)
    return { width, out: out.slice(0, 3).map(e => `${e.tagName.toLowerCase()}.${String(e.className?.baseVal ?? e.className).split(' ')[0]}`) }
  })
  await page.setViewportSize(before)
  return wide ? [`scrolls sideways at 320 px: ${wide.width} px wide (${wide.out.join(', ')})`] : []
}

/** Every fault of the page that is open, as sentences; empty when it is as it should be. */
async function faultsSeenIn (page) {
  return [...await shapeFaults(page), ...await axeFaults(page), ...await widthFaults(page)]
}

/**
 * An inspector for pages of `context`. Where the context runs no script, neither can the checks, so
 * the page's markup is looked at in a second window that runs them and none of the page's scripts.
 * Its faultsOf(page) gives sentences; empty when the page is as it should be.
 */
export async function openInspector (browser, { scripts }) {
  if (scripts) return { faultsOf: faultsSeenIn, close: async () => {} }
  const context = await browser.newContext()
  const window = await context.newPage()
  let markup = ''
  await window.route('**', route => {
    const request = route.request()
    if (request.isNavigationRequest()) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: markup })
    return request.resourceType() === 'script' ? route.abort() : route.continue()
  })
  return {
    async faultsOf (page) {
      markup = await page.content()
      await window.goto(page.url().startsWith('http') ? page.url() : 'http://page.invalid/')
      return faultsSeenIn(window)
    },
    close: () => context.close()
  }
}
