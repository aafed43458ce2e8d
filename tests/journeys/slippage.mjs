// A date passes: overdue the day after and not before; the owner gives a new date with a reason, the coordinator
// agrees, and the first date stays to be seen. Work without an end is never overdue, but comes up for review.
import assert from 'node:assert/strict'
import { acceptAndRelease, adopted, fillDirectory, form, importDocument, journey, linkTo, planData, press, putLettersAside, words } from './desk.mjs'
import { reportByKeyboard } from './reply.mjs'

const response = 'cardiff-race-equality-taskforce.docx'
const actions = 'north-somerset-anti-racist-plan.docx'
const why = 'The forum met for the first time only in March'
const agreed = 'The board agreed to wait for the forum'
const post = ['Head of Economic Development', 'economy@partners.example', 'Llyn Valley Council', 'en']

async function adopt (walk) {
  await importDocument(walk, adopted(actions), { asOf: '2023' })
  walk.actions = await acceptAndRelease(walk)
  await importDocument(walk, adopted(response), { asOf: '2022' })
  walk.plan = await acceptAndRelease(walk)
  walk.item = (await planData(walk, walk.plan)).items.find(item => item.timescale === 'Q4 2022/23')
  assert.equal(walk.item.due, '2023-03-31', 'the fourth quarter of the financial year ends in March')
}

/** The items of a plan by what the calendar says of them: on its pages, and beside them as data. */
async function overdue (walk, plan) {
  await walk.go(walk.reader, `${plan}?status=overdue`)
  const listed = await walk.reader.locator(`main table a[href^="${plan}/items/"]`).evaluateAll(links => links.map(link => link.getAttribute('href')))
  const { items } = await planData(walk, plan)
  const counted = items.filter(item => item.rule === 'overdue' && !item.parent).map(item => item.url)
  assert.deepEqual(listed.filter(url => counted.includes(url)).sort(), counted.sort(), 'the page lists what the data has')
  return { items, urls: new Set(counted) }
}

const dueOn = (items, day) => items.filter(item => item.due === day && !item.parent).map(item => item.url)

async function onTheLastDay (walk) {
  walk.before = {}
  for (const plan of [walk.plan, walk.actions]) {
    const { items, urls } = await overdue(walk, plan)
    assert.ok(dueOn(items, '2023-03-31').length > 0, 'something is due today')
    for (const url of dueOn(items, '2023-03-31')) assert.ok(!urls.has(url), `${url} still has today`)
    walk.before[plan] = urls
  }
  await walk.go(walk.reader, walk.item.url, 'item-last-day')
  assert.match(await words(walk.reader), /Due today/)
}

async function theDayAfter (walk) {
  for (const plan of [walk.plan, walk.actions]) {
    const { items, urls } = await overdue(walk, plan)
    assert.deepEqual([...urls].sort(), [...walk.before[plan], ...dueOn(items, '2023-03-31')].sort(), 'what was due yesterday, and nothing else')
    for (const item of items.filter(one => one.ongoing && !one.due)) assert.notEqual(item.rule, 'overdue', `${item.url} has no end`)
  }
  await walk.look(walk.reader, 'overdue')
  await walk.go(walk.reader, walk.item.url, 'item-overdue')
  assert.match(await words(walk.reader), /Overdue by 1 day/)
}

// The plan names somebody; the directory has posts.
async function sayWhoIsMeant (walk) {
  const { officer } = walk
  await fillDirectory(walk, [post])
  const slug = walk.plan.split('/').at(-1)
  await walk.go(officer, `/desk/people/match/${slug}`, 'match')
  const n = (await officer.locator(`main input[type=hidden][value="${walk.item.owners[0]}"]`).getAttribute('name')).split('-')[1]
  await officer.check(`main [name="post-${n}"][value=other]`)
  await officer.fill(`main [name="other-${n}"]`, post[0])
  await press(officer, form(`/match/${slug}`))
  await officer.waitForURL(/people/)
  await walk.look(officer, 'matched')
}

async function ownerGivesANewDate (walk) {
  const { officer } = walk
  await walk.go(officer, `/desk/cycle/${walk.plan.split('/').at(-1)}`, 'cycle')
  putLettersAside(walk)
  await press(officer, form('/ask'))
  await officer.waitForURL(/done=asked/)
  const forecast = { day: '31', month: '5', year: '2023', because: why }
  await reportByKeyboard(walk, await linkTo(walk, post[1], 'reply'), { item: walk.item.id, claim: 'off_track', forecast, language: 'en' })
  await walk.go(officer, walk.item.url, 'item-forecast')
  assert.match(await words(officer), new RegExp(`31 May 2023[^]*${why}`))
}

async function moveTheDate (walk) {
  const { officer } = walk
  await officer.locator('main a[href$="/redate"]').click()
  await walk.look(officer, 'redate')
  await officer.fill('main [name=redate]', 'Spring 2023')
  await press(officer, form('/redate'))
  await officer.waitForSelector('.govuk-error-summary')
  assert.equal(await officer.inputValue('main [name=redate]'), 'Spring 2023', 'what was typed is kept')
  await officer.fill('main [name=reason]', agreed)
  await press(officer, form('/redate'))
  await officer.waitForURL(url => url.pathname === walk.item.url)
}

async function whatSlipped (walk) {
  const { reader } = walk
  await walk.go(reader, walk.item.url, 'item-moved')
  assert.ok(!(await words(reader)).includes('Overdue by'), 'it has until the end of May')
  await walk.go(reader, `${walk.plan}/slipped`, 'slipped')
  const text = await words(reader)
  for (const part of ['31 March 2023', '31 May 2023', '61 days', agreed]) assert.ok(text.includes(part), `the page says “${part}”`)
  const { slipped } = await reader.request.get(`${walk.address}${walk.plan}/slipped.json`).then(answer => answer.json())
  const { original, agreed: current, days, redatings } = slipped.find(one => one.item === walk.item.id)
  assert.deepEqual([original, current, days, redatings], ['2023-03-31', '2023-05-31', 61, 1])
  await walk.go(reader, `/cy${walk.plan}/slipped`, 'slipped-cy')
}

async function upForReview (walk) {
  const { items } = await planData(walk, walk.actions)
  const endless = items.filter(item => item.ongoing && !item.due)
  assert.ok(endless.length > 10, `${endless.length} have no end`)
  for (const item of endless) assert.equal(item.rule, 'review_due', item.url)
  await walk.go(walk.reader, `${walk.actions}?status=review_due`, 'review-due')
  await walk.go(walk.reader, endless[0].url, 'item-review-due')
  assert.match(await words(walk.reader), /[Rr]eview/)
}

journey('a date passes, and is moved in the open', { name: 'slippage', documents: [response, actions], today: '2023-03-31' }, async walk => {
  await walk.step('adopt a response and a plan', () => adopt(walk))
  await walk.step('on the last day nothing is late', () => onTheLastDay(walk))
  await walk.step('the day after it is; what has no end is not', async () => {
    await walk.program.goTo('2023-04-01')
    await theDayAfter(walk)
  })
  await walk.step('say which post the plan means', () => sayWhoIsMeant(walk))
  await walk.step('the owner gives a new date, and why', () => ownerGivesANewDate(walk))
  await walk.step('the coordinator moves the date, with a reason', () => moveTheDate(walk))
  await walk.step('the first date, one move and the days stand on the page', () => whatSlipped(walk))
  await walk.step('half a year later, what has no end is up for review', async () => {
    await walk.program.goTo('2023-10-02')
    await upForReview(walk)
  })
})
