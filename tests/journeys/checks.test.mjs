// The checks themselves: a page without faults passes, and each planted fault is reported.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browserIsThere, openBrowser } from './browser.mjs'
import { openInspector } from './checks.mjs'

const skip = browserIsThere() ? false : 'no browser'
const page = (main, title = 'A page') => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head><body><main>${main}</main></body></html>`

const cases = [
  ['a page as it should be has no fault', page('<h1>One</h1><label for="a">A</label><input id="a">'), []],
  ['two first-level headings are reported', page('<h1>One</h1><h1>Two</h1>'), [/2 h1 headings/]],
  ['a missing title is reported', page('<h1>One</h1>', ''), [/no title/, /document-title/]],
  ['an input without a label is reported', page('<h1>One</h1><input>'), [/^label:/]],
  ['grey on white is reported', page('<h1>One</h1><p style="color:#aaa;background:#fff">Words</p>'), [/color-contrast/]],
  ['a wide box is reported', page('<h1>One</h1><div style="width:500px">Wide</div>'), [/scrolls sideways at 320 px/]]
]

for (const javaScriptEnabled of [true, false]) {
  test(`checks work ${javaScriptEnabled ? 'with' : 'without'} script`, { skip }, async t => {
    const { browser, close } = await openBrowser()
    t.after(close)
    const context = await browser.newContext({ javaScriptEnabled })
    const tab = await context.newPage()
    const inspector = await openInspector(browser, { scripts: javaScriptEnabled })
    for (const [name, html, expected] of cases) {
      await tab.goto(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`)
      const faults = await inspector.faultsOf(tab)
      assert.equal(faults.length, expected.length, `${name}: ${faults.join('\n')}`)
      expected.forEach((pattern, i) => assert.match(faults[i], pattern, name))
    }
  })
}
