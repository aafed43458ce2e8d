#include "codeframe/frame.h"

#include <algorithm>

#include "codeframe/rows.h"

namespace makegood {
namespace {

std::vector<std::string> listed(const std::string& cell) {
  return cell.empty() ? std::vector<std::string>{} : split(cell, '|');
}

std::optional<Day> day_of(const std::string& cell) {
  const auto day = Day::parse(cell);
  return day ? std::optional(*day) : std::nullopt;
}

CodeFrame read_frame(std::string_view name) {
  std::vector<Code> codes;
  for (const auto& row : codes::rows_of(name).rows)
    codes.push_back({row.at("code"), row.at("label"), row.at("parent"), day_of(row.at("start")), day_of(row.at("end")),
                     listed(row.at("successors")), listed(row.at("also")), row.at("note")});
  return {std::string(name), std::move(codes)};
}

// A table is a frame when it has codes with labels and parents; the others say how to get into one.
const std::vector<CodeFrame>& all_frames() {
  static const auto kFrames = [] {
    std::vector<CodeFrame> frames;
    for (const auto& table : codes::tables())
      if (table.text.starts_with("code,label,parent,")) frames.push_back(read_frame(table.name));
    return frames;
  }();
  return kFrames;
}

bool holds(const Code& code, Day day) { return (!code.start || *code.start <= day) && (!code.end || day <= *code.end); }

bool written_as(const Code& code, const std::string& folded) {
  const auto same = [&](const std::string& text) { return fold(text) == folded; };
  return same(code.code) || same(code.label) || std::any_of(code.also.begin(), code.also.end(), same);
}

}  // namespace

const Code* CodeFrame::find(std::string_view code) const {
  const auto found = std::find_if(codes_.begin(), codes_.end(), [&](const Code& one) { return one.code == code; });
  return found == codes_.end() ? nullptr : &*found;
}

std::string_view CodeFrame::top(std::string_view code) const {
  const auto* at = find(code);
  while (at && !at->parent.empty()) at = find(at->parent);
  return at ? std::string_view(at->code) : std::string_view();
}

// Whether a code was renumbered, once or more, into another: each time one successor took over all of it.
bool CodeFrame::became(const Code& code, const Code& other) const {
  const auto* at = &code;
  for (std::size_t steps = 0; at && at != &other && steps < codes_.size(); ++steps)
    at = at->successors.size() == 1 ? find(at->successors.front()) : nullptr;
  return at == &other;
}

const Code* CodeFrame::read(std::string_view raw, std::optional<Day> on) const {
  const auto folded = fold(raw);
  std::vector<const Code*> read_as;
  for (const auto& code : codes_)
    if (written_as(code, folded) && (!on || holds(code, *on))) read_as.push_back(&code);
  for (const auto* last : read_as)
    if (std::all_of(read_as.begin(), read_as.end(), [&](const Code* code) { return became(*code, *last); })) return last;
  return nullptr;
}

std::vector<std::string> CodeFrame::on_day(std::string_view code, Day day) const {
  std::vector<std::string> standing;
  std::vector<std::string> open{std::string(code)};
  // The catalogue has no circles (a test says so), and the bound makes one harmless.
  for (std::size_t i = 0; i < open.size() && i <= codes_.size(); ++i) {
    const auto* at = find(open[i]);
    if (!at) continue;
    if (holds(*at, day))
      standing.push_back(at->code);
    else if (at->end && *at->end < day)
      open.insert(open.end(), at->successors.begin(), at->successors.end());
  }
  std::sort(standing.begin(), standing.end());
  standing.erase(std::unique(standing.begin(), standing.end()), standing.end());
  return standing;
}

const CodeFrame* code_frame(std::string_view name) {
  const auto& frames = all_frames();
  const auto found =
      std::find_if(frames.begin(), frames.end(), [&](const CodeFrame& one) { return one.name() == name; });
  return found == frames.end() ? nullptr : &*found;
}

std::vector<std::string_view> code_frame_names() {
  std::vector<std::string_view> names;
  for (const auto& frame : all_frames()) names.push_back(frame.name());
  return names;
}

}  // namespace makegood
