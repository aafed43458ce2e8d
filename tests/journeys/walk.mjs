// One walk through the product: its pages are looked at as they are met, and steps are taken in
// order. The first step that fails ends the walk, because the next ones build on it.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openInspector } from './checks.mjs'
import { root } from './program.mjs'

const viewport = { width: 1280, height: 900 }
// A picture of each page takes a third of the time: for people who want to look, not for each run.
const pictures = Boolean(process.env.MAKEGOOD_PICTURES)

export class Walk {
  constructor (t, { browser, address, scripts, name }) {
    Object.assign(this, { t, browser, address, scripts, name })
    this.faults = []
    this.titles = new Map()
    this.seen = 0
    this.failed = false
    this.folder = join(root, 'build/screenshots', name)
    mkdirSync(this.folder, { recursive: true })
  }

  async open () {
    this.inspector = await openInspector(this.browser, { scripts: this.scripts })
    this.officer = await this.person()
    this.reader = await this.person()
  }

  /** A window of somebody new, who has no cookie of anybody else's. */
  async person () {
    const context = await this.browser.newContext({ javaScriptEnabled: this.scripts, viewport, acceptDownloads: true })
    context.setDefaultTimeout(45000)
    const page = await context.newPage()
    page.on('pageerror', error => this.faults.push(`${page.url()}: script fault: ${error.message}`))
    page.on('response', answer => {
      if (answer.status() >= 500) this.faults.push(`${answer.url()}: answered ${answer.status()}`)
    })
    return page
  }

  async step (name, body) {
    await this.t.test(name, { skip: this.failed && 'an earlier step failed' }, async () => {
      try {
        await body()
      } catch (error) {
        this.failed = true
        await this.picture(this.officer, 'failed').catch(() => {})
        throw error
      }
    })
  }

  /** Of the whole page, into build/screenshots. A walk that failed leaves one in any case. */
  async picture (page, name) {
    if (!pictures && !this.failed) return
    const number = String(++this.seen).padStart(2, '0')
    await page.screenshot({ path: join(this.folder, `${number}-${name}.png`), fullPage: true })
  }

  /**
   * Looks at the page that is open: every fault of it, and a title that no other page has. Pages
   * that were not found may share theirs, and so may the two that sign somebody in.
   */
  async look (page, name, { ownTitle = true, inspector = this.inspector } = {}) {
    await this.picture(page, name)
    const where = new URL(page.url()).pathname.replace(/^(\/sign-in)\/.*/, '$1')
    for (const fault of await inspector.faultsOf(page)) this.faults.push(`${where} (${name}): ${fault}`)
    if (!ownTitle) return
    const language = await page.getAttribute('html', 'lang')
    const key = `${language} ${await page.title()}`
    const other = this.titles.get(key)
    if (other && other !== where) this.faults.push(`${where} has the same title as ${other}: ${key}`)
    this.titles.set(key, where)
  }

  /** The same for a page whose window runs no script, whatever this walk's own windows do. */
  async lookWithoutScript (page, name) {
    this.bareInspector ??= await openInspector(this.browser, { scripts: false })
    await this.look(page, name, { ownTitle: false, inspector: this.bareInspector })
  }

  async go (page, path, name) {
    const answer = await page.goto(this.address + path)
    if (name) await this.look(page, name, { ownTitle: answer.status() === 200 })
    return answer
  }

  async close () {
    await this.inspector?.close()
  }
}

/** Presses Tab until the element has the focus; how a person without a mouse gets there. */
export async function tabTo (page, selector, most = 80) {
  for (let presses = 0; presses < most; ++presses) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(wanted => document.activeElement?.matches(wanted), selector)) return
  }
  throw new Error(`${most} presses of Tab did not lead to ${selector}`)
}
