#include "extract/own_cells.h"

#include <set>

namespace makegood {
namespace {

constexpr std::size_t kDeepestTree = 64;

// The titles from the top; a tree that is none (its own ancestor) ends somewhere.
std::string path_of(const Plan& plan, const Theme& theme) {
  std::string path = theme.title;
  const auto* at = &theme;
  for (std::size_t steps = 0; !at->parent.empty() && steps < kDeepestTree; ++steps) {
    at = find_theme(plan, at->parent);
    if (at == nullptr) break;
    path = at->title + ": " + path;
  }
  return path;
}

std::string escaped(std::string_view text, std::string_view marks) {
  std::string out;
  for (const char c : text) {
    if (marks.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// A formula is begun by these; a plain number with a sign is none.
bool runs_as_formula(std::string_view text) {
  if (text.empty() || std::string_view("=+-@\t\r").find(text.front()) == std::string_view::npos) return false;
  const bool signed_number = (text.front() == '-' || text.front() == '+') && text.size() > 1 &&
                             text.find_first_not_of("0123456789.", 1) == std::string_view::npos;
  return !signed_number;
}

bool needs_guard(std::string_view text) {
  while (text.starts_with('\'')) text.remove_prefix(1);
  return runs_as_formula(text);
}

}  // namespace

ThemeLabels theme_labels(const Plan& plan) {
  ThemeLabels labels;
  std::set<std::string> taken;
  for (const auto& theme : plan.themes) {
    const auto path = path_of(plan, theme);
    auto label = path;
    for (std::size_t n = 2; label.empty() || !taken.insert(label).second; ++n) label = path + " [" + std::to_string(n) + "]";
    labels.are_paths = labels.are_paths && label == path;
    labels.label_of.emplace(theme.id, std::move(label));
  }
  return labels;
}

std::map<ItemId, std::string> parent_labels(const Plan& plan) {
  std::map<std::string, int> uses;
  for (const auto& item : plan.items) {
    ++uses[item.ref];
    ++uses[item.id.text];
  }
  std::map<ItemId, std::string> labels;
  for (const auto& item : plan.items)
    labels.emplace(item.id, !item.ref.empty() && uses[item.ref] == 1 ? item.ref : item.id.text);
  return labels;
}

std::string evidence_line(const Link& link) {
  return link.text + (link.text.empty() ? "<" : " <") + escaped(link.url, "<\\") + ">";
}

Link link_of(std::string_view line) {
  if (!line.ends_with('>')) return line.find("://") == std::string_view::npos ? Link{std::string(line), ""} : Link{std::string(line), std::string(line)};
  auto open = line.size();
  do open = open == 0 ? std::string_view::npos : line.rfind('<', open - 1);
  while (open != std::string_view::npos && open > 0 && line[open - 1] != ' ');
  if (open == std::string_view::npos) return {std::string(line), ""};
  Link link;
  if (open > 0) link.text = std::string(line.substr(0, open - 1));
  for (auto at = open + 1; at + 1 < line.size(); ++at) {
    if (line[at] == '\\' && at + 2 < line.size()) ++at;
    link.url += line[at];
  }
  return link;
}

std::string join_list(const std::vector<std::string>& entries) {
  std::vector<std::string> safe;
  for (const auto& entry : entries) safe.push_back(escaped(entry, ";\\"));
  return join(safe, "; ");
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> entries;
  std::string entry;
  const auto take = [&] {
    if (const auto words = trim(entry); !words.empty()) entries.emplace_back(words);
    entry.clear();
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == ';') {
      take();
      continue;
    }
    if (text[at] == '\\' && at + 1 < text.size()) ++at;
    entry += text[at];
  }
  take();
  return entries;
}

std::string spreadsheet_safe(std::string text) {
  if (needs_guard(text)) text.insert(text.begin(), '\'');
  return text;
}

std::string without_guard(std::string text) {
  if (text.starts_with('\'') && needs_guard(text)) text.erase(0, 1);
  return text;
}

}  // namespace makegood
