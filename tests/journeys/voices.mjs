// Two voices: an owner claims, the panel finds otherwise, the coordinator comments and can change nothing of it.
import assert from 'node:assert/strict'
import { acceptAndRelease, adopted, fillDirectory, form, importDocument, journey, linkTo, planData, press, putLettersAside, signIn, words } from './desk.mjs'
import { answerByKeyboard, reportByKeyboard } from './reply.mjs'

const document_ = 'stevenage-legacy-action-plan.docx'
const panel = 'panel@partners.example'
const reasons = 'The minutes that we asked for do not mention it'
const question = 'Who keeps the minutes, and since when?'
const answer = 'The clerk of the group, since May'
const comment = 'The minutes are being written and go to the panel in August'

async function adopt (walk) {
  await importDocument(walk, adopted(document_), { asOf: '2023' })
  walk.plan = await acceptAndRelease(walk)
  walk.slug = walk.plan.split('/').at(-1)
  walk.item = (await planData(walk, walk.plan)).items[0]
  const group = walk.item.owners[0]
  await fillDirectory(walk, [[group, 'group@partners.example', group, 'en'], ['Member of the panel', panel, 'Race Equality Panel', 'en']])
}

async function giveTheRole (walk) {
  const { officer } = walk
  await walk.go(officer, '/desk/people')
  await officer.locator(`main a[href*="/persons/"]:text-is("${panel}")`).click()
  await walk.look(officer, 'person')
  const grant = 'main form[action$="/grant"]'
  await officer.selectOption(`${grant} [name=role]`, 'scrutineer')
  await officer.selectOption(`${grant} [name=plan]`, walk.slug)
  await press(officer, grant)
  await officer.waitForLoadState()
  await walk.look(officer, 'person-with-role')
}

async function panelSignsIn (walk) {
  walk.scrutineer = await walk.person()
  putLettersAside(walk)
  await walk.go(walk.scrutineer, '/sign-in')
  await walk.scrutineer.fill('main [name=email]', panel)
  await press(walk.scrutineer, form('/sign-in'))
  await signIn(walk.scrutineer, walk.address + await linkTo(walk, panel, 'sign-in'))
}

async function ownerClaims (walk) {
  const { officer } = walk
  await walk.go(officer, `/desk/cycle/${walk.slug}`)
  putLettersAside(walk)
  await press(officer, form('/ask'))
  await officer.waitForURL(/done=asked/)
  await reportByKeyboard(walk, await linkTo(walk, 'group@partners.example', 'reply'), { item: walk.item.id, claim: 'complete', language: 'en' })
}

async function panelFinds (walk) {
  const { scrutineer } = walk
  await walk.go(scrutineer, '/panel', 'panel')
  await scrutineer.locator(`main a[href$="/panel${walk.item.url}"]`).click()
  await walk.look(scrutineer, 'finding')
  await press(scrutineer, `main form[action$="${walk.item.url}"]`)
  await scrutineer.waitForSelector('.govuk-error-summary')
  await scrutineer.check('main [name=found][value=not_evidenced]')
  await scrutineer.fill('main [name=reasons]', reasons)
  await press(scrutineer, `main form[action$="${walk.item.url}"]`)
  await scrutineer.waitForURL(url => url.pathname === walk.item.url)
  await walk.look(scrutineer, 'item-for-the-panel')
}

async function panelAsks (walk) {
  const { scrutineer } = walk
  putLettersAside(walk)
  await scrutineer.locator('main a[href$="/challenge"]').click()
  await walk.look(scrutineer, 'challenge')
  await scrutineer.fill('main [name=question]', question)
  for (const [part, value] of [['day', '20'], ['month', '7'], ['year', '2023']]) await scrutineer.fill(`main [name=due-${part}]`, value)
  await press(scrutineer, form('/challenge'))
  await scrutineer.waitForURL(url => url.pathname === walk.item.url)
}

async function ownerAnswersTheQuestion (walk) {
  const link = await linkTo(walk, 'group@partners.example', 'reply/[0-9a-f]+/questions')
  await answerByKeyboard(walk, link, { answer, language: 'en' })
  await walk.go(walk.scrutineer, walk.item.url, 'item-answered')
  assert.ok((await words(walk.scrutineer)).includes(answer))
  await walk.go(walk.reader, walk.item.url)
  assert.ok(!(await words(walk.reader)).includes(question), 'questions are not public before a report')
}

/** What each voice says on the item's page. */
const voice = (page, heading) => page.locator('.mg-voices__voice').filter({ hasText: heading }).innerText()

async function coordinatorComments (walk) {
  const { officer } = walk
  await walk.go(officer, walk.item.url)
  const found = await voice(officer, 'The panel finds')
  assert.ok(found.includes('Not evidenced') && found.includes(reasons))
  assert.equal(await officer.locator(`main a[href$="/panel${walk.item.url}"]`).count(), 0, 'no link to record a finding')
  await officer.locator('main a[href*="/comment?"]').click()
  await walk.look(officer, 'comment')
  assert.equal(await officer.locator('main textarea').count(), 1, 'there is a box for the comment and none for the finding')
  walk.csrf = await officer.inputValue('main input[name=csrf]')
  await officer.fill('main [name=text]', comment)
  await press(officer, form('/comment'))
  await officer.waitForURL(url => url.pathname === walk.item.url)
  await walk.look(officer, 'item-commented')
}

async function nothingElseIsOpen (walk) {
  const { officer } = walk
  const refused = await walk.go(officer, `/panel${walk.item.url}`, 'finding-refused')
  assert.equal(refused.status(), 403, 'a coordinator is shown no form for findings')
  const sent = await officer.request.post(`${walk.address}/panel${walk.item.url}`, { form: { csrf: walk.csrf, found: 'evidenced', reasons: 'It is fine', seen: '999' } })
  assert.equal(sent.status(), 403, 'and may not send one')
}

async function everybodyReadsBoth (walk) {
  const { reader } = walk
  await walk.go(reader, walk.plan, 'plan')
  await walk.go(reader, walk.item.url, 'item-public')
  const found = await voice(reader, 'The panel finds')
  assert.ok(found.includes('Not evidenced') && found.includes(reasons) && found.includes(comment), found)
  await walk.go(reader, `/cy${walk.item.url}`, 'item-public-cy')
  await walk.go(walk.scrutineer, '/panel', 'panel-after')
  assert.match(await words(walk.scrutineer), /1 of 5|assessed 1/)
}

journey('the panel finds and the coordinator comments', { name: 'voices', documents: [document_], today: '2023-07-03' }, async walk => {
  await walk.step('adopt a plan', () => adopt(walk))
  await walk.step('make somebody a scrutineer', () => giveTheRole(walk))
  await walk.step('the panel signs in by a mailed link', () => panelSignsIn(walk))
  await walk.step('the owner claims that it is done', () => ownerClaims(walk))
  await walk.step('the panel finds no evidence', () => panelFinds(walk))
  await walk.step('the panel asks the owner something', () => panelAsks(walk))
  await walk.step('the owner answers by the link in the letter', () => ownerAnswersTheQuestion(walk))
  await walk.step('the coordinator comments', () => coordinatorComments(walk))
  await walk.step('the coordinator can do nothing else to it', () => nothingElseIsOpen(walk))
  await walk.step('everybody reads both voices', () => everybodyReadsBoth(walk))
})
