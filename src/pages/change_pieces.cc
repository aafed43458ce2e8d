#include "pages/change_pieces.h"

#include <algorithm>
#include <cstdlib>

namespace makegood::pages {

using namespace html;

namespace {

// One side of a difference: the same words, and those that this side alone has.
Html one_side(const Site& site, std::string_view language, const std::vector<WordRun>& runs, WordRunKind own) {
  Html side;
  for (const auto& run : runs) {
    if (run.kind != own && run.kind != WordRunKind::same) continue;
    if (!side.empty()) side += join(" ");
    if (run.kind == WordRunKind::same) side += quoted(language, run.text);
    else if (own == WordRunKind::removed)
      side += join(span(cls("govuk-visually-hidden"), site.words("changes.removed_words"), " "), element("del", lang(language), run.text));
    else side += join(span(cls("govuk-visually-hidden"), site.words("changes.added_words"), " "), element("ins", lang(language), run.text));
  }
  return side;
}

Html wording(const Site& site, std::string_view key, const Html& text) {
  return div(cls("mg-wordings__side"), p(cls("mg-wordings__label"), site.words(key)), p(cls("mg-wordings__text"), text));
}

Html linked(const Site& site, const ChangeGroups& groups, const ChangeSide& side) {
  const auto name = join(when(!side.ref.empty(), join(span(cls("mg-ref"), side.ref), " ")), quoted(groups.language, headline(side.title)));
  if (groups.slug.empty()) return name;
  return a(cls("govuk-link"), href(site.local(item_url(groups.slug, side.id))), name);
}

Html named(const Site& site, const ChangeGroups& groups, const NamedItem& item) {
  if (groups.slug.empty()) return item_name(groups.language, item);
  return a(cls("govuk-link"), href(site.local(item_url(groups.slug, item.id))), item_name(groups.language, item));
}

Html all_named(const Site& site, const ChangeGroups& groups, const std::vector<NamedItem>& items) {
  Html all;
  for (const auto& item : items) all += join(all.empty() ? "" : "; ", named(site, groups, item));
  return all;
}

Html before_after(const Site& site, const Html& before, const Html& after) {
  return dl(cls("mg-change"), dt(site.words("changes.before")), dd(before), dt(site.words("changes.after")), dd(after));
}

Html text_or_none(const Site& site, std::string_view language, std::string_view text) {
  return text.empty() ? span(cls("mg-absent"), site.words("changes.nothing")) : quoted(language, text);
}

Html dates_of(const Site& site, std::string_view language, const ChangeSide& side) {
  return join(text_or_none(site, language, side.timescale), when(side.due.has_value(), [&] {
                return join(" (", site.words("changes.due", {{"date", *side.due}}), ")");
              }));
}

Html slip(const Site& site, const ChangeLine& line) {
  return when(line.slipped.has_value(), [&] {
    const int days = std::abs(*line.slipped);
    return p(cls("govuk-body-s"), *line.slipped > 0 ? site.words("changes.later", {{"n", days}}) : site.words("changes.earlier", {{"n", days}}));
  });
}

// What a group says of an item beyond its name.
using Facet = Html (*)(const Site&, const ChangeGroups&, const ChangeLine&);

Html nothing_more(const Site&, const ChangeGroups&, const ChangeLine&) { return {}; }
Html facet_wording(const Site& site, const ChangeGroups& groups, const ChangeLine& line) { return both_wordings(site, groups.language, line); }
Html facet_dates(const Site& site, const ChangeGroups& groups, const ChangeLine& line) {
  return join(before_after(site, dates_of(site, groups.language, line.before), dates_of(site, groups.language, line.after)), slip(site, line));
}
Html facet_owners(const Site& site, const ChangeGroups& groups, const ChangeLine& line) {
  return before_after(site, names(site, groups.language, line.before.owners), names(site, groups.language, line.after.owners));
}
Html facet_place(const Site& site, const ChangeGroups& groups, const ChangeLine& line) {
  if (line.before.theme == line.after.theme) return p(cls("govuk-body-s"), site.words("changes.reordered"));
  return before_after(site, text_or_none(site, groups.language, line.before.theme), text_or_none(site, groups.language, line.after.theme));
}
Html facet_from(const Site& site, const ChangeGroups& groups, const ChangeLine& line) {
  if (line.from.empty()) return p(cls("govuk-body-s"), site.words("changes.split_whole"));
  return p(cls("govuk-body-s"), site.words("changes.came_from"), " ", all_named(site, groups, line.from));
}
Html facet_refs(const Site& site, const ChangeGroups& groups, const ChangeLine& line) {
  return before_after(site, text_or_none(site, groups.language, line.before.ref), text_or_none(site, groups.language, line.after.ref));
}
Html facet_departure(const Site& site, const ChangeGroups& groups, const ChangeLine& line) {
  const bool asked_now = groups.slug.empty() && line.needs_answer;  // the public's page asks nobody
  if (asked_now) return p(cls("govuk-body-s"), site.words("changes.no_reason_yet"));
  const auto departure = line.departure.value_or(Departure{});
  return join(p(cls("govuk-body-s"), departure_words(site, departure.reason), when(!line.successors.empty(), [&] {
                  return join(": ", all_named(site, groups, line.successors));
                })),
              when(!departure.note.empty(), [&] { return p(cls("govuk-body-s"), quoted(groups.language, departure.note)); }));
}

struct KindGroup {
  ChangeKind kind;
  std::string_view key;
  Facet facet;
};

// In the order of weight for a reader: promises first, numbers last.
constexpr std::array kGroups = {KindGroup{ChangeKind::redated, "redated", facet_dates},
                                KindGroup{ChangeKind::reworded, "reworded", facet_wording},
                                KindGroup{ChangeKind::split, "split", facet_from},
                                KindGroup{ChangeKind::merged, "merged", facet_from},
                                KindGroup{ChangeKind::new_owner, "new_owner", facet_owners},
                                KindGroup{ChangeKind::moved, "moved", facet_place},
                                KindGroup{ChangeKind::returned, "returned", nothing_more},
                                KindGroup{ChangeKind::other, "other", nothing_more},
                                KindGroup{ChangeKind::renumbered, "renumbered", facet_refs}};

std::vector<const ChangeLine*> chosen(const ChangeGroups& groups, auto fits) {
  std::vector<const ChangeLine*> lines;
  for (const auto& line : *groups.lines)
    if (fits(line)) lines.push_back(&line);
  return lines;
}

Html group(const Site& site, const ChangeGroups& groups, std::string_view key, const std::vector<const ChangeLine*>& lines, Facet facet) {
  if (lines.empty()) return {};
  const auto name = std::string(key);
  return section(attr("aria-labelledby", "changes-" + name),
                 heading_m(site.words("changes.group." + name, {{"n", static_cast<int>(lines.size())}}), "changes-" + name),
                 ul(cls("mg-changes"), each(lines, [&](const ChangeLine* line) {
                      const auto& shown = line->fate == Fate::gone ? line->before : line->after;
                      return li(cls("mg-changes__item"), p(cls("mg-changes__name"), linked(site, groups, shown)), facet(site, groups, *line));
                    })));
}

Html renamed_themes(const Site& site, const ChangeGroups& groups) {
  std::vector<const ThemeChange*> renamed;
  for (const auto& theme : *groups.themes)
    if (theme.renamed) renamed.push_back(&theme);
  if (renamed.empty()) return {};
  return section(attr("aria-labelledby", "changes-themes"),
                 heading_m(site.words("changes.group.themes", {{"n", static_cast<int>(renamed.size())}}), "changes-themes"),
                 ul(cls("mg-changes"), each(renamed, [&](const ThemeChange* theme) {
                      return li(cls("mg-changes__item"), before_after(site, quoted(groups.language, theme->before), quoted(groups.language, theme->after)));
                    })));
}

int count_fate(const ChangeGroups& groups, Fate fate) {
  return static_cast<int>(std::count_if(groups.lines->begin(), groups.lines->end(), [&](const ChangeLine& l) { return l.fate == fate; }));
}

}  // namespace

Html both_wordings(const Site& site, std::string_view language, const ChangeLine& line) {
  const auto text = [](const ChangeSide& side) { return side.detail.empty() ? side.title : side.title + " " + side.detail; };
  const auto runs = word_difference(text(line.before), text(line.after));
  return div(cls("mg-wordings"), wording(site, "changes.before", one_side(site, language, runs, WordRunKind::removed)),
             wording(site, "changes.after", one_side(site, language, runs, WordRunKind::added)));
}

Html item_name(std::string_view language, const NamedItem& item) {
  return join(when(!item.ref.empty(), join(span(cls("mg-ref"), item.ref), " ")), quoted(language, headline(item.title)));
}

std::string departure_words(const Site& site, DepartureReason reason) { return site.words("departure." + std::string(word(reason))); }

Html change_summary(const Site& site, const ChangeGroups& groups) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view key, int n) {
    if (n > 0) parts.push_back(site.words("changes.count." + std::string(key), {{"n", n}}));
  };
  add("added", count_fate(groups, Fate::added));
  for (const auto& kind : kGroups)
    add(kind.key, static_cast<int>(chosen(groups, [&](const ChangeLine& l) { return l.kinds.has(kind.kind); }).size()));
  add("gone", count_fate(groups, Fate::gone));
  const int unchanged = count_fate(groups, Fate::unchanged);
  return p(cls("govuk-body-l"), parts.empty() ? site.words("changes.none") : site.words("changes.summary", {{"parts", site.words.list(parts)}}),
           when(unchanged > 0, [&] { return join(" ", site.words("changes.unchanged", {{"n", unchanged}})); }));
}

Html change_groups(const Site& site, const ChangeGroups& groups) {
  Html all = group(site, groups, "gone", chosen(groups, [](const ChangeLine& l) { return l.fate == Fate::gone; }), facet_departure);
  all += group(site, groups, "added", chosen(groups, [](const ChangeLine& l) { return l.fate == Fate::added; }), nothing_more);
  for (const auto& kind : kGroups)
    all += group(site, groups, kind.key, chosen(groups, [&](const ChangeLine& l) { return l.kinds.has(kind.kind); }), kind.facet);
  return all + renamed_themes(site, groups);
}

Html field_value(const Site& site, const std::vector<std::string>& parts, std::string_view language) {
  if (parts.empty()) return span(cls("mg-absent"), site.words("history.nothing"));
  return quoted(language, makegood::join(parts, "; "));
}

}  // namespace makegood::pages
