// The December report of a group that carries a commission's work on: five partners get a link each, two answer,
// one of them with "no change". The report names the three who are silent, is frozen, and comes out with the
// same bytes half a year later; the final report compares with it.
import { createHash } from 'node:crypto'
import assert from 'node:assert/strict'
import { acceptAndRelease, adopted, fillDirectory, form, importDocument, journey, linkTo, planData, press, putLettersAside, words } from './desk.mjs'
import { reportByKeyboard } from './reply.mjs'

const document_ = 'stevenage-legacy-action-plan.docx'

// One partner for each action.
const partners = [
  ['Health partner', 'health@partners.example', 'Llyn Valley Health Board', 'cy'],
  ['Education partner', 'education@partners.example', 'Llyn Valley Schools', 'en'],
  ['Police partner', 'police@partners.example', 'Llyn Valley Police', 'en'],
  ['Business partner', 'business@partners.example', 'Llyn Valley Chamber of Commerce', 'en'],
  ['Justice partner', 'justice@partners.example', 'Llyn Valley Probation', 'en']
]
const [health, , police] = partners.map(([, address]) => address)
const figure = { shows: '41 of 60 groups in the list took part', source: 'Attendance lists' }
const silent = ['Education partner', 'Business partner', 'Justice partner']

async function adopt (walk) {
  const { officer } = walk
  await importDocument(walk, adopted(document_), { asOf: '2023' })
  await walk.look(officer, 'review')
  const found = await officer.locator('main a[href*="/items/"]').evaluateAll(links => [...new Set(links.map(link => new URL(link.href).pathname))])
  const items = found.sort((a, b) => a.split('/').at(-1) - b.split('/').at(-1))  // as in the document, not as they are asked about
  assert.equal(items.length, partners.length, 'one partner for each action')
  for (const [n, item] of items.entries()) {
    await walk.go(officer, item, n === 0 && 'review-item')
    await officer.fill('main [name=partners]', partners[n][0])
    await press(officer, form(item))
    await officer.waitForURL(url => url.pathname === walk.review)
  }
  walk.plan = await acceptAndRelease(walk, 'release')
  walk.slug = walk.plan.split('/').at(-1)
  walk.items = (await planData(walk, walk.plan)).items
}

async function setUpTheCycle (walk) {
  const { officer } = walk
  const group = walk.items[0].owners[0]
  await fillDirectory(walk, [...partners, [group, 'group@partners.example', group, 'en']])
  await walk.look(officer, 'directory')
  await walk.go(officer, `/desk/cycle/${walk.slug}`, 'cycle-usual')
  await officer.locator('main details:has([name=frequency]) > summary').click()
  await officer.check('main [name=frequency][value=named-dates]')
  await officer.fill('main [name=dates]', '2023-09-30\n2023-12-31\n2024-06-30')
  await officer.fill('main [name=officer]', group)
  await press(officer, form('/schedule'))
  await officer.waitForURL(/done=set/)
  await walk.look(officer, 'cycle-set')
}

async function ask (walk, picture) {
  const { officer } = walk
  putLettersAside(walk)
  await walk.go(officer, `/desk/cycle/${walk.slug}`)
  await press(officer, form('/ask'))
  await officer.waitForURL(/done=asked/)
  await walk.look(officer, picture)
}

const claimOn = (walk, n) => ({ item: walk.items[n].id })

async function twoAnswer (walk) {
  await reportByKeyboard(walk, await linkTo(walk, police, 'reply'), { ...claimOn(walk, 2), claim: 'no_change', language: 'en' })
  await reportByKeyboard(walk, await linkTo(walk, health, 'reply'), { ...claimOn(walk, 0), claim: 'at_risk', language: 'cy' })
  await walk.go(walk.officer, `/desk/cycle/${walk.slug}`, 'cycle-two-of-five')
}

// Letters are not due any more, but who was silent is to be written down.
async function endTheCycle (walk) {
  const { officer } = walk
  await walk.go(officer, `/desk/cycle/${walk.slug}`, 'cycle-over')
  await press(officer, form('/ask'))
  await officer.waitForURL(/done=closed/)
  await walk.look(officer, 'cycle-closed')
}

const reportAt = (walk, kind, period) => `/desk/reports?plan=${walk.slug}&kind=${kind}&period=${period}&scope=whole&of=&profile=none`
const formats = ['docx', 'xlsx', 'html', 'md', 'json']

const digest = bytes => createHash('sha256').update(bytes).digest('hex')

async function hashes (walk, edition) {
  const all = {}
  for (const format of formats) {
    const answer = await walk.reader.request.get(`${walk.address}${edition}.${format}`)
    assert.equal(answer.status(), 200, `${edition}.${format}`)
    all[format] = digest(await answer.body())
  }
  return all
}

// As it is seen: captions, which say a heading again, are heard alone.
const report = walk => walk.officer.locator('.mg-preview__page').evaluate(page => {
  for (const caption of page.querySelectorAll('caption')) caption.style.display = 'none'
  return page.innerText
})

/** What stands under a heading of the report, up to the next numbered one. */
async function part (walk, heading) {
  const text = await report(walk)
  const from = text.search(new RegExp(`^\\d+\\. ${heading}$`, 'm'))
  assert.ok(from >= 0, `the report has a part “${heading}”`)
  return text.slice(from).split(/\n(?=\d+\. |Appendix)/)[0]
}

async function freeze (walk, picture) {
  await press(walk.officer, 'main form[method=post][action$="/desk/reports"]')
  await walk.officer.waitForURL(/\/editions\/[^/]+$/)
  await walk.look(walk.officer, picture)
  return new URL(walk.officer.url()).pathname
}

async function decemberReport (walk) {
  await walk.go(walk.officer, reportAt(walk, 'six-monthly', '2023-12'), 'report-december')
  const silence = await part(walk, 'Who did not answer')
  for (const [name, , organisation] of partners) assert.equal(silence.includes(organisation), silent.includes(name), organisation)
  assert.match(silence, /^3 organisations or posts gave no answer/m)
  assert.match(await part(walk, 'What owners say about the rest'), /No change was reported/)
  assert.match(await part(walk, 'Outputs and outcomes'), /No figure was given as evidence/)
  walk.december = await freeze(walk, 'report-frozen')
  walk.bytes = await hashes(walk, walk.december)
}

async function theSameInJuly (walk) {
  await walk.go(walk.reader, `${walk.plan}/editions`, 'editions')
  assert.equal(await walk.reader.locator(`main a[href^="${walk.december}"]`).count() > 0, true, 'the public finds the edition')
  assert.deepEqual(await hashes(walk, walk.december), walk.bytes, 'the bytes that were frozen in January')
  for (const format of formats) {
    const answer = await walk.officer.request.get(`${walk.address}${reportAt(walk, 'six-monthly', '2023-12').replace('?', '/file?')}&format=${format}`)
    assert.equal(digest(await answer.body()), walk.bytes[format], `written again as ${format}`)
  }
}

// What partners sent is quoted in a report once the coordinator has read it.
async function approve (walk) {
  const { officer } = walk
  await walk.go(officer, '/desk/updates', 'updates')
  await officer.locator(`main a[href*="${walk.slug}/updates/"]`).last().click()
  await walk.look(officer, 'update')
  assert.ok((await words(officer)).includes(figure.shows))
  await officer.click('main button[name=publish]')
  await officer.waitForURL(url => url.pathname === '/desk/updates')
}

async function finalReport (walk) {
  await walk.go(walk.officer, reportAt(walk, 'final', '2024-06'), 'report-final')
  assert.match(await part(walk, 'Summary'), /six-monthly report for 1 July 2023 to 31 December 2023:\n+1 promise newly reported complete/)
  const [outputs, outcomes] = (await part(walk, 'Outputs and outcomes')).split('Outcomes: what changed')
  assert.match(outputs, /1 of 5 promises/)
  assert.ok(!outputs.includes(figure.shows) && outcomes.includes(figure.shows) && outcomes.includes(figure.source), 'the figure is an outcome')
  await freeze(walk, 'report-final-frozen')
}

journey('the December report of a legacy group', { name: 'legacy', documents: [document_], today: '2023-09-06' }, async walk => {
  await walk.step('adopt the plan; each action has its partner', () => adopt(walk))
  await walk.step('say who is asked, and when', () => setUpTheCycle(walk))
  await walk.step('ask for September', () => ask(walk, 'cycle-asked'))
  await walk.step('a partner reports by link alone', async () =>
    reportByKeyboard(walk, await linkTo(walk, police, 'reply'), { ...claimOn(walk, 2), claim: 'on_track', language: 'en' }))
  await walk.step('three months later, ask for December', async () => {
    await walk.program.goTo('2023-12-05')
    await ask(walk, 'cycle-december')
  })
  await walk.step('two of five answer, one of them that nothing changed', () => twoAnswer(walk))
  await walk.step('in January, write down who was silent', async () => {
    await walk.program.goTo('2024-01-08')
    await endTheCycle(walk)
  })
  await walk.step('the December report names the silent three; it is frozen', () => decemberReport(walk))
  await walk.step('in June a partner says what came of it, with a figure', async () => {
    await walk.program.goTo('2024-06-05')
    await ask(walk, 'cycle-june')
    await reportByKeyboard(walk, await linkTo(walk, police, 'reply'), { ...claimOn(walk, 2), claim: 'complete', figure, language: 'en' })
    await approve(walk)
  })
  await walk.step('in July the December report has the same bytes', async () => {
    await walk.program.goTo('2024-07-10')
    await theSameInJuly(walk)
  })
  await walk.step('the final report compares with it, outputs apart from outcomes', () => finalReport(walk))
})
