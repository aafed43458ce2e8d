// From an adopted document to a public plan, as an officer and a resident would do it: once with
// the pages' script and once without. Skipped, and counted, where there is no browser or program.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { browserIsThere, openBrowser } from './browser.mjs'
import { programIsThere, root, startProgram } from './program.mjs'
import { tabTo, Walk } from './walk.mjs'

const skip = !browserIsThere() ? 'no browser' : !programIsThere() ? 'the program is not built' : false
const document_ = join(root, 'examples/plans/aberllyn-anti-racism-plan.docx')
const slug = 'aberllyn-anti-racism-action-plan'
const plan = `/plans/${slug}`
const reason = 'The papers for the meeting gave the wrong owner'

const form = ending => `main form[action$="${ending}"]`
const press = (page, selector) => page.locator(`${selector} button:not([type=button])`).first().click()

async function signIn (walk, link) {
  const { officer } = walk
  await officer.goto(link)
  await walk.look(officer, 'sign-in')
  await press(officer, 'main form[action*="/sign-in/"]')
  assert.equal(new URL(officer.url()).pathname, '/desk')
  await walk.look(officer, 'desk-empty')
  const other = await walk.person()
  const again = await other.goto(link)
  assert.equal(again.status(), 404, 'the link works a second time')
  await walk.look(other, 'sign-in-used')
  await other.context().close()
}

// Without script the browser does not tell a test that its file dialogue has opened.
async function chooseAndSend (page, upload, file, scripts) {
  await tabTo(page, `${upload}input[type=file]`)
  if (scripts) {
    const chooser = page.waitForEvent('filechooser')
    await page.keyboard.press('Enter')
    await (await chooser).setFiles(file)
  } else {
    await page.setInputFiles(`${upload}input[type=file]`, file)
  }
  await tabTo(page, `${upload}button:not([type=button])`)
  await page.keyboard.press('Enter')
}

async function importWithKeyboard (walk) {
  const { officer } = walk
  // File dialogues are intercepted for as long as somebody listens. Without this listener that would be
  // switched on when the key is already pressed, and a quick browser would open a dialogue that nobody sees.
  officer.on('filechooser', () => {})
  await walk.go(officer, '/desk/import', 'import')
  const upload = `${form('/desk/import')} `
  await chooseAndSend(officer, upload, { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') }, walk.scripts)
  await officer.waitForSelector('.govuk-error-summary')
  await walk.look(officer, 'import-error')
  assert.match(await officer.title(), /^Error: /)
  if (walk.scripts) {
    assert.ok(await officer.evaluate(() => document.activeElement.closest('.govuk-error-summary') !== null), 'the error summary has the focus')
  }
  const target = await officer.getAttribute('.govuk-error-summary a', 'href')
  assert.equal(await officer.locator(target).getAttribute('type'), 'file', 'the error leads to the field')
  await chooseAndSend(officer, upload, document_, walk.scripts)
  await officer.waitForURL(/\/desk\/import\/[^/]+$/)
}

const openQuestions = async page => {
  if (await page.locator('#question').count() === 0) return 0
  return Number((await page.textContent('#question')).match(/\d+/g).at(-1))
}

async function review (walk) {
  const { officer } = walk
  await walk.look(officer, 'review')
  const address = officer.url()
  const words = await officer.textContent('main')
  for (const theme of ['Leadership and accountability', 'Schools and young people', 'Health and care']) assert.ok(words.includes(theme), theme)
  const before = await openQuestions(officer)
  assert.ok(before > 2, `${before} questions`)
  await press(officer, form('/settle'))
  await officer.goto(address)
  assert.equal(await openQuestions(officer), before - 1, 'a settled question is not asked again')
  await press(officer, form('/undo'))
  await officer.goto(address)
  assert.equal(await openQuestions(officer), before, 'taken back, it is')
  await press(officer, form('/settle'))
}

async function edit (walk) {
  const { officer } = walk
  const review = officer.url().replace(/[?#].*/, '')
  await officer.locator(`main li a[href*="/items/"]`).first().click()
  await walk.look(officer, 'review-item')
  const editing = 'main form[action*="/items/"]'
  await officer.fill(`${editing} [name=title]`, '')
  await press(officer, editing)
  await officer.waitForSelector('.govuk-error-summary')
  await walk.look(officer, 'review-item-error')
  await officer.fill(`${editing} [name=title]`, 'Appoint a race equality champion.')
  await officer.fill(`${editing} [name=owners]`, 'Chief Executive\nLeader of the Council')
  await press(officer, editing)
  await officer.goto(review)
  assert.ok((await officer.textContent('main')).includes('Leader of the Council'), 'the draft has the new owner')
  await walk.look(officer, 'review-edited')
}

async function nothingIsPublic (walk) {
  const answer = await walk.go(walk.reader, plan, 'not-public')
  assert.equal(answer.status(), 404)
  await walk.go(walk.reader, '/', 'home-empty')
  assert.ok(!(await walk.reader.content()).includes('Aberllyn anti-racism'), 'a private plan is not named')
}

async function accept (walk) {
  await press(walk.officer, form('/accept'))
  await walk.officer.waitForURL(url => !url.pathname.startsWith('/desk/import'))
  await walk.look(walk.officer, 'accepted')
  await nothingIsPublic(walk)
  await walk.go(walk.officer, '/desk', 'desk')
}

async function release (walk) {
  const { officer, reader } = walk
  await walk.go(officer, `/desk${plan}/release`, 'release')
  await press(officer, form('/release'))
  await officer.waitForURL(url => !url.pathname.endsWith('/release'))
  await walk.go(reader, '/', 'home')
  assert.equal(await reader.locator(`main a[href="${plan}"]`).count() > 0, true, 'home links to the plan')
}

const itemLinks = page => page.locator(`main a[href^="${plan}/items/"]:not([href*="."])`)
const hrefs = locator => locator.evaluateAll(links => links.map(link => new URL(link.href).pathname))
const itemsListed = async page => new Set(await hrefs(itemLinks(page)))

async function readPlan (walk) {
  const { reader } = walk
  await walk.go(reader, plan, 'plan')
  const all = await itemsListed(reader)
  assert.ok(all.size >= 20, `${all.size} items are listed`)
  await walk.go(reader, `${plan}?status=overdue`, 'plan-overdue')
  const overdue = await itemsListed(reader)
  assert.ok(overdue.size > 0 && overdue.size < all.size, `${overdue.size} of ${all.size} are overdue`)
  await walk.go(reader, `${plan}?owner=Head+of+Human+Resources`)
  const owned = await itemsListed(reader)
  assert.ok(owned.size > 0 && owned.size < all.size, `${owned.size} have that owner`)
}

async function filterAndSort (walk) {
  const { reader } = walk
  await walk.go(reader, plan)
  await reader.click('main details.mg-filters > summary')
  await reader.selectOption('#filter-status', 'overdue')
  await press(reader, 'main form.mg-filter')
  assert.match(reader.url(), /status=overdue/)
  await walk.look(reader, 'plan-filtered')
  await walk.go(reader, plan)
  await reader.locator('main th a[href*="sort="]').last().click()
  await walk.look(reader, 'plan-sorted')
  assert.equal(await reader.locator('th[aria-sort=ascending], th[aria-sort=descending]').count(), 1, 'one heading says how it is sorted')
}

async function readItem (walk) {
  const { reader } = walk
  await walk.go(reader, plan)
  walk.item = [...await itemsListed(reader)][0]
  await walk.go(reader, walk.item, 'item')
  await walk.go(reader, `/cy${walk.item}`, 'item-cy')
  assert.equal(await reader.getAttribute('html', 'lang'), 'cy')
}

async function readTheRest (walk) {
  const { reader } = walk
  await walk.go(reader, `/cy${plan}`, 'plan-cy')
  assert.equal(await reader.getAttribute('html', 'lang'), 'cy')
  assert.ok(await reader.locator(`a[href="${plan}"][hreflang=en], a[href="${plan}"][lang=en]`).count() > 0, 'the Welsh page leads to the English one')
  await walk.go(reader, '/search?q=interpreter', 'search')
  assert.ok(await itemLinks(reader).count() > 0, 'the search finds an item')
  await walk.go(reader, '/search?q=zzzzzz', 'search-nothing')
  for (const page of ['/data', '/verify', '/how-we-know', '/accessibility-statement', '/privacy', '/sign-in']) {
    const answer = await walk.go(reader, page, page.slice(1))
    assert.equal(answer.status(), 200, page)
  }
  const missing = await walk.go(reader, '/no-such-page', 'not-found')
  assert.equal(missing.status(), 404)
}

async function takeData (walk) {
  const get = path => walk.reader.request.get(walk.address + path)
  const json = await get(`${plan}.json`)
  assert.match(json.headers()['content-type'], /application\/json/)
  assert.ok((await json.text()).includes('Head of Human Resources'))
  JSON.parse(await json.text())
  const csv = await get(`${plan}.csv`)
  assert.match(csv.headers()['content-type'], /text\/csv/)
  assert.ok((await csv.text()).split('\n').length > 20)
  assert.equal((await get(`${walk.item}.json`)).status(), 200)
  assert.equal((await get(`${walk.item}.csv`)).status(), 200)
}

async function correct (walk) {
  const { officer, reader } = walk
  await walk.go(officer, `/desk${walk.item}/correct`, 'correct')
  await press(officer, form('/correct'))
  await officer.waitForSelector('.govuk-error-summary')
  await walk.look(officer, 'correct-error')
  await officer.fill(`${form('/correct')} [name=owners]`, 'Director of Public Health')
  await officer.fill(`${form('/correct')} [name=reason]`, reason)
  await press(officer, form('/correct'))
  await officer.waitForURL(url => !url.pathname.endsWith('/correct'))
  await walk.go(reader, walk.item, 'item-corrected')
  assert.ok((await reader.textContent('main')).includes(reason), 'the item says why it was corrected')
  await walk.go(reader, `${plan}/history`, 'history')
  assert.ok((await reader.textContent('main')).includes(reason), 'so does the history of the plan')
}

async function signOut (walk) {
  await walk.go(walk.officer, '/sign-out', 'sign-out')
  await press(walk.officer, form('/sign-out'))
  await walk.look(walk.officer, 'signed-out')
  await walk.go(walk.officer, '/desk')
  assert.equal(new URL(walk.officer.url()).pathname, '/sign-in', 'the desk is closed')
}

for (const scripts of [true, false]) {
  const name = scripts ? 'with-script' : 'without-script'
  test(`from a document to a public plan, ${name.replace('-', ' ')}`, { skip, timeout: 400000 }, async t => {
    const program = await startProgram()
    t.after(() => program.stop())
    const { browser, close } = await openBrowser()
    t.after(close)
    const walk = new Walk(t, { browser, address: program.address, scripts, name })
    await walk.open()
    await walk.step('sign in by the link that was printed, once', () => signIn(walk, program.signInLink()))
    await walk.step('import a document without a mouse', () => importWithKeyboard(walk))
    await walk.step('look it through and settle a finding', () => review(walk))
    await walk.step('edit an item before it is accepted', () => edit(walk))
    await walk.step('accept it; it is still private', () => accept(walk))
    await walk.step('see what the public will see, and release it', () => release(walk))
    await walk.step('read the plan and filter it', () => readPlan(walk))
    await walk.step('sort it', () => filterAndSort(walk))
    await walk.step('read an item, in both languages', () => readItem(walk))
    await walk.step('read the other pages', () => readTheRest(walk))
    await walk.step('take the data', () => takeData(walk))
    await walk.step('correct an item in the open', () => correct(walk))
    await walk.step('sign out', () => signOut(walk))
    await t.test('every page is accessible, narrow enough and told apart', () => {
      assert.deepEqual([...new Set(walk.faults)], [])
    })
  })
}
