#include "extract/parts.h"

#include <algorithm>
#include <array>

#include "base/base.h"
#include "extract/vocabulary.h"

namespace makegood::extraction {
namespace {

struct Name {
  std::string_view words;
  Part part;
};

// Folded, longest first where one begins another.
constexpr std::array kNames = {
    Name{"progress to date and next steps", Part::progress}, Name{"progress to date", Part::progress},
    Name{"progress and next steps", Part::progress}, Name{"progress update", Part::progress}, Name{"progress so far", Part::progress},
    Name{"progress", Part::progress}, Name{"latest update", Part::progress}, Name{"update", Part::progress}, Name{"next steps", Part::progress},
    Name{"what we have done", Part::progress}, Name{"what we have done so far", Part::progress}, Name{"current position", Part::progress},
    Name{"council response", Part::response}, Name{"our response", Part::response}, Name{"management response", Part::response},
    Name{"executive response", Part::response}, Name{"cabinet response", Part::response}, Name{"response", Part::response}, Name{"decision", Part::response},
    Name{"our commitments", Part::commitments}, Name{"our commitment", Part::commitments}, Name{"commitments", Part::commitments},
    Name{"commitment s", Part::commitments}, Name{"commitment", Part::commitments}, Name{"we commit to", Part::commitments}, Name{"we are committed to", Part::commitments}, Name{"pledges", Part::commitments}, Name{"pledge", Part::commitments},
    Name{"agreed actions", Part::actions}, Name{"actions agreed", Part::actions}, Name{"actions we will take", Part::actions},
    Name{"action owner", Part::owner}, Name{"action lead", Part::owner}, Name{"lead officer", Part::owner}, Name{"lead officers", Part::owner}, Name{"responsible officer", Part::owner}, Name{"responsible person", Part::owner},
    Name{"responsible", Part::owner}, Name{"responsibility", Part::owner}, Name{"lead agency", Part::owner}, Name{"lead organisation", Part::owner}, Name{"lead team", Part::owner}, Name{"lead s", Part::owner}, Name{"leads", Part::owner}, Name{"lead", Part::owner}, Name{"led by", Part::owner}, Name{"owners", Part::owner}, Name{"owner", Part::owner},
    Name{"owned by", Part::owner}, Name{"accountable", Part::owner}, Name{"accountable officer", Part::owner}, Name{"senior responsible officer", Part::owner}, Name{"sro", Part::owner}, Name{"who", Part::owner},
    Name{"delivery partners", Part::partner}, Name{"key partners", Part::partner}, Name{"supporting partners", Part::partner}, Name{"partners", Part::partner}, Name{"partner", Part::partner}, Name{"working with", Part::partner}, Name{"supported by", Part::partner},
    Name{"timescales", Part::timescale}, Name{"timescale", Part::timescale}, Name{"timeline", Part::timescale}, Name{"timeframe", Part::timescale}, Name{"target date", Part::timescale}, Name{"due date", Part::timescale}, Name{"due", Part::timescale},
    Name{"deadline", Part::timescale}, Name{"by when", Part::timescale}, Name{"by", Part::timescale}, Name{"by whom", Part::owner}, Name{"lead person", Part::owner}, Name{"completion", Part::timescale}, Name{"completion date", Part::timescale}, Name{"when", Part::timescale}, Name{"date", Part::timescale}, Name{"complete by", Part::timescale},
    Name{"status", Part::status}, Name{"rag", Part::status}, Name{"rag rating", Part::status}, Name{"rag status", Part::status}, Name{"success measures", Part::measure}, Name{"success measure", Part::measure}, Name{"measures", Part::measure}, Name{"measure", Part::measure}, Name{"measuring progress", Part::measure},
    Name{"how we will know", Part::measure}, Name{"outcome", Part::measure}, Name{"target", Part::measure}, Name{"kpi", Part::measure}, Name{"kpis", Part::measure}, Name{"details", Part::detail}, Name{"detail", Part::detail}, Name{"description", Part::detail}, Name{"rationale", Part::detail}, Name{"why", Part::detail}, Name{"background", Part::detail},
    Name{"recommendation", Part::title}, Name{"action", Part::title}, Name{"what we will do", Part::title}, Name{"evidence", Part::evidence}, Name{"ref", Part::ref}, Name{"reference", Part::ref}};

constexpr std::size_t kLongestLabel = 48;

Part named(std::string_view text) {
  const auto folded = fold(text);
  for (const auto& name : kNames)
    if (folded == name.words) return name.part;
  return Part::none;
}

bool is_short_field(Part part) {
  return part == Part::owner || part == Part::timescale || part == Part::partner || part == Part::status;
}

// Where the next label of a short field begins in `text` after `from`. The longest name that fits
// counts: in "Progress to Date:" the date is no field.
// Behind a short field any name ends it: "Timescale: May 2024 Success measure: ...".
std::size_t next_label(std::string_view text, std::size_t from, bool behind_field) {
  for (auto colon = text.find(':', from); colon != std::string_view::npos; colon = text.find(':', colon + 1)) {
    std::size_t found = std::string_view::npos;
    auto at = colon;
    for (int words = 0; words < 6 && at > from; ++words) {
      const auto space = text.rfind(' ', at - 1);
      const auto start = space == std::string_view::npos ? 0 : space + 1;
      if (start <= from) break;
      auto candidate = text.substr(start, colon - start);
      std::size_t bracket = 0;
      while (bracket < candidate.size() && (candidate[bracket] == '(' || candidate[bracket] == '[')) ++bracket;
      const auto part = named(candidate.substr(bracket));
      if (part != Part::none) found = (behind_field || is_short_field(part)) && starts_upper(candidate.substr(bracket)) ? start + bracket : std::string_view::npos;
      if (start == 0) break;
      at = start - 1;
    }
    if (found != std::string_view::npos) return found;
  }
  return std::string_view::npos;
}

void cut_line(const Line& line, std::vector<Labelled>& out) {
  std::string_view text = line.text;
  bool first = true;
  std::size_t from = 0;
  while (from < text.size()) {
    const auto own = label_in(text.substr(from));
    const auto next = next_label(text, own.part == Part::none ? from : text.size() - own.rest.size(), is_short_field(own.part));
    auto piece = trim(text.substr(from, next == std::string_view::npos ? next : next - from));
    const auto label = label_in(piece);
    if (label.part != Part::none) {
      out.push_back({label.part, {}});
      piece = label.rest;
    } else if (!first && piece.empty()) {
      break;
    }
    const bool more = next != std::string_view::npos;
    if (!first || more)
      while (!piece.empty() && (piece.back() == '|' || piece.back() == ';' || piece.back() == ',' || piece.back() == '(' || piece.back() == ' ' || (is_short_field(out.back().part) && piece.back() == '.'))) piece.remove_suffix(1);
    if (!first && piece.ends_with(')') && piece.find('(') == std::string_view::npos) piece.remove_suffix(1);
    if (!piece.empty()) {
      auto cut = line;
      cut.text = std::string(piece);
      if (!first) cut.marker.clear(), cut.listed = false, cut.links.clear();
      out.back().lines.push_back(std::move(cut));
    }
    if (!more) break;
    from = next;
    first = false;
  }
}

}  // namespace

Label label_in(std::string_view text) {
  auto colon = text.find(':');
  if (colon == std::string_view::npos) {
    if (text.size() > kLongestLabel || words_of(text).size() < 2) return {};
    const auto part = named(text);
    // Alone on its line only names of long parts count: "Lead officer" may be anything.
    return part == Part::progress || part == Part::commitments ? Label{part, {}} : Label{};
  }
  if (colon > kLongestLabel) return {};
  const auto part = named(text.substr(0, colon));
  if (part == Part::none) return {};
  return {part, trim(text.substr(colon + 1))};
}

std::vector<Labelled> split_parts(const Lines& lines) {
  std::vector<Labelled> out(1);
  for (const auto& line : lines) cut_line(line, out);
  return out;
}

}  // namespace makegood::extraction
