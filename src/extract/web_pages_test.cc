// Pages of a fictional council as its content system writes them, from a table in the middle of a
// site to plans in cards and folded sections, each with what must come out of it:
// "ref|theme|title|owners|due".
#include <doctest/doctest.h>

#include "extract/reading_of.h"

using namespace makegood;

namespace web_pages_test {

struct Page {
  const char* what;
  const char* html;
  std::vector<std::string> items;
};

const std::vector<Page> kPages = {
    {"a page of a council's site: a table in the middle of menus, cookies and feedback", R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Race equality action plan - Aberllyn Council</title></head>
<body><div id="cookie-banner" class="cookie-banner"><p>We use cookies. Review which cookies you allow by 31 March 2030.</p><button>Accept</button></div>
<a class="skip-link" href="#main">Skip to main content</a>
<header><a href="/">Aberllyn Council</a></header>
<nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li>Equality</li></ol></nav>
<div class="breadcrumbs"><ul><li>Home</li><li>Your council</li></ul></div>
<main id="main"><h1>Race equality action plan</h1>
<p>Adopted by the Cabinet in March 2024.</p>
<h2>Housing</h2>
<table class="table table-striped"><colgroup><col><col span="3"></colgroup><thead><tr><th scope="col">Ref</th><th scope="col">Action</th><th scope="col">Owner</th><th scope="col">By when</th></tr></thead>
<tfoot><tr><td>1.3</td><td>Report to the Cabinet on lettings</td><td>Head of Policy</td><td>June 2026</td></tr></tfoot>
<tbody><tr><th scope="row">1.1</th><td>Review how homes are let</td><td>Head of Housing<br>Monitoring Officer</td><td>March 2025</td></tr>
<tr><th scope="row">1.2</th><td>Train housing officers<ul><li>in Welsh<ul><li>by video</li></ul></li><li>in English</li></ul></td><td>Learning and Development</td><td>Ongoing</td></tr></tbody></table>
<div class="page-feedback"><h2>Is this page useful?</h2><button>Yes</button><button>No</button></div>
<div class="related-content"><h2>Related content</h2><ul><li><a href="/x">Publish your data by May 2031</a></li></ul></div>
</main>
<div class="social-share"><ul class="share-links"><li>Share on social media</li></ul></div>
<footer><p>Contact us</p></footer></body></html>)",
     {"1.1|Housing|Review how homes are let|Head of Housing; Monitoring Officer|2025-03-31",
      "1.2|Housing|Train housing officers in Welsh by video in English|Learning and Development|ongoing",
      "1.3|Housing|Report to the Cabinet on lettings|Head of Policy|2026-06-30"}},
    {"a table that lays out the page: menu to the left, the plan to the right", R"(<html><body>
<table width="100%" cellpadding="0"><tr><td width="20%"><a href="/">Home</a><br><a href="/news">News</a></td><td>
<h1>Equality action plan</h1><h2>Schools</h2>
<table border="1"><tr><td><b>Action</b></td><td><b>Lead officer</b></td><td><b>Timescale</b></td></tr>
<tr><td>Review school exclusions</td><td>Head of Education</td><td>July 2025</td></tr>
<tr><td>Publish the figures on exclusions</td><td>Data Officer</td><td>Ongoing</td></tr></table>
</td></tr></table></body></html>)",
     {"|Schools|Review school exclusions|Head of Education|2025-07-31", "|Schools|Publish the figures on exclusions|Data Officer|ongoing"}},
    {"an accordion of sections, rendered by a script, every one closed", R"(<!DOCTYPE html><html lang="en"><body><main><h1>Anti-racism action plan</h1>
<div class="govuk-accordion" id="acc"><div class="govuk-accordion__controls"><button type="button" class="govuk-accordion__show-all" aria-expanded="false"><span class="govuk-accordion__show-all-text">Show all sections</span></button></div>
<div class="govuk-accordion__section"><div class="govuk-accordion__section-header"><h2 class="govuk-accordion__section-heading"><button type="button" aria-controls="acc-1" class="govuk-accordion__section-button" aria-expanded="false" aria-label="Jobs , Show this section"><span class="govuk-accordion__section-heading-text"><span class="govuk-accordion__section-heading-text-focus">Jobs</span></span><span class="govuk-visually-hidden govuk-accordion__section-heading-divider">, </span><span class="govuk-accordion__section-toggle" data-nosnippet><span class="govuk-accordion__section-toggle-focus"><span class="govuk-accordion-nav__chevron"></span><span class="govuk-accordion__section-toggle-text">Show</span></span></span></button></h2></div>
<div id="acc-1" class="govuk-accordion__section-content" hidden="until-found"><table><thead><tr><th>Action</th><th>Owner</th><th>Date</th></tr></thead><tbody><tr><td>Shorten the application form</td><td>Head of HR</td><td>March 2025</td></tr></tbody></table></div></div>
<div class="govuk-accordion__section"><div class="govuk-accordion__section-header"><h2 class="govuk-accordion__section-heading"><button type="button" aria-controls="acc-2" class="govuk-accordion__section-button" aria-expanded="false"><span class="govuk-accordion__section-heading-text">Schools</span><span class="govuk-accordion__section-toggle-text">Show</span></button></h2></div>
<div id="acc-2" class="govuk-accordion__section-content" hidden><table><thead><tr><th>Action</th><th>Owner</th><th>Date</th></tr></thead><tbody><tr><td>Train school governors</td><td>Head of Education</td><td>May 2026</td></tr></tbody></table></div></div></div>
</main></body></html>)",
     {"|Jobs|Shorten the application form|Head of HR|2025-03-31", "|Schools|Train school governors|Head of Education|2026-05-31"}},
    {"panels that collapse, their headings links", R"(<!DOCTYPE html><html><body><h1>Race action plan</h1>
<div class="panel-group"><div class="panel panel-default"><div class="panel-heading"><h4 class="panel-title"><a data-toggle="collapse" href="#c1">Policing</a></h4></div>
<div id="c1" class="panel-collapse collapse"><div class="panel-body"><ul><li>Publish stop and search figures (Lead: Head of Operations, by March 2025)</li><li>Set up a community panel (Lead: Chief Inspector, by June 2025)</li></ul></div></div></div>
<div class="panel panel-default"><div class="panel-heading"><h4 class="panel-title"><a data-toggle="collapse" href="#c2">Health</a></h4></div>
<div id="c2" class="panel-collapse collapse" style="display: none"><div class="panel-body"><ul><li>Review access to maternity care (Lead: Chief Nurse, by May 2025)</li></ul></div></div></div></div></body></html>)",
     {"|Policing|Publish stop and search figures|Head of Operations|2025-03-31", "|Policing|Set up a community panel|Chief Inspector|2025-06-30",
      "|Health|Review access to maternity care|Chief Nurse|2025-05-31"}},
    {"buttons without headings around them, hidden panels after them", R"(<!DOCTYPE html><html><body><h1>Race equality plan</h1><h2>Our actions</h2>
<button class="accordion-button" aria-expanded="false" aria-controls="p1">Leadership <svg></svg></button><section id="p1" hidden>
<table><tr><th>Action</th><th>Owner</th><th>When</th></tr><tr><td>Appoint a race champion</td><td>Chief Executive</td><td>January 2025</td></tr></table></section>
<button class="accordion-button" aria-expanded="false" aria-controls="p2">Workforce</button><section id="p2" hidden>
<table><tr><th>Action</th><th>Owner</th><th>When</th></tr><tr><td>Publish the ethnicity pay gap</td><td>Head of HR</td><td>October 2025</td></tr></table></section>
</body></html>)",
     {"|Leadership|Appoint a race champion|Chief Executive|2025-01-31", "|Workforce|Publish the ethnicity pay gap|Head of HR|2025-10-31"}},
    {"tabs: their names stand in a list above, three panels below, two of them hidden", R"(<!DOCTYPE html><html><body><main><h1>Race equality action plan 2024 to 2027</h1>
<ul role="tablist"><li role="presentation"><a role="tab" href="#t1" aria-controls="t1" aria-selected="true">Housing</a></li><li role="presentation"><a role="tab" href="#t2" aria-controls="t2">Culture</a></li><li role="presentation"><a role="tab" href="#t3" aria-controls="t3">Transport</a></li></ul>
<div id="t1" role="tabpanel"><table><tr><th>Action</th><th>Owner</th><th>When</th></tr><tr><td>Review how homes are let</td><td>Head of Housing</td><td>March 2025</td></tr></table></div>
<div id="t2" role="tabpanel" hidden><h2>Culture</h2><table><tr><th>Action</th><th>Owner</th><th>When</th></tr><tr><td>Review statues and street names</td><td>Head of Culture</td><td>June 2025</td></tr></table></div>
<div id="t3" role="tabpanel" aria-hidden="true" style="display:none"><table><tr><th>Action</th><th>Owner</th><th>When</th></tr><tr><td>Ask bus users about racism</td><td>Head of Transport</td><td>July 2025</td></tr></table></div>
</main></body></html>)",
     {"|Housing|Review how homes are let|Head of Housing|2025-03-31", "|Culture|Review statues and street names|Head of Culture|2025-06-30",
      "|Transport|Ask bus users about racism|Head of Transport|2025-07-31"}},
    {"details with a summary for each theme", R"(<!DOCTYPE html><html><body><h1>Equality plan</h1><h2>Actions by theme</h2>
<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Data</span></summary><div class="govuk-details__text">
<table><tr><th>Action</th><th>Owner</th><th>When</th></tr><tr><td>Record ethnicity in every service</td><td>Data Manager</td><td>April 2025</td></tr></table></div></details>
<details><summary>Procurement</summary>
<table><tr><th>Action</th><th>Owner</th><th>When</th></tr><tr><td>Ask suppliers for their equality policies</td><td>Head of Procurement</td><td>Ongoing</td></tr></table></details></body></html>)",
     {"|Data|Record ethnicity in every service|Data Manager|2025-04-30", "|Procurement|Ask suppliers for their equality policies|Head of Procurement|ongoing"}},
    {"cards with a heading and a list of facts each, groups wrapped in div", R"(<!DOCTYPE html><html><body><main><h1>Anti-racism action plan</h1><h2>Housing</h2><div class="grid">
<div class="card"><h3>Action 1: Review how homes are let</h3><dl class="govuk-summary-list"><div class="govuk-summary-list__row"><dt>Owner</dt><dd>Head of Housing</dd><dd>Monitoring Officer</dd></div><div class="govuk-summary-list__row"><dt>Timescale</dt><dd>March 2025</dd></div></dl></div>
<div class="card"><h3>Action 2: Train housing officers</h3><dl class="govuk-summary-list"><div class="govuk-summary-list__row"><dt>Owner:</dt><dd>Learning and Development</dd></div><div class="govuk-summary-list__row"><dt>Timescale:</dt><dd>Ongoing</dd></div></dl></div></div>
<h2>Schools</h2><div class="grid"><div class="card"><h3>Action 3: Review school exclusions</h3><dl><dt>Owner</dt><dd>Head of Education</dd><dt>Timescale</dt><dd>July 2025</dd></dl></div></div></main></body></html>)",
     {"1|Housing|Review how homes are let|Head of Housing; Monitoring Officer|2025-03-31", "2|Housing|Train housing officers|Learning and Development|ongoing",
      "3|Schools|Review school exclusions|Head of Education|2025-07-31"}},
    {"a page that Word exported", R"(<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings></o:OfficeDocumentSettings></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm;} --></style></head>
<body lang=EN-GB style='word-wrap:break-word'><div class=WordSection1>
<p class=MsoToc1><a href="#_Toc1">Recruitment<span style='mso-tab-count:1 dotted'>......... </span>2</a></p>
<h1>Race Equality Action Plan<o:p></o:p></h1><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<h2>Recruitment</h2>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Shorten the council’s application form (Lead: Head of HR, by March 2025)<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Advertise jobs in community centres (Lead: Communications Manager, by June 2025)<o:p></o:p></p>
<h2>Training</h2>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>3.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>Train all managers (Lead: Training Officer, by May 2025)<o:p></o:p></p>
</div></body></html>)",
     {"1|Recruitment|Shorten the council’s application form|Head of HR|2025-03-31", "2|Recruitment|Advertise jobs in community centres|Communications Manager|2025-06-30",
      "3|Training|Train all managers|Training Officer|2025-05-31"}},
    {"a content system's page: empty paragraphs, hard spaces, entities, a picture in the text", R"(<!DOCTYPE html><html><body class="page-id-12"><div id="page"><div class="entry-content">
<h1 class="entry-title">Race Equality Plan</h1><p>&nbsp;</p><p><img src="data:image/png;base64,iVBORw0KGgo=" alt=""></p>
<h2><strong>Community&nbsp;safety</strong></h2><p>&nbsp;</p>
<figure class="wp-block-table"><table><tbody><tr><td><strong>Action</strong></td><td><strong>Who?</strong></td><td><strong>When?</strong></td></tr>
<tr><td>Record hate crime &amp; publish&nbsp;it</td><td>Head of Community Safety &ndash; with partners</td><td>March&nbsp;2025</td></tr>
<tr><td>&nbsp;</td><td>&nbsp;</td><td>&nbsp;</td></tr>
<tr><td>Meet victims&rsquo; groups twice a year</td><td>Hate Crime Officer</td><td>Ongoing</td></tr></tbody></table></figure><p>&nbsp;</p></div></div></body></html>)",
     {"|Community safety|Record hate crime & publish it|Head of Community Safety; partners|2025-03-31",
      "|Community safety|Meet victims’ groups twice a year|Hate Crime Officer|ongoing"}},
    {"one table, its themes headings in cells that span it", R"(<!DOCTYPE html><html><body><h1>Equality action plan</h1>
<table><thead><tr><th>Action</th><th>Lead</th><th>Deadline</th></tr></thead>
<tbody><tr><td colspan="3"><h3>Libraries</h3></td></tr><tr><td>Buy books by Black authors</td><td>Head of Libraries</td><td>May 2025</td></tr></tbody>
<tbody><tr><td colspan="3"><h3>Parks</h3></td></tr><tr><td>Ask who uses our parks</td><td>Parks Manager</td><td>August 2025</td></tr></tbody></table></body></html>)",
     {"|Libraries|Buy books by Black authors|Head of Libraries|2025-05-31", "|Parks|Ask who uses our parks|Parks Manager|2025-08-31"}},
    {"labels in bold and line breaks under a heading for each action", R"(<!DOCTYPE html><html><body><main><h1>Race equality action plan</h1><h2>Procurement</h2>
<h3>1.1 Ask suppliers for their equality policies</h3><p><strong>Owner:</strong> Head of Procurement<br><strong>By when:</strong> June 2025<br></p>
<h3>1.2 Publish what we spend with local firms</h3><p><strong>Owner:</strong> Chief Finance Officer<br><strong>By when:</strong> December 2025</p></main></body></html>)",
     {"1.1|Procurement|Ask suppliers for their equality policies|Head of Procurement|2025-06-30",
      "1.2|Procurement|Publish what we spend with local firms|Chief Finance Officer|2025-12-31"}},
    {"a definition list as the plan: each action a term, its facts below", R"(<!DOCTYPE html><html><body><h1>Equality plan</h1><h2>Health</h2><dl>
<dt>1.1 Review access to health checks.</dt><dd>Lead: Director of Public Health</dd><dd>Timescale: May 2025</dd>
<dt>1.2 Train reception staff in every surgery.</dt><dd>Lead: Practice Manager</dd><dd>Timescale: July 2025</dd></dl></body></html>)",
     {"1.1|Health|Review access to health checks.|Director of Public Health|2025-05-31", "1.2|Health|Train reception staff in every surgery.|Practice Manager|2025-07-31"}},
    {"a table for each action, its facts one below the other", R"(<!DOCTYPE html><html><body><main><h1>Race equality action plan</h1><h2>Housing</h2>
<table><tr><th scope="row">Action</th><td>Review how homes are let</td></tr><tr><th scope="row">Owner</th><td>Head of Housing</td></tr><tr><th scope="row">By when</th><td>March 2025</td></tr></table>
<table><tr><th scope="row">Action</th><td>Train housing officers</td></tr><tr><th scope="row">Owner</th><td>Learning and Development</td></tr><tr><th scope="row">By when</th><td>May 2025</td></tr></table></main></body></html>)",
     {"|Housing|Review how homes are let|Head of Housing|2025-03-31", "|Housing|Train housing officers|Learning and Development|2025-05-31"}},
    {"panels hidden by their style, facts as sentences on lines, a form for feedback", R"(<!DOCTYPE html><html><body><div id="container"><div class="breadcrumb"><ul><li>Home</li></ul></div><div id="content"><h1>Equality action plan</h1>
<div class="accordion js-accordion"><div class="accordion__item"><h2 class="accordion__heading"><button type="button" aria-expanded="false" id="b1" aria-controls="pan1">Objective 1: Fair jobs<span class="accordion__icon" aria-hidden="true">+</span></button></h2>
<div class="accordion__panel" id="pan1" aria-labelledby="b1" style="display:none;"><p>Action 1.1: Review job adverts.<br />Lead officer: Head of HR.<br />Deadline: 30 June 2025.</p><p>Action 1.2: Set up a mentoring scheme.<br />Lead officer: Learning Manager.<br />Deadline: December 2025.</p></div></div>
<div class="accordion__item"><h2 class="accordion__heading"><button type="button" aria-expanded="false" id="b2" aria-controls="pan2">Objective 2: Safe streets<span class="accordion__icon" aria-hidden="true">+</span></button></h2>
<div class="accordion__panel" id="pan2" style="display:none;"><p>Action 2.1: Publish hate crime figures.<br />Lead officer: Community Safety Manager.<br />Deadline: Ongoing.</p></div></div></div>
<div class="feedback-form"><h2>Feedback</h2><label>Rate this page by 1 May 2030</label></div></div></div></body></html>)",
     {"1.1|Objective 1: Fair jobs|Review job adverts.|Head of HR|2025-06-30", "1.2|Objective 1: Fair jobs|Set up a mentoring scheme.|Learning Manager|2025-12-31",
      "2.1|Objective 2: Safe streets|Publish hate crime figures.|Community Safety Manager|ongoing"}},
    {"a summary for each action, under priorities", R"(<!DOCTYPE html><html><body><article class="post"><header class="entry-header"><h1 class="entry-title">Anti-racism action plan</h1></header><div class="entry-content"><p>&nbsp;</p><h2>Priority 1 &#8211; Leadership</h2>
<details class="wp-block-details"><summary>Action 1: Appoint a race champion</summary><p><strong>Who:</strong> Chief Executive</p><p><strong>When:</strong> January 2025</p></details>
<details class="wp-block-details"><summary>Action 2: Report to Cabinet</summary><p><strong>Who:</strong> Head of Policy</p><p><strong>When:</strong> June 2025</p></details>
<h2>Priority 2 &#8211; Services</h2><details class="wp-block-details"><summary>Action 3: Translate key letters</summary><p><strong>Who:</strong> Customer Services Manager</p><p><strong>When:</strong> April 2025</p></details></div></article></body></html>)",
     {"1|Priority 1 – Leadership|Appoint a race champion|Chief Executive|2025-01-31", "2|Priority 1 – Leadership|Report to Cabinet|Head of Policy|2025-06-30",
      "3|Priority 2 – Services|Translate key letters|Customer Services Manager|2025-04-30"}},
    {"cards with numbered actions, the facts in lists within", R"(<!DOCTYPE html><html><body><main><h1>Race equality: our plan</h1><div class="cards"><section class="card"><div class="card-body"><h2 class="card-title">Housing</h2><ol>
<li>Review how homes are let<ul><li>Lead: Head of Housing</li><li>By: March 2025</li></ul></li><li>Train housing officers<ul><li>Lead: Learning and Development</li><li>By: May 2025</li></ul></li></ol></div></section>
<section class="card"><div class="card-body"><h2 class="card-title">Schools</h2><ol start="3"><li>Review school exclusions<ul><li>Lead: Head of Education</li><li>By: July 2025</li></ul></li></ol></div></section></div></main></body></html>)",
     {"1|Housing|Review how homes are let|Head of Housing|2025-03-31", "2|Housing|Train housing officers|Learning and Development|2025-05-31", "3|Schools|Review school exclusions|Head of Education|2025-07-31"}},
    {"a site of tables in tables, as they were once made; a line at the foot of the page", R"(<html><body><center><table width=700 border=0><tr><td bgcolor=#003366><font color=white>ABERLLYN COUNCIL</font></td></tr>
<tr><td><table width="100%"><tr><td valign=top width=150><a href=a>Home</a><br><a href=b>A to Z</a></td><td valign=top><h2>Race Equality Scheme: Action Plan</h2>
<p><b>1. Employment</b></p><table border=1><tr bgcolor=#cccccc><td>Action</td><td>Lead</td><td>Target date</td></tr><tr><td>Monitor recruitment by ethnic group</td><td>Personnel Manager</td><td>April 2025</td></tr></table>
<p><b>2. Services</b></p><table border=1><tr bgcolor=#cccccc><td>Action</td><td>Lead</td><td>Target date</td></tr><tr><td>Translate key leaflets</td><td>Communications Officer</td><td>June 2025</td></tr></table>
<p>Last updated: 12 May 2026</p></td></tr></table></td></tr><tr><td>&copy; Aberllyn Council</td></tr></table></center></body></html>)",
     {"|Employment|Monitor recruitment by ethnic group|Personnel Manager|2025-04-30", "|Services|Translate key leaflets|Communications Officer|2025-06-30"}},
    {"a Welsh page beside hidden English", R"(<!DOCTYPE html><html lang="cy"><body><main><h1>Cynllun gweithredu gwrth-hiliaeth</h1><p hidden>Publish a secret by May 2030</p>
<h2>Tai</h2><table><tr><th>Cam gweithredu</th><th>Swyddog arweiniol</th><th>Amserlen</th></tr><tr><td>Adolygu sut y gosodir cartrefi</td><td>Pennaeth Tai</td><td>Mawrth 2025</td></tr></table></main></body></html>)",
     {"|Tai|Adolygu sut y gosodir cartrefi|Pennaeth Tai|2025-03-31"}},
};

TEST_CASE("plans on web pages") {
  for (const auto& page : kPages) {
    CAPTURE(page.what);
    const auto plan = plan_on_paper(page.html, "plan.html");
    CHECK(join(in_lines(plan), "\n") == join(page.items, "\n"));
    // Nothing of the page around the plan has become part of an item.
    for (const auto& item : plan.items)
      for (const auto* word : {"cookie", "Last updated", "2030", "2031", "Aberllyn Council"}) CHECK(item.detail.find(word) == std::string::npos);
  }
}

}  // namespace web_pages_test
