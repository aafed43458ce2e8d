// What was promised here, who owns it, what happened since? Three voices kept apart: what the
// owner reports, what the panel finds, what the calendar says.

#include "html/components/content.h"
#include "html/components/lists.h"
#include "pages/change_pieces.h"
#include "pages/edition_pages.h"
#include "pages/follow_pages.h"
#include "pages/public_pages.h"
#include "pages/redate_page.h"
#include "pages/summary_rows.h"
#include "pages/updates_pages.h"
#include "pages/voice_words.h"

namespace makegood::pages {

using namespace html;

namespace {

const std::string& language_of(const ItemPage& page) { return page.provenance.language; }

// That it is gone, why, and what stands in its place.
Html gone(const Site& site, const ItemPage& page) {
  const auto departure = page.item.departure.value_or(Departure{});
  const auto others = each(page.successors, [&](const NamedItem& other) {
    return li(a(cls("govuk-link"), href(site.local(item_url(page.slug, other.id))), item_name(language_of(page), other)));
  });
  return govuk::inset_text({.text = join(p(cls("govuk-body"), site.words("item.absent")),
                                         p(cls("govuk-body"), departure_words(site, departure.reason), page.successors.empty() ? "." : ":"),
                                         when(!page.successors.empty(), [&] { return ul(cls("govuk-list"), others); }),
                                         when(!departure.note.empty(), [&] { return p(cls("govuk-body"), quoted(language_of(page), departure.note)); }))});
}

Html head_of(const Site& site, const ItemPage& page) {
  const auto& item = page.item;
  return join(span(cls("govuk-caption-l"), kind_words(site, item.kind),
                   when(!item.ref.empty(), join(" ", span(cls("mg-ref"), item.ref))),
                   when(!page.theme.empty(), [&] { return join(" · ", quoted(language_of(page), page.theme)); })),
              h1(cls("govuk-heading-l"), lang(language_of(page)), headline(item.title)),
              when(item.absent, [&] { return gone(site, page); }),
              when(is_cut(item.title), [&] { return quoted_lines(language_of(page), item.title); }));
}

Html parent_link(const Site& site, const ItemPage& page) {
  return when(!page.parent.empty() && !page.parent_title.empty(), [&] {
    return p(cls("govuk-body"), site.words("item.answers"), " ",
             a(cls("govuk-link"), href(site.local(item_url(page.slug, page.parent))), lang(language_of(page)),
               headline(page.parent_title)));
  });
}

Html voice(const Site& site, std::string_view key, const Html& says, const Html& more) {
  return div(cls("mg-voices__voice"), h3(cls("mg-voices__title"), site.words(key)), p(cls("mg-voices__said"), says), more);
}

// What the dates were read as, piece by piece, so that a reader can check it.
Html dates_read(const Site& site, const Timescale& dates) {
  Html lines;
  const auto line = [&](std::string_view key, Day day) { lines += li(site.words(key, {{"date", day}})); };
  if (dates.start) line("item.read.start", *dates.start);
  if (dates.due) line("item.read.due", *dates.due);
  if (dates.milestones.size() > 1)
    for (const auto& milestone : dates.milestones) line("item.read.milestone", milestone.day);
  if (dates.recurs != Recurrence::none)
    lines += li(site.words("item.read.recurs." + std::string(word(dates.recurs))));
  if (dates.ongoing) lines += li(site.words("item.read.ongoing"));
  if (dates.complete) lines += li(site.words("item.read.complete"));
  if (dates.unparsed) lines += li(site.words("item.read.unparsed"));
  return lines;
}

Html calendar_detail(const Site& site, const ItemPage& page) {
  const auto& item = page.item;
  const auto& raw = item.timescale_raw;
  const auto read = dates_read(site, item.dates());
  return join(
      when(page.computed.has_value(), [&] { return computed_notes(site, *page.computed); }),
      when(!raw.empty(), [&] { return p(cls("govuk-body-s"), site.words("item.as_written"), " “", quoted(language_of(page), raw), "”"); }),
      when(page.calendar.follows_parent, [&] { return p(cls("govuk-body-s"), site.words("item.follows")); }),
      when(!read.empty(), [&] { return ul(cls("govuk-list govuk-list--bullet mg-small"), read); }),
      when(!item.dates().condition.empty(), [&] {
        return p(cls("govuk-body-s"), site.words("item.condition"), " “", quoted(language_of(page), item.dates().condition), "”");
      }),
      when(item.confirmed.has_value(), [&] { return p(cls("govuk-body-s"), site.words("item.confirmed")); }),
      when(page.calendar.status.slipped.value_or(0) != 0, [&] {
        return p(cls("govuk-body-s"), site.words("item.slipped", {{"date", *item.first_due}, {"days", *page.calendar.status.slipped}}));
      }),
      p(cls("govuk-body-s"), site.words("item.on_day", {{"date", page.today}}), " ",
        link_to(site.local("/how-we-know"), site.words("plan.how_we_know"))));
}

const OwnerVoice* voice_of(const ItemPage& page) { return page.voice ? &*page.voice : nullptr; }

// Until a decision is recorded the document's own word holds.
Html draft_line(const Site& site, const ItemPage& page) {
  const bool said_since = page.voice && (page.voice->decided || page.voice->awaited);
  if (said_since || page.item.approval.empty() || !page.commitments.empty()) return {};
  return p(cls("govuk-body"), strong(cls("govuk-tag govuk-tag--grey"), site.words("stage.draft")), " “", quoted(language_of(page), page.item.approval), "”");
}

Html voices(const Site& site, const ItemPage& page) {
  const auto owner = owner_words(site, voice_of(page));
  return section(attr("aria-labelledby", "standing"), heading_m(site.words("item.where_it_stands"), "standing"),
                 div(cls("mg-voices"),
                     voice(site, "item.calendar", status_tag(site, page.calendar), calendar_detail(site, page)),
                     voice(site, "item.owner_reports", owner.said, owner.more),
                     panel_voice(site, page.panel)));
}

Html named(const Site& site, const ItemPage& page, const std::vector<std::string>& all) {
  return when(!all.empty(), [&] { return names(site, language_of(page), all); });
}

Html as_quoted(const ItemPage& page, const std::string& text) {
  return when(!text.empty(), [&] { return join("“", quoted(language_of(page), text), "”"); });
}

// An address that stands among the contacts is where anybody can write to.
Html write_to(const Site& site, const Contact& contact) {
  const auto address = contact.written.find('@') == std::string::npos ? Result<Url>(refuse(Fault::invalid_input, "")) : Url::parse("mailto:" + contact.written);
  return when(address.has_value(), [&] { return div(site.words("item.contact.write_to"), " ", a(cls("govuk-link"), href(*address), contact.written)); });
}

// Posts and bodies; a person only where they may be named. Without any that is known, whoever the plan belongs to.
Html contacts(const Site& site, const ItemPage& page) {
  Html lines, addresses;
  for (const auto& contact : page.contacts) {
    if (contact.post.empty()) {
      addresses += write_to(site, contact);
      continue;
    }
    lines += div(quoted("en", contact.post), when(!contact.named.empty() && !contact.ended, [&] { return join(", ", quoted("en", contact.named)); }),
                 when(!contact.before.empty(), [&] { return join(" (", formerly(site, contact.before), ")"); }),
                 when(contact.vacant || contact.ended, [&] { return join(" (", vacancy(site, contact), ")"); }));
  }
  if (lines.empty() && !page.organisation.empty()) lines = div(quoted(language_of(page), page.organisation));
  return join(lines, addresses);
}

Html facts(const Site& site, const ItemPage& page) {
  const auto& item = page.item;
  SummaryRows rows;
  add_row(rows, site.words("item.owners"), names(site, language_of(page), item.owners));
  add_row(rows, site.words("item.contact"), contacts(site, page));
  add_row(rows, site.words("item.partners"), join(named(site, page, item.partners), owner_notes(site, language_of(page), page.partners_noted, item.partners.size() > 1)));
  add_row(rows, site.words("item.lead_authority"), named(site, page, item.lead_authority));
  if (item.response != Response::none)
    add_row(rows, site.words("item.response"), span(site.words("response." + std::string(word(item.response)))));
  add_row(rows, site.words("item.status_raw"), as_quoted(page, item.status_raw));
  add_row(rows, site.words("item.approval"), as_quoted(page, item.approval));
  return section(attr("aria-labelledby", "facts"), heading_m(site.words("item.who"), "facts"),
                 govuk::summary_list({.rows = std::move(rows)}));
}

Html commitments(const Site& site, const ItemPage& page) {
  if (page.commitments.empty()) return {};
  const auto title = site.words("item.commitments", {{"n", static_cast<int>(page.commitments.size())}});
  return section(attr("aria-labelledby", "commitments"), heading_m(title, "commitments"),
                 item_table(site, {site.words("item.commitments_caption"), page.slug, language_of(page), &page.commitments, nullptr}));
}

Html prose(const ItemPage& page, const std::string& title, std::string_view id, const std::string& text) {
  if (text.empty()) return {};
  return section(attr("aria-labelledby", id), heading_m(title, id), quoted_lines(language_of(page), text));
}

Html evidence_line(const ItemPage& page, const Link& link) {
  const auto url = Url::parse(link.url);
  const auto& text = link.text.empty() ? link.url : link.text;
  if (!url) return li(quoted(language_of(page), text));
  return li(a(cls("govuk-link"), href(*url), attr("rel", "nofollow noopener"), lang(language_of(page)), text));
}

Html evidence(const Site& site, const ItemPage& page) {
  if (page.item.evidence.empty()) return {};
  return section(attr("aria-labelledby", "evidence"), heading_m(site.words("item.evidence"), "evidence"),
                 body_text(site.words("item.evidence_note")),
                 ul(cls("govuk-list govuk-list--bullet"),
                    each(page.item.evidence, [&](const Link& link) { return evidence_line(page, link); })));
}

Html source(const Site& site, const ItemPage& page) {
  const auto place = position_words(site, page.item.source);
  return section(attr("aria-labelledby", "source"), heading_m(site.words("item.source"), "source"),
                 when(!page.provenance.document.empty(), [&] {
                   return p(cls("govuk-body"), site.words("plan.document"), " ", quoted(language_of(page), page.provenance.document),
                            when(!place.empty(), join(", ", place)));
                 }),
                 when(page.provenance.document.empty() && !place.empty(), [&] { return body_text(place); }),
                 when(!page.item.source_text.empty(), [&] {
                   return blockquote(cls("mg-quote"), quoted_lines(language_of(page), page.item.source_text));
                 }));
}

Html served_plan(const Site& site, const ItemPage& page, std::string_view slug, const std::string& title) {
  return a(cls("govuk-link"), href(site.local(plan_url(slug))), lang(language_of(page)), title);
}

// All the plans in which it is counted.
Html serves(const Site& site, const ItemPage& page) {
  if (page.lent.empty()) return {};
  return section(attr("aria-labelledby", "serves"), heading_m(site.words("item.serves"), "serves"), body_text(site.words("item.serves_note")),
                 ul(cls("govuk-list govuk-list--bullet"),
                    li(served_plan(site, page, page.slug, page.plan_title), ", ", site.words("item.home")),
                    each(page.lent, [&](const Inclusion& inclusion) { return li(served_plan(site, page, inclusion.plan, inclusion.plan_title)); })));
}

// How many records of which register are tied to it: for those alone who may see them.
Html tied(const Site& site, const ItemPage& page) {
  if (page.tied.empty()) return {};
  const auto line = [&](const TiedRegister& one) {
    const auto& title = one.title.in(site.words.language() == Language::cy ? "cy" : "en");
    const auto records = each(one.records, [&](const std::string& id) {
      return join(" ", a(cls("govuk-link"), href(site.local(Url::path({"desk", "registers", one.name, "records", id}))), id));
    });
    return li(a(cls("govuk-link"), href(site.local(Url::path({"desk", "registers", one.name}))), title), ": ",
              site.words("register.count", {{"n", static_cast<int>(one.records.size())}}), ":", records);
  };
  return section(attr("aria-labelledby", "tied"), heading_m(site.words("item.tied"), "tied"), ul(cls("govuk-list govuk-list--bullet"), each(page.tied, line)));
}

Html history(const Site& site, const ItemPage& page) {
  return section(attr("aria-labelledby", "history"), heading_m(site.words("item.history"), "history"),
                 page.history.empty() ? body_text(site.words("history.none"))
                                      : history_list(site, page.history, page.slug, language_of(page)),
                 when(page.provenance.is_public, [&] {
                   return p(cls("govuk-body"), link_to(site.local(follow_url(page.slug, "item:" + page.item.id.text)), site.words("follow.link")));
                 }));
}

// A commitment goes where its recommendation goes; what is shown somewhere can be taken out there.
bool can_be_shared(const ItemPage& page) { return !page.lent.empty() || (page.parent.empty() && !page.item.absent); }

Html steps(const Site& site, const ItemPage& page) {
  const auto& item = page.item.id;
  const auto step = [&](const Url& url, std::string_view key) {
    return when(site.may_open(url), [&] { return li(link_to(site.local(url), site.words(key))); });
  };
  const auto all = join(step(correct_url(page.slug, item), "item.correct"), when(!page.item.absent, [&] { return step(redate_url(page.slug, item), "redate.link"); }),
                        step(stages_url(page.slug).with("item", item.text), "stages.heading"), step(item_words_url(page.slug, item), "words.link"),
                        when(can_be_shared(page), [&] { return step(share_url(page.slug, item), "share.heading"); }),
                        step(Url::path({"desk", "plans", page.slug, "items", item.text, "file"}), "item_file.heading"));
  return when(!all.empty(), [&] {
    return section(attr("aria-labelledby", "steps"), heading_m(site.words("item.steps"), "steps"), ul(cls("govuk-list"), all));
  });
}

}  // namespace

Html item_page(const ItemPage& page, const Site& site) {
  const auto own = item_url(page.slug, page.item.id);
  const auto main = join(
      head_of(site, page), parent_link(site, page), draft_line(site, page), stage_line(site, voice_of(page)), voices(site, page), panel_challenges(site, page.panel), facts(site, page), commitments(site, page),
      summaries_section(site, page.summaries), prose(page, site.words("item.detail"), "detail", page.item.detail),
      prose(page, site.words("item.progress"), "progress", page.item.progress), evidence_section(site, voice_of(page)), evidence(site, page), serves(site, page), tied(site, page),
      source(site, page), history(site, page), steps(site, page),
      p(cls("govuk-body"), link_to(own.suffixed(".json"), site.words("plan.json")), " · ",
        link_to(own.suffixed(".csv"), site.words("plan.csv"))));
  return frame(site, {.title = headline(page.item.title),
                      .trail = {{plan_url(page.slug), page.plan_title, language_of(page)}}},
               main);
}

}  // namespace makegood::pages
